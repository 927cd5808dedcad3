package org.anamnesis.filing;

import java.util.Date;
import java.util.TimeZone;
import org.anamnesis.draft.Authorship;
import org.anamnesis.review.SignedDraft;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;

/**
 * Who wrote a filed document, who verified it, and from what: conformant to US Core Provenance (every agent on behalf of an
 * organisation) and shaped like AIProvenance.
 */
final class DraftProvenance {

    private static final String PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private static final String PROMPTS = "https://anamnesis.org/fhir/prompts";

    private DraftProvenance() {}

    static Provenance of(SignedDraft signed, Reference document, Reference device, String organization) {
        Provenance provenance = new Provenance();
        provenance.getMeta().addSecurity(AiLabel.coding());
        provenance.addTarget(document);
        InstantType recorded = new InstantType(Date.from(signed.signature().at()));
        recorded.setTimeZone(TimeZone.getTimeZone("UTC"));
        provenance.setRecordedElement(recorded);
        provenance.addReason(new CodeableConcept(AiLabel.coding()));
        agent(provenance, "author", "Author", device, organization);
        agent(
                provenance,
                "verifier",
                "Verifier",
                new Reference(signed.signature().signer()),
                organization);
        signed.draft()
                .content()
                .sources()
                .forEach(source -> provenance
                        .addEntity()
                        .setRole(ProvenanceEntityRole.SOURCE)
                        .setWhat(new Reference(source)));
        if (signed.draft().content().authorship() instanceof Authorship.ByModel model) {
            Reference prompt = new Reference()
                    .setIdentifier(new Identifier()
                            .setSystem(PROMPTS)
                            .setValue(model.promptVersion() + "|sha256:" + model.promptHash()))
                    .setDisplay("Instructions " + model.promptVersion());
            provenance.addEntity().setRole(ProvenanceEntityRole.DERIVATION).setWhat(prompt);
        }
        return provenance;
    }

    /** Whether it says that this Device wrote this document; both as relative references. */
    static boolean isOf(Provenance provenance, String document, String device) {
        return provenance.getTarget().stream().anyMatch(target -> isTo(target, document))
                && provenance.getAgent().stream().anyMatch(agent -> isTo(agent.getWho(), device));
    }

    private static boolean isTo(Reference reference, String relative) {
        return reference.getReference() != null
                && new IdType(reference.getReference())
                        .toUnqualifiedVersionless()
                        .getValue()
                        .equals(relative);
    }

    private static void agent(Provenance provenance, String code, String display, Reference who, String organization) {
        provenance
                .addAgent()
                .setType(new CodeableConcept(new Coding(PARTICIPANT, code, display)))
                .setWho(who)
                .setOnBehalfOf(new Reference().setDisplay(organization));
    }
}
