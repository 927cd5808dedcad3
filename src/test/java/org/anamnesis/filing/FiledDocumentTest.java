package org.anamnesis.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anamnesis.draft.Authorship;
import org.anamnesis.store.DraftContent;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** What the EHR answers is believed only where it is ours: two charts may well have the same text. */
class FiledDocumentTest {

    private static final Authorship RULES = new Authorship.ByRules(Optional.empty());

    private final StoredDraft draft = draft("p1");

    @Test
    void knowsItsDocumentByIdentifierAndPatient() {
        DocumentReference held = FiledDocument.of(draft, Optional.empty());
        assertThat(FiledDocument.isOf(held, draft)).isTrue();
        held.setSubject(new Reference("https://ehr.example/fhir/Patient/p1/_history/3"));
        assertThat(FiledDocument.isOf(held, draft)).isTrue();
    }

    @Test
    void invariant4TheSameTextOfAnotherDraftIsNotItsDocument() {
        assertThat(FiledDocument.isOf(FiledDocument.of(draft("p1"), Optional.empty()), draft))
                .isFalse();
    }

    @Test
    void case58ItsIdentifierAtAnotherPatientIsNotItsDocument() {
        DocumentReference held = FiledDocument.of(draft, Optional.empty());
        held.setSubject(new Reference("Patient/p2"));
        assertThat(FiledDocument.isOf(held, draft)).isFalse();
        held.setSubject(new Reference("Group/p1"));
        assertThat(FiledDocument.isOf(held, draft)).isFalse();
        held.setSubject(new Reference());
        assertThat(FiledDocument.isOf(held, draft)).isFalse();
    }

    @Test
    void knowsItsDeviceByIdentifier() {
        assertThat(AiDevice.isOf(AiDevice.of(RULES), RULES)).isTrue();
        assertThat(AiDevice.isOf(new Device(), RULES)).isFalse();
        assertThat(AiDevice.isOf(AiDevice.of(new Authorship.ByModel("m", "brief-1", "0")), RULES))
                .isFalse();
    }

    @Test
    void aProvenanceOfAnotherDocumentIsNotOurs() {
        Provenance known = new Provenance().addTarget(new Reference("DocumentReference/7/_history/1"));
        known.addAgent().setWho(new Reference("https://ehr.example/fhir/Device/1"));
        assertThat(DraftProvenance.isOf(known, "DocumentReference/7", "Device/1"))
                .isTrue();
        assertThat(DraftProvenance.isOf(known, "DocumentReference/8", "Device/1"))
                .isFalse();
        assertThat(DraftProvenance.isOf(known, "DocumentReference/7", "Device/2"))
                .isFalse();
    }

    private static StoredDraft draft(String patient) {
        return new StoredDraft(
                UUID.randomUUID(),
                "ward",
                patient,
                Instant.parse("2025-03-04T12:00:00Z"),
                "The same text.\n",
                "0".repeat(64),
                new DraftContent(RULES, List.of(), List.of()),
                Optional.empty(),
                Optional.empty());
    }
}
