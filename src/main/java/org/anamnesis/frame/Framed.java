package org.anamnesis.frame;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.FactKind;

/**
 * A chart within its frame.
 *
 * @param chart what counts
 * @param ofVisit the facts of the visit among it
 * @param places why each fact counts
 * @param leftOut how many of each kind do not, by the reason
 */
public record Framed(
        Chart chart,
        Set<CitationId> ofVisit,
        Map<CitationId, Place> places,
        Map<Place, Map<FactKind, Integer>> leftOut) {

    public Framed {
        ofVisit = Set.copyOf(ofVisit);
        places = Map.copyOf(places);
        leftOut = Collections.unmodifiableMap(leftOut);
    }

    /** Why a fact counts although it is not of the time asked for; empty where it is. */
    public Optional<Place> staysAs(CitationId id) {
        return Optional.ofNullable(places.get(id.whole())).filter(place -> place != Place.WITHIN);
    }
}
