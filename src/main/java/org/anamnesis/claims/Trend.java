package org.anamnesis.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.units.Ucum;

/** How a number or a dose went on: up, down, doubled, from here to there. */
final class Trend {

    private static final BigDecimal TWO = BigDecimal.TWO;

    private final Times times;
    private final List<FactView> views;

    Trend(Times times, List<FactView> views) {
        this.times = times;
        this.views = views;
    }

    /** Whether a claim is of a course, or of an extreme. */
    static boolean isOne(Claim claim) {
        boolean direction = claim.says(Cue.UP) || claim.says(Cue.DOWN) || claim.says(Cue.SAME);
        boolean factor = claim.says(Cue.DOUBLE) || claim.says(Cue.HALVE) || claim.says(Cue.TRIPLE);
        if (claim.says(Cue.STOP)) {
            return false;
        }
        boolean spanned = claim.states().size() > 1
                && claim.states().stream()
                                .filter(state -> !state.amounts().isEmpty())
                                .count()
                        > 1
                && claim.states().stream().flatMap(Trend::spans).findFirst().isPresent();
        return direction || spanned || factor || claim.says(Cue.PEAK) || claim.says(Cue.NADIR);
    }

    private record Point(FactView view, Amount amount, ClinicalTime time) {}

    Said check(Claim claim) {
        List<Point> points = points();
        if (points.isEmpty()) {
            return Said.notFound("trend", "the chart has no course of it", views);
        }
        if (claim.says(Cue.PEAK) || claim.says(Cue.NADIR)) {
            return extreme(claim, points);
        }
        List<State> told = claim.states().stream()
                .filter(state -> !state.amounts().isEmpty())
                .toList();
        if (told.size() == 1 && claim.says(Cue.SAME)) {
            List<State> same = claim.states().stream()
                    .map(state -> state.amounts().isEmpty() ? alike(state, told.getFirst()) : state)
                    .toList();
            return same.size() > 1 ? through(claim, same, points) : betweenEnds(claim, told, points);
        }
        return told.size() > 1 ? through(claim, told, points) : betweenEnds(claim, told, points);
    }

    /** "7.0 % in 2012 and the same in 2021" tells the number twice. */
    private static State alike(State state, State told) {
        State whole = new State();
        whole.amounts().addAll(told.amounts());
        whole.ways().addAll(state.ways());
        whole.rhythms().addAll(state.rhythms());
        whole.times().addAll(state.times());
        return whole;
    }

