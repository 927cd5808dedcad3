package org.anamnesis.digest;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.course.Stay;

/** Times as a reader at the chart's own now sees them: which day of the last stay, or how long before now. */
final class Moment {

    private static final int DAYS_A_MONTH = 30;
    private static final int MONTHS_TOLD = 24;

    private final ClinicalTime now;
    private final Optional<Stay> last;

    Moment(Folded folded) {
        this.now = folded.chart().asOf();
        this.last = folded.stays().stream()
                .filter(stay -> stay.begin()
                        .filter(begin -> !begin.local().isAfter(now.local()))
                        .isPresent())
                .max((one, other) ->
                        one.begin().orElseThrow().compareTo(other.begin().orElseThrow()));
    }

    /** The line that says what "now" is. */
    String line() {
        String stay = last.flatMap(this::name)
                .map(name -> "; it is day " + day(now.local()) + " from the beginning of " + name)
                .orElse("");
        return "Now is " + now.iso() + stay + ".";
    }

    /** Empty where the time is not known to the day or lies ahead. */
    Optional<String> relative(Optional<ClinicalTime> time) {
        return time.filter(known -> known.precision().compareTo(ClinicalTime.Precision.DAY) >= 0)
                .filter(known -> !known.local().isAfter(now.local()))
                .map(known -> isInLastStay(known) ? "day " + day(known.local()) + " of " + name() : before(known));
    }

    private boolean isInLastStay(ClinicalTime time) {
        return last.flatMap(this::name).isPresent()
                && last.flatMap(Stay::begin)
                        .filter(begin -> !time.date().isBefore(begin.date()))
                        .isPresent()
                && last.flatMap(Stay::end)
                        .filter(end -> time.date().isAfter(end.date()))
                        .isEmpty();
    }

    private String before(ClinicalTime time) {
        long days = ChronoUnit.DAYS.between(time.date(), now.date());
        if (days < 2L * DAYS_A_MONTH) {
            return days + " d before now";
        }
        long months = ChronoUnit.MONTHS.between(time.date(), now.date());
        return months < MONTHS_TOLD
                ? months + " mo before now"
                : ChronoUnit.YEARS.between(time.date(), now.date()) + " y before now";
    }

    private long day(LocalDateTime time) {
        return last.flatMap(Stay::begin)
                .map(begin -> ChronoUnit.DAYS.between(begin.date(), time.toLocalDate()) + 1)
                .orElse(1L);
    }

    private String name() {
        return last.flatMap(this::name).orElse("");
    }

    private Optional<String> name(Stay stay) {
        return stay.encounters().findFirst().map(Fact::id).map(id -> id.toString());
    }
}
