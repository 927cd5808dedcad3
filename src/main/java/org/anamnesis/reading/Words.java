package org.anamnesis.reading;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Concept;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** The best words a coded element gives: its text, the coding its author chose, any display, and a bare code at last. */
final class Words {

    private Words() {}

    static Optional<String> of(CodeableConcept concept) {
        Optional<String> text = nonBlank(concept.getText());
        if (text.isPresent()) {
            return text;
        }
        List<Coding> codings = concept.getCoding().stream()
                .filter(coding -> !Absences.isMissing(coding))
                .toList();
        Stream<@Nullable String> chosen =
                codings.stream().filter(Coding::getUserSelected).map(Coding::getDisplay);
        Stream<@Nullable String> displays = codings.stream().map(Coding::getDisplay);
        Stream<@Nullable String> codes =
                codings.stream().map(coding -> Absences.statement(coding).orElseGet(coding::getCode));
        return Stream.of(chosen, displays, codes)
                .flatMap(words -> words)
                .map(Words::nonBlank)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The concept, where the source gives it any words or code. */
    static Optional<Concept> concept(CodeableConcept concept) {
        return of(concept).map(words -> new Concept(words, codings(concept)));
    }

    /** The concept; {@code otherwise} says what it is where the source names nothing. */
    static Concept concept(CodeableConcept concept, String otherwise) {
        return concept(concept).orElseGet(() -> Concept.of(otherwise));
    }

    /** All of them in one line. */
    static Optional<String> joined(List<CodeableConcept> concepts) {
        String line = concepts.stream().map(Words::of).flatMap(Optional::stream).collect(Collectors.joining(", "));
        return nonBlank(line);
    }

    static Optional<String> display(Reference reference) {
        return nonBlank(reference.getDisplay());
    }

    static Optional<String> nonBlank(@Nullable String text) {
        return Optional.ofNullable(text).filter(words -> !words.isBlank());
    }

    static boolean isCoded(CodeableConcept concept, String system, String code) {
        return concept.getCoding().stream()
                .anyMatch(coding -> system.equals(coding.getSystem()) && code.equals(coding.getCode()));
    }

    /** Whether one of the codings has this code, whatever its system: for bound elements, where codes are enough. */
    static boolean hasCode(CodeableConcept concept, String code) {
        return concept.getCoding().stream().anyMatch(coding -> code.equals(coding.getCode()));
    }

    static List<Concept.Coding> codings(CodeableConcept concept) {
        return concept.getCoding().stream()
                .filter(coding -> coding.hasCode() && !Absences.isMissing(coding))
                .map(coding -> new Concept.Coding(
                        Objects.requireNonNullElse(coding.getSystem(), ""),
                        coding.getCode(),
                        Objects.requireNonNullElse(coding.getDisplay(), "")))
                .toList();
    }
}
