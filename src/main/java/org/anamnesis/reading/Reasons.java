package org.anamnesis.reading;

import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Attribute.Role;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;

/** Why something was done, where the reason is another resource: its name, else the reference's own words. */
final class Reasons {

    private Reasons() {}

    static void add(Attributes attributes, DomainResource from, List<Reference> reasons, Neighbours neighbours) {
        reasons.forEach(reason -> attributes.words(Role.REASON, name(from, reason, neighbours)));
    }

    /** What a reference points at, by the name of its kind. */
    static Optional<String> name(DomainResource from, Reference reference, Neighbours neighbours) {
        return neighbours
                .find(from, reference, DomainResource.class)
                .flatMap(found -> switch (found) {
                    case Condition condition -> Words.of(condition.getCode());
                    case Observation observation -> Words.of(observation.getCode());
                    case Procedure procedure -> Words.of(procedure.getCode());
                    case DiagnosticReport report -> Words.of(report.getCode());
                    default -> Optional.empty();
                })
                .or(() -> Words.display(reference));
    }
}
