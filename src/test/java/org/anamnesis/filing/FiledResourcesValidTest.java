package org.anamnesis.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.anamnesis.conformity.Conformity;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.Backing;
import org.anamnesis.draft.DocumentKind;
import org.anamnesis.review.SignedDrafts;
import org.anamnesis.store.DraftContent;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is filed is valid: R4, US Core 7.0.0 and 8.0.0 where they are at hand, and the AI profiles. */
class FiledResourcesValidTest {

    private static final Instant NOON = Instant.parse("2025-03-04T12:00:00Z");

    static Stream<Authorship> writers() {
        return Stream.of(
                new Authorship.ByModel("mistral", "brief-3", "ab".repeat(32)),
                new Authorship.ByRules(Optional.empty()),
                new Authorship.ByRules(Optional.of(Authorship.Fallback.TIMEOUT)));
    }

    @ParameterizedTest
    @MethodSource("writers")
    void documentDeviceAndProvenanceAreValid(Authorship writer) {
        for (DocumentKind kind : DocumentKind.values()) {
            StoredDraft draft = draft(writer, kind);
            Conformity.assertValid(FiledDocument.of(draft, Optional.empty()));
            StoredDraft signed =
                    SignedDrafts.by(draft, "Practitioner/hassan", NOON).draft();
            Conformity.assertValid(FiledDocument.of(signed, Optional.of(new Reference("Device/1"))));
        }
        Conformity.assertValid(AiDevice.of(writer));
        Conformity.assertValid(DraftProvenanceTest.of(writer));
    }

    @Test
    void whatIsWrongIsSeen() {
        DocumentReference document = FiledDocument.of(
                draft(new Authorship.ByRules(Optional.empty()), DocumentKind.SUMMARY), Optional.empty());
        document.setStatus(null);
        document.getMeta().getSecurity().clear();
        assertThat(Conformity.errors(document))
                .anyMatch(error -> error.startsWith("R4:"))
                .anyMatch(error -> error.startsWith("own: AIAST"));
        Provenance provenance = DraftProvenanceTest.of(new Authorship.ByRules(Optional.empty()));
        provenance.getAgentFirstRep().setOnBehalfOf(null);
        assertThat(Conformity.errors(provenance)).anyMatch(error -> error.contains("provenance-1"));
    }

    private static StoredDraft draft(Authorship writer, DocumentKind kind) {
        DraftContent content = new DraftContent(writer, List.of("Condition/2"), List.of());
        return new StoredDraft(
                UUID.randomUUID(),
                "ward",
                "p1",
                NOON,
                "A text.",
                "0".repeat(64),
                kind == DocumentKind.SUMMARY
                        ? content
                        : new DraftContent(kind, writer, content.sources(), content.statements(), Backing.NONE),
                Optional.empty(),
                Optional.empty());
    }
}
