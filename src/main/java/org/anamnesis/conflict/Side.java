package org.anamnesis.conflict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;

/**
 * One side of a conflict: what the chart says there, and where.
 *
 * @param what what says it, for people: {@code order}, {@code note}, {@code measurement}
 * @param text what it says, in the chart's own words
 * @param when when it was so, or was written
 * @param citations the facts and sentences that say it, the telling one first; never empty
 */
public record Side(String what, String text, Optional<ClinicalTime> when, List<CitationId> citations) {

    public Side {
        citations = citations.stream().distinct().toList();
        if (citations.isEmpty()) {
            throw new IllegalArgumentException("a side of a conflict is cited");
        }
    }

    /** E.g. {@code note of 12 Nov 2024: "Home meds: carvedilol 25 mg BID."}. */
    public String words() {
        return what + when.map(time -> " of " + time.dayText()).orElse("") + ": \"" + text + "\"";
    }

    /** The same side with what else says so. */
    Side and(Stream<CitationId> others) {
        return new Side(
                what, text, when, Stream.concat(citations.stream(), others).toList());
    }
}
