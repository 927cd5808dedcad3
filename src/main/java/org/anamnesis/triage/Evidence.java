package org.anamnesis.triage;

import java.util.Optional;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.score.Measured;

/**
 * What an answer rests on, as it is shown beside it.
 *
 * @param text the value or the words
 * @param time when it was so
 * @param source the fact or the sentence it stands in; absent where it came with the request
 */
public record Evidence(String text, Optional<ClinicalTime> time, Optional<CitationId> source) {

    static Evidence of(Measured<?> measured) {
        return new Evidence(measured.name() + " " + measured.text(), measured.time(), measured.source());
    }

    static Evidence of(Told told) {
        return new Evidence("\"" + told.text() + "\"", told.time(), told.source());
    }
}
