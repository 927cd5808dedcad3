package org.anamnesis.course;

import java.util.List;

/**
 * What is taken, and to which purpose: the ingredients and the way they are given.
 *
 * @param ingredients in alphabetical order, in lower case
 * @param way how it is given
 */
public record Drug(List<String> ingredients, Way way) {

    public Drug {
        ingredients = List.copyOf(ingredients);
    }

    /** For people: {@code olodaterol / tiotropium}. */
    public String name() {
        return String.join(" / ", ingredients);
    }

    /** Whether it contains this ingredient, by its name in the list of drugs. */
    public boolean contains(String ingredient) {
        return ingredients.contains(ingredient);
    }
}
