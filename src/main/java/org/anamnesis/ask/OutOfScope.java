package org.anamnesis.ask;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.wordlist.WordList;

/**
 * What a chart cannot answer whatever stands in it: advice, prognosis, general knowledge, other patients, other work. The
 * kinds and their wordings stand in {@code out-of-scope.txt}, one a line.
 */
public enum OutOfScope {
    ADVICE("It asks for a judgement or advice. What is recorded can be asked for; the judgement is the clinician's."),
    PROGNOSIS("It asks what will be. Only what is recorded can be answered."),
    GENERAL_KNOWLEDGE("It asks for general knowledge, and not for this patient's chart."),
    OTHER_PATIENTS("It asks about other patients. Only this patient's chart is read."),
    OTHER_WORK("It asks for something else than an answer from the chart.");

    private record Wording(OutOfScope kind, Pattern words) {}

    private static final List<Wording> WORDINGS = WordList.lines("ask/out-of-scope.txt").stream()
            .map(OutOfScope::wording)
            .toList();

    private final String words;

    OutOfScope(String words) {
        this.words = words;
    }

    /** Why the question is not answered, for whoever asked. */
    public String words() {
        return words;
    }

    /** Whether a question is out of scope, and of which kind; a question in doubt is in scope. */
    public static Optional<OutOfScope> of(String question) {
        return WORDINGS.stream()
                .filter(wording -> wording.words().matcher(question).find())
                .map(Wording::kind)
                .findFirst();
    }

    private static Wording wording(String line) {
        String[] fields = line.split("\\|", 2);
        return new Wording(
                valueOf(fields[0].strip()),
                Pattern.compile("\\b(?:" + fields[1].strip() + ")\\b", Pattern.CASE_INSENSITIVE));
    }
}
