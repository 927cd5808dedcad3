/**
 * {@code deploy/evaluate}: runs the product's own classes over evaluation sets, without a server, and counts figures.
 *
 * <p>A runner is given an {@link org.anamnesis.corpus.Item}, which holds what the product may see; what is right comes in
 * when everything was run. One item that fails costs itself and never the run. To run a further set, add one
 * {@link org.anamnesis.evaluation.EvaluationSet} to {@link org.anamnesis.evaluation.Sets}.
 */
@NullMarked
package org.anamnesis.evaluation;

import org.jspecify.annotations.NullMarked;
