package org.anamnesis.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * What kind of stay an encounter is. The class alone does not tell: EHRs give an admission through the emergency
 * department the class EMER, and an intensive care stay the class of any acute one.
 */
enum Stay {
    HOSPITAL("hospital stay"),
    EMERGENCY("emergency department stay"),
    INTENSIVE_CARE("intensive care stay");

    private static final Pattern OF_INTENSIVE_CARE = Pattern.compile(
            ".*(?:\\bintensive care\\b|\\bcritical care\\b|\\bcoronary care\\b|\\b[a-z]{0,4}icu\\b|\\bccu\\b|\\bitu\\b).*");
    private static final Pattern REGISTER =
            Pattern.compile(".*(?:encounter|visit|stay|episode)[^a-z]+(icu|ed|emergency|hosp|hospital|inpatient)");

    private final String words;

    Stay(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /**
     * By the register its number is from, else by its wards, else by its class; empty for a visit.
     *
     * @param places the names of its wards
     */
    static Optional<Stay> of(Encounter encounter, List<String> places) {
        return encounter.getIdentifier().stream()
                .map(Stay::ofRegister)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> ofPlaces(places))
                .or(() -> ofClass(encounter.getClass_().getCode()));
    }

    /** E.g. {@code .../encounter-icu}: the last word of the identifier's system. */
    private static Optional<Stay> ofRegister(Identifier identifier) {
        String system = identifier.hasSystem() ? identifier.getSystem().toLowerCase(Locale.ROOT) : "";
        Matcher register = REGISTER.matcher(system);
        if (!register.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (register.group(1)) {
                    case "icu" -> INTENSIVE_CARE;
                    case "ed", "emergency" -> EMERGENCY;
                    default -> HOSPITAL;
                });
    }

    private static Optional<Stay> ofPlaces(List<String> places) {
        boolean intensive = !places.isEmpty()
                && places.stream()
                        .allMatch(place -> OF_INTENSIVE_CARE
                                .matcher(place.toLowerCase(Locale.ROOT))
                                .matches());
        return intensive ? Optional.of(INTENSIVE_CARE) : Optional.empty();
    }

    /** HL7 v3 ActCode. */
    private static Optional<Stay> ofClass(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "EMER" -> Optional.of(EMERGENCY);
            case "IMP", "ACUTE", "NONAC", "OBSENC", "SS" -> Optional.of(HOSPITAL);
            default -> Optional.empty();
        };
    }
}
