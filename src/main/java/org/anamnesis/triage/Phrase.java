package org.anamnesis.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** The part of the complaint in which the phrase is said. */
    Optional<Integer> saidIn(List<Word> complaint) {
        boolean asItStands = words.getFirst().stream().anyMatch(DENIALS::contains);
        return asItStands ? inOrder(complaint) : together(complaint);
    }

    private Optional<Integer> inOrder(List<Word> complaint) {
        for (int start = 0; start + words.size() <= complaint.size(); start++) {
            List<Word> window = complaint.subList(start, start + words.size());
            if (isSaid(window)) {
                return Optional.of(window.getFirst().part());
            }
        }
        return Optional.empty();
    }

    private boolean isSaid(List<Word> window) {
        for (int place = 0; place < window.size(); place++) {
            Word word = window.get(place);
            if (word.past()
                    || word.part() != window.getFirst().part()
                    || !words.get(place).contains(word.text())) {
                return false;
            }
        }
        return true;
    }

    private Optional<Integer> together(List<Word> complaint) {
        List<Integer> parts = complaint.stream()
                .map(Word::part)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        return parts.stream().filter(part -> isIn(complaint, part)).findFirst();
    }

    private boolean isIn(List<Word> complaint, int part) {
        List<Word> words = complaint.stream().filter(word -> word.part() == part).toList();
        int reach = this.words.size() + SLACK;
        for (int start = 0; start < words.size(); start++) {
            List<Word> window = words.subList(start, Math.min(words.size(), start + reach));
            if (this.words.stream().allMatch(choices -> window.stream()
                    .anyMatch(word -> word.isPresent() && choices.contains(word.text())))) {
                return true;
            }
        }
        return false;
    }
}
