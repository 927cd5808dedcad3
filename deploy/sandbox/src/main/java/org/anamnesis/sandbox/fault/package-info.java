/**
 * Faults of an EHR on request, switched on and off while it runs, so that the product's behaviour under them can be
 * shown. None is on unless asked for, and the page says which are.
 */
@NullMarked
package org.anamnesis.sandbox.fault;

import org.jspecify.annotations.NullMarked;
