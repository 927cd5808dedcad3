package org.anamnesis.filing;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.ModelTry;
import org.anamnesis.review.SignedDraft;
import org.anamnesis.store.DraftContent;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceAgentComponent;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityComponent;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UnsignedIntType;

/**
 * Who wrote a filed document, who verified it, and from what: conformant to US Core Provenance (every agent on behalf of an
 * organisation) and to HL7's AIProvenance at once. Each source with its version, the instructions with version and hash, the
 * model card, and how many statements had which verdict.
 */
final class DraftProvenance {

    private static final String PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private static final String PROMPTS = "https://anamnesis.org/fhir/prompts";
    private static final String VERDICTS = "https://anamnesis.org/fhir/StructureDefinition/verdict-counts";
    private static final String TURN = "https://anamnesis.org/fhir/StructureDefinition/model-turn";
    private static final String CITED = "https://anamnesis.org/fhir/StructureDefinition/cited";
    private static final String UNLISTED = "https://anamnesis.org/fhir/StructureDefinition/sources-not-listed";

    /** Beyond it what is not cited is counted and not listed: an EHR takes no transaction of any size. */
    private static final int MOST_SOURCES = 2_000;

    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private DraftProvenance() {}

    static Provenance of(SignedDraft signed, Reference document, Reference device, String organization) {
        Provenance provenance = new Provenance();
        provenance.getMeta().addSecurity(AiLabel.coding());
        provenance.addTarget(document);
        provenance.setOccurred(utc(signed.draft().composedAt()));
        provenance.setRecorded(Date.from(signed.signature().at()));
        provenance.getRecordedElement().setTimeZone(UTC);
        provenance.addReason(new CodeableConcept(AiLabel.coding()));
        provenance.setActivity(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/v3-DataOperation", "CREATE", "create")));
        agent(provenance, "author", "Author", device, organization)
                .addRole(new CodeableConcept(AiDevice.intelligence()));
        agent(
                provenance,
                "verifier",
                "Verifier",
                new Reference(signed.signature().signer()),
                organization);
        sources(provenance, signed.draft().content());
        if (signed.draft().content().authorship() instanceof Authorship.ByModel model) {
            Reference prompt = new Reference()
                    .setIdentifier(new Identifier()
                            .setSystem(PROMPTS)
                            .setValue(model.promptVersion() + "|sha256:" + model.promptHash()))
                    .setDisplay("Instructions " + model.promptVersion());
            provenance.addEntity().setRole(ProvenanceEntityRole.DERIVATION).setWhat(prompt);
        }
        provenance
                .addEntity()
                .setRole(ProvenanceEntityRole.DERIVATION)
                .setWhat(AiDevice.modelCard(signed.draft().content().authorship()));
        verdicts(provenance, signed.draft().content());
        turns(provenance, signed.draft().content().authorship());
        return provenance;
    }

    /** What the text cites, marked so, and then what else the model was told of, as far as there is room. */
    private static void sources(Provenance provenance, DraftContent content) {
        content.sources().forEach(cited -> source(provenance, cited).addExtension(CITED, new BooleanType(true)));
        int room = Math.max(0, MOST_SOURCES - content.sources().size());
        content.uncited().stream().limit(room).forEach(told -> source(provenance, told));
        if (content.uncited().size() > room) {
            provenance.addExtension(
                    UNLISTED, new UnsignedIntType(content.uncited().size() - room));
        }
    }

    private static ProvenanceEntityComponent source(Provenance provenance, String reference) {
        return provenance.addEntity().setRole(ProvenanceEntityRole.SOURCE).setWhat(new Reference(reference));
    }

    /** How many statements had which verdict, the withheld ones too: {@code supported} 41, {@code not-found} 2. */
    private static void verdicts(Provenance provenance, DraftContent content) {
        Map<String, Long> counts = new TreeMap<>(content.statements().stream()
                .collect(Collectors.groupingBy(DraftContent.KeptStatement::verdict, Collectors.counting())));
        if (!counts.isEmpty()) {
            Extension all = provenance.addExtension().setUrl(VERDICTS);
            counts.forEach((verdict, count) -> all.addExtension(verdict, new UnsignedIntType(Math.toIntExact(count))));
        }
    }

    /** The models in the order in which they were asked, the failed ones too: what each was told under, and what came of it. */
    private static void turns(Provenance provenance, Authorship authorship) {
        for (ModelTry turn : authorship.tried()) {
            Extension one = provenance.addExtension().setUrl(TURN);
            one.addExtension("model", new StringType(turn.model()));
            one.addExtension("instructions", new StringType(turn.prompt()));
            one.addExtension("outcome", new CodeType(turn.outcome()));
        }
    }

    private static DateTimeType utc(Instant at) {
        DateTimeType time = new DateTimeType(Date.from(at));
        time.setTimeZone(UTC);
        return time;
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

    private static ProvenanceAgentComponent agent(
            Provenance provenance, String code, String display, Reference who, String organization) {
        return provenance
                .addAgent()
                .setType(new CodeableConcept(new Coding(PARTICIPANT, code, display)))
                .setWho(who)
                .setOnBehalfOf(new Reference().setDisplay(organization));
    }
}
