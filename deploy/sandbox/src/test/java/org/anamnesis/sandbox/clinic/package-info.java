/** What the tests work with: one running EHR, a stand-in for the product's keys, and clients that speak to both by HTTP. */
@NullMarked
package org.anamnesis.sandbox.clinic;

import org.jspecify.annotations.NullMarked;
