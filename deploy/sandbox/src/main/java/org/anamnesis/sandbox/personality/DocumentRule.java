package org.anamnesis.sandbox.personality;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Reference;

/** What an EHR can demand of a document, each with the words of the refusal. */
enum DocumentRule {
    STATUS_CURRENT(
            "status must be current", (seen, on) -> seen.document().getStatus() == DocumentReferenceStatus.CURRENT),
    DOC_STATUS_FINAL(
            "docStatus must be final", (seen, on) -> seen.document().getDocStatus() == ReferredDocumentStatus.FINAL),
    TYPE(
            "type must be one of a known list",
            (seen, on) -> seen.document().getType().getCoding().stream()
                    .anyMatch(coding -> coding.hasCode() && !on.refusedTypes().contains(coding.getCode()))),
    /** Either of LOINC or of the vendor's own codes. */
    TYPE_OF_ONE_SYSTEM(
            "type must be LOINC or proprietary, not both",
            (seen, on) -> seen.document().getType().getCoding().stream()
                            .map(Coding::getSystem)
                            .distinct()
                            .count()
                    == 1),
    CATEGORY_CLINICAL_NOTE(
            "category must hold clinical-note",
            (seen, on) -> seen.document().getCategory().stream()
                    .flatMap(category -> category.getCoding().stream())
                    .anyMatch(coding -> "clinical-note".equals(coding.getCode()))),
    SUBJECT(
            "subject must be a Patient",
            (seen, on) -> "Patient"
                    .equals(seen.document().getSubject().getReferenceElement().getResourceType())),
    ONE_PRACTITIONER_AS_AUTHOR(
            "author must be exactly one Practitioner",
            (seen, on) -> seen.document().getAuthor().size() == 1
                    && "Practitioner"
                            .equals(seen.document()
                                    .getAuthorFirstRep()
                                    .getReferenceElement()
                                    .getResourceType())),
    NO_AUTHENTICATOR(
            "authenticator is not supported", (seen, on) -> !seen.document().hasAuthenticator()),
    ONE_CONTENT(
            "exactly one content is supported",
            (seen, on) -> seen.document().getContent().size() == 1),
    DATA(
            "content.attachment.data is required",
            (seen, on) -> attachment(seen).hasData() && !attachment(seen).hasUrl()),
    CONTENT_TYPE(
            "content.attachment.contentType is not supported",
            (seen, on) -> attachment(seen).hasContentType()
                    && (on.contentTypes().isEmpty()
                            || on.contentTypes()
                                    .contains(attachment(seen)
                                            .getContentType()
                                            .replace(" ", "")
                                            .toLowerCase(Locale.ROOT)))),
    /** A visit that exists and is the patient's. */
    ENCOUNTER(
            "Valid encounter required",
            (seen, on) -> seen.document().getContext().getEncounter().size() == 1
                    && seen.encounter()
                            .apply(seen.document().getContext().getEncounterFirstRep())
                            .filter(visit -> isOf(visit, seen.document()))
                            .isPresent()),
    PERIOD_END(
            "context.period.end with a time is required",
            (seen, on) -> seen.document().getContext().getPeriod().hasEnd()
                    && seen.document().getContext().getPeriod().getEndElement().hasTime());

    /**
     * @param document as sent
     * @param encounter what the EHR has under a reference
     */
    record Seen(DocumentReference document, Function<Reference, Optional<Encounter>> encounter) {}

    private final String words;
    private final BiPredicate<Seen, Personality> holds;

    DocumentRule(String words, BiPredicate<Seen, Personality> holds) {
        this.words = words;
        this.holds = holds;
    }

    /** Why a document is refused; empty where this rule takes it. */
    Optional<String> refusal(Seen seen, Personality personality) {
        return holds.test(seen, personality) ? Optional.empty() : Optional.of(words);
    }

    private static Attachment attachment(Seen seen) {
        return seen.document().getContentFirstRep().getAttachment();
    }

    private static boolean isOf(Encounter visit, DocumentReference document) {
        String patient = visit.getSubject().getReferenceElement().getIdPart();
        return patient != null
                && patient.equals(document.getSubject().getReferenceElement().getIdPart());
    }
}
