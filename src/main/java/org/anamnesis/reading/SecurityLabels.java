package org.anamnesis.reading;

import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Resource;

/**
 * The security labels of a resource (Resource.meta.security), and what a consent denies to share (R4 Consent.provision). Only
 * consents about privacy count; a denial for a purpose that is not care, such as research or marketing, is none here. A denial
 * whose limits are not understood denies everything.
 */
final class SecurityLabels {

    private static final String PRIVACY = "patient-privacy";

    /** HL7 v3 PurposeOfUse: what a summary for care is not. */
    private static final List<String> OTHER_PURPOSES =
            List.of("HRESCH", "CLINTRCH", "HMARKT", "HPAYMT", "PATRQT", "FAMRQT", "PUBHLTH", "DISASTER", "THREAT");

    private SecurityLabels() {}

    static List<Attribute> of(Resource resource) {
        Stream<Attribute> labels = resource.getMeta().getSecurity().stream()
                .filter(Coding::hasCode)
                .map(coding -> Attribute.worded(Role.SECURITY_LABEL, coding.getCode()));
        Stream<Attribute> denied = resource instanceof Consent consent && isOfPrivacy(consent)
                ? denied(consent.getProvision()).map(words -> Attribute.worded(Role.CONSENT_DENIES, words))
                : Stream.empty();
        return Stream.concat(labels, denied).distinct().toList();
    }

    private static boolean isOfPrivacy(Consent consent) {
        return consent.getStatus() == Consent.ConsentState.ACTIVE
                && (!consent.hasScope()
                        || consent.getScope().getCoding().stream()
                                .anyMatch(coding -> PRIVACY.equals(coding.getCode())));
    }

    /** Of the provision and of its exceptions. */
    private static Stream<String> denied(ProvisionComponent provision) {
        Stream<String> own = provision.getType() == ConsentProvisionType.DENY && isForCare(provision)
                ? what(provision)
                : Stream.empty();
        return Stream.concat(own, provision.getProvision().stream().flatMap(SecurityLabels::denied));
    }

    private static boolean isForCare(ProvisionComponent provision) {
        return !provision.hasPurpose()
                || provision.getPurpose().stream().anyMatch(purpose -> !OTHER_PURPOSES.contains(purpose.getCode()));
    }

    private static Stream<String> what(ProvisionComponent provision) {
        Stream<String> labels = provision.getSecurityLabel().stream().map(label -> "label:" + label.getCode());
        Stream<String> types = provision.getClass_().stream().map(type -> "type:" + type.getCode());
        Stream<String> resources = provision.getData().stream()
                .map(data -> "resource:"
                        + data.getReference()
                                .getReferenceElement()
                                .toUnqualifiedVersionless()
                                .getValue());
        List<String> limits =
                Stream.of(labels, types, resources).flatMap(some -> some).toList();
        boolean otherLimits = provision.getCode().stream().anyMatch(CodeableConcept::hasCoding);
        return limits.isEmpty() || otherLimits ? Stream.of("everything") : limits.stream();
    }
}
