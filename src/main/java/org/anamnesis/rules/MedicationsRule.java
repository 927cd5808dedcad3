package org.anamnesis.rules;

import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** What is taken now, what is on hold, and what was stopped in the last three months, each with its status. */
final class MedicationsRule implements SectionRule {

    private static final int RECENT_MONTHS = 3;

    @Override
    public Stream<Statement> statements(Chart chart) {
        LocalDateTime recent = chart.asOf().local().minusMonths(RECENT_MONTHS);
        Stream<Statement> medications = chart.facts(FactKind.MEDICATION)
                .filter(medication -> switch (medication.standing()) {
                    case ACTIVE, RECURRENT, UNSTATED, ON_HOLD -> true;
                    case STOPPED ->
                        medication
                                .time()
                                .filter(time -> time.local().isAfter(recent))
                                .isPresent();
                    default -> false;
                })
                .map(medication -> Phrase.statement(Section.MEDICATIONS, text(medication), medication));
        return Stream.concat(
                medications,
                Phrase.noneRecorded(
                        chart, Section.MEDICATIONS, "medications", "MedicationRequest", "MedicationStatement"));
    }

    private static String text(Fact medication) {
        String dosage = Phrase.dosage(medication).map(words -> ": " + words).orElse("");
        String standing = medication.standing() == Standing.UNSTATED
                ? ""
                : ", " + medication.standing().word();
        String since =
                medication.time().map(time -> ", dated " + time.dayText()).orElse("");
        return Phrase.name(medication) + dosage + standing + since;
    }
}
