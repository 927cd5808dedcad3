package org.anamnesis.reading;

import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Problems and diagnoses (Condition).
 *
 * <p>Entered in error: no fact. Refuted: negated. Clinical status active, recurrence, relapse, inactive, remission and
 * resolved as they say; without one, resolved where an abatement is given, else unstated. Provisional, differential and
 * unconfirmed ones say so in a comment. The time is the onset, else the recording; only a true onset is also an ONSET.
 */
final class ProblemReader {

    private static final String ASSERTED = "http://hl7.org/fhir/StructureDefinition/condition-assertedDate";

    private ProblemReader() {}

    static Stream<Finding> read(Condition condition, Neighbours neighbours) {
        if (Words.hasCode(condition.getVerificationStatus(), "entered-in-error")) {
            return Stream.empty();
        }
        Optional<ClinicalTime> onset = Times.start(condition.getOnset());
        Attributes attributes = new Attributes()
                .time(Role.ONSET, onset)
                .words(Role.ONSET, otherWords(condition.getOnset()))
                .time(Role.ENDED, abated(condition))
                .words(Role.ENDED, otherWords(condition.getAbatement()))
                .words(Role.SEVERITY, Words.of(condition.getSeverity()))
                .each(Role.BODY_SITE, condition.getBodySite())
                .each(Role.CATEGORY, condition.getCategory())
                .words(Role.COMMENT, doubt(condition))
                .time(Role.RECORDED, recorded(condition));
        condition.getStage().forEach(stage -> attributes.words(Role.COMMENT, Words.of(stage.getSummary())));
        attributes.notes(condition.getNote());
        return Stream.of(new Finding(
                FactKind.PROBLEM,
                Words.concept(condition.getCode(), "Problem without a name"),
                standing(condition),
                onset.or(() -> recorded(condition)).or(() -> ofEncounter(condition, neighbours)),
                attributes,
                Sources.of(condition, "code")));
    }

    private static Standing standing(Condition condition) {
        if (Words.hasCode(condition.getVerificationStatus(), "refuted")) {
            return Standing.NEGATED;
        }
        String status = condition.getClinicalStatus().getCodingFirstRep().getCode();
        return switch (status == null ? "" : status) {
            case "active" -> Standing.ACTIVE;
            case "recurrence", "relapse" -> Standing.RECURRENT;
            case "inactive", "remission" -> Standing.INACTIVE;
            case "resolved" -> Standing.RESOLVED;
            default -> condition.hasAbatement() ? Standing.RESOLVED : Standing.UNSTATED;
        };
    }

    private static Optional<String> doubt(Condition condition) {
        return Stream.of("provisional", "differential", "unconfirmed")
                .filter(word -> Words.hasCode(condition.getVerificationStatus(), word))
                .findFirst();
    }

    /** US Core keeps the date of an assertion beside the date of its recording. */
    private static Optional<ClinicalTime> recorded(Condition condition) {
        Extension asserted = condition.getExtensionByUrl(ASSERTED);
        return Times.of(condition.getRecordedDateElement())
                .or(() -> Optional.ofNullable(asserted).flatMap(date -> Times.start(date.getValue())));
    }

    private static Optional<ClinicalTime> abated(Condition condition) {
        return Times.end(condition.getAbatement()).or(() -> Times.start(condition.getAbatement()));
    }

    /** An onset or an abatement told as an age, a range or in words. */
    private static Optional<String> otherWords(@Nullable Type told) {
        return told instanceof BaseDateTimeType || told instanceof Period
                ? Optional.empty()
                : Values.of(told).map(value -> value.text());
    }

    /** An encounter diagnosis without a date of its own is as old as its encounter. */
    private static Optional<ClinicalTime> ofEncounter(Condition condition, Neighbours neighbours) {
        return neighbours
                .find(condition, condition.getEncounter(), Encounter.class)
                .flatMap(encounter -> Times.start(encounter.getPeriod()));
    }
}
