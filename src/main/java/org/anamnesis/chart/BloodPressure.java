package org.anamnesis.chart;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A blood pressure read off a panel (LOINC 8480-6 systolic, 8462-4 diastolic, or parts of these names), written the way clinicians write it. */
public record BloodPressure(Value.Quantity systolic, Value.Quantity diastolic) {

    private static final String LOINC = "http://loinc.org";
    private static final String SYSTOLIC = "8480-6";
    private static final String DIASTOLIC = "8462-4";

    /** Where the source gives no unit, it means this one; a pressure in kPa is told with its own. */
    private static final Set<String> MERCURY = Set.of("mmhg", "mm hg", "mm[hg]", "");

    private static final Pattern SYSTOLIC_WORDS = words("systolic", "sbp");
    private static final Pattern DIASTOLIC_WORDS = words("diastolic", "dbp");

    private static Pattern words(String adjective, String abbreviation) {
        return Pattern.compile(
                "(?:" + adjective + "(?: (?:blood )?pressure| bp)?|(?:blood pressure|bp)[,:]? " + adjective + "|"
                        + abbreviation + ")",
                Pattern.CASE_INSENSITIVE);
    }

    /** The panel as a blood pressure, where it has both parts as quantities. */
    public static Optional<BloodPressure> of(Value.Panel panel) {
        Optional<Value.Quantity> systolic = part(panel, SYSTOLIC, SYSTOLIC_WORDS);
        Optional<Value.Quantity> diastolic = part(panel, DIASTOLIC, DIASTOLIC_WORDS);
        if (systolic.isEmpty() || diastolic.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new BloodPressure(systolic.get(), diastolic.get()));
    }

    /** By the code; where the part has none of LOINC, by its name. */
    private static boolean is(Concept part, String code, Pattern word) {
        boolean coded =
                part.codings().stream().anyMatch(coding -> coding.system().equals(LOINC));
        return coded
                ? part.isCodedAs(LOINC, code)
                : word.matcher(part.text().strip()).matches();
    }

    /** E.g. {@code 112/64 mmHg}. */
    public String text() {
        return systolic.number().toPlainString() + "/" + diastolic.number().toPlainString() + " mmHg";
    }

    private static Optional<Value.Quantity> part(Value.Panel panel, String code, Pattern word) {
        return panel.components().stream()
                .filter(component -> is(component.concept(), code, word))
                .map(Value.Component::value)
                .filter(Value.Quantity.class::isInstance)
                .map(Value.Quantity.class::cast)
                .filter(quantity -> MERCURY.contains(quantity.unit().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
