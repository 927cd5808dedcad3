package org.anamnesis.score;

import java.time.Duration;

/**
 * How old a value may be to count at a moment. A hospital sets its own; older values are named, not used.
 *
 * @param vital vital signs and what is seen at the bedside
 * @param laboratory results that change within hours
 * @param slow results that stand for weeks
 * @param pregnancy what was said of a pregnancy
 */
public record Limits(Duration vital, Duration laboratory, Duration slow, Duration pregnancy) {

    /** For patients in hospital. */
    public static final Limits INPATIENT =
            new Limits(Duration.ofHours(6), Duration.ofHours(24), Duration.ofDays(90), Duration.ofDays(280));

    public Limits {
        if (vital.isNegative() || laboratory.isNegative() || slow.isNegative() || pregnancy.isNegative()) {
            throw new IllegalArgumentException("an age limit is a length of time");
        }
    }

    Duration of(Kind kind) {
        return switch (kind) {
            case VITAL -> vital;
            case LABORATORY -> laboratory;
            case SLOW -> slow;
            case PREGNANCY -> pregnancy;
        };
    }

    /** Which limit holds for an input; the word for it stands in the table of inputs. */
    enum Kind {
        VITAL,
        LABORATORY,
        SLOW,
        PREGNANCY
    }
}
