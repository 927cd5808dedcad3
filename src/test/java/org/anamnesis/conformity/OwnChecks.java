package org.anamnesis.conformity;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * What HAPI's validator does not see: US Core's provenance-1, whose expression resolves references; HL7's AI profiles, which exist as
 * sources only (AI Transparency on FHIR 1.0.0-current); the closure of a document.
 */
final class OwnChecks {

    private static final String KINDS = "http://hl7.org/fhir/uv/aitransparency/CodeSystem/AIdeviceTypeCS";
    private static final String AIAST = "AIAST";

    private OwnChecks() {}

    static List<String> errors(Resource resource) {
        List<String> errors = new ArrayList<>();
        switch (resource) {
            case Provenance provenance -> provenance(provenance, errors);
            case Device device -> device(device, errors);
            case DocumentReference document -> labelled(document, errors);
            case Bundle bundle -> document(bundle, errors);
            default -> {}
        }
        return errors;
    }

    private static void provenance(Provenance provenance, List<String> errors) {
        labelled(provenance, errors);
        check(
                errors,
                provenance.getAgent().stream()
                        .allMatch(agent -> agent.hasType() && agent.hasWho() && agent.hasOnBehalfOf()),
                "provenance-1: each agent has type, who and onBehalfOf");
        check(
                errors,
                provenance.getReason().stream()
                        .flatMap(reason -> reason.getCoding().stream())
                        .anyMatch(code -> code.getCode().equals(AIAST)),
                "AIProvenance: the reason is AIAST");
        check(
                errors,
                provenance.getAgent().stream()
                        .flatMap(agent -> agent.getRole().stream())
                        .flatMap(role -> role.getCoding().stream())
                        .anyMatch(code ->
                                code.getSystem().equals(KINDS) && code.getCode().equals("Artificial-Intelligence")),
                "AIProvenance: one agent is an AI");
        check(
                errors,
                provenance.getEntity().stream().anyMatch(entity -> entity.getRole() == ProvenanceEntityRole.DERIVATION),
                "AIProvenance: instructions and model card are derivations");
        check(errors, provenance.hasOccurred() && provenance.hasRecorded(), "AIProvenance: occurred and recorded");
    }

    private static void device(Device device, List<String> errors) {
        labelled(device, errors);
        check(
                errors,
                device.getType().getCoding().size() == 1
                        && device.getType().getCodingFirstRep().getSystem().equals(KINDS)
                        && device.getType().getCodingFirstRep().getCode().equals("Artificial-Intelligence"),
                "AIDevice: the type is Artificial-Intelligence and nothing else");
        check(
                errors,
                device.hasIdentifier() && device.hasManufacturer() && device.hasDeviceName(),
                "AIDevice: identifier, manufacturer and name");
    }

    private static void labelled(Resource resource, List<String> errors) {
        check(
                errors,
                resource.getMeta().getSecurity().stream()
                        .anyMatch(label -> label.getCode().equals(AIAST)),
                "AIAST label on " + resource.fhirType());
    }

    /** DOC-01. */
    private static void document(Bundle bundle, List<String> errors) {
        if (bundle.getType() != BundleType.DOCUMENT) {
            return;
        }
        check(
                errors,
                bundle.getEntryFirstRep().getResource() instanceof Composition,
                "a document begins with a Composition");
        check(errors, bundle.hasIdentifier() && bundle.hasTimestamp(), "a document has identifier and timestamp");
        Set<String> there = bundle.getEntry().stream()
                .flatMap(entry -> Stream.of(
                        entry.getFullUrl(),
                        entry.getResource().fhirType() + "/"
                                + entry.getResource().getIdElement().getIdPart()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(DomainResource.class::isInstance)
                .flatMap(
                        resource -> FhirContext.forR4Cached()
                                .newTerser()
                                .getAllPopulatedChildElementsOfType(resource, Reference.class)
                                .stream())
                .map(Reference::getReference)
                .filter(Objects::nonNull)
                .filter(reference -> !reference.startsWith("#") && !there.contains(reference))
                .forEach(reference -> errors.add("a document holds what it refers to: " + reference));
    }

    private static void check(List<String> errors, boolean holds, String what) {
        if (!holds) {
            errors.add(what);
        }
    }
}
