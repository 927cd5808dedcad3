package org.anamnesis.deidentification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.anamnesis.deidentification.Vocabulary.Standing;

/** Words that follow one another and could be one name. */
record NameRun(List<NameWord> words) {

    private static final int MOST_WORDS = 5;
    private static final Set<String> PARTICLES = Set.of(
            "van", "de", "der", "den", "la", "von", "zu", "bin", "ibn", "al", "el", "di", "da", "dos", "das", "do",
            "del", "della", "du", "y", "ter", "ten", "le", "st", "af", "av");

    NameRun {
        words = List.copyOf(words);
    }

    int start() {
        return words.getFirst().start();
    }

    int end() {
        return words.getLast().end();
    }

    /** The number of words that are more than an initial. */
    int size() {
        return (int) words.stream().filter(word -> !word.isInitial()).count();
    }

    boolean hasName() {
        return words.stream().anyMatch(NameWord::isName);
    }

    boolean hasUnknown() {
        return words.stream().anyMatch(word -> !word.isInitial() && word.standing() == Standing.UNKNOWN);
    }

    boolean isAllEponyms() {
        return words.stream().allMatch(word -> Vocabulary.isEponym(word.text()));
    }

    /** All runs of a text, in order. */
    static List<NameRun> of(String text, List<NameWord> all) {
        List<NameRun> runs = new ArrayList<>();
        int at = 0;
        while (at < all.size()) {
            boolean told = isTold(text, all.get(at));
            boolean title = Vocabulary.isCue("title", all.get(at).text());
            if (!told && (title || !all.get(at).canName())) {
                at++;
                continue;
            }
            List<NameWord> words = new ArrayList<>(List.of(all.get(at)));
            int next = at + 1;
            while (next < all.size() && words.size() < MOST_WORDS) {
                NameWord last = words.getLast();
                NameWord word = all.get(next);
                if ((word.canFollow(last) || (told && words.size() == 1 && word.canBeTold()))
                        && joins(text, last, word)) {
                    words.add(word);
                    next++;
                } else if (isParticle(text, last, word, all, next)) {
                    words.add(word);
                    words.add(all.get(next + 1));
                    next += 2;
                } else {
                    break;
                }
            }
            if (words.stream().anyMatch(word -> !word.isInitial())) {
                runs.add(new NameRun(words));
            }
            at = next;
        }
        return runs;
    }

    /** A title or a label stands right before it. */
    private static boolean isTold(String text, NameWord word) {
        return word.canBeTold() && NameContext.isToldBefore(text, word.start());
    }

    private static boolean isParticle(String text, NameWord last, NameWord word, List<NameWord> all, int at) {
        return PARTICLES.contains(word.text().toLowerCase(java.util.Locale.ROOT))
                && at + 1 < all.size()
                && all.get(at + 1).canName()
                && joins(text, last, word)
                && joins(text, word, all.get(at + 1));
    }

    /** One space between them, and a full stop behind an initial or "St". */
    private static boolean joins(String text, NameWord one, NameWord next) {
        String between = text.substring(one.end(), next.start());
        return between.equals(" ")
                || between.equals("  ")
                || ((one.isInitial() || one.text().equals("St")) && (between.equals(". ") || between.equals(".")));
    }
}
