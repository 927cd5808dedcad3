package org.anamnesis.course;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.wordlist.WordList;

/** The list of drugs and their other names, {@code drugs.txt}. */
final class DrugList {

    private static final Map<String, List<String>> INGREDIENTS = ingredients();
    private static final int LONGEST = INGREDIENTS.keySet().stream()
            .mapToInt(name -> name.split(" ", -1).length)
            .max()
            .orElse(1);

    private DrugList() {}

    /**
     * A drug that stands among words.
     *
     * @param ingredients what its name means
     * @param from the first word of the name
     * @param to the word behind it
     */
    record Found(List<String> ingredients, int from, int to) {}

    /**
     * The drugs that stand in a name.
     *
     * @param ingredients of all of them, in the order of the words
     * @param words the words that name them
     */
    record Reading(List<String> ingredients, Set<String> words) {}

    /** The known drugs among words in lower case, in their order; the longest name counts. */
    static List<Found> find(List<String> words) {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int length = lengthAt(words, at);
            if (length > 0) {
                String name = String.join(" ", words.subList(at, at + length));
                found.add(new Found(INGREDIENTS.getOrDefault(name, List.of()), at, at + length));
            }
            at += Math.max(1, length);
        }
        return List.copyOf(found);
    }

    /** The known drugs of one name taken together. */
    static Reading read(List<String> words) {
        List<String> ingredients = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Found found : find(words)) {
            found.ingredients().stream()
                    .filter(ingredient -> !ingredients.contains(ingredient))
                    .forEach(ingredients::add);
            used.addAll(words.subList(found.from(), found.to()));
        }
        // "Insulin lispro via insulin pump" names one insulin.
        List<String> all = List.copyOf(ingredients);
        ingredients.removeIf(name -> all.stream().anyMatch(other -> other.startsWith(name + " ")));
        return new Reading(List.copyOf(ingredients), Set.copyOf(used));
    }

    private static int lengthAt(List<String> words, int at) {
        for (int length = Math.min(LONGEST, words.size() - at); length > 0; length--) {
            if (INGREDIENTS.containsKey(String.join(" ", words.subList(at, at + length)))) {
                return length;
            }
        }
        return 0;
    }

    private static Map<String, List<String>> ingredients() {
        Map<String, List<String>> names = new HashMap<>();
        for (String line : WordList.lines("course/drugs.txt")) {
            String[] sides = line.split(" = ", 2);
            List<String> ingredients = List.of(sides[0].split(" \\+ ", -1));
            ingredients.forEach(ingredient -> names.putIfAbsent(ingredient, List.of(ingredient)));
            if (sides.length > 1) {
                for (String other : sides[1].split(", ", -1)) {
                    names.put(other.replace('-', ' '), ingredients);
                }
            }
        }
        return Map.copyOf(names);
    }
}
