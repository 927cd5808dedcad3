package org.anamnesis.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anamnesis.draft.Authorship;
import org.anamnesis.store.DraftContent;
import org.anamnesis.store.DraftState;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Write profiles as files, and the documents they come to (standards: WBK, CRN, EPC). */
class WriteProfileFileTest {

    private static final Path SHIPPED = Path.of("src/main/resources/org/anamnesis/filing/profiles/generic.properties");

    @TempDir
    private Path directory;

    @Test
    void everyShippedProfileCanBeRead() {
        assertThat(WriteProfileFile.SHIPPED)
                .allSatisfy(
                        name -> assertThat(WriteProfileFile.named(name).title()).isNotBlank());
    }

    @Test
    void aWrongLineIsNamed() throws IOException {
        assertThatThrownBy(() -> changed("device = true", "")).hasMessageContaining("lacks device");
        assertThatThrownBy(() -> changed("device = true", "device = yes")).hasMessageContaining("device is neither");
        assertThatThrownBy(() -> changed("device = true", "device = true\nprovenence = true"))
                .hasMessageContaining("provenence");
        assertThatThrownBy(() -> changed("found-by = identifier", "found-by = luck"))
                .hasMessageContaining("found-by");
        assertThatThrownBy(() -> changed("document.identifier = true", "document.identifier = false"))
                .hasMessageContaining("identifier that it does not write");
        assertThatThrownBy(() -> changed("device = true", "device = false")).hasMessageContaining("Device");
        assertThatThrownBy(() -> WriteProfileFile.named("no-such-file")).isInstanceOf(WrongProfile.class);
    }

    @Test
    void oracleGetsOneAuthorFinalStatusAndTheEndOfThePeriod() {
        DocumentReference document = document("oracle-like");
        assertThat(document.getDocStatus().toCode()).isEqualTo("final");
        assertThat(document.getAuthor()).extracting(Reference::getReference).containsExactly("Practitioner/hassan");
        assertThat(document.hasAuthenticator()).isFalse();
        assertThat(document.getContent()).hasSize(1);
        assertThat(document.getContentFirstRep().getAttachment().getContentType())
                .isEqualTo("text/plain;charset=utf-8");
        assertThat(document.getContext().getPeriod().hasEnd()).isTrue();
        assertThat(document.getContext().getEncounter()).hasSize(1);
    }

    @Test
    void epicGetsPlainTextOfAVisit() {
        DocumentReference document = document("epic-like");
        assertThat(document.getContext().getEncounterFirstRep().getReference()).isEqualTo("Encounter/visit");
        assertThat(document.getContentFirstRep().getAttachment().getContentType())
                .isEqualTo("text/plain");
        assertThat(document.getAuthor()).hasSize(1);
    }

    @Test
    void usCoreGetsIdentifierCategorySignerAndSoftware() {
        DocumentReference document = document("us-core");
        assertThat(document.getIdentifierFirstRep().getValue()).startsWith("urn:uuid:");
        assertThat(document.getCategoryFirstRep().getCodingFirstRep().getCode()).isEqualTo("clinical-note");
        assertThat(document.getAuthor()).hasSize(2);
        assertThat(document.getAuthenticator().getReference()).isEqualTo("Practitioner/hassan");
        assertThat(document.getMeta().getSecurity()).hasSize(1);
    }

    @Test
    void aCorrectionReplacesWhatWasFiled() {
        DocumentReference document =
                FiledDocument.of(draft(), WriteProfile.GENERIC, Optional.empty(), Optional.of("DocumentReference/7"));
        assertThat(document.getRelatesToFirstRep().getCode().toCode()).isEqualTo("replaces");
        assertThat(document.getRelatesToFirstRep().getTarget().getReference()).isEqualTo("DocumentReference/7");
    }

    private WriteProfile changed(String line, String to) throws IOException {
        Path file = directory.resolve("changed.properties");
        Files.writeString(file, Files.readString(SHIPPED).replace(line, to));
        return WriteProfileFile.named(file.toString());
    }

    private static DocumentReference document(String profile) {
        return FiledDocument.of(
                draft(), WriteProfileFile.named(profile), Optional.of(new Reference("Device/1")), Optional.empty());
    }

    private static StoredDraft draft() {
        Instant at = Instant.parse("2025-03-04T12:00:00Z");
        return new StoredDraft(
                UUID.randomUUID(),
                "ward",
                "p1",
                at,
                "The text.\n",
                "0".repeat(64),
                new DraftContent(new Authorship.ByRules(Optional.empty()), List.of(), List.of()),
                Optional.of(new StoredDraft.Signature("Practitioner/hassan", at)),
                Optional.empty(),
                new StoredDraft.Review(
                        DraftState.SIGNED,
                        Optional.of("visit"),
                        Optional.empty(),
                        "The text.\n",
                        List.of(),
                        Optional.empty()));
    }
}
