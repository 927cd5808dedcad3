package org.anamnesis.claims;

import java.time.LocalDateTime;
import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.ResourceId;

/** What belongs to a stay: by the record's own words, else by the time. */
final class Stays {

    private Stays() {}

    static boolean isOf(FactView view, FactView stay) {
        ResourceId id = stay.fact().source().resource();
        Optional<ResourceId> own = view.fact().relations().encounter();
        return own.filter(id::equals).isPresent() || isDuring(view, stay);
    }

    /** Whether a stay lies within another one. */
    static boolean isPartOf(FactView stay, FactView other) {
        return stay != other
                && stay.fact()
                        .relations()
                        .encounter()
                        .filter(other.fact().source().resource()::equals)
                        .isPresent();
    }

    private static boolean isDuring(FactView view, FactView stay) {
        Optional<LocalDateTime> at = view.begin().map(ClinicalTime::local);
        Optional<LocalDateTime> from = stay.begin().map(time -> time.local().minusDays(1));
        Optional<LocalDateTime> to =
                stay.end().map(time -> time.local().plusHours(1)).or(() -> from.map(time -> time.plusDays(2)));
        return at.isPresent()
                && from.isPresent()
                && to.isPresent()
                && !at.get().isBefore(from.get())
                && !at.get().isAfter(to.get());
    }
}
