/**
 * The privacy step: the only way from a prompt to a model.
 *
 * <p>Pure. The model gateway's parameter is {@link org.anamnesis.privacy.Released}, which can be made here alone.
 */
@NullMarked
package org.anamnesis.privacy;

import org.jspecify.annotations.NullMarked;
