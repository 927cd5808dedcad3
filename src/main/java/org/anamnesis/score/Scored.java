package org.anamnesis.score;

import java.util.List;
import java.util.stream.Collectors;
import org.anamnesis.chart.ClinicalTime;

/** A score with its outcome at a moment. */
public record Scored(Definition definition, ClinicalTime at, Outcome outcome) {

    private static final int SAID_ONE_BY_ONE = 2;

    /** One line for people, e.g. {@code NEWS2 7 (high)}, or why there is none. */
    public String sentence() {
        return switch (outcome) {
            case Outcome.Computed computed ->
                definition.name() + " " + computed.text() + " ("
                        + computed.band().name() + ")";
            case Outcome.NotComputable lacking ->
                definition.name() + " not computable: " + sentences(lacking.missing());
            case Outcome.NotApplicable not -> definition.name() + " does not apply: " + not.reason();
        };
    }

    /** The same where what is missing stands beside it: of many missing inputs, how many. */
    public String heading() {
        return outcome instanceof Outcome.NotComputable lacking
                        && lacking.missing().size() > SAID_ONE_BY_ONE
                ? definition.name() + " not computable: " + lacking.missing().size() + " values are missing or too old"
                : sentence();
    }

    private static String sentences(List<Missing> missing) {
        return missing.stream().map(Missing::sentence).collect(Collectors.joining("; "));
    }
}
