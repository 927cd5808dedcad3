/**
 * Evaluation sets and patients' charts as files of a folder.
 *
 * <p>What an item asks and what is right are told apart here, at the reading: {@link org.anamnesis.corpus.Item} holds the
 * fields that the product may see and {@link org.anamnesis.corpus.Gold} the rest, and no object holds both but the row
 * that nobody hands to a runner. Charts are indexed first and read one patient at a time.
 */
@NullMarked
package org.anamnesis.corpus;

import org.jspecify.annotations.NullMarked;
