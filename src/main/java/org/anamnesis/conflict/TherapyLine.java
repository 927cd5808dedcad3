package org.anamnesis.conflict;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a sentence says of a treatment or a device.
 *
 * @param line the sentence
 * @param use whether it is in use
 */
record TherapyLine(Line line, Use use) {

    private static final String T = "@";

    /** Whether it is in use. */
    enum Use {
        /** Now, on the note's day. */
        USED(
                "\\bon\\s+(?:\\w+\\s+)?@",
                "@\\s+(?:\\d+\\s*/\\s*\\d+|overnight|in situ|in place|continues|continued|ongoing|running|tolerat\\w+|draining)",
                "\\b(?:remains|continues|continue|still|back)\\s+(?:on\\s+)?@",
                "\\b(?:required|requires|requiring|tolerat\\w+|received|needed|needing)\\s+(?:\\w+\\s+)?@"),
        /** From that day on, or from then on again. */
        BEGUN(
                "\\b(?:back on|restarted(?: on)?|recommenced(?: on)?|started(?: on)?|commenced(?: on)?|placed on|put on)\\s+(?:\\w+\\s+)?@",
                "@(?<=ed)\\s+(?:in|at|for|since|by)\\b",
                "@(?:\\s+\\d+\\s*/\\s*\\d+)?\\s+(?:was |were |has been )?(?:re-?started|started|commenced|recommenced|initiated|inserted|placed)"),
        /** At no time so far. */
        NEVER(
                "\\b(?:did not|didn't|has not|hasn't|have not|never)\\s+(?:\\w+\\s+)?(?:require\\w*|need\\w*|receiv\\w+|have|had|use\\w*|go on|been on|on)\\s+(?:\\w+\\s+){0,2}@",
                "@(?:\\s+\\w+)?\\s+(?:was |is )?(?:not|never)\\s+(?:required|needed|used|given|necessary|placed|inserted)",
                "\\bno\\s+(?:need for\\s+)?@(?:\\s+(?:needed|required|used|support|given))?",
                "\\bwithout\\s+(?:the need for |need for |needing |requiring )?@",
                "\\b(?:avoided|never|not)\\s+@",
                "\\bis not on\\s+@"),
        /** Until some time before. */
        ENDED(
                "\\b(?:off|weaned (?:off|from)|weaned|came off|taken off)\\s+@",
                "@(?:\\s+\\d+\\s*/\\s*\\d+)?\\s+(?:was |is |has been )?(?:stopped|discontinued|removed|weaned|ended|out|off|d/c'?d|taken out)",
                "@(?:\\s+\\d+\\s*/\\s*\\d+)?\\s+until\\b",
                "\\b(?:removed|discontinued|stopped|removal of)\\s+(?:the\\s+)?@");

        private final List<String> forms;

        Use(String... forms) {
            this.forms = List.of(forms);
        }

        List<Pattern> of(String words) {
            return forms.stream()
                    .map(form -> Pattern.compile(form.replace(T, words)))
                    .toList();
        }
    }

    /** The forms of a treatment's words for each use, in the order in which they are tried. */
    record Forms(List<Pattern> never, List<Pattern> ended, List<Pattern> begun, List<Pattern> used) {

        static Forms of(Pattern words) {
            return new Forms(
                    Use.NEVER.of(words.pattern()),
                    Use.ENDED.of(words.pattern()),
                    Use.BEGUN.of(words.pattern()),
                    Use.USED.of(words.pattern()));
        }
    }

    /** Empty where the sentence does not tell, or tells of a plan, a condition or a relative. */
    static Optional<TherapyLine> of(Line line, Forms forms) {
        return first(line, forms.never(), Use.NEVER)
                .or(() -> first(line, forms.ended(), Use.ENDED))
                .or(() -> first(line, forms.begun(), Use.BEGUN))
                .or(() -> first(line, forms.used(), Use.USED));
    }

    private static Optional<TherapyLine> first(Line line, List<Pattern> forms, Use use) {
        return forms.stream()
                .map(form -> form.matcher(line.plain()))
                .filter(found -> found.find() && counts(line, found.start(), found.end(), use))
                .findFirst()
                .map(found -> new TherapyLine(line, use));
    }

    private static boolean counts(Line line, int start, int end, Use use) {
        String clause = line.clauseAt(start).text();
        boolean denied = (use == Use.USED || use == Use.BEGUN) && Cues.isDenied(line, start, end);
        return !denied
                && !Cues.isOfRelative(line, start)
                && !Cues.isDoubted(line, start)
                && !Cues.isConditional(line, start)
                && !Cues.has(clause, "plan")
                && !(use == Use.USED && Cues.has(clause, "past"));
    }
}
