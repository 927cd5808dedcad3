package org.anamnesis.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.Backing;
import org.anamnesis.draft.DocumentKind;
import org.anamnesis.draft.ModelTry;
import org.anamnesis.review.SignedDrafts;
import org.anamnesis.store.DraftContent;
import org.anamnesis.store.DraftContent.KeptStatement;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceAgentComponent;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityComponent;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.junit.jupiter.api.Test;

/** One Provenance that is US Core's and AIProvenance's at once (PRV-01, PRV-02, AIT-03, AIT-04, AIT-10). */
class DraftProvenanceTest {

    private static final String UNLISTED = "https://anamnesis.org/fhir/StructureDefinition/sources-not-listed";
    private static final Authorship MODEL = new Authorship.ByModel("mistral", "brief-3", "ab".repeat(32));

    @Test
    void saysWhoWroteWhoVerifiedFromWhatByWhichInstructionsAndHowItWasChecked() {
        Provenance provenance = of(MODEL);
        assertThat(provenance.getReasonFirstRep().getCodingFirstRep().getCode()).isEqualTo("AIAST");
        assertThat(provenance.getAgent())
                .as("provenance-1")
                .hasSize(2)
                .allMatch(ProvenanceAgentComponent::hasOnBehalfOf)
                .allMatch(agent -> agent.getType().hasCoding());
        ProvenanceAgentComponent author = provenance.getAgentFirstRep();
        assertThat(author.getWho().getReference()).isEqualTo("Device/1");
        assertThat(author.getRoleFirstRep().getCodingFirstRep().getCode()).isEqualTo("Artificial-Intelligence");
        assertThat(references(provenance, ProvenanceEntityRole.SOURCE))
                .containsExactly("Observation/1/_history/3", "Condition/2");
        assertThat(identifiers(provenance)).containsExactly("brief-3|sha256:" + "ab".repeat(32), "model/mistral");
        Extension verdicts = provenance.getExtension().getFirst();
        assertThat(count(verdicts, "supported")).isEqualTo(2);
        assertThat(count(verdicts, "not-found")).isEqualTo(1);
        assertThat(provenance.getOccurredDateTimeType().getValueAsString()).isEqualTo("2025-03-04T12:00:00+00:00");
    }

    @Test
    void everySourceThatTheModelWasToldOfIsThereAndTheCitedOnesAreMarked() {
        Provenance provenance = of(MODEL, List.of("Observation/8/_history/1", "Condition/9"));
        assertThat(references(provenance, ProvenanceEntityRole.SOURCE))
                .containsExactly("Observation/1/_history/3", "Condition/2", "Observation/8/_history/1", "Condition/9");
        assertThat(cited(provenance)).containsExactly("Observation/1/_history/3", "Condition/2");
        assertThat(provenance.getExtensionByUrl(UNLISTED)).isNull();
    }

    @Test
    void aboveTheBoundWhatIsNotCitedIsCountedAndWhatIsCitedStays() {
        List<String> told =
                IntStream.range(0, 3_000).mapToObj(at -> "Observation/t" + at).toList();
        Provenance provenance = of(MODEL, told);
        assertThat(references(provenance, ProvenanceEntityRole.SOURCE)).hasSize(2_000);
        assertThat(cited(provenance)).hasSize(2);
        assertThat(((UnsignedIntType) provenance.getExtensionByUrl(UNLISTED).getValue()).getValue())
                .isEqualTo(1_002);
    }

    private static List<String> cited(Provenance provenance) {
        return provenance.getEntity().stream()
                .filter(entity -> entity.hasExtension("https://anamnesis.org/fhir/StructureDefinition/cited"))
                .map(entity -> entity.getWhat().getReference())
                .toList();
    }

    @Test
    void whatRulesWroteNamesNoInstructions() {
        assertThat(identifiers(of(new Authorship.ByRules(Optional.empty())))).containsExactly("rules");
    }

