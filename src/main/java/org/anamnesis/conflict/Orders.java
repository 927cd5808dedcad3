package org.anamnesis.conflict;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Standing;
import org.anamnesis.course.Dosing;

/** Whether an order was in force on a day, and by which route. */
final class Orders {

    private static final Pattern AS_NEEDED = Pattern.compile(
            "\\b(?:prn|as needed|when (?:needed|required)|if (?:needed|required)|sliding scale|per scale|correction|protocol)\\b");

    private Orders() {}

    /** Whether an order held on a day. */
    enum InForce {
        YES,
        NO,
        /** It has ended, nobody says when. */
        UNKNOWN
    }

    /** The routes that keep two orders of one drug apart. */
    enum Route {
        VEIN("\\b(?:iv|intravenous\\w*|infusion|drip)\\b"),
        MOUTH("\\b(?:po|oral\\w*|by mouth|tab(?:let)?s?|cap(?:sule)?s?|ng)\\b"),
        SKIN("\\b(?:patch(?:es)?|transdermal)\\b"),
        NEEDLE("\\b(?:sc|s/c|subcut\\w*|im)\\b"),
        NEBULISER("\\b(?:neb\\w*)\\b"),
        INHALER("\\b(?:inhal\\w*|puffs?)\\b");

        private final Pattern words;

        Route(String words) {
            this.words = Pattern.compile(words);
        }
    }

    /** An order of the next day counts too: it is written down before it is entered. */
    static InForce onDay(Fact order, LocalDate day) {
        boolean never = order.standing() == Standing.CANCELLED
                || order.standing() == Standing.NEGATED
                || order.standing() == Standing.PLANNED;
        boolean later = order.time()
                .filter(time -> time.date().isAfter(day.plusDays(1)))
                .isPresent();
        if (never || later) {
            return InForce.NO;
        }
        if (order.standing().isCurrent() || order.standing() == Standing.ON_HOLD) {
            return InForce.YES;
        }
        return end(order)
                .map(end -> end.date().isBefore(day) ? InForce.NO : InForce.YES)
                .orElse(InForce.UNKNOWN);
    }

    /** When it ended, where the chart says so. */
    static Optional<ClinicalTime> end(Fact order) {
        return order.attribute(Attribute.Role.ENDED).flatMap(Attribute::time);
    }

    static Optional<Route> route(String words) {
        String plain = words.toLowerCase(Locale.ROOT);
        return Arrays.stream(Route.values())
                .filter(route -> route.words.matcher(plain).find())
                .findFirst();
    }

    static Optional<Route> route(Fact order) {
        return route(order.concept().text() + " " + Dosing.words(order).orElse(""));
    }

    /** Whether two places speak of the same way of giving, as far as both tell. */
    static boolean isSameRoute(Optional<Route> one, Optional<Route> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /** Whether the dose depends on need or on a value. */
    static boolean isAsNeeded(String words) {
        return AS_NEEDED.matcher(words.toLowerCase(Locale.ROOT)).find();
    }
}
