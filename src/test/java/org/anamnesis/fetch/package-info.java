/** Tests of fetching, against an EHR on the loopback that can be made to fail in many ways. */
@NullMarked
package org.anamnesis.fetch;

import org.jspecify.annotations.NullMarked;
