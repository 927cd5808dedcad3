package org.anamnesis.composition;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anamnesis.conformity.Conformity;
import org.anamnesis.document.Block;
import org.anamnesis.document.Outline;
import org.anamnesis.document.SomeDraft;
import org.anamnesis.store.DraftState;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** DOC-01 and DOC-02 of the acceptance list. */
class FhirDocumentTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Place PLACE = new Place("https://ehr.example/fhir", "Ward EHR");

    private final StoredDraft unsigned = new SomeDraft().stored();
    private final StoredDraft visited = new SomeDraft().byModel().within("visit-9", DraftState.FILED);
    private final StoredDraft signed = new SomeDraft().byModel().signed().stored();

    @Test
    void itIsADocumentWhoseFirstEntryIsTheCompositionWithIdentifierAndTimestamp() {
        Bundle bundle = document(signed);
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.DOCUMENT);
        assertThat(bundle.getEntryFirstRep().getResource()).isInstanceOf(Composition.class);
        assertThat(bundle.getIdentifier().getValue()).startsWith("urn:uuid:").isNotEqualTo("urn:uuid:" + signed.id());
        assertThat(bundle.getTimestamp()).isEqualTo("2025-03-04T13:14:15Z");
        assertThat(composition(signed).getIdentifier().getValue()).isEqualTo("urn:uuid:" + signed.id());
    }

    @Test
    void everyReferenceLeadsToAnEntryAndEveryEntryButTheFirstIsReferredTo() {
        for (StoredDraft draft : List.of(unsigned, signed, visited)) {
            Bundle bundle = document(draft);
            List<String> urls = bundle.getEntry().stream()
                    .map(BundleEntryComponent::getFullUrl)
                    .toList();
            List<String> references = new ArrayList<>();
            bundle.getEntry()
                    .forEach(
                            entry -> FHIR
                                    .newTerser()
                                    .getAllPopulatedChildElementsOfType(entry.getResource(), Reference.class)
                                    .stream()
                                    // One that names a thing by its identifier alone leads nowhere, and is not meant
                                    // to.
                                    .filter(Reference::hasReference)
                                    .forEach(reference -> references.add(reference.getReference())));
            assertThat(urls).doesNotHaveDuplicates().containsAll(references);
            assertThat(references).containsAll(urls.subList(1, urls.size()));
        }
    }

    @Test
    void theSignerAttestsAndIsAuthorBesideTheDeviceThatWrote() {
        Composition composition = composition(signed);
        assertThat(composition.getStatus()).isEqualTo(Composition.CompositionStatus.FINAL);
        assertThat(composition.getAttesterFirstRep().getParty().getReference())
                .isEqualTo("https://ehr.example/fhir/Practitioner/p7");
        assertThat(composition.getAttesterFirstRep().getTime()).isEqualTo("2025-03-04T13:14:15Z");
        assertThat(composition.getAuthor()).hasSize(2);
        Bundle bundle = document(signed);
        Device device = (Device) at(bundle, composition.getAuthor().getFirst().getReference());
        assertThat(device.getModelNumber()).isEqualTo("m-1");
        assertThat(composition.getMeta().getSecurityFirstRep().getCode()).isEqualTo("AIAST");
    }

    @Test
    void theVisitWithinWhichItWasSignedIsInTheDocument() {
        Bundle bundle = document(visited);
        Conformity.assertValid(bundle);
        String url = composition(visited).getEncounter().getReference();
        assertThat(url).isEqualTo("https://ehr.example/fhir/Encounter/visit-9");
        Encounter encounter = (Encounter) at(bundle, url);
        assertThat(encounter.getSubject().getReference())
                .isEqualTo(composition(visited).getSubject().getReference());
        assertThat(composition(signed).hasEncounter())
                .as("signed outside a visit")
                .isFalse();
    }

    @Test
    void whatWasTakenBackDoesNotSayThatItHolds() {
        StoredDraft retracted = new SomeDraft().within("visit-9", DraftState.ENTERED_IN_ERROR);
        assertThat(composition(retracted).getStatus()).isEqualTo(Composition.CompositionStatus.ENTEREDINERROR);
        assertThat(composition(new SomeDraft().within("visit-9", DraftState.SUPERSEDED))
                        .getStatus())
                .as("it was final in its time, and the later one says that it takes its place")
                .isEqualTo(Composition.CompositionStatus.FINAL);
    }

    @Test
    void invariant3WithoutASignatureItIsPreliminaryAndNobodyAttests() {
        Composition composition = composition(unsigned);
        assertThat(composition.getStatus()).isEqualTo(Composition.CompositionStatus.PRELIMINARY);
        assertThat(composition.getAttester()).isEmpty();
        assertThat(composition.getAuthor()).hasSize(1);
    }

    @Test
    void theSectionsHoldEveryWordOfTheTextAsNarrativeAndTheSourcesBehind() {
        StringBuilder narrative = new StringBuilder();
        for (Composition.SectionComponent section : composition(signed).getSection()) {
            assertThat(section.getText().hasDiv()).isTrue();
            narrative.append(section.getText().getDiv().allText()).append(' ');
        }
        String read = narrative.toString().replaceAll("\\s+", " ");
        for (Block block : Outline.of(signed).blocks()) {
            assertThat(read).contains(block.text());
        }
        assertThat(read).contains("[1] result: Potassium | 5.9 mmol/L, 2025-03-03");
    }

    @Test
    void thePatientIsThatOfTheBanner() {
        Bundle bundle = document(signed);
        Patient patient = (Patient) at(bundle, composition(signed).getSubject().getReference());
        assertThat(patient.getNameFirstRep().getText()).isEqualTo("Ada Okonjo");
        assertThat(patient.getBirthDateElement().getValueAsString()).isEqualTo("1951-02-03");
        assertThat(patient.getGender().toCode()).isEqualTo("female");
        assertThat(patient.getIdentifierFirstRep().getValue()).isEqualTo("MRN-77");
    }

    @Test
    void theSameDraftGivesTheSameDocumentAndReadsBackAsItWasWritten() {
        String json = json(document(signed));
        assertThat(json(document(signed))).isEqualTo(json);
        assertThat(json(FHIR.newJsonParser().parseResource(Bundle.class, json))).isEqualTo(json);
    }

    @Test
    void oneThatTakesThePlaceOfAnotherNamesIt() {
        UUID earlier = UUID.fromString("3f2b0a54-0000-4000-8000-00000000000b");
        Composition composition = (Composition) FhirDocument.of(signed, PLACE, Optional.of(earlier))
                .getEntryFirstRep()
                .getResource();
        assertThat(composition.getRelatesToFirstRep().getCode().toCode()).isEqualTo("replaces");
        assertThat(composition.getRelatesToFirstRep().getTargetIdentifier().getValue())
                .isEqualTo("urn:uuid:" + earlier);
    }

    private static Bundle document(StoredDraft draft) {
        return FhirDocument.of(draft, PLACE, Optional.empty());
    }

    private static Composition composition(StoredDraft draft) {
        return (Composition) document(draft).getEntryFirstRep().getResource();
    }

    private static Object at(Bundle bundle, String url) {
        return bundle.getEntry().stream()
                .filter(entry -> entry.getFullUrl().equals(url))
                .findFirst()
                .orElseThrow()
                .getResource();
    }

    private static String json(Bundle bundle) {
        return FHIR.newJsonParser().encodeResourceToString(bundle);
    }
}
