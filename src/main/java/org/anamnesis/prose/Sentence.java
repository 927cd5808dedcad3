package org.anamnesis.prose;

import java.util.Optional;

/**
 * A sentence, or what stands for one in notes: a line, an item, a row, a heading.
 *
 * @param section the heading it stands under, as written; a heading stands under itself
 * @param text its words, white space folded
 * @param start where it begins in the plain text, in UTF-16 code units
 * @param end where it ends there, exclusive
 */
public record Sentence(Optional<String> section, String text, int start, int end) {}
