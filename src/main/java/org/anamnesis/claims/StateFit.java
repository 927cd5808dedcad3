package org.anamnesis.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;

/** Whether one fact bears out one state of a claim, with what its siblings say of the ways and rhythms it leaves out. */
final class StateFit {

    private static final Set<FactKind> GIVEN = Set.of(FactKind.MEDICATION, FactKind.IMMUNIZATION, FactKind.PLAN);

    private final Times times;
    private final List<FactView> siblings;

    StateFit(Times times, List<FactView> siblings) {
        this.times = times;
        this.siblings = siblings;
    }

    List<Misfit> misfits(State state, FactView view) {
        List<Misfit> misfits = new ArrayList<>();
        state.amounts().forEach(much -> amount(much, view).ifPresent(misfits::add));
        for (String way : state.ways()) {
            said(
                            "route",
                            way,
                            view.ways(),
                            siblings.stream().map(FactView::ways).toList())
                    .ifPresent(misfits::add);
        }
        for (String rhythm : state.rhythms()) {
            rhythm(rhythm, view).ifPresent(misfits::add);
        }
        for (When when : state.times()) {
            boolean ongoing = state.timesShared() && times.isOngoing(when, view);
            if (!ongoing && (!isAt(when, view) || !isTheOne(when, view))) {
                boolean known = !view.starts().isEmpty();
                misfits.add(new Misfit("date", "it is of another time: " + view.told(), known));
            }
        }
        return misfits;
    }

    private boolean isAt(When when, FactView view) {
        if (times.isAt(when, view)) {
            return true;
        }
        return when instanceof When.Lasting lasting && isLongTogether(lasting.span());
    }

    /** Of several values of the first day the first is the one "on arrival", of the last day the last the one "at discharge". */
    private boolean isTheOne(When when, FactView view) {
        boolean measured = view.kind() == FactKind.RESULT || view.kind() == FactKind.VITAL;
        if (!(when instanceof When.DayOfStay day)
                || !day.atOnce()
                || !measured
                || view.begin().isEmpty()) {
            return true;
        }
        ClinicalTime own = view.begin().get();
        return siblings.stream()
                .filter(other -> other.kind() == view.kind() && !other.numbers().isEmpty())
                .flatMap(other -> other.begin().stream())
                .filter(time -> time.date().equals(own.date()))
                .noneMatch(time -> day.last()
                        ? time.local().isAfter(own.local())
                        : time.local().isBefore(own.local()));
    }

    /** Several orders one after the other last as long as from the first to the last. */
    private boolean isLongTogether(Amount span) {
        Optional<org.anamnesis.chart.ClinicalTime> begin =
                siblings.stream().flatMap(view -> view.begin().stream()).min(java.util.Comparator.naturalOrder());
        Optional<org.anamnesis.chart.ClinicalTime> end =
                siblings.stream().flatMap(view -> view.end().stream()).max(java.util.Comparator.naturalOrder());
        return begin.isPresent() && end.isPresent() && Times.isLong(span, begin.get(), end.get());
    }

    private Optional<Misfit> rhythm(String rhythm, FactView view) {
        Set<String> enough = rhythm.equals("daily") ? Set.of("daily", "bedtime", "morning") : Set.of(rhythm);
        if (view.rhythms().stream().anyMatch(enough::contains)) {
            return Optional.empty();
        }
        List<FactView> telling = siblings.stream()
                .filter(other -> !other.rhythms().isEmpty())
                .filter(other -> other.ways().isEmpty()
                        || view.ways().isEmpty()
                        || other.ways().stream().anyMatch(view.ways()::contains))
                .toList();
        if (view.rhythms().isEmpty()
                && telling.stream().anyMatch(other -> other.rhythms().stream().anyMatch(enough::contains))) {
            return Optional.empty();
        }
        boolean otherwise = !view.rhythms().isEmpty() || !telling.isEmpty();
        return Optional.of(new Misfit("frequency", "it is not given “" + rhythm + "”: " + view.told(), otherwise));
    }

    /** A fact that leaves something out is borne out by one of the same drug that says it. */
    private static Optional<Misfit> said(String code, String wanted, Set<String> own, List<Set<String>> others) {
        if (own.contains(wanted)) {
            return Optional.empty();
        }
        boolean otherwise = own.isEmpty() ? others.stream().anyMatch(set -> !set.isEmpty()) : true;
        boolean elsewhere = own.isEmpty()
                && others.stream().anyMatch(set -> set.contains(wanted))
                && others.stream().allMatch(set -> set.isEmpty() || set.contains(wanted));
        return elsewhere
                ? Optional.empty()
                : Optional.of(new Misfit(code, "the chart has another way than “" + wanted + "”: " + own, otherwise));
    }

    private Optional<Misfit> amount(State.Much much, FactView view) {
        return GIVEN.contains(view.kind()) ? dose(much, view) : measured(much, view);
    }

    private static Optional<Misfit> dose(State.Much much, FactView view) {
        Amount wanted = much.amount();
        boolean isDosed = view.doses().stream().anyMatch(dose -> dose.unit().isPresent());
        List<Amount> known = isDosed ? view.doses() : view.strengths();
        boolean fits = known.stream().anyMatch(wanted::isDose)
                || view.rates().stream().anyMatch(wanted::isDose)
                || view.numbers().stream().anyMatch(wanted::isDose)
                || view.strengths().stream()
                        .anyMatch(strength -> wanted.isDose(strength)
                                && known.stream().anyMatch(dose -> dose.value().compareTo(strength.value()) == 0));
        if (fits) {
            return Optional.empty();
        }
        boolean otherwise = !known.isEmpty() || !view.rates().isEmpty();
        return Optional.of(new Misfit(
                "dose", "the chart has another dose than " + wanted.written() + ": " + view.told(), otherwise));
    }

    private static Optional<Misfit> measured(State.Much much, FactView view) {
        boolean fits = view.numbers().stream().anyMatch(known -> isMeasured(much, known, view));
        if (fits) {
            return Optional.empty();
        }
        boolean otherwise = !view.numbers().isEmpty() && view.kind() != FactKind.NOTE;
        return Optional.of(new Misfit(
                "value",
                "the chart has another value than " + much.amount().written() + ": " + view.told(),
                otherwise));
    }

    static boolean isMeasured(State.Much much, Amount known, FactView view) {
        Amount wanted = much.amount();
        if (wanted.second().isPresent() != known.second().isPresent()) {
            return false;
        }
        boolean second = wanted.second().isEmpty()
                || wanted.behindTheStroke().isMeasured(known.behindTheStroke(), false, view.molarMass());
        if (!second) {
            return false;
        }
        return switch (much.bound().orElse(Cue.LISTED)) {
            case OVER -> known.value().compareTo(wanted.value()) > 0;
            case UNDER -> known.value().compareTo(wanted.value()) < 0;
            case AROUND -> wanted.isMeasured(known, true, view.molarMass());
            default -> wanted.isMeasured(known, false, view.molarMass());
        };
    }
}
