/**
 * Reading a chart so that it can be accounted for: recorded before it begins, with every request and what came of it before
 * anything of it goes on.
 */
@NullMarked
package org.anamnesis.disclosure;

import org.jspecify.annotations.NullMarked;
