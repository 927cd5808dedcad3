/**
 * Puts the product together when it is deployed: schema, parts, warm-up, readiness. It decides nothing clinical.
 */
@NullMarked
package org.anamnesis.boot;

import org.jspecify.annotations.NullMarked;
