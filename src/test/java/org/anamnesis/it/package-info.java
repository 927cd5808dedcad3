/**
 * The product on its own server, with a real EHR in front of it: what callers, clinicians and the database see.
 *
 * <p>The EHR and the stand-in for a model are one process, started once for all tests; the server is started once by Arquillian.
 */
@NullMarked
package org.anamnesis.it;

import org.jspecify.annotations.NullMarked;
