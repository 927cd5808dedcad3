package org.anamnesis.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * What a Patient resource says of the person besides age and sex, each under the name it is asked for by: marital status,
 * race, ethnicity, birth sex, gender identity and the like (US Core and R4 extensions).
 */
final class PersonalDetails {

    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";
    private static final String R4 = "http://hl7.org/fhir/StructureDefinition/";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry(US_CORE + "race", "Race"),
            Map.entry(US_CORE + "ethnicity", "Ethnicity"),
            Map.entry(US_CORE + "birthsex", "Birth sex"),
            Map.entry(US_CORE + "sex", "Sex for clinical use"),
            Map.entry(US_CORE + "genderIdentity", "Gender identity"),
            Map.entry(US_CORE + "tribal-affiliation", "Tribal affiliation"),
            Map.entry(US_CORE + "interpreter-needed", "Interpreter needed"),
            Map.entry(R4 + "patient-genderIdentity", "Gender identity"),
            Map.entry(R4 + "individual-genderIdentity", "Gender identity"),
            Map.entry(R4 + "individual-pronouns", "Pronouns"),
            Map.entry(R4 + "patient-religion", "Religion"),
            Map.entry(R4 + "patient-interpreterRequired", "Interpreter needed"));

    /** HL7 v3 MaritalStatus. */
    private static final Map<String, String> MARITAL = Map.ofEntries(
            Map.entry("A", "annulled"),
            Map.entry("D", "divorced"),
            Map.entry("I", "interlocutory"),
            Map.entry("L", "legally separated"),
            Map.entry("M", "married"),
            Map.entry("C", "common law"),
            Map.entry("P", "polygamous"),
            Map.entry("T", "domestic partner"),
            Map.entry("U", "unmarried"),
            Map.entry("S", "never married"),
            Map.entry("W", "widowed"));

    /** HL7 v3 AdministrativeGender and its unknowns, as birth sex is coded. */
    private static final Map<String, String> SEXES = Map.of("M", "male", "F", "female", "UNK", "unknown", "ASKU", "asked but unknown", "OTH", "other");

    private PersonalDetails() {}

    /** One detail: its name, its words, and where it stands. */
    record Detail(String name, String words, String element) {}

    static Stream<Detail> of(Patient patient) {
        Stream<Detail> marital = marital(patient.getMaritalStatus())
                .map(words -> new Detail("Marital status", words, "maritalStatus"))
                .stream();
        Stream<Detail> birth = patient.getMultipleBirth() instanceof BooleanType multiple && multiple.booleanValue()
                ? Stream.of(new Detail("Multiple birth", "yes", "multipleBirth"))
                : Stream.empty();
        Stream<Detail> extensions = patient.getExtension().stream()
                .filter(extension -> NAMES.containsKey(extension.getUrl()))
                .flatMap(extension -> words(extension)
                        .map(words -> new Detail(
                                NAMES.getOrDefault(extension.getUrl(), ""),
                                words,
                                "extension('" + extension.getUrl() + "')"))
                        .stream());
        return Stream.of(marital, birth, extensions).flatMap(details -> details);
    }

    private static Optional<String> marital(CodeableConcept status) {
        return status.getCoding().stream()
                .map(Coding::getCode)
                .map(code -> code == null ? null : MARITAL.get(code))
                .map(Words::nonBlank)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> Words.of(status));
    }

    /** The text of a race or an ethnicity, else its categories; the value of a plain extension. */
    private static Optional<String> words(Extension extension) {
        if (extension.hasValue()) {
            return words(extension.getValue());
        }
        List<Extension> parts = extension.getExtension();
        return Stream.of("text", "ombCategory", "value", "tribalAffiliation")
                .map(name -> parts.stream()
                        .filter(part -> name.equals(part.getUrl()))
                        .map(part -> words(part.getValue()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ")))
                .filter(words -> !words.isBlank())
                .findFirst();
    }

    private static Optional<String> words(@Nullable Type value) {
        return switch (value) {
            case null -> Optional.empty();
            case Coding coding -> Words.of(new CodeableConcept(coding)).map(words -> SEXES.getOrDefault(words, words));
            case CodeableConcept concept -> Words.of(concept);
            case BooleanType yes -> Optional.of(yes.booleanValue() ? "yes" : "no");
            case PrimitiveType<?> primitive ->
                Words.nonBlank(primitive.getValueAsString()).map(words -> SEXES.getOrDefault(words, words));
            default -> Optional.empty();
        };
    }
}
