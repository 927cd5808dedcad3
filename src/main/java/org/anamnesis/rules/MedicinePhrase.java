package org.anamnesis.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Standing;

/** How a medicine is put into words: what, how it is taken, how it stands, and when it was ordered. */
final class MedicinePhrase {

    /** A strength at the end of a product's name. */
    private static final Pattern STRENGTH = Pattern.compile("(?<=\\s)\\d[^\\s]*(?: [^\\s]+)?$");

    private static final Set<String> HAPPENINGS = Set.of("ordered", "reported", "given", "dispensed");

    private MedicinePhrase() {}

    /** {@code ", ordered 8 Oct 2024"}: by what the source says happened on the day, where it says so. */
    static String dated(Fact fact) {
        String happened = fact.attributes(Attribute.Role.CATEGORY)
                .map(Attribute::text)
                .filter(HAPPENINGS::contains)
                .findFirst()
                .orElse("dated");
        return fact.time().map(time -> ", " + happened + " " + time.dayText()).orElse("");
    }

    /** Name and dosage as one phrase, "Amlodipine 5 mg once daily": a strength that the dosage begins with is said once. */
    static String taken(Fact medication) {
        return taken(medication, UnaryOperator.identity());
    }

    /** @param inWords how the dosage is put, e.g. without shorthand */
    static String taken(Fact medication, UnaryOperator<String> inWords) {
        String name = Phrase.name(medication);
        return dosage(medication)
                .map(inWords)
                .map(words -> STRENGTH.matcher(name)
                        .results()
                        .filter(strength -> begins(words, strength.group()))
                        .findFirst()
                        .map(strength -> name.substring(0, strength.start()) + words)
                        .orElse(name + ": " + words))
                .orElse(name);
    }

    /** {@code ", on hold"}, {@code ", stopped 12 Nov 2024"}: how a medicine stands, where it is not simply taken. */
    static String stands(Fact medication) {
        if (medication.standing().isCurrent()) {
            return "";
        }
        String day = medication
                .attribute(Attribute.Role.ENDED)
                .flatMap(Attribute::time)
                .filter(end -> medication.standing() == Standing.STOPPED || medication.standing() == Standing.COMPLETED)
                .map(end -> " " + end.dayText())
                .orElse("");
        return ", " + medication.standing().word() + day;
    }

    private static boolean begins(String words, String start) {
        return words.regionMatches(true, 0, start, 0, start.length())
                && (words.length() == start.length() || words.charAt(start.length()) == ' ');
    }

    /** How a dose is taken, as written or put together from its parts. */
    static Optional<String> dosage(Fact medication) {
        return medication
                .attribute(Attribute.Role.INSTRUCTION)
                .map(instruction -> instruction.text().strip().replaceFirst("\\.$", ""))
                .filter(words -> !words.isEmpty())
                .or(() -> {
                    List<String> parts = Stream.of(Attribute.Role.DOSE, Attribute.Role.ROUTE, Attribute.Role.FREQUENCY)
                            .flatMap(role -> medication.attribute(role).stream())
                            .map(Attribute::text)
                            .toList();
                    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
                });
    }
}
