/**
 * The review of a draft by a clinician: the signature that binds a person to the exact text.
 *
 * <p>What is filed can be made here alone: {@link org.anamnesis.review.SignedDraft}.
 */
@NullMarked
package org.anamnesis.review;

import org.jspecify.annotations.NullMarked;
