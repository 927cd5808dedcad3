package org.anamnesis.course;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Standing;

/**
 * One drug's story in one chart: every order, report, dose given and hand-out of it.
 *
 * @param drug what it is
 * @param facts in time order, the undated ones first; never empty
 * @param deciding the facts that tell how it stands at the chart's time, the newest first: what is current, else what is on
 *     hold, else the last word
 * @param standing how it stands
 */
public record Course(Drug drug, List<Fact> facts, List<Fact> deciding, Standing standing) {

    public Course {
        facts = List.copyOf(facts);
        deciding = List.copyOf(deciding);
        if (facts.isEmpty() || deciding.isEmpty()) {
            throw new IllegalArgumentException("a course has facts, and one of them decides");
        }
    }

    /**
     * An end of an order or of a taking.
     *
     * @param fact what ended
     * @param when when, where the source says so
     */
    public record End(Fact fact, Optional<ClinicalTime> when) {}

    /**
     * A dosage that another one followed.
     *
     * @param before the fact with the old dosage
     * @param after the first fact with the new one
     */
    public record Change(Fact before, Fact after) {

        public String from() {
            return Dosing.words(before).orElse("");
        }

        public String to() {
            return Dosing.words(after).orElse("");
        }

        /** When the new dosage was ordered or reported. */
        public Optional<ClinicalTime> when() {
            return after.time();
        }
    }

    public String name() {
        return drug.name();
    }

    /** Whether the chart says that it is being taken now. */
    public boolean isCurrent() {
        return standing.isCurrent();
    }

    /** How it is to be taken now, the newest instruction first; empty where the deciding facts tell none. */
    public List<String> instructions() {
        return deciding.stream()
                .map(Dosing::words)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** What was stopped or completed, and when, in time order. */
    public List<End> ends() {
        return said().filter(fact -> fact.standing() == Standing.STOPPED || fact.standing() == Standing.COMPLETED)
                .map(fact -> new End(fact, fact.attribute(Attribute.Role.ENDED).flatMap(Attribute::time)))
                .toList();
    }

    /** Each change of the dosage from one order or report to the next one that tells a dosage. */
    public List<Change> changes() {
        List<Fact> dosed = said().filter(
                        fact -> fact.time().isPresent() && Dosing.words(fact).isPresent())
                .filter(fact -> fact.standing() != Standing.CANCELLED && fact.standing() != Standing.NEGATED)
                .toList();
        List<Change> changes = new ArrayList<>();
        for (int i = 1; i < dosed.size(); i++) {
            if (Dosing.of(dosed.get(i)).differsFrom(Dosing.of(dosed.get(i - 1)))) {
                changes.add(new Change(dosed.get(i - 1), dosed.get(i)));
            }
        }
        return List.copyOf(changes);
    }

    public Optional<ClinicalTime> first() {
        return times().min(ClinicalTime::compareTo);
    }

    public Optional<ClinicalTime> last() {
        return times().max(ClinicalTime::compareTo);
    }

    /** How many facts of each sort there are; sorts without any are left out. */
    public Map<Said, Integer> counts() {
        Map<Said, Integer> counts = new EnumMap<>(Said.class);
        facts.forEach(fact -> counts.merge(Said.of(fact), 1, Integer::sum));
        return Map.copyOf(counts);
    }

    private Stream<Fact> said() {
        return facts.stream().filter(fact -> Said.of(fact).isStatement());
    }

    private Stream<ClinicalTime> times() {
        return facts.stream().map(Fact::time).flatMap(Optional::stream);
    }
}
