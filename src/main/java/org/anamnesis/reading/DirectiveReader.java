package org.anamnesis.reading;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Flag;

/**
 * What everybody at the bedside must know: code status, ceilings of care, alerts (Flag), and the forms behind them
 * (Consent, and a DocumentReference that is an advance directive).
 *
 * <p>Entered in error and drafts: no fact. Active: active. Inactive: inactive. A proposed consent: planned. A rejected
 * one: cancelled.
 */
final class DirectiveReader {

    /** LOINC: advance directives, living will, power of attorney, portable medical orders, resuscitation orders. */
    private static final Set<String> DOCUMENTS = Set.of(
            "42348-3",
            "75320-2",
            "86533-7",
            "64298-3",
            "92664-0",
            "93037-0",
            "81334-5",
            "84095-9",
            "81351-9",
            "100822-6",
            "104144-1",
            "78823-2");

    private DirectiveReader() {}

    static Stream<Finding> read(Flag flag) {
        Standing standing;
        switch (flag.getStatus()) {
            case null -> standing = Standing.UNSTATED;
            case ENTEREDINERROR -> {
                return Stream.empty();
            }
            case ACTIVE -> standing = Standing.ACTIVE;
            case INACTIVE -> standing = Standing.INACTIVE;
            case NULL -> standing = Standing.UNSTATED;
        }
        Attributes attributes =
                new Attributes().each(Role.CATEGORY, flag.getCategory()).time(Role.ENDED, Times.end(flag.getPeriod()));
        return Stream.of(new Finding(
                FactKind.DIRECTIVE,
                Words.concept(flag.getCode(), "Flag without words"),
                standing,
                Times.start(flag.getPeriod()),
                attributes,
                Sources.of(flag, "code")));
    }

    static Stream<Finding> read(Consent consent) {
        Optional<Standing> standing = standing(consent);
        Concept concept = Words.joined(consent.getCategory())
                .or(() -> Words.of(consent.getPolicyRule()))
                .or(() -> Words.of(consent.getScope()))
                .map(Concept::of)
                .orElseGet(() -> Concept.of("Consent"));
        Attributes attributes = new Attributes()
                .words(Role.CATEGORY, "consent")
                .words(Role.OUTCOME, decision(consent))
                .words(Role.COMMENT, Words.of(consent.getPolicyRule()).filter(words -> !words.equals(concept.text())))
                .each(Role.COMMENT, consent.getProvision().getCode())
                .time(Role.ENDED, Times.end(consent.getProvision().getPeriod()));
        return standing.stream()
                .map(known -> new Finding(
                        FactKind.DIRECTIVE,
                        concept,
                        known,
                        Times.of(consent.getDateTimeElement()),
                        attributes,
                        Sources.of(consent, "")));
    }

    private static Optional<String> decision(Consent consent) {
        return Optional.ofNullable(consent.getProvision().getType()).flatMap(type -> switch (type) {
            case PERMIT -> Optional.of("permitted");
            case DENY -> Optional.of("denied");
            case NULL -> Optional.empty();
        });
    }

    /** An advance directive on file, beside the note that it is: its text is in the note. */
    static Stream<Finding> read(DocumentReference document) {
        boolean directive = Stream.concat(Stream.of(document.getType()), document.getCategory().stream())
                .flatMap(concept -> concept.getCoding().stream())
                .anyMatch(coding -> DOCUMENTS.contains(coding.getCode()));
        if (!directive || document.getDocStatus() == ReferredDocumentStatus.ENTEREDINERROR) {
            return Stream.empty();
        }
        Standing standing;
        switch (document.getStatus()) {
            case null -> standing = Standing.UNSTATED;
            case ENTEREDINERROR -> {
                return Stream.empty();
            }
            case CURRENT -> standing = Standing.ACTIVE;
            case SUPERSEDED -> standing = Standing.INACTIVE;
            case NULL -> standing = Standing.UNSTATED;
        }
        Concept concept = Words.concept(document.getType())
                .or(() -> Words.nonBlank(document.getDescription()).map(Concept::of))
                .orElseGet(() -> Concept.of("Advance directive"));
        return Stream.of(new Finding(
                FactKind.DIRECTIVE,
                concept,
                Values.worded("document on file"),
                standing,
                Times.of(document.getDateElement()),
                new Attributes().each(Role.CATEGORY, document.getCategory()).list(),
                Sources.of(document, "type")));
    }

    private static Optional<Standing> standing(Consent consent) {
        if (consent.getStatus() == null) {
            return Optional.of(Standing.UNSTATED);
        }
        return switch (consent.getStatus()) {
            case ACTIVE -> Optional.of(Standing.ACTIVE);
            case PROPOSED -> Optional.of(Standing.PLANNED);
            case REJECTED -> Optional.of(Standing.CANCELLED);
            case INACTIVE -> Optional.of(Standing.INACTIVE);
            case DRAFT, ENTEREDINERROR -> Optional.empty();
            case NULL -> Optional.of(Standing.UNSTATED);
        };
    }
}
