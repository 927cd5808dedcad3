package org.anamnesis.summary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.digest.Digest;
import org.anamnesis.prompt.Prompt;
import org.anamnesis.prompt.PromptFile;

/**
 * Statements that the check has passed, as a question to a model that may doubt them. Its word only ever lowers a verdict: nothing is
 * true because a model says so, and none of its words are shown.
 */
final class Doubts {

    /** The purpose for which an installation names a model to be asked; where it names none, none is. */
    static final String PURPOSE = "opinion";

    private static final int MOST = 60;
    private static final int LONGEST = 400;

    private final List<Opinion.Passed> asked = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<CitationId> told = new ArrayList<>();

    private Doubts() {}

    /**
     * What is to be asked; empty where nothing is.
     *
     * @param passed statements that the check has passed
     * @param permitted what of the chart the model may see; a statement that stands on anything else is not asked about
     */
    static Optional<Doubts> about(List<Opinion.Passed> passed, Chart permitted) {
        Doubts doubts = new Doubts();
        Set<CitationId> facts = new LinkedHashSet<>();
        passed.stream()
                .filter(one -> one.text().length() <= LONGEST
                        && !one.evidence().isEmpty()
                        && one.evidence().stream()
                                .allMatch(id -> permitted.fact(id).isPresent()))
                .limit(MOST)
                .forEach(one -> {
                    doubts.add(one);
                    facts.addAll(one.evidence());
                });
        if (doubts.asked.isEmpty()) {
            return Optional.empty();
        }
        Digest digest = Repair.facts(permitted, facts);
        doubts.lines.addAll(digest.lines());
        doubts.told.addAll(digest.included());
        return Optional.of(doubts);
    }

    private void add(Opinion.Passed statement) {
        asked.add(statement);
        lines.add("#" + asked.size() + " | statement | " + statement.text() + " | cited: "
                + statement.evidence().stream().map(CitationId::toString).collect(Collectors.joining(", ")));
    }

    /** The facts and sentences among its lines. */
    List<CitationId> told() {
        return List.copyOf(told);
    }

    List<Opinion.Passed> asked() {
        return List.copyOf(asked);
    }

    Prompt prompt(PromptFile file) {
        return file.over(lines);
    }

    /** What an answer doubts. */
    Set<Opinion.Passed> doubted(String answer) {
        return AnswerLines.doubted(answer).stream()
                .filter(number -> number >= 1 && number <= asked.size())
                .map(number -> asked.get(number - 1))
                .collect(Collectors.toSet());
    }
}
