/**
 * Starts the whole sandbox, EHR, stand-in for a model and the product on WildFly, and stops all of it again. The product runs as
 * a process of its own, which ends when this one does, however that ends.
 */
@NullMarked
package org.anamnesis.sandbox.start;

import org.jspecify.annotations.NullMarked;
