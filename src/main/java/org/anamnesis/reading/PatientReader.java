package org.anamnesis.reading;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.ClinicalTime.Precision;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Demographics;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * The patient: who it is for the banner, and what may be said of a patient without a name (age, sex, language, {@link
 * PersonalDetails}, death) as facts that a statement can cite. Age is counted at the chart's {@code asOf}.
 */
final class PatientReader {

    private static final String IDENTIFIER_TYPE = "http://terminology.hl7.org/CodeSystem/v2-0203";

    private PatientReader() {}

    static Demographics demographics(Patient patient, List<? extends Resource> resources) {
        return new Demographics(
                Sources.id(patient).orElse(""),
                name(patient).map(PlainText::of),
                Times.of(patient.getBirthDateElement()),
                sex(patient),
                recordNumber(patient).map(PlainText::of),
                hasDied(patient),
                IdentifyingWords.of(patient, resources));
    }

    static Stream<Finding> read(Patient patient, ClinicalTime asOf) {
        List<Finding> findings = new ArrayList<>();
        age(patient, asOf).ifPresent(age -> findings.add(fact(patient, "Age", age, "birthDate")));
        sex(patient).flatMap(Values::worded).ifPresent(sex -> findings.add(fact(patient, "Sex", sex, "gender")));
        patient.getCommunication().stream()
                .map(language -> Words.of(language.getLanguage()))
                .flatMap(Optional::stream)
                .flatMap(language -> Values.worded(language).stream())
                .findFirst()
                .ifPresent(language -> findings.add(fact(patient, "Language", language, "communication")));
        PersonalDetails.of(patient)
                .forEach(detail -> Values.worded(detail.words())
                        .ifPresent(words -> findings.add(fact(patient, detail.name(), words, detail.element()))));
        if (hasDied(patient)) {
            Optional<ClinicalTime> died = Times.start(patient.getDeceased());
            findings.add(new Finding(
                    FactKind.PATIENT,
                    Concept.of("Deceased"),
                    Standing.FINAL,
                    died,
                    new Attributes(),
                    Sources.of(patient, "deceased")));
        }
        return findings.stream();
    }

    private static Finding fact(Patient patient, String what, Value value, String element) {
        return new Finding(
                FactKind.PATIENT,
                Concept.of(what),
                Optional.of(value),
                Standing.FINAL,
                Optional.empty(),
                List.of(),
                Sources.of(patient, element));
    }

    /** In years; in months below two years, in days below two months. At death where the patient has died. */
    private static Optional<Value> age(Patient patient, ClinicalTime asOf) {
        Optional<ClinicalTime> birth = Times.of(patient.getBirthDateElement())
                .filter(known -> known.precision().compareTo(Precision.DAY) >= 0);
        ClinicalTime at = Times.start(patient.getDeceased()).orElse(asOf);
        return birth.filter(known -> !at.date().isBefore(known.date())).map(known -> {
            Period lived = Period.between(known.date(), at.date());
            long months = lived.toTotalMonths();
            if (months < 2) {
                return quantity(at.date().toEpochDay() - known.date().toEpochDay(), "days", "d");
            }
            return months < 24 ? quantity(months, "months", "mo") : quantity(lived.getYears(), "years", "a");
        });
    }

    private static Value quantity(long number, String unit, String ucum) {
        return new Value.Quantity(BigDecimal.valueOf(number), unit, Optional.of(ucum), Optional.empty());
    }

    private static Optional<String> sex(Patient patient) {
        return patient.hasGender() ? Optional.of(patient.getGender().toCode()) : Optional.empty();
    }

    private static boolean hasDied(Patient patient) {
        return patient.getDeceased() instanceof BooleanType told ? told.booleanValue() : patient.hasDeceased();
    }

    private static Optional<String> name(Patient patient) {
        List<HumanName> names = patient.getName();
        return Stream.concat(names.stream().filter(name -> name.getUse() == NameUse.OFFICIAL), names.stream())
                .map(PatientReader::written)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> written(HumanName name) {
        String parts = (name.getGivenAsSingleString() + " "
                        + Optional.ofNullable(name.getFamily()).orElse(""))
                .strip();
        return Words.nonBlank(parts).or(() -> Words.nonBlank(name.getText()));
    }

    private static Optional<String> recordNumber(Patient patient) {
        List<Identifier> identifiers = patient.getIdentifier();
        return Stream.concat(
                        identifiers.stream()
                                .filter(identifier -> Words.isCoded(identifier.getType(), IDENTIFIER_TYPE, "MR")),
                        identifiers.stream())
                .map(Identifier::getValue)
                .map(Words::nonBlank)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
