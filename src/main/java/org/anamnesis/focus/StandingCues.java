package org.anamnesis.focus;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.anamnesis.chart.Standing;

/** Reads how things should stand: "on hold", "stopped", "current medications", "still pending". */
final class StandingCues {

    private static final Map<Pattern, Set<Standing>> CUES = Map.of(
            Pattern.compile("\\b(?:on hold|held|withheld|paused)\\b"), EnumSet.of(Standing.ON_HOLD),
            Pattern.compile("\\b(?:stopped|discontinued|ceased)\\b"), EnumSet.of(Standing.STOPPED, Standing.INACTIVE),
            Pattern.compile("\\b(?:pending|awaited|awaiting|outstanding)\\b"),
                    EnumSet.of(Standing.PLANNED, Standing.PRELIMINARY, Standing.ACTIVE),
            Pattern.compile("\\b(?:active|current|ongoing)(?= (?:\\w+"
                            + " )?(?:med|drug|problem|diagnos|condition|prescription|order))"),
                    EnumSet.of(Standing.ACTIVE, Standing.RECURRENT, Standing.UNSTATED));

    private StandingCues() {}

    /** Empty where it does not matter. The words stay: they may stand in notes. */
    static Set<Standing> in(Wording wording) {
        Set<Standing> standings = EnumSet.noneOf(Standing.class);
        CUES.forEach((pattern, meant) -> {
            if (wording.has(pattern)) {
                standings.addAll(meant);
            }
        });
        return standings;
    }
}
