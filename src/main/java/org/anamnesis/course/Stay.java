package org.anamnesis.course;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;

/**
 * One visit or hospital stay with all its parts: the emergency department, the ward, intensive care.
 *
 * @param whole the encounter the others are part of; absent where it was not read
 * @param parts the encounters within it, in time order
 */
public record Stay(Optional<Fact> whole, List<Fact> parts) {

    public Stay {
        parts = List.copyOf(parts);
        if (whole.isEmpty() && parts.isEmpty()) {
            throw new IllegalArgumentException("a stay has an encounter");
        }
    }

    /** Every encounter of it, the whole one first. */
    public Stream<Fact> encounters() {
        return Stream.concat(whole.stream(), parts.stream());
    }

    public Optional<ClinicalTime> begin() {
        return encounters().map(Fact::time).flatMap(Optional::stream).min(ClinicalTime::compareTo);
    }

    /** The last end that is known; empty while a part of it still goes on or says no end. */
    public Optional<ClinicalTime> end() {
        List<Optional<ClinicalTime>> ends = encounters().map(Stay::end).toList();
        return ends.stream().allMatch(Optional::isPresent)
                ? ends.stream().flatMap(Optional::stream).max(ClinicalTime::compareTo)
                : Optional.empty();
    }

    private static Optional<ClinicalTime> end(Fact encounter) {
        return encounter.attribute(Attribute.Role.ENDED).flatMap(Attribute::time);
    }
}
