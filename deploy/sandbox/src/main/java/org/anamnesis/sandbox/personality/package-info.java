/**
 * How one vendor's EHR takes documents, as data: what its statement says, what a create must hold, what is dropped in silence, how
 * it is answered. Models of what vendors publish and integrators report; no vendor's own code or test system stands behind them.
 */
@NullMarked
package org.anamnesis.sandbox.personality;

import org.jspecify.annotations.NullMarked;
