package org.anamnesis.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words of the tables that together mean something: all of them close together in one part of a complaint, in any order.
 * A phrase that itself begins with a denial, as "no pulse", is found as it stands.
 *
 * @param words each word with those that may stand for it
 */
record Phrase(List<Set<String>> words) {

    private static final Set<String> DENIALS = Set.of("no", "not", "cannot", "unable", "will");
    private static final int SLACK = 3;

    Phrase {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a phrase has words");
        }
    }

    /** As it is written in a table: {@code chest pain/tightness}. */
    static Phrase of(String written, ComplaintReader reader) {
        List<Set<String>> words = new ArrayList<>();
        for (String word : written.strip().split("\\s+")) {
            List<List<String>> choices =
                    Arrays.stream(word.split("/")).map(reader::phrase).toList();
            if (choices.size() == 1) {
                choices.getFirst().forEach(each -> words.add(Set.of(each)));
            } else {
                words.add(choices.stream().map(List::getFirst).collect(Collectors.toUnmodifiableSet()));
            }
        }
        return new Phrase(words);
    }

    /** Whether a part of a complaint says it. */
    boolean isSaidIn(Part part) {
        if (!words.stream().allMatch(part::hasOneOf)) {
            return false;
        }
        boolean asItStands = words.getFirst().stream().anyMatch(DENIALS::contains);
        return asItStands ? inOrder(part.words()) : together(part.words());
    }

    private boolean inOrder(List<Word> said) {
        for (int start = 0; start + words.size() <= said.size(); start++) {
            if (isHere(said, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHere(List<Word> said, int start) {
        for (int place = 0; place < words.size(); place++) {
            Word word = said.get(start + place);
            if (word.past() || !words.get(place).contains(word.text())) {
                return false;
            }
        }
        return true;
    }

    private boolean together(List<Word> said) {
        int reach = words.size() + SLACK;
        for (int start = 0; start < said.size(); start++) {
            List<Word> window = said.subList(start, Math.min(said.size(), start + reach));
            if (words.stream()
                    .allMatch(choices ->
                            window.stream().anyMatch(word -> word.isPresent() && choices.contains(word.text())))) {
                return true;
            }
        }
        return false;
    }
}
