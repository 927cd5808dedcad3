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

    boolean mayBeSeen(String field) {
        return field.equals(id) || input.contains(field);
    }
}
