package org.anamnesis.score;

import java.util.Optional;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;

/**
 * A value of the chart that no score takes, shown so that somebody can mend it.
 *
 * @param name what was meant to be measured
 * @param text the value as the chart has it
 * @param reason why it is not taken
 * @param time when it was written for
 * @param source the fact it stands in
 */
public record Refusal(String name, String text, String reason, Optional<ClinicalTime> time, CitationId source) {

    /** E.g. {@code temperature 3.7 °C at 20 Jun 2018 06:45 (V3) is not taken: outside 20 to 45 Cel}. */
    public String sentence() {
        return name + " " + shown();
    }

    /** The value with its time, its source, and why it is not taken. */
    String shown() {
        return text + time.map(known -> " at " + known.text()).orElse("") + " (" + source + ") is not taken: " + reason;
    }
}
