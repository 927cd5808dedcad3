package org.anamnesis.claims;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;

/** Whether a fact is of the time that a sentence says. */
final class Times {

    private final ChartView chart;
    private List<FactView> previous = List.of();
    private List<FactView> next = List.of();
    private boolean ends;

    Times(ChartView chart) {
        this.chart = chart;
    }

    /** What the sentence spoke of before. */
    void previous(List<FactView> views) {
        previous = views;
    }

    /** What the sentence counts from. */
    void next(List<FactView> views) {
        next = views;
    }

    boolean isAt(When when, FactView view) {
        return switch (when) {
            case When.On on -> isOn(on, view);
            case When.Between between -> after(between.first(), view, false) && before(between.last(), view, false);
            case When.Either either -> either.times().stream().anyMatch(one -> isAt(one, view));
            case When.At at -> moments(view).anyMatch(time -> isAt(at.minutes(), time));
            case When.AtAge age -> isAtAge(age.years(), view);
            case When.Apart apart ->
                anchors(apart.anchor()).stream()
                        .anyMatch(anchor -> moments(view).anyMatch(time -> isApart(apart, anchor, time)));
            case When.Within within ->
                anchors(within.anchor()).stream()
                        .anyMatch(anchor -> moments(view).anyMatch(time -> isWithin(within.span(), anchor, time)));
            case When.SameDay same ->
                anchors(When.Anchor.PREVIOUS).stream()
                        .anyMatch(anchor -> moments(view)
                                .anyMatch(
                                        time -> time.date().equals(anchor.date().plusDays(same.days()))));
            case When.DayOfStay day ->
                (day.last() ? stays() : firstDays()).anyMatch(stay -> isDayOfStay(day.last(), stay, view));
            case When.In in -> new Heads(chart).stays(in.stay()).stream().anyMatch(stay -> Stays.isOf(view, stay));
            case When.Lasting lasting -> lasts(lasting.span(), view);
        };
    }

    private boolean isOn(When.On on, FactView view) {
        Day day = on.day();
        boolean starts = moments(view).anyMatch(day::holds);
        return switch (on.role()) {
            case START -> starts;
            case UNTIL -> view.end().map(day::holds).orElse(starts);
            case AFTER -> after(day, view, true);
            case BEFORE -> before(day, view, true);
            case FROM -> starts || isBetween(day, view) || isMeasured(view) && after(day, view, true);
            default ->
                starts
                        || isBetween(day, view)
                        || isStayOrOrder(view) && view.end().filter(day::holds).isPresent();
        };
    }

    private static boolean isMeasured(FactView view) {
        return view.kind() == FactKind.RESULT || view.kind() == FactKind.VITAL;
    }

    private static boolean isStayOrOrder(FactView view) {
        return view.kind() == FactKind.ENCOUNTER
                || view.kind() == FactKind.MEDICATION
                || view.kind() == FactKind.PROCEDURE;
    }

    /** Whether it went on at that time. */
    private static boolean isBetween(Day day, FactView view) {
        if (view.begin().isEmpty() || view.end().isEmpty() || !isStayOrOrder(view)) {
            return false;
        }
        LocalDate start = view.begin().get().date();
        LocalDate end = view.end().get().date();
        Optional<LocalDate> first = day.first(start.getYear());
        Optional<LocalDate> last = day.last(start.getYear());
        return first.isPresent()
                && last.isPresent()
                && !first.get().isAfter(end)
                && !last.get().isBefore(start);
    }

    private static boolean after(Day day, FactView view, boolean wholly) {
        return view.begin()
                .filter(time -> (wholly
                                ? day.last(time.date().getYear())
                                : day.first(time.date().getYear()))
                        .filter(last -> !time.date().isBefore(last))
                        .isPresent())
                .isPresent();
    }

    private static boolean before(Day day, FactView view, boolean wholly) {
        return view.begin()
                .filter(time -> (wholly
                                ? day.first(time.date().getYear())
                                : day.last(time.date().getYear()))
                        .filter(first -> !time.date().isAfter(first))
                        .isPresent())
                .isPresent();
    }

    private Stream<ClinicalTime> moments(FactView view) {
        return ends ? view.end().stream() : view.starts().stream();
    }

    /** Whether what is asked for next is the end of things. */
    void ofEnds(boolean wanted) {
        ends = wanted;
    }

    private static boolean isAt(int minutes, ClinicalTime time) {
        return time.precision() == ClinicalTime.Precision.MINUTE
                && time.local().getHour() * 60 + time.local().getMinute() == minutes;
    }

    private boolean isAtAge(int years, FactView view) {
        Chart whole = chart.chart();
        return moments(view)
                .anyMatch(time -> whole.patient()
                        .ageAt(time.date())
                        .filter(age -> age == years)
                        .isPresent());
    }

    private List<ClinicalTime> anchors(When.Anchor anchor) {
        return switch (anchor) {
            case PREVIOUS -> previous.isEmpty() ? of(chart.ofKind(FactKind.ENCOUNTER)) : of(previous);
            case NEXT -> of(next);
            case ADMISSION ->
                chart.ofKind(FactKind.ENCOUNTER).stream()
                        .flatMap(view -> view.starts().stream())
                        .toList();
            case DISCHARGE ->
                chart.ofKind(FactKind.ENCOUNTER).stream()
                        .flatMap(view -> view.end().stream())
                        .toList();
            case BIRTH -> chart.chart().patient().birthDate().stream().toList();
            case DEATH -> of(chart.ofKind(FactKind.PATIENT));
        };
    }

    private static List<ClinicalTime> of(List<FactView> views) {
        List<ClinicalTime> times = new ArrayList<>();
        views.forEach(view -> times.addAll(view.starts()));
        return times;
    }

