/**
 * The model card: what this installation's summaries are made with, for whom, how well it does, and what nobody can say. Made from
 * the configuration and the last evaluation, so that it is never older than they are.
 */
@NullMarked
package org.anamnesis.modelcard;

import org.jspecify.annotations.NullMarked;
