package org.anamnesis.filing;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;

/**
 * What an EHR did not keep of a filed note besides its text: many drop what they do not know. It blocks nothing, and the clinician
 * is told.
 */
public enum NotKept {
    AI_LABEL("ai-label", "kept no AI label"),
    REPLACES("replaces", "does not show that this note replaces the earlier one"),
    AI_AUTHOR("ai-author", "does not name the software as an author"),
    DOC_STATUS("doc-status", "does not show the status of the note as it was filed"),
    ENCOUNTER("encounter", "does not show the visit it belongs to"),
    /** Of no meaning to a clinician: the note is then known by its text. */
    IDENTIFIER("identifier", ""),
    DEVICE("device", "took no entry for the software that wrote"),
    PROVENANCE("provenance", "took no record of how the note was made");

    private final String code;
    private final String words;

    NotKept(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** What of a document as it was sent the EHR's own lacks; the text apart. */
    static Set<NotKept> of(DocumentReference sent, DocumentReference held) {
        Set<NotKept> lost = EnumSet.noneOf(NotKept.class);
        if (sent.getMeta().hasSecurity()
                && held.getMeta().getSecurity().stream().noneMatch(NotKept::isLabel)) {
            lost.add(AI_LABEL);
        }
        if (!sent.getRelatesTo().stream()
                .allMatch(before -> held.getRelatesTo().stream()
                        .anyMatch(one ->
                                one.getCode() == before.getCode() && isSame(one.getTarget(), before.getTarget())))) {
            lost.add(REPLACES);
        }
        if (!sent.getAuthor().stream()
                .filter(author -> "Device".equals(new IdType(author.getReference()).getResourceType()))
                .allMatch(author -> isAmong(author, held.getAuthor()))) {
            lost.add(AI_AUTHOR);
        }
        if (sent.hasDocStatus() && sent.getDocStatus() != held.getDocStatus()) {
            lost.add(DOC_STATUS);
        }
        if (!sent.getContext().getEncounter().stream()
                .allMatch(visit -> isAmong(visit, held.getContext().getEncounter()))) {
            lost.add(ENCOUNTER);
        }
        if (!sent.getIdentifier().stream()
                .allMatch(ours -> held.getIdentifier().stream()
                        .anyMatch(one -> ours.getValue().equalsIgnoreCase(one.getValue())))) {
            lost.add(IDENTIFIER);
        }
        return lost;
    }

    /**
     * What is not kept, in words for the clinician; empty where that is nothing that means anything to them.
     *
     * @param codes as they are kept; one of another version of the product is passed over
     */
    static Optional<String> words(Collection<String> codes) {
        List<String> all = Arrays.stream(values())
                .filter(one -> codes.contains(one.code) && !one.words.isEmpty())
                .map(one -> one.words)
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        String first = String.join(", ", all.subList(0, all.size() - 1));
        return Optional.of("This EHR " + (first.isEmpty() ? "" : first + " and ") + all.getLast() + ".");
    }

    private static boolean isLabel(Coding label) {
        return AiLabel.coding().getCode().equals(label.getCode())
                && AiLabel.coding().getSystem().equals(label.getSystem());
    }

    private static boolean isAmong(Reference wanted, List<Reference> held) {
        return held.stream().anyMatch(one -> isSame(one, wanted));
    }

    /** The same resource, whether the EHR writes its references with its base and version or without. */
    private static boolean isSame(Reference one, Reference other) {
        IdType here = new IdType(one.getReference());
        IdType there = new IdType(other.getReference());
        return here.hasIdPart()
                && here.getIdPart().equals(there.getIdPart())
                && String.valueOf(here.getResourceType()).equals(there.getResourceType());
    }
}