    private static boolean isApart(When.Apart apart, ClinicalTime anchor, ClinicalTime time) {
        double wanted = When.days(apart.span()) * (apart.later() ? 1 : -1);
        String unit = apart.span().unit().orElse("d");
        LocalDateTime from = anchor.local();
        double days = Duration.between(from, time.local()).toMinutes() / 1_440.0;
        long dates = ChronoUnit.DAYS.between(anchor.date(), time.date());
        return switch (unit) {
            case "d" -> dates == Math.round(wanted);
            case "h" -> Math.abs(days - wanted) <= Math.max(0.6 / 24, Math.abs(wanted) * 0.1);
            case "min", "s" -> Math.abs(days - wanted) <= 5.0 / 1_440;
            case "wk" -> Math.abs(dates - wanted) <= 2.5;
            case "mo" -> Math.abs(dates - wanted) <= 13;
            default -> Math.abs(dates - wanted) <= 150 || isInYear(Math.round(wanted / 365.25), anchor, time);
        };
    }

    /** Of years alone nobody knows more than how many lie between: "a year later" is no three weeks over New Year. */
    private static boolean isInYear(long later, ClinicalTime anchor, ClinicalTime time) {
        boolean yearsOnly =
                anchor.precision() == ClinicalTime.Precision.YEAR || time.precision() == ClinicalTime.Precision.YEAR;
        return yearsOnly && time.date().getYear() - anchor.date().getYear() == later;
    }

    private static boolean isWithin(Amount span, ClinicalTime anchor, ClinicalTime time) {
        double days = Duration.between(anchor.local(), time.local()).toMinutes() / 1_440.0;
        return Math.abs(days) <= When.days(span) + 1.0 / 1_440;
    }

    private Stream<FactView> stays() {
        return chart.ofKind(FactKind.ENCOUNTER).stream()
                .filter(view -> view.end().isPresent());
    }

    /** Stays in hospital, with the emergency department before them; any encounter where there is none. */
    private Stream<FactView> firstDays() {
        Heads heads = new Heads(chart);
        List<FactView> hospital = Stream.of("admiss", "ed")
                .flatMap(kind -> heads.stays(kind).stream())
                .toList();
        return (hospital.isEmpty() ? chart.ofKind(FactKind.ENCOUNTER) : hospital).stream();
    }

    private boolean isDayOfStay(boolean last, FactView stay, FactView view) {
        LocalDate day = last
                ? stay.end().orElseThrow().date()
                : stay.begin().map(ClinicalTime::date).orElse(LocalDate.MIN);
        boolean starts = moments(view).anyMatch(time -> time.date().equals(day));
        return starts || view.end().filter(time -> time.date().equals(day)).isPresent();
    }

    /** Whether a problem that went on is of that time too; of one that is over it must be known until when. */
    boolean isOngoing(When when, FactView view) {
        if (when instanceof When.Either either) {
            return either.times().stream().anyMatch(one -> isOngoing(one, view));
        }
        if (!(when instanceof When.On on)
                || view.kind() != FactKind.PROBLEM
                || view.begin().isEmpty()
                || (!view.fact().standing().isCurrent() && view.end().isEmpty())) {
            return false;
        }
        int year = view.begin().get().date().getYear();
        Optional<LocalDate> last = on.day().last(year);
        Optional<LocalDate> first = on.day().first(year);
        return last.isPresent()
                && !view.begin().get().date().isAfter(last.get())
                && view.end()
                        .filter(end -> end.date().isBefore(first.orElseThrow()))
                        .isEmpty();
    }

    private boolean lasts(Amount span, FactView view) {
        if (says(span, view)) {
            return true;
        }
        boolean itsOwn = view.begin().isPresent() && view.end().isPresent() && view.kind() == FactKind.PROCEDURE;
        if (itsOwn) {
            return isLong(span, view.begin().get(), view.end().get());
        }
        if (view.kind() == FactKind.PROBLEM || view.kind() == FactKind.PROCEDURE) {
            return stays().anyMatch(stay -> Stays.isOf(view, stay)
                    && isLong(span, stay.begin().orElseThrow(), stay.end().orElseThrow()));
        }
        if (view.begin().isEmpty() || view.end().isEmpty()) {
            return false;
        }
        return isLong(span, view.begin().get(), view.end().get());
    }

    /** "900 mg over 24 hours" says how long. */
    private static boolean says(Amount span, FactView view) {
        return Stream.of(view.numbers(), view.strengths(), view.rates())
                .flatMap(List::stream)
                .anyMatch(known -> known.isSpan()
                        && known.unit().equals(span.unit())
                        && known.value().compareTo(span.value()) == 0);
    }

    static boolean isLong(Amount span, ClinicalTime begin, ClinicalTime end) {
        double days = Duration.between(begin.local(), end.local()).toMinutes() / 1_440.0;
        long dates = ChronoUnit.DAYS.between(begin.date(), end.date());
        double wanted = When.days(span);
        return switch (span.unit().orElse("d")) {
            case "d" ->
                Math.abs(days - wanted) <= 0.6
                        || dates == Math.round(wanted)
                        || dates + 1 == Math.round(wanted) && dates > 0;
            case "h" -> Math.abs(days - wanted) <= Math.max(0.5 / 24, wanted * 0.06);
            case "min" -> Math.abs(days - wanted) <= 3.0 / 1_440;
            case "wk" -> Math.abs(days - wanted) <= Math.max(1.5, wanted * 0.12);
            case "mo" -> Math.abs(days - wanted) <= 16;
            default -> Math.abs(days - wanted) <= Math.max(92, wanted * 0.12);
        };
    }
}
