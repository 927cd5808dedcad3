/**
 * The use case "recall": every output of a model, of a version of the instructions, or of a source resource that turned out to be
 * wrong, found and marked.
 */
@NullMarked
package org.anamnesis.recall;

import org.jspecify.annotations.NullMarked;
