package org.anamnesis.conflict;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Standing;
import org.anamnesis.course.Dosing;

/** A note tells how many days a treatment takes or took, and its order tells another number. */
final class DurationRule implements ConflictRule {

    private static final String NUMBER = "(\\d{1,3}|one|two|three|four|five|six|seven|ten|fourteen)";
    private static final String DAYS = NUMBER + "[ -]?(days?|d|weeks?|wks?|/7|/52)(?![\\p{L}\\d])";
    private static final Pattern BEHIND =
            Pattern.compile("\\b(?:for|x|complete|finish|course of|total of)\\s+(?:a )?" + DAYS
                    + "|^(?:\\s+(?:\\d[\\d.]*\\s?(?:mg|g|mcg|units?)|po|iv|od|bd|bid|tds|tid|qds|qid|daily|once|twice|(?:three|four) times))*\\s+"
                    + DAYS
                    + "(?!\\s+(?:ago|later|after|before|of|left|post))");
    private static final Pattern IN_FRONT =
            Pattern.compile("(?<!\\bin )(?<!\\bafter )(?<!\\bday )(?<!\\blast )(?<!\\bevery )\\b" + DAYS
                    + "(?:[ -]course)?(?:\\s+of)?(?:\\s+(?:oral|iv|po))?\\s+$");

    /** What lasts longer is no course of treatment whose days are counted. */
    private static final int LONGEST_COURSE_DAYS = 60;

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        return dossier.drugs().stream()
                .filter(told -> !told.isAside()
                        && !Cues.isOfRelative(told.line(), told.drug().start()))
                .flatMap(told -> days(BEHIND, told.behind()).or(() -> days(IN_FRONT, told.front())).stream()
                        .flatMap(days -> otherwise(told, days).stream())
                        .map(order -> new Conflict(
                                Conflict.Kind.DURATION, told.name(), Sides.of(told.line()), Sides.of(order))));
    }

    /** The newest order around the note's day that tells another duration, where none tells this one. */
    private static Optional<Fact> otherwise(DrugLine told, int days) {
        boolean agreed =
                told.orders().stream().anyMatch(order -> durations(order).contains(days));
        return told.orders().stream()
                .filter(order -> !agreed && !durations(order).isEmpty())
                .filter(order -> order.time()
                        .filter(time -> !time.date().isAfter(told.line().day().plusDays(1))
                                && time.date()
                                        .isAfter(told.line()
                                                .day()
                                                .minusDays(durations(order)
                                                                .iterator()
                                                                .next()
                                                        + 30L)))
                        .isPresent())
                .max(Comparator.comparing(order -> order.time().orElseThrow(), ClinicalTime::compareTo));
    }

    /** In days, as the instruction has it or as its bounds count: with and without the last day. */
    private static Set<Integer> durations(Fact order) {
        Set<Integer> durations = new TreeSet<>();
        Optional<Integer> written = Dosing.words(order).flatMap(words -> days(BEHIND, " " + words));
        written.ifPresent(durations::add);
        if (written.isEmpty() && order.time().isPresent() && Orders.end(order).isPresent()) {
            int between = (int) ChronoUnit.DAYS.between(
                    order.time().get().date(), Orders.end(order).get().date());
            boolean ranItsCourse = order.standing() != Standing.STOPPED && between <= LONGEST_COURSE_DAYS;
            durations.addAll(ranItsCourse ? Set.of(between, between + 1) : Set.of());
        }
        return durations;
    }

    private static Optional<Integer> days(Pattern form, String words) {
        Matcher found = form.matcher(words.toLowerCase(Locale.ROOT).split(";|\\.\\s", 2)[0]);
        if (!found.find()) {
            return Optional.empty();
        }
        boolean first = found.group(1) != null;
        int number = number(first ? found.group(1) : found.group(3));
        String unit = first ? found.group(2) : found.group(4);
        return Optional.of(unit.startsWith("w") || unit.equals("/52") ? 7 * number : number);
    }

    private static int number(String word) {
        return switch (word) {
            case "one" -> 1;
            case "two" -> 2;
            case "three" -> 3;
            case "four" -> 4;
            case "five" -> 5;
            case "six" -> 6;
            case "seven" -> 7;
            case "ten" -> 10;
            case "fourteen" -> 14;
            default -> Integer.parseInt(word);
        };
    }
}
