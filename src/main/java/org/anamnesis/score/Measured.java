package org.anamnesis.score;

import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;

/**
 * One value found in a chart: what it is worth to a score, as the chart has it, when it was so and where it stands.
 *
 * @param name what was measured, in words
 * @param value what it is worth, in the unit of the score
 * @param text the value as the chart has it
 * @param time when it was so, where the chart says
 * @param source the fact it stands in
 */
public record Measured<T>(String name, T value, String text, Optional<ClinicalTime> time, Optional<CitationId> source) {

    /** The same finding as something else, e.g. a coma score as a level of consciousness. */
    <R> Measured<R> map(Function<? super T, ? extends R> change) {
        return new Measured<>(name, change.apply(value), text, time, source);
    }

    /** E.g. {@code respiratory rate 24 per minute (20 Jun 2018 06:45, V3)}. */
    public String sentence() {
        return name + " " + shown();
    }

    /** The value with its time and its source. */
    String shown() {
        String when = time.map(ClinicalTime::text).orElse("");
        String where = source.map(CitationId::toString).orElse("");
        String both = when.isEmpty() || where.isEmpty() ? when + where : when + ", " + where;
        return both.isEmpty() ? text : text + " (" + both + ")";
    }
}
