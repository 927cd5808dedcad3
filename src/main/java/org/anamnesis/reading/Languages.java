package org.anamnesis.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;

/** The name of a language; a bare BCP 47 code such as {@code en-US} is told in words. */
final class Languages {

    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*");

    private Languages() {}

    static Optional<String> words(CodeableConcept language) {
        return Words.of(language)
                .map(words -> CODE.matcher(words).matches()
                        ? Locale.forLanguageTag(words).getDisplayLanguage(Locale.ENGLISH)
                        : words)
                .filter(words -> !words.isBlank());
    }
}
