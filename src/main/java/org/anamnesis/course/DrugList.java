package org.anamnesis.course;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The list of drugs and their other names, {@code drugs.txt}. */
final class DrugList {

    private static final Map<String, List<String>> INGREDIENTS = ingredients();
    private static final int LONGEST = INGREDIENTS.keySet().stream()
            .mapToInt(name -> name.split(" ", -1).length)
            .max()
            .orElse(1);

    private DrugList() {}

    /**
     * The drugs that stand in a name or a sentence.
     *
     * @param ingredients of all of them, in the order of the words
     * @param words the words that name them
     */
    record Reading(List<String> ingredients, Set<String> words) {}

    /** The known drugs among words in lower case; the longest name counts. */
    static Reading read(List<String> words) {
        List<String> found = new ArrayList<>();
        Set<String> used = new HashSet<>();
        int at = 0;
        while (at < words.size()) {
            int length = lengthAt(words, at);
            if (length > 0) {
                List<String> name = words.subList(at, at + length);
                INGREDIENTS.getOrDefault(String.join(" ", name), List.of()).stream()
                        .filter(ingredient -> !found.contains(ingredient))
                        .forEach(found::add);
                used.addAll(name);
            }
            at += Math.max(1, length);
        }
        // "Insulin lispro via insulin pump" names one insulin.
        found.removeIf(short_ -> found.stream().anyMatch(other -> other.startsWith(short_ + " ")));
        return new Reading(List.copyOf(found), Set.copyOf(used));
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
        for (String line : WordFile.lines("drugs.txt")) {
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
