/** What the standard asks of the product as a SMART client, requirement by requirement, held to the tests that show it. */
@NullMarked
package org.anamnesis.conformance;

import org.jspecify.annotations.NullMarked;
