/**
 * The sandbox's EHR as one running thing: what is chosen before it starts, and the handle to it while it runs.
 * Everything else in the sandbox starts it through here and loads charts through here; no other door into its
 * database exists.
 */
@NullMarked
package org.anamnesis.sandbox.ehr;

import org.jspecify.annotations.NullMarked;