    @Test
    void theModelsThatWereTriedBeforeTheOneThatWroteAreNamedWithWhatCameOfThem() {
        List<ModelTry> tried = List.of(
                new ModelTry("first", "brief-3", "no-first-word"),
                new ModelTry("mistral", "brief-3", ModelTry.ANSWERED),
                new ModelTry("mistral", "repair-3", ModelTry.ANSWERED));
        assertThat(turns(of(new Authorship.ByModel("mistral", "brief-3", "ab".repeat(32), tried))))
                .containsExactly(
                        "first brief-3 no-first-word", "mistral brief-3 answered", "mistral repair-3 answered");
        assertThat(turns(of(new Authorship.ByRules(Optional.of(Authorship.Fallback.TIMEOUT), tried.subList(0, 1)))))
                .as("rules wrote, and a model had seen the chart")
                .containsExactly("first brief-3 no-first-word");
        assertThat(turns(of(new Authorship.ByRules(Optional.empty())))).isEmpty();
    }

    private static List<String> turns(Provenance provenance) {
        return provenance.getExtensionsByUrl("https://anamnesis.org/fhir/StructureDefinition/model-turn").stream()
                .map(turn -> turn.getExtension().stream()
                        .map(part -> part.getValue().primitiveValue())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void theDeviceOfAModelIsALanguageModelWithACard() {
        Device device = AiDevice.of(MODEL);
        assertThat(device.getType().getCodingFirstRep().getCode()).isEqualTo("Artificial-Intelligence");
        assertThat(device.getExtension())
                .extracting(Extension::getUrl)
                .containsExactly(
                        "http://hl7.org/fhir/uv/aitransparency/StructureDefinition/aitransparency.AIKind",
                        "http://hl7.org/fhir/uv/aitransparency/StructureDefinition/aitransparency.modelCardDescription");
        assertThat(AiDevice.of(new Authorship.ByRules(Optional.empty())).getExtension())
                .as("rules are no language model")
                .hasSize(1);
    }

    private static int count(Extension verdicts, String verdict) {
        return ((UnsignedIntType) verdicts.getExtensionByUrl(verdict).getValue()).getValue();
    }

    private static List<String> references(Provenance provenance, ProvenanceEntityRole role) {
        return provenance.getEntity().stream()
                .filter(entity -> entity.getRole() == role)
                .map(entity -> entity.getWhat().getReference())
                .toList();
    }

    private static List<String> identifiers(Provenance provenance) {
        return provenance.getEntity().stream()
                .filter(entity -> entity.getRole() == ProvenanceEntityRole.DERIVATION)
                .map(ProvenanceEntityComponent::getWhat)
                .map(what -> what.getIdentifier().getValue())
                .toList();
    }

    static Provenance of(Authorship authorship) {
        return of(authorship, List.of());
    }

    private static Provenance of(Authorship authorship, List<String> told) {
        Instant noon = Instant.parse("2025-03-04T12:00:00+00:00");
        StoredDraft draft = new StoredDraft(
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                "ward",
                "p1",
                noon,
                "A text.",
                "0".repeat(64),
                new DraftContent(
                        DocumentKind.SUMMARY,
                        authorship,
                        List.of("Observation/1/_history/3", "Condition/2"),
                        List.of(
                                new KeptStatement(
                                        "results", "One.", "supported", "", List.of("Observation/1/_history/3")),
                                new KeptStatement("results", "Two.", "supported", "", List.of("Condition/2")),
                                new KeptStatement("results", "Three.", "not-found", "", List.of())),
                        Backing.NONE,
                        told),
                Optional.empty(),
                Optional.empty());
        return DraftProvenance.of(
                SignedDrafts.by(draft, "Practitioner/hassan", noon.plusSeconds(60)),
                new Reference("DocumentReference/7"),
                new Reference("Device/1"),
                "The Hospital");
    }
}
