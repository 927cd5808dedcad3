package org.anamnesis.score;

import java.util.List;

/** The level of consciousness on the older scale of four, AVPU, which has no place for new confusion. */
final class Avpu {

    private static final List<Consciousness> SCALE =
            List.of(Consciousness.ALERT, Consciousness.VOICE, Consciousness.PAIN, Consciousness.UNRESPONSIVE);

    private Avpu() {}

    /** Where what is recorded does not fit the scale, a person has to say. */
    static Lookup<Consciousness> of(Findings findings) {
        return switch (findings.consciousness()) {
            case Lookup.Found<Consciousness> found -> onScale(found);
            case Lookup.Absent<Consciousness> absent -> absent;
        };
    }

    private static Lookup<Consciousness> onScale(Lookup.Found<Consciousness> found) {
        boolean fits = found.values().stream().allMatch(level -> SCALE.contains(level.value()));
        return fits
                ? found
                : Lookup.absent(
                        "consciousness on AVPU",
                        new Missing.Why.ForAPerson("alert, voice, pain or unresponsive; the chart has "
                                + found.first().sentence()));
    }
}
