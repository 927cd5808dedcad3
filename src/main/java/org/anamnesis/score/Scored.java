package org.anamnesis.score;

import java.util.List;
import java.util.stream.Collectors;
import org.anamnesis.chart.ClinicalTime;

/** A score with its outcome at a moment. */
public record Scored(Definition definition, ClinicalTime at, Outcome outcome) {

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

    private static String sentences(List<Missing> missing) {
        return missing.stream().map(Missing::sentence).collect(Collectors.joining("; "));
    }
}
