/**
 * One guarded exchange with an EHR: the token goes to the EHR alone, no redirect is followed, and no answer is parsed
 * before it was read within bounds and passed the guard. Reading and filing both go through here.
 */
@NullMarked
package org.anamnesis.exchange;

import org.jspecify.annotations.NullMarked;