    private List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (FactView view : views) {
            List<Amount> amounts =
                    view.doses().stream().anyMatch(dose -> dose.unit().isPresent())
                            ? view.doses()
                            : !view.numbers().isEmpty() ? view.numbers() : view.strengths();
            view.begin()
                    .ifPresent(time ->
                            amounts.stream().limit(1).forEach(amount -> points.add(new Point(view, amount, time))));
        }
        points.sort(Comparator.comparing((Point point) -> point.time().local()));
        return inOneUnit(points);
    }

    /** 1 g and 500 mg are compared in the unit of the first; what cannot be is left out. */
    private static List<Point> inOneUnit(List<Point> points) {
        Optional<String> unit =
                points.stream().flatMap(point -> point.amount().unit().stream()).findFirst();
        return points.stream()
                .flatMap(point -> point.amount().unit().isEmpty()
                                || point.amount().unit().equals(unit)
                        ? Stream.of(point)
                        : Ucum.convert(
                                point.amount().value(), point.amount().unit().get(), unit.orElseThrow())
                                .map(value -> new Point(
                                        point.view(),
                                        new Amount(
                                                value,
                                                point.amount().second(),
                                                unit,
                                                point.amount().written()),
                                        point.time()))
                                .stream())
                .toList();
    }

    private Said extreme(Claim claim, List<Point> points) {
        Comparator<Point> order = Comparator.comparing(point -> point.amount().value());
        Point extreme = points.stream()
                .max(claim.says(Cue.PEAK) ? order : order.reversed())
                .orElseThrow();
        List<FactView> all = points.stream().map(Point::view).toList();
        List<FactView> borneOut = new ArrayList<>(List.of(extreme.view()));
        boolean fits = claim.states().stream().anyMatch(state -> isState(state, extreme))
                && claim.states().stream()
                        .filter(state -> !isState(state, extreme))
                        .allMatch(state -> comesFrom(claim, state, extreme, points, borneOut));
        return fits
                ? Said.supported(borneOut)
                : Said.contradicted(
                        "trend", "the extreme in the chart is " + extreme.view().told(), concat(extreme.view(), all));
    }

    /** "Peaked at 3.4, up from 1.0": some value before the extreme is the other one that is told. */
    private boolean comesFrom(Claim claim, State state, Point extreme, List<Point> points, List<FactView> borneOut) {
        boolean toldFrom = claim.says(claim.says(Cue.PEAK) ? Cue.UP : Cue.DOWN)
                && !state.amounts().isEmpty();
        Optional<Point> before = points.stream()
                .filter(point -> isNotAfter(point, extreme) && isState(state, point))
                .findFirst();
        before.ifPresent(point -> borneOut.add(point.view()));
        return toldFrom && before.isPresent();
    }

    private static List<FactView> concat(FactView first, List<FactView> others) {
        List<FactView> all = new ArrayList<>(List.of(first));
        others.stream().limit(10).forEach(all::add);
        return all;
    }

    private boolean isState(State state, Point point) {
        return new StateFit(times, views).misfits(state, point.view()).isEmpty();
    }

    /** Through all that is told, in this order of time. */
    private Said through(Claim claim, List<State> told, List<Point> points) {
        List<FactView> evidence = new ArrayList<>();
        Optional<ClinicalTime> from = Optional.empty();
        Optional<ClinicalTime> begin = Optional.empty();
        for (State state : told) {
            List<Point> fitting = points.stream()
                    .filter(point -> isState(withoutSpan(state), point))
                    .toList();
            if (fitting.isEmpty()) {
                boolean lastIsThere = state != told.getLast()
                        && points.stream().anyMatch(point -> isState(withoutSpan(told.getLast()), point));
                if (lastIsThere) {
                    return Said.notFound(
                            "trend",
                            "the chart's lists do not have " + amounts(state) + " then",
                            near(told.getLast(), points));
                }
                return Said.contradicted(
                        "trend",
                        "the chart does not have " + amounts(state) + " then: "
                                + points.getFirst().view().told(),
                        near(state, points));
            }
            Optional<ClinicalTime> after = from;
            Optional<Point> next = fitting.stream()
                    .filter(point -> after.isEmpty()
                            || point.time().local().isAfter(after.get().local()))
                    .findFirst();
            if (next.isEmpty()) {
                return Said.contradicted(
                        "trend",
                        "the chart has it in another order",
                        fitting.stream().map(Point::view).toList());
            }
            begin = begin.or(() -> next.map(Point::time));
            from = next.map(Point::time);
            fitting.forEach(point -> evidence.add(point.view()));
            times.previous(fitting.stream().map(Point::view).toList());
        }
        Optional<Amount> span = told.stream().flatMap(Trend::spans).findFirst();
        if (span.isPresent() && !Times.isLong(span.get(), begin.orElseThrow(), from.orElseThrow())) {
            return Said.contradicted(
                    "duration", "it took another time than " + span.get().written(), evidence);
        }
        BigDecimal first = told.getFirst().amounts().getFirst().amount().value();
        BigDecimal last = told.getLast().amounts().getFirst().amount().value();
        return direction(claim, first, last)
                ? Said.supported(evidence)
                : Said.contradicted("trend", "the numbers go the other way", evidence);
    }

    private static Stream<Amount> spans(State state) {
        return state.times().stream().filter(When.Lasting.class::isInstance).map(when -> ((When.Lasting) when).span());
    }

    /** How long a course took is asked of the whole of it. */
    private static State withoutSpan(State state) {
        if (spans(state).findFirst().isEmpty()) {
            return state;
        }
        State moment = new State();
        moment.amounts().addAll(state.amounts());
        moment.ways().addAll(state.ways());
        moment.rhythms().addAll(state.rhythms());
        state.times().stream().filter(when -> !(when instanceof When.Lasting)).forEach(moment.times()::add);
        return moment;
    }

    private List<FactView> near(State state, List<Point> points) {
        List<FactView> atTime = points.stream()
                .map(Point::view)
                .filter(view -> state.times().stream().allMatch(when -> times.isAt(when, view)))
                .toList();
        return atTime.isEmpty() ? points.stream().map(Point::view).limit(12).toList() : atTime;
    }

    private static String amounts(State state) {
        return state.amounts().getFirst().amount().written();
    }

    private static boolean direction(Claim claim, BigDecimal first, BigDecimal last) {
        int step = last.compareTo(first);
        boolean up = !claim.says(Cue.UP) || step > 0;
        boolean down = !claim.says(Cue.DOWN) || step < 0;
        boolean opposed = claim.says(Cue.UP) && claim.says(Cue.DOWN);
        boolean doubled = !claim.says(Cue.DOUBLE) || near(last, first.multiply(TWO));
        boolean halved = !claim.says(Cue.HALVE) || near(last.multiply(TWO), first);
        boolean tripled = !claim.says(Cue.TRIPLE) || near(last, first.multiply(BigDecimal.valueOf(3)));
        boolean same = !claim.says(Cue.SAME) || claim.says(Cue.UP) || claim.says(Cue.DOWN) || near(last, first);
        return (opposed || up && down) && doubled && halved && tripled && same;
    }

    private static boolean near(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(other.abs().multiply(new BigDecimal("0.1"))) <= 0;
    }

    /** From the first that the times leave to the last, where at most one number is told. */
    private Said betweenEnds(Claim claim, List<State> told, List<Point> points) {
        List<Point> within =
                points.stream().filter(point -> isWithin(claim, point)).toList();
        List<Point> course = within.size() > 1 ? within : points;
        if (course.size() < 2) {
            return Said.notFound("trend", "the chart has only one value of it", views);
        }
        List<FactView> ends = List.of(course.getFirst().view(), course.getLast().view());
        BigDecimal first = course.getFirst().amount().value();
        BigDecimal last = course.getLast().amount().value();
        if (!told.isEmpty()) {
            return toOne(claim, told.getFirst(), course);
        }
        if (!direction(claim, first, last)) {
            return Said.contradicted(
                    "trend",
                    "the chart goes from " + course.getFirst().view().told() + " to "
                            + course.getLast().view().told(),
                    ends);
        }
        if (claim.change().isPresent() && !isChange(claim.change().get(), first, last)) {
            return Said.contradicted(
                    "trend",
                    "the change in the chart is " + last.subtract(first).toPlainString(),
                    ends);
        }
        return Said.supported(ends);
    }

    /** Up or down to a number: some value before it is lower or higher. */
    private Said toOne(Claim claim, State to, List<Point> course) {
        for (Point point : course) {
            boolean isIt = isState(to, point);
            boolean comes = course.stream()
                    .filter(other -> isNotAfter(other, point))
                    .anyMatch(other -> direction(
                            claim, other.amount().value(), point.amount().value()));
            if (isIt && comes) {
                Point before = course.stream()
                        .filter(other -> isNotAfter(other, point))
                        .reduce((one, other) -> other)
                        .orElseThrow();
                return Said.supported(List.of(point.view(), before.view()));
            }
        }
        return Said.contradicted(
                "trend",
                "the chart has another course of it: " + course.getLast().view().told(),
                near(to, course));
    }

    private static boolean isNotAfter(Point one, Point other) {
        return one != other && !one.time().local().isAfter(other.time().local());
    }

    private static boolean isChange(Amount change, BigDecimal first, BigDecimal last) {
        BigDecimal real = last.subtract(first).abs();
        if (change.unit().filter("%"::equals).isPresent() && first.signum() != 0) {
            BigDecimal percent =
                    real.multiply(BigDecimal.valueOf(100)).divide(first.abs(), java.math.MathContext.DECIMAL32);
            return percent.subtract(change.value()).abs().compareTo(BigDecimal.valueOf(3)) <= 0
                    || near(real, change.value());
        }
        return near(real, change.value())
                || real.setScale(change.value().scale(), java.math.RoundingMode.HALF_UP)
                                .compareTo(change.value())
                        == 0;
    }

    /** Between the dates that are told; one behind "from" or "since" begins, others are moments of the course. */
    private boolean isWithin(Claim claim, Point point) {
        return claim.states().stream()
                .flatMap(state -> state.times().stream())
                .filter(When.On.class::isInstance)
                .map(When.On.class::cast)
                .allMatch(on -> switch (on.role()) {
                    case FROM, AFTER, START ->
                        !point.time()
                                .date()
                                .isBefore(on.day()
                                        .first(point.time().date().getYear())
                                        .orElse(point.time().date()));
                    case UNTIL, BEFORE ->
                        !point.time()
                                .date()
                                .isAfter(on.day()
                                        .last(point.time().date().getYear())
                                        .orElse(point.time().date()));
                    default -> on.day().holds(point.time());
                });
    }
}
