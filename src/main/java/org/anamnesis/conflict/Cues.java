package org.anamnesis.conflict;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.anamnesis.wordlist.WordList;

/** Whether a place of a sentence is denied, another person's, doubted, conditional, planned or past. */
final class Cues {

    private static final Map<String, Terms> WORDS = WordList.lines("conflict/cues.txt").stream()
            .map(line -> line.split(": ", 2))
            .collect(Collectors.toUnmodifiableMap(sides -> sides[0], sides -> Terms.of(sides[1])));
    private static final int NEGATION_REACH_WORDS = 8;

    private Cues() {}

    /** Whether the place from {@code start} to {@code end} is said not to be so. */
    static boolean isDenied(Line line, int start, int end) {
        Clause clause = line.clauseAt(start);
        return isWithin(clause.before(start), "negation") || has(clause.behind(end), "negation-behind");
    }

    /** Whether the clause speaks of a relative, as more than one who tells. */
    static boolean isOfRelative(Line line, int at) {
        String clause = line.clauseAt(at).text();
        return has(line.section(), "family-section") && line.section().length() < 20
                || (has(clause, "relative") && !has(clause, "informant"));
    }

    static boolean isDoubted(Line line, int at) {
        return has(line.clauseAt(at).text(), "doubt") || line.plain().endsWith("?");
    }

    static boolean isConditional(Line line, int at) {
        return has(line.clauseAt(at).text(), "condition");
    }

    static boolean isPlanned(Line line, int at) {
        return has(line.clauseAt(at).before(at), "plan")
                || has(line.clauseAt(at).behind(at), "plan");
    }

    /** Whether words hold a cue of a sort. */
    static boolean has(String words, String cue) {
        return terms(cue).isIn(words);
    }

    private static Terms terms(String cue) {
        Terms terms = WORDS.get(cue);
        if (terms == null) {
            throw new IllegalArgumentException("no such cue: " + cue);
        }
        return terms;
    }

    /** Whether a cue stands in front with few words between. */
    private static boolean isWithin(String before, String cue) {
        Terms terms = terms(cue);
        if (!terms.mayBeIn(before)) {
            return false;
        }
        Matcher found = terms.pattern().matcher(before);
        int last = -1;
        while (found.find()) {
            last = found.end();
        }
        return last >= 0
                && Arrays.stream(before.substring(last).strip().split("\\s+")).count() <= NEGATION_REACH_WORDS;
    }
}
