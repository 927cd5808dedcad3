package org.anamnesis.claims;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.wordlist.WordList;

/** Classes of drugs as they are spoken of: a statin, a beta blocker, an antibiotic. */
final class DrugClasses {

    private static final Map<String, List<String>> BY_INGREDIENT = new HashMap<>();

    static {
        for (String line : WordList.lines("claims/drug-classes.txt")) {
            String[] sides = line.split(" = ", 2);
            List<String> stems = Phrases.stems(WordList.terms(sides[0]).getFirst());
            WordList.terms(sides[1])
                    .forEach(ingredient -> BY_INGREDIENT
                            .computeIfAbsent(ingredient, first -> new ArrayList<>())
                            .addAll(stems));
        }
    }

    private DrugClasses() {}

    /** The words of all classes that a drug of these ingredients is of, as stems. */
    static Set<String> of(Collection<String> ingredients) {
        Set<String> stems = new HashSet<>();
        ingredients.forEach(ingredient -> stems.addAll(BY_INGREDIENT.getOrDefault(ingredient, List.of())));
        return stems;
    }
}
