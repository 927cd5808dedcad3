package org.anamnesis.claims;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sentence as a note's sentence and a statement are compared: its words by their meaning with where they stand and whether they
 * are denied, its numbers with what they are said of, its days and times, and in which manner it speaks.
 *
 * @param words all of its words; one that stands twice, meant and denied, is unclear
 */
record Told(
        List<Part> parts,
        List<Figure> figures,
        List<Dated> days,
        List<Integer> clocks,
        List<Link> links,
        Map<String, Meant> words) {

    Told(List<Part> parts, List<Figure> figures, List<Dated> days, List<Integer> clocks, List<Link> links) {
        this(parts, figures, days, clocks, links, words(parts));
    }

    Told {
        parts = List.copyOf(parts);
        figures = List.copyOf(figures);
        days = List.copyOf(days);
        clocks = List.copyOf(clocks);
        links = List.copyOf(links);
        words = Collections.unmodifiableMap(words);
    }

    /** Whether a word is meant, denied, or stands where that cannot be told. */
    enum Meant {
        SO,
        DENIED,
        UNCLEAR
    }

    /**
     * What stands between two marks.
     *
     * @param words what is said, by stem, in its order
     * @param manners in which manner
     */
    record Part(Map<String, Meant> words, Set<Manner> manners) {
        Part {
            words = new LinkedHashMap<>(words);
        }
    }

    /**
     * A number.
     *
     * @param of the words it is said of: those before it back to the number before, or those behind it where there are none
     * @param part the place of its part
     */
    record Figure(Amount amount, Set<String> of, int part) {
        Figure {
            of = Set.copyOf(of);
        }
    }

    /**
     * A day.
     *
     * @param part the place of its part
     */
    record Dated(Day day, int part) {}

    /** Two sides in a relation: the words before it and behind it. */
    record Link(Manner manner, Set<String> before, Set<String> behind) {
        Link {
            before = Set.copyOf(before);
            behind = Set.copyOf(behind);
        }
    }

    private static Map<String, Meant> words(List<Part> parts) {
        Map<String, Meant> all = new LinkedHashMap<>();
        for (Part part : parts) {
            part.words()
                    .forEach((word, meant) ->
                            all.merge(word, meant, (one, other) -> one == other ? one : Meant.UNCLEAR));
        }
        return all;
    }

    /** The manners of the parts that say any of these words. */
    Set<Manner> mannersOf(Set<String> words) {
        Set<Manner> manners = EnumSet.noneOf(Manner.class);
        parts.stream()
                .filter(part -> part.words().keySet().stream().anyMatch(words::contains))
                .forEach(part -> manners.addAll(part.manners()));
        return manners;
    }
}
