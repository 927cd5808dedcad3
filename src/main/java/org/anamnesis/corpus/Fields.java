package org.anamnesis.corpus;

import java.util.Set;

/**
 * Which fields of a set's lines the product may see.
 *
 * @param id the field that names the item; the product may see it too
 * @param input the others
 */
public record Fields(String id, Set<String> input) {

    public Fields {
        input = Set.copyOf(input);
    }

    /** The id of lines that have none: the number of the line in its file, from 1. */
    public static final String LINE = "line";

    boolean mayBeSeen(String field) {
        return field.equals(id) || input.contains(field);
    }
}
