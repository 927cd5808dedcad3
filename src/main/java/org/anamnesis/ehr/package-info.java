/**
 * The EHRs this product may talk to: one record each, read from the configuration once and checked whole at start.
 *
 * <p>Nothing outside the registry is ever contacted with a patient's data. A wrong setting stops the deployment with one
 * message that names the key; no setting is guessed, repaired or ignored.
 */
@NullMarked
package org.anamnesis.ehr;

import org.jspecify.annotations.NullMarked;
