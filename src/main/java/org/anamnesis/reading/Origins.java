package org.anamnesis.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceAgentComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Where a statement comes from: that the patient or a relative told it, or a device measured it, and the agents of a
 * Provenance. Kinds of people only, never names; that a professional wrote it is what a reader expects and is left out.
 */
final class Origins {

    private Origins() {}

    static List<Attribute> of(Resource resource, Neighbours neighbours) {
        Stream<Attribute> told = tellers(resource)
                .map(Origins::teller)
                .flatMap(Optional::stream)
                .distinct()
                .map(words -> Attribute.worded(Role.AUTHOR, words));
        Stream<Attribute> traced = neighbours.provenances(resource).stream()
                .flatMap(provenance -> provenance.getAgent().stream().flatMap(agent -> of(provenance, agent).stream()));
        return Stream.concat(told, traced).distinct().toList();
    }

    private static Stream<Reference> tellers(Resource resource) {
        return switch (resource) {
            case Condition condition -> Stream.of(condition.getAsserter());
            case AllergyIntolerance allergy -> Stream.of(allergy.getAsserter());
            case MedicationStatement statement -> Stream.of(statement.getInformationSource());
            case MedicationRequest order ->
                order.hasReportedReference() ? Stream.of(order.getReportedReference()) : Stream.empty();
            case Observation observation ->
                Stream.concat(observation.getPerformer().stream(), Stream.of(observation.getDevice()));
            case Procedure procedure -> Stream.of(procedure.getAsserter());
            case QuestionnaireResponse answers -> Stream.of(answers.getSource());
            default -> Stream.empty();
        };
    }

    private static Optional<String> teller(Reference reference) {
        return kind(reference).flatMap(kind -> switch (kind) {
            case "Patient" -> Optional.of("the patient");
            case "RelatedPerson" -> Optional.of("a relative or friend");
            case "Device", "DeviceMetric" -> Optional.of("a device");
            default -> Optional.empty();
        });
    }

    private static Optional<Attribute> of(Provenance provenance, ProvenanceAgentComponent agent) {
        Optional<String> who = kind(agent.getWho()).map(kind -> kind.toLowerCase(Locale.ROOT));
        String words = Stream.of(who, Words.of(agent.getType()).map(type -> type.toLowerCase(Locale.ROOT)))
                .flatMap(Optional::stream)
                .distinct()
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        return Words.nonBlank(words)
                .map(text ->
                        new Attribute(Role.AUTHOR, text, Optional.empty(), Times.of(provenance.getRecordedElement())));
    }

    /** The type of resource a reference names. */
    private static Optional<String> kind(Reference reference) {
        return Words.nonBlank(reference.getType())
                .or(() -> Words.nonBlank(reference.getReferenceElement().getResourceType()));
    }
}
