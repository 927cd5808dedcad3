package org.anamnesis.acuity;

import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.score.Component;
import org.anamnesis.score.Elapsed;
import org.anamnesis.score.Measured;
import org.anamnesis.score.Missing;
import org.anamnesis.score.Refusal;
import org.anamnesis.triage.Evidence;

/** Values as they stand in a document: with their time, without the citation ids that mean something beside one chart only. */
final class Words {

    private Words() {}

    static String of(Measured<?> measured) {
        return measured.name() + " " + measured.text() + when(measured.time());
    }

    static String of(Evidence evidence) {
        return evidence.text() + when(evidence.time());
    }

    static String of(Component component) {
        String inputs = component.inputs().stream().map(Words::of).collect(Collectors.joining("; "));
        return component.name() + ": " + component.points().toPlainString() + " for " + component.rule()
                + (inputs.isEmpty() ? "" : " - " + inputs);
    }

    static String of(Refusal refusal) {
        return refusal.name() + " " + refused(refusal);
    }

    static String of(Missing missing) {
        return missing.name() + ": "
                + switch (missing.why()) {
                    case Missing.Why.Outdated old ->
                        "older than " + Elapsed.words(old.limit()) + ", last seen "
                                + old.last().text() + when(old.last().time());
                    case Missing.Why.OnlyRefused only ->
                        "no other value than " + refused(only.refusals().getFirst());
                    case Missing.Why.NotRecorded none -> none.words();
                    case Missing.Why.NotRead notRead -> notRead.words();
                    case Missing.Why.ForAPerson person -> person.words();
                };
    }

    private static String refused(Refusal refusal) {
        return refusal.text() + when(refusal.time()) + " is not taken: " + refusal.reason();
    }

    private static String when(Optional<ClinicalTime> time) {
        return time.map(known -> " (" + known.text() + ")").orElse("");
    }
}
