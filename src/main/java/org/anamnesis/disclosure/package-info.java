/**
 * Reading a chart, and giving of it to a model, so that both can be accounted for: recorded before it begins, with every request
 * and what came of it before anything of it goes on.
 */
@NullMarked
package org.anamnesis.disclosure;

import org.jspecify.annotations.NullMarked;
