package org.anamnesis.triage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.score.Band;
import org.anamnesis.score.Change;
import org.anamnesis.score.Measured;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Scored;

/**
 * The order in which the patients of a ward are listed, each place with its reason.
 *
 * <p>First by tier; within a tier the higher score, then the faster rise, then the older observations come first. A patient
 * without a score stands before all whose scores are reassuring: what is not measured is not known to be normal. Where the
 * known parts alone, or the last score, are worse than that, they decide.
 */
public final class WardOrder {

    /** A rise of so many points within the time looked back is urgent (this product's limit). */
    private static final BigDecimal FAST = BigDecimal.valueOf(3);

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::tier)
            .thenComparing(place -> total(place.patient()), Comparator.reverseOrder())
            .thenComparing(place -> rise(place.patient()), Comparator.reverseOrder())
            .thenComparing(
                    place -> observed(place.patient()).orElse(null),
                    Comparator.nullsFirst(Comparator.<ClinicalTime>naturalOrder()))
            .thenComparing(place -> place.patient().patient().reference());

    private WardOrder() {}

    public static List<Place> of(List<WardPatient> patients) {
        return patients.stream().map(WardOrder::place).sorted(ORDER).toList();
    }

    /**
     * A patient's place.
     *
     * @param patient who
     * @param tier where the patient is listed
     * @param computed where the rules alone would list the patient; the same unless a person said otherwise
     * @param reasons why, the deciding one first
     */
    public record Place(WardPatient patient, Tier tier, Tier computed, List<String> reasons) {

        public Place {
            reasons = List.copyOf(reasons);
        }
    }

    private static Place place(WardPatient patient) {
        List<Ground> grounds = new ArrayList<>();
        patient.level().ifPresent(level -> grounds.add(new Ground(ofLevel(level), "triage level " + level.number())));
        grounds.add(ofScore(patient.warning()));
        patient.change()
                .filter(change -> change.rise().compareTo(FAST) >= 0)
                .ifPresent(change -> grounds.add(new Ground(Tier.URGENT, change.sentence())));
        if (!(patient.warning().outcome() instanceof Outcome.Computed)) {
            patient.last()
                    .ifPresent(last -> grounds.add(new Ground(
                            ofScore(last).tier(),
                            "last score: " + last.sentence() + " at "
                                    + last.at().text())));
        }
        grounds.sort(Comparator.comparing(Ground::tier));
        Tier computed = grounds.getFirst().tier();
        List<String> reasons = new ArrayList<>();
        patient.override()
                .ifPresent(person -> reasons.add(
                        "placed by " + person.by() + " at " + person.at().text() + ": " + person.reason()));
        grounds.forEach(ground -> reasons.add(ground.why()));
        patient.change()
                .map(Change::sentence)
                .filter(sentence -> !reasons.contains(sentence))
                .ifPresent(reasons::add);
        Tier tier = patient.override().map(WardPatient.Override::tier).orElse(computed);
        return new Place(patient, tier, computed, reasons);
    }

    private static Ground ofScore(Scored scored) {
        Tier tier = switch (scored.outcome()) {
            case Outcome.Computed computed -> ofBand(computed.band());
            case Outcome.NotComputable lacking ->
                lacking.reached()
                        .map(WardOrder::ofBand)
                        .filter(WardOrder::isWorse)
                        .orElse(Tier.UNKNOWN);
            case Outcome.NotApplicable ignored -> Tier.UNKNOWN;
        };
        return new Ground(tier, scored.heading());
    }

    private static boolean isWorse(Tier tier) {
        return tier.compareTo(Tier.UNKNOWN) < 0;
    }

    private static Tier ofBand(Band band) {
        return switch (band.concern()) {
            case EMERGENCY -> Tier.EMERGENCY;
            case URGENT -> Tier.URGENT;
            case RAISED -> Tier.RAISED;
            case LOW -> Tier.STEADY;
        };
    }

    private static Tier ofLevel(Level level) {
        return switch (level) {
            case IMMEDIATE -> Tier.EMERGENCY;
            case EMERGENT -> Tier.URGENT;
            case URGENT -> Tier.RAISED;
            case LESS_URGENT, NON_URGENT -> Tier.STEADY;
        };
    }

    /** The score, or what its known parts come to. */
    private static BigDecimal total(WardPatient patient) {
        return switch (patient.warning().outcome()) {
            case Outcome.Computed computed -> computed.total();
            case Outcome.NotComputable lacking -> lacking.atLeast();
            case Outcome.NotApplicable ignored -> BigDecimal.ZERO;
        };
    }

    private static BigDecimal rise(WardPatient patient) {
        return patient.change().map(Change::rise).orElse(BigDecimal.ZERO);
    }

    /** The oldest of the values the score rests on; none comes before all. */
    private static Optional<ClinicalTime> observed(WardPatient patient) {
        return switch (patient.warning().outcome()) {
            case Outcome.Computed computed ->
                computed.components().stream()
                        .flatMap(part -> part.inputs().stream())
                        .map(Measured::time)
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder());
            case Outcome.NotComputable ignored -> Optional.empty();
            case Outcome.NotApplicable ignored -> Optional.empty();
        };
    }

    private record Ground(Tier tier, String why) {}
}
