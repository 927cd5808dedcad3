package org.anamnesis.frame;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Note;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Visit;

/**
 * What of a chart is asked for.
 *
 * @param span only what is of this time
 * @param visit the visit whose facts come first, whenever they were written
 * @param endsNow whether what came after the chart's moment is to be left out: where the caller or the visit sets a moment.
 *     Where the moment is just that of the request, nothing is later but what was misdated or shifted, and that stays.
 */
public record Frame(Optional<Span> span, Optional<Visit> visit, boolean endsNow) {

    /** The chart as it is. */
    public static final Frame WHOLE = new Frame(Optional.empty(), Optional.empty(), false);

    /** How far a visit looks back where nobody says otherwise: a year of results and visits before it. */
    private static final int LOOK_BACK_YEARS = 1;

    /** A visit with the year before it. */
    public static Frame of(Visit visit) {
        Optional<ClinicalTime> from = visit.start()
                .map(start -> new ClinicalTime(
                        start.local().minusYears(LOOK_BACK_YEARS), start.offset(), start.precision()));
        Optional<Span> span = from.map(start -> new Span(Optional.of(start), visit.over(), false));
        return new Frame(span, Optional.of(visit), visit.over().isPresent());
    }

    /**
     * The same as a caller asked for it.
     *
     * @param asked a time instead of the look back
     * @param setsMoment whether the caller says what counts as now
     */
    public Frame with(Optional<Span> asked, boolean setsMoment) {
        return new Frame(asked.or(() -> span), visit, endsNow || setsMoment);
    }

    /** The chart within this frame: the same facts under the same ids, the visit's first. */
    public Framed of(Chart chart) {
        Set<CitationId> ofVisit = visit.map(one -> VisitFacts.of(one, chart)).orElse(Set.of());
        List<Fact> first = new ArrayList<>();
        List<Fact> others = new ArrayList<>();
        Map<CitationId, Place> places = new HashMap<>();
        Map<Place, Map<FactKind, Integer>> leftOut = new EnumMap<>(Place.class);
        for (Fact fact : chart.facts()) {
            boolean isOfVisit = ofVisit.contains(fact.id());
            Place place = isOfVisit ? Place.WITHIN : place(fact, chart.asOf());
            if (place.stays()) {
                (isOfVisit ? first : others).add(fact);
                places.put(fact.id(), place);
            } else {
                leftOut.computeIfAbsent(place, why -> new EnumMap<>(FactKind.class))
                        .merge(fact.kind(), 1, Integer::sum);
            }
        }
        List<Note> notes = chart.notes().stream()
                .filter(note -> places.containsKey(note.id()))
                .toList();
        Chart framed = new Chart(
                chart.patient(),
                Stream.concat(first.stream(), others.stream()).toList(),
                notes,
                chart.coverage(),
                chart.asOf());
        return new Framed(framed, ofVisit, places, leftOut);
    }

    private Place place(Fact fact, ClinicalTime now) {
        if (endsNow && isLater(fact, now)) {
            return Place.LATER;
        }
        return span.map(asked -> asked.place(fact)).orElse(Place.WITHIN);
    }

    /** An allergy is heeded whenever it was written down, and an appointment is meant to be later. */
    private static boolean isLater(Fact fact, ClinicalTime now) {
        return fact.kind() != FactKind.ALLERGY
                && fact.kind() != FactKind.PATIENT
                && fact.standing() != Standing.PLANNED
                && fact.time().filter(now::isWhollyBefore).isPresent();
    }
}
