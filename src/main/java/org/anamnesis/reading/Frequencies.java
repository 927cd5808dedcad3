package org.anamnesis.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.EventTiming;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;

/** How often, in words: FHIR Timing as a clinician would say it. */
final class Frequencies {

    private Frequencies() {}

    static Optional<String> of(Timing timing) {
        TimingRepeatComponent repeat = timing.getRepeat();
        List<String> words = new ArrayList<>();
        rate(repeat).ifPresent(words::add);
        repeat.getWhen().forEach(when -> words.add(moment(when.getValue())));
        repeat.getTimeOfDay().forEach(time -> words.add("at " + time.getValue()));
        repeat.getDayOfWeek().forEach(day -> words.add("on " + day.getCode()));
        return words.isEmpty() ? Words.of(timing.getCode()) : Optional.of(String.join(" ", words));
    }

    private static Optional<String> rate(TimingRepeatComponent repeat) {
        BigDecimal period = repeat.getPeriod();
        if (period == null || !Values.isMeasurable(period) || repeat.getPeriodUnit() == null) {
            return Optional.empty();
        }
        int times = repeat.hasFrequency() ? repeat.getFrequency() : 1;
        String unit = unit(repeat.getPeriodUnit());
        boolean every = period.compareTo(BigDecimal.ONE) == 0;
        if (every && repeat.getPeriodUnit() == UnitsOfTime.D) {
            return Optional.of(count(times) + " daily");
        }
        if (every && times > 1) {
            return Optional.of(count(times) + " a " + unit);
        }
        String interval = every ? "every " + unit : "every " + period.toPlainString() + " " + unit + "s";
        return Optional.of(times > 1 ? count(times) + " " + interval : interval);
    }

    private static String count(int times) {
        return switch (times) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> times + " times";
        };
    }

    private static String unit(UnitsOfTime unit) {
        return switch (unit) {
            case S -> "second";
            case MIN -> "minute";
            case H -> "hour";
            case D -> "day";
            case WK -> "week";
            case MO -> "month";
            case A -> "year";
            case NULL -> "period";
        };
    }

    private static String moment(EventTiming when) {
        return switch (when) {
            case MORN, MORN_EARLY, MORN_LATE -> "in the morning";
            case NOON -> "at noon";
            case AFT, AFT_EARLY, AFT_LATE -> "in the afternoon";
            case EVE, EVE_EARLY, EVE_LATE -> "in the evening";
            case NIGHT -> "at night";
            case HS -> "at bedtime";
            case WAKE -> "on waking";
            case C -> "with meals";
            case CM -> "with breakfast";
            case CD -> "with lunch";
            case CV -> "with dinner";
            case AC -> "before meals";
            case ACM -> "before breakfast";
            case ACD -> "before lunch";
            case ACV -> "before dinner";
            case PC -> "after meals";
            case PCM -> "after breakfast";
            case PCD -> "after lunch";
            case PCV -> "after dinner";
            default -> when.getDisplay();
        };
    }
}
