package org.anamnesis.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;

/**
 * Medicines ordered, told, given and handed out; the category says which. How a status reads stands in {@link
 * MedicationStanding}: entered in error and drafts are no fact, "not taken", "not given" and "do not give" are negated.
 *
 * <p>An order that is still active past the end of its dosage stays active: the end stands beside it.
 */
final class MedicationReader {

    private MedicationReader() {}

    static Stream<Finding> read(MedicationRequest order, Neighbours neighbours) {
        Optional<Standing> standing = MedicationStanding.of(order);
        if (standing.isEmpty()) {
            return Stream.empty();
        }
        Medicine medicine = Medicine.of(order, order.getMedication(), neighbours);
        Attributes attributes = begin(medicine, order.getDosageInstruction());
        attributes.time(
                Role.ENDED,
                bound(order.getDosageInstruction())
                        .or(() -> Times.end(order.getDispenseRequest().getValidityPeriod())));
        attributes.each(Role.REASON, order.getReasonCode());
        order.getReasonReference()
                .forEach(reason -> attributes.words(
                        Role.REASON,
                        neighbours
                                .find(order, reason, Condition.class)
                                .flatMap(condition -> Words.of(condition.getCode()))
                                .or(() -> Words.display(reason))));
        attributes.words(Role.REASON, Words.of(order.getStatusReason()));
        boolean reported = order.hasReportedReference()
                || (order.hasReportedBooleanType()
                        && order.getReportedBooleanType().booleanValue());
        attributes
                .words(Role.CATEGORY, reported ? "reported" : "ordered")
                .each(Role.CATEGORY, order.getCategory())
                .notes(order.getNote());
        return Stream.of(new Finding(
                FactKind.MEDICATION,
                medicine.concept(),
                standing.get(),
                Times.of(order.getAuthoredOnElement()).or(() -> begun(order.getDosageInstruction())),
                attributes,
                Sources.of(order, "medication")));
    }

    static Stream<Finding> read(MedicationStatement statement, Neighbours neighbours) {
        Optional<Standing> standing = MedicationStanding.of(statement);
        if (standing.isEmpty()) {
            return Stream.empty();
        }
        Medicine medicine = Medicine.of(statement, statement.getMedication(), neighbours);
        Attributes attributes = begin(medicine, statement.getDosage())
                .time(Role.ENDED, Times.end(statement.getEffective()))
                .each(Role.REASON, statement.getReasonCode())
                .each(Role.REASON, statement.getStatusReason())
                .words(Role.CATEGORY, "reported")
                .notes(statement.getNote());
        return Stream.of(new Finding(
                FactKind.MEDICATION,
                medicine.concept(),
                standing.get(),
                Times.start(statement.getEffective()).or(() -> Times.of(statement.getDateAssertedElement())),
                attributes,
                Sources.of(statement, "medication")));
    }

    static Stream<Finding> read(MedicationAdministration given, Neighbours neighbours) {
        Optional<Standing> standing = MedicationStanding.of(given);
        if (standing.isEmpty()) {
            return Stream.empty();
        }
        Medicine medicine = Medicine.of(given, given.getMedication(), neighbours);
        Attributes attributes = begin(medicine, List.of())
                .value(Role.DOSE, Dosages.dose(given.getDosage().getDose()))
                .words(Role.ROUTE, Words.of(given.getDosage().getRoute()))
                .time(Role.ENDED, Times.end(given.getEffective()))
                .each(Role.REASON, given.getReasonCode())
                .each(Role.REASON, given.getStatusReason())
                .words(Role.CATEGORY, "given")
                .notes(given.getNote());
        return Stream.of(new Finding(
                FactKind.MEDICATION,
                medicine.concept(),
                standing.get(),
                Times.start(given.getEffective()),
                attributes,
                Sources.of(given, "medication")));
    }

    static Stream<Finding> read(MedicationDispense dispensed, Neighbours neighbours) {
        Optional<Standing> standing = MedicationStanding.of(dispensed);
        if (standing.isEmpty()) {
            return Stream.empty();
        }
        Medicine medicine = Medicine.of(dispensed, dispensed.getMedication(), neighbours);
        Attributes attributes = begin(medicine, dispensed.getDosageInstruction())
                .words(Role.CATEGORY, "dispensed")
                .notes(dispensed.getNote());
        return Stream.of(new Finding(
                FactKind.MEDICATION,
                medicine.concept(),
                standing.get(),
                Times.of(dispensed.getWhenHandedOverElement()).or(() -> Times.of(dispensed.getWhenPreparedElement())),
                attributes,
                Sources.of(dispensed, "medication")));
    }

    private static Attributes begin(Medicine medicine, List<Dosage> dosages) {
        Attributes attributes = new Attributes();
        Dosages.add(attributes, dosages);
        medicine.ingredients().forEach(ingredient -> attributes.words(Role.INGREDIENT, ingredient));
        return attributes;
    }

    private static Optional<ClinicalTime> bound(List<Dosage> dosages) {
        return dosages.stream()
                .map(dosage -> Times.end(dosage.getTiming()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<ClinicalTime> begun(List<Dosage> dosages) {
        return dosages.stream()
                .map(dosage -> Times.start(dosage.getTiming()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
