package org.anamnesis.course;

import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Standing;

/**
 * One problem through a chart: its entry on the problem list and the diagnoses of the visits that name it again.
 *
 * @param facts in time order, the undated ones first; never empty
 * @param deciding the entry that tells how it stands now
 */
public record ProblemThread(List<Fact> facts, Fact deciding) {

    public ProblemThread {
        facts = List.copyOf(facts);
        if (!facts.contains(deciding)) {
            throw new IllegalArgumentException("one of the thread's own facts decides");
        }
    }

    public String name() {
        return deciding.concept().text();
    }

    public Standing standing() {
        return deciding.standing();
    }

    public boolean isCurrent() {
        return standing().isCurrent();
    }

    /** The earliest onset that an entry tells. */
    public Optional<ClinicalTime> onset() {
        return facts.stream()
                .flatMap(fact -> fact.attributes(Attribute.Role.ONSET))
                .map(Attribute::time)
                .flatMap(Optional::stream)
                .min(ClinicalTime::compareTo);
    }

    /** The last time it is named. */
    public Optional<ClinicalTime> last() {
        return facts.stream().map(Fact::time).flatMap(Optional::stream).max(ClinicalTime::compareTo);
    }
}
