package org.anamnesis.course;

import java.util.Locale;
import org.anamnesis.chart.Value;

/** Spellings of units that mean the same; nothing is converted. */
final class Units {

    private Units() {}

    /** A unit in one spelling: {@code mm[Hg]} and {@code mmHg} are one, {@code mg/dL} and {@code mmol/L} are not. */
    static String plain(Value.Quantity quantity) {
        String unit = quantity.unit().isEmpty() ? quantity.ucum().orElse("") : quantity.unit();
        String bare = unit.toLowerCase(Locale.ROOT)
                .replaceAll("[\\[\\]{}\\s]", "")
                .replace('\u00b5', 'u')
                .replace('\u03bc', 'u');
        return switch (bare) {
            case "cel", "degc", "\u00b0c", "c" -> "cel";
            case "degf", "\u00b0f", "f" -> "degf";
            case "beats/min", "beats/minute", "bpm", "breaths/min", "breaths/minute", "/minute", "permin", "insp/min" ->
                "/min";
            case "percent" -> "%";
            case "kgs" -> "kg";
            case "lb", "lbs", "lb_av" -> "lb";
            default -> bare;
        };
    }
}
