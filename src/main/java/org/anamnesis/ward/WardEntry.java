package org.anamnesis.ward;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Demographics;
import org.anamnesis.chart.Source;
import org.anamnesis.score.Missing;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Refusal;
import org.anamnesis.store.AcuityOverride;
import org.anamnesis.triage.Tier;
import org.anamnesis.triage.WardOrder;

/**
 * A patient in a ward's order.
 *
 * @param who name and age, for the reader
 * @param place where, and why
 * @param decision what a person decided, whether it puts the patient where he is or not
 * @param outgrown whether the patient has become worse by the rules than when the person decided: then the rules place
 * @param readAt when the chart was read
 * @param notRefreshed why this reading is an older one, a stable word; empty where it is as fresh as is wanted
 * @param inputs what the score rests on
 * @param unread what of the chart was not read whole
 */
public record WardEntry(
        Demographics who,
        WardOrder.Place place,
        Optional<AcuityOverride> decision,
        boolean outgrown,
        Instant readAt,
        Optional<String> notRefreshed,
        List<Input> inputs,
        List<Coverage.Entry> unread) {

    public WardEntry {
        inputs = List.copyOf(inputs);
        unread = List.copyOf(unread);
    }

    /**
     * A value the score rests on.
     *
     * @param id as the reasons cite it
     * @param text what was measured, with the value as the chart has it
     * @param time when it was so
     * @param source the resource it stands in
     */
    public record Input(Optional<CitationId> id, String text, Optional<ClinicalTime> time, Optional<Source> source) {}

    /** What the score lacks. */
    public List<Missing> missing() {
        return place.patient().warning().outcome() instanceof Outcome.NotComputable lacking
                ? lacking.missing()
                : List.of();
    }

    /** Values that were not taken. */
    public List<Refusal> refused() {
        return switch (place.patient().warning().outcome()) {
            case Outcome.Computed computed -> computed.refused();
            case Outcome.NotComputable lacking -> lacking.refused();
            case Outcome.NotApplicable ignored -> List.of();
        };
    }

    /** The code of a tier, e.g. {@code emergency}. */
    public static String code(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }

    /** The tier of a code. */
    public static Optional<Tier> tier(String code) {
        return List.of(Tier.values()).stream()
                .filter(tier -> code(tier).equals(code))
                .findFirst();
    }
}
