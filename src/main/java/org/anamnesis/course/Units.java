package org.anamnesis.course;

import java.text.Normalizer;
import java.util.Locale;
import org.anamnesis.chart.Value;

/** Spellings of units that mean the same; nothing is converted. */
final class Units {

    private Units() {}

    /** A unit in one spelling: {@code mm[Hg]} and {@code mmHg} are one, {@code mg/dL} and {@code mmol/L} are not. */
    static String plain(Value.Quantity quantity) {
        String unit = quantity.unit().isEmpty() ? quantity.ucum().orElse("") : quantity.unit();
        // raised digits come down, and both letters for micro become one
        String bare = Normalizer.normalize(unit.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC)
                .replaceAll("[\\[\\]{}_\\s]", "")
                .replaceAll("^[×x]?10[*^]?(\\d+)/", "10*$1/")
                .replaceAll("(?<![a-z])mcg", "ug")
                .replace('\u03bc', 'u');
        return switch (bare) {
            case "cel", "degc", "\u00b0c", "c" -> "cel";
            case "degf", "\u00b0f", "f" -> "degf";
            case "beats/min",
                    "beats/minute",
                    "bpm",
                    "beatsperminute",
                    "breathsperminute",
                    "perminute",
                    "breaths/min",
                    "breaths/minute",
                    "/minute",
                    "permin",
                    "insp/min" -> "/min";
            case "percent" -> "%";
            case "kgs" -> "kg";
            case "lb", "lbs", "lb_av" -> "lb";
            default -> bare;
        };
    }
}
