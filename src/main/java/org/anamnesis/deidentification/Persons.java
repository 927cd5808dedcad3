package org.anamnesis.deidentification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.deidentification.Vocabulary.Standing;

/**
 * Names of persons. A run of capitalised words is a name where something beside it says so (a title, a label, a relation, a
 * degree), or where its words are names and nothing else. A name of a disease, a sign or a device is none; what was a name in
 * one place of a text is one in its other places.
 */
final class Persons implements Recognizer {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:['’-]\\p{L}[\\p{L}\\p{M}]*)*");

    /** A name in small letters, behind a word that wants one. */
    private static final Pattern SMALL = Pattern.compile(
            "\\b(?:dr|mr|mrs|ms|miss|doctor|prof|with|name is|i am|i'm|named|call|dear|by|contact)\\.? (?<id>\\p{Ll}{2,}(?: \\p{Ll}{2,}){0,2})\\b");

    private static final Pattern BEHIND = Pattern.compile(
            "(?<id>\\p{Lu}[\\p{L}\\p{M}'’-]+(?: \\p{Lu}\\.)?(?: \\p{Lu}[\\p{L}\\p{M}'’-]+){1,2})(?:,? \\((?i:"
                    + WordFile.alternatives(Vocabulary.cues("relation"))
                    + ")\\)|, ?(?:MD|M\\.D\\.|DO|D\\.O\\.|RN|NP|PA-C|PA|PhD|FNP|DNP|MBBS|LCSW|PharmD|DPM|CRNA|CNM)\\b)");

    @Override
    public List<Found> find(String written, List<Found> known) {
        boolean small = written.chars().noneMatch(Character::isUpperCase);
        String text = small ? capitalised(written) : written;
        List<NameWord> words = WORD.matcher(text)
                .results()
                .map(word -> NameWord.of(text, word.group(), word.start()))
                .filter(word -> known.stream().noneMatch(one -> one.start() < word.end() && word.start() < one.end()))
                .toList();
        List<NameRun> runs = NameRun.of(text, words);
        boolean clinical = small || Register.isClinical(text);
        Set<NameWord> names = new HashSet<>();
        Set<NameRun> taken = new HashSet<>();
        reversed(text, runs, clinical, taken);
        for (NameRun run : runs) {
            if (!taken.contains(run) && new NameContext(text, run, clinical).isName()) {
                taken.add(run);
            }
        }
        taken.forEach(run -> names.addAll(run.words()));
        Set<String> told = told(names);
        listed(text, runs, taken);
        for (NameRun run : runs) {
            if (!taken.contains(run) && repeats(text, run, told)) {
                taken.add(run);
            }
        }
        List<Found> found = new ArrayList<>(joined(text, runs, taken));
        found.addAll(small(written, known));
        found.addAll(behind(written, found, known));
        return found;
    }

    /** "Last, First", where a cue says that it is a name or both are. */
    private static void reversed(String text, List<NameRun> runs, boolean clinical, Set<NameRun> taken) {
        for (int i = 0; i + 1 < runs.size(); i++) {
            NameRun last = runs.get(i);
            NameRun first = runs.get(i + 1);
            if (!text.substring(last.end(), first.start()).matches(", ?") || last.size() > 2 || first.size() > 2) {
                continue;
            }
            NameContext context = new NameContext(text, last, clinical);
            boolean names = last.words().stream().allMatch(word -> word.standing() != Standing.WORD)
                    && (Vocabulary.isGiven(first.words().getFirst().text())
                            && (last.hasName() || last.hasUnknown() || first.hasName()));
            if (names || context.isLabelled()) {
                taken.add(last);
                taken.add(first);
            }
        }
    }

    /** The words that were names, in small letters; initials and everyday words are none by themselves. */
    private static Set<String> told(Set<NameWord> names) {
        Set<String> told = new HashSet<>();
        names.stream()
                .filter(word -> word.text().length() > 1)
                .filter(word -> word.standing() != Standing.WORD)
                .forEach(word -> told.add(word.text().toLowerCase(Locale.ROOT)));
        return told;
    }

    private static boolean repeats(String text, NameRun run, Set<String> told) {
        boolean any =
                run.words().stream().anyMatch(word -> told.contains(word.text().toLowerCase(Locale.ROOT)));
        NameContext context = new NameContext(text, run, true);
        boolean sure = run.hasName() || run.hasUnknown() || !context.beginsSentence();
        return any && sure && !context.isEponym();
    }

    /** Each word with a capital letter, where a text has none at all. */
    private static String capitalised(String text) {
        StringBuilder capitalised = new StringBuilder(text);
        WORD.matcher(text).results().forEach(word -> {
            char first = Character.toUpperCase(text.charAt(word.start()));
            capitalised.setCharAt(word.start(), first);
        });
        return capitalised.toString();
    }

    /** "Kim, Baker and Long": what stands in a row with a name is one too. */
    private static void listed(String text, List<NameRun> runs, Set<NameRun> taken) {
        for (int i = 0; i + 1 < runs.size(); i++) {
            NameRun one = runs.get(i);
            NameRun next = runs.get(i + 1);
            boolean row = text.substring(one.end(), next.start()).matches(",? (?:and|or|&) |, ");
            if (row && taken.contains(one) != taken.contains(next)) {
                NameRun other = taken.contains(one) ? next : one;
                boolean surname = other.words().stream()
                        .anyMatch(word -> Vocabulary.isSurname(word.text()) || Vocabulary.isGiven(word.text()));
                if (surname && !new NameContext(text, other, true).isEponym()) {
                    taken.add(other);
                }
            }
        }
    }

    /** What is a name, "Last, First" as one. */
    private static List<Found> joined(String text, List<NameRun> runs, Set<NameRun> taken) {
        List<Found> found = new ArrayList<>();
        for (NameRun run : runs) {
            if (!taken.contains(run)) {
                continue;
            }
            Found last = found.isEmpty() ? null : found.getLast();
            if (last != null && text.substring(last.end(), run.start()).matches(", ?")) {
                found.set(found.size() - 1, new Found(last.start(), run.end(), Kind.PERSON));
            } else {
                found.add(new Found(run.start(), run.end(), Kind.PERSON));
            }
        }
        return found;
    }

    /** A name by what stands behind it, whatever words it is made of: a degree, a relation in brackets. */
    private static List<Found> behind(String text, List<Found> persons, List<Found> known) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = BEHIND.matcher(text);
        while (matcher.find()) {
            int start = matcher.start("id");
            String first = matcher.group("id").split(" ")[0];
            if (Vocabulary.isCue("verb", first)
                    || Vocabulary.isCue("label", first)
                    || Vocabulary.isCue("title", first)) {
                start += first.length() + 1;
            }
            Found one = new Found(start, matcher.end("id"), Kind.PERSON);
            if (known.stream().noneMatch(one::overlaps)) {
                persons.removeIf(part -> one.start() <= part.start() && part.end() <= one.end());
                if (persons.stream().noneMatch(one::overlaps)) {
                    found.add(one);
                }
            }
        }
        return found;
    }

    private static List<Found> small(String text, List<Found> known) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = SMALL.matcher(text);
        while (matcher.find()) {
            int end = matcher.start("id");
            boolean first = true;
            for (String word : matcher.group("id").split(" ")) {
                boolean name = first
                        ? Vocabulary.of(word) == Standing.NAME
                        : Vocabulary.of(word) == Standing.NAME || Vocabulary.of(word) == Standing.UNKNOWN;
                if (!name) {
                    break;
                }
                end = first ? matcher.start("id") + word.length() : end + 1 + word.length();
                first = false;
            }
            if (!first) {
                Found one = new Found(matcher.start("id"), end, Kind.PERSON);
                if (known.stream().noneMatch(one::overlaps)) {
                    found.add(one);
                }
            }
        }
        return found;
    }
}
