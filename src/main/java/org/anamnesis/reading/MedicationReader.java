package org.anamnesis.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationDosageComponent;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Reference;

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
        Optional<ClinicalTime> time =
                Times.of(order.getAuthoredOnElement()).or(() -> begun(order.getDosageInstruction()));
        attributes.time(
                Role.STARTED,
                begun(order.getDosageInstruction())
                        .or(() -> Times.start(order.getDispenseRequest().getValidityPeriod()))
                        .filter(start -> !time.equals(Optional.of(start))));
        attributes.time(
                Role.ENDED,
                bound(order.getDosageInstruction())
                        .or(() -> Times.end(order.getDispenseRequest().getValidityPeriod())));
        Supplies.add(attributes, order.getDispenseRequest());
        attributes.each(Role.REASON, order.getReasonCode());
        Reasons.add(attributes, order, order.getReasonReference(), neighbours);
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
                time,
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
                .words(Role.CATEGORY, Words.of(statement.getCategory()))
                .notes(statement.getNote());
        Reasons.add(attributes, statement, statement.getReasonReference(), neighbours);
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
        Medicine medicine = Medicine.of(
                given, given.getMedication(), ordered(given, List.of(given.getRequest()), neighbours), neighbours);
        MedicationAdministrationDosageComponent dosage = given.getDosage();
        Attributes attributes = begin(medicine, List.of())
                .value(Role.DOSE, Dosages.dose(dosage.getDose()))
                .value(Role.RATE, Values.of(dosage.getRate()))
                .words(Role.ROUTE, Words.of(dosage.getRoute()))
                .words(Role.METHOD, Words.of(dosage.getMethod()))
                .words(Role.BODY_SITE, Words.of(dosage.getSite()))
                .time(Role.ENDED, Times.end(given.getEffective()))
                .each(Role.REASON, given.getReasonCode())
                .each(Role.REASON, given.getStatusReason())
                .words(Role.CATEGORY, "given")
                .words(Role.CATEGORY, Words.of(given.getCategory()))
                .notes(given.getNote());
        Reasons.add(attributes, given, given.getReasonReference(), neighbours);
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
        Medicine medicine = Medicine.of(
                dispensed,
                dispensed.getMedication(),
                ordered(dispensed, dispensed.getAuthorizingPrescription(), neighbours),
                neighbours);
        Attributes attributes = begin(medicine, dispensed.getDosageInstruction());
        Supplies.add(attributes, dispensed);
        attributes
                .words(Role.CATEGORY, "dispensed")
                .words(Role.CATEGORY, Words.of(dispensed.getType()))
                .notes(dispensed.getNote());
        return Stream.of(new Finding(
                FactKind.MEDICATION,
                medicine.concept(),
                standing.get(),
                Times.of(dispensed.getWhenHandedOverElement()).or(() -> Times.of(dispensed.getWhenPreparedElement())),
                attributes,
                Sources.of(dispensed, "medication")));
    }

    /** What the order says, by which it was given or handed out. */
    private static Optional<Medicine.Ordered> ordered(
            DomainResource from, List<Reference> orders, Neighbours neighbours) {
        return orders.stream()
                .map(order -> neighbours.find(from, order, MedicationRequest.class))
                .flatMap(Optional::stream)
                .map(order -> new Medicine.Ordered(order, order.getMedication()))
                .findFirst();
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
