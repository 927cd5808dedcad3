package org.anamnesis.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;

/** Judges one claim by the facts that its head can mean: each state it tells must be borne out by one of them. */
final class Judge {

    private static final int MOST_EVIDENCE = 16;

    private final ChartView chart;
    private final Times times;
    private final Counts counts;

    /** The stay that the sentence speaks of. */
    Optional<FactView> stay = Optional.empty();

    Judge(ChartView chart, Times times) {
        this.chart = chart;
        this.times = times;
        this.counts = new Counts(this, times);
    }

    Said absent() {
        return chart.chart().coverage().isComplete()
                ? Said.supported(List.of())
                : Said.notFound("absence", "not everything in the chart could be read", List.of());
    }

    Said judged(Claim claim, List<FactView> named) {
        List<FactView> views = inStay(named);
        if (views.isEmpty()) {
            return Said.contradicted("stay", "it belongs to another stay", named);
        }
        if (claim.count().isPresent()) {
            return counts.counted(claim, views);
        }
        if (claim.negated()) {
            return denied(claim, views);
        }
        List<FactView> present = Findings.results(claim, views);
        if (present.isEmpty()) {
            return Said.contradicted(
                    "result",
                    "the chart has another result: " + views.getFirst().told(),
                    views);
        }
        Optional<Said> doubt = Certainty.against(claim, present);
        if (doubt.isPresent()) {
            return doubt.get();
        }
        if (claim.says(Cue.STOP) && !Findings.isOver(present)) {
            return Said.contradicted(
                    "status",
                    "the chart has it as going on: " + present.getFirst().told(),
                    present);
        }
        if (claim.says(Cue.STOP) && present.stream().anyMatch(view -> view.end().isPresent())) {
            times.ofEnds(true);
        }
        if (Trend.isOne(claim)) {
            return new Trend(times, present).check(claim);
        }
        return states(claim, present);
    }

    List<FactView> inStay(List<FactView> views) {
        if (stay.isEmpty()) {
            return views;
        }
        FactView in = stay.get();
        return views.stream().filter(view -> Stays.isOf(view, in)).toList();
    }

    Said denied(Claim claim, List<FactView> views) {
        List<FactView> fitting = fitting(claim.state(), views, views);
        List<FactView> there = fitting.stream()
                .filter(view -> view.fact().standing() != Standing.NEGATED
                        && !view.isNegative()
                        && !Denials.in(view, claim.stems()))
                .toList();
        if (there.isEmpty()) {
            return Said.supported(fitting);
        }
        return Said.contradicted(
                "negation", "the chart records it: " + there.getFirst().told(), there);
    }

    Said states(Claim claim, List<FactView> views) {
        List<FactView> evidence = new ArrayList<>();
        Optional<ClinicalTime> from = Optional.empty();
        for (State state : claim.states()) {
            List<FactView> fitting = fitting(state, views, views);
            if (fitting.isEmpty()) {
                return misfit(state, views);
            }
            if (claim.says(Cue.ALL) && !state.isEmpty() && !isSoOfAll(state, fitting, views)) {
                return Said.contradicted("all", "not all of them are so", views);
            }
            Optional<ClinicalTime> after = from;
            List<FactView> later = claim.states().size() == 1
                    ? fitting
                    : fitting.stream().filter(view -> isFrom(after, view)).toList();
            if (later.isEmpty()) {
                return Said.contradicted("order", "the chart has it in another order", fitting);
            }
            if (claim.states().size() > 1) {
                times.previous(later);
                from = later.stream().flatMap(view -> view.begin().stream()).min(Comparator.naturalOrder());
            }
            evidence.addAll(later);
        }
        return ordinal(claim, views, evidence);
    }

    /** Whether all entries of the kind that fits, and that say as much, fit. */
    boolean isSoOfAll(State state, List<FactView> fitting, List<FactView> views) {
        StateFit fit = new StateFit(times, views);
        Set<String> types = fitting.stream()
                .map(view -> view.fact().source().type())
                .filter(type -> !type.equals("MedicationAdministration"))
                .collect(Collectors.toSet());
        return views.stream()
                .filter(view ->
                        types.isEmpty() || types.contains(view.fact().source().type()))
                .noneMatch(view -> fit.misfits(state, view).stream().anyMatch(Misfit::otherwise));
    }

    static boolean isFrom(Optional<ClinicalTime> from, FactView view) {
        return from.isEmpty()
                || view.begin()
                        .filter(time -> !time.local().isBefore(from.get().local()))
                        .isPresent();
    }

    /** "First" is the earliest of its kind, "last" the latest. */
    Said ordinal(Claim claim, List<FactView> views, List<FactView> evidence) {
        boolean first = claim.says(Cue.FIRST) && claim.kind() != Claim.Kind.STAY;
        boolean last = claim.says(Cue.LAST);
        if (!first && !last || claim.states().size() > 1) {
            return Said.supported(best(evidence));
        }
        Comparator<ClinicalTime> order = first ? Comparator.naturalOrder() : Comparator.reverseOrder();
        Optional<ClinicalTime> extreme =
                views.stream().flatMap(view -> view.begin().stream()).min(order);
        boolean isIt = extreme.isEmpty()
                || evidence.stream()
                        .anyMatch(view -> view.begin()
                                .filter(time -> time.date().equals(extreme.get().date()))
                                .isPresent());
        return isIt
                ? Said.supported(best(evidence))
                : Said.contradicted("order", "it is not the " + (first ? "first" : "last"), best(views));
    }

    List<FactView> fitting(State state, List<FactView> views, List<FactView> siblings) {
        StateFit fit = new StateFit(times, siblings);
        return views.stream().filter(view -> fit.misfits(state, view).isEmpty()).toList();
    }

    Said misfit(State state, List<FactView> views) {
        StateFit fit = new StateFit(times, views);
        int fewest = views.stream()
                .mapToInt(view -> fit.misfits(state, view).size())
                .min()
                .orElseThrow();
        List<FactView> nearest = views.stream()
                .filter(view -> fit.misfits(state, view).size() == fewest)
                .toList();
        Misfit first = fit.misfits(state, nearest.getFirst()).getFirst();
        boolean otherwise = nearest.stream()
                .flatMap(view -> fit.misfits(state, view).stream())
                .anyMatch(Misfit::otherwise);
        return otherwise
                ? Said.contradicted(first.code(), first.words(), best(nearest))
                : Said.notFound(first.code(), first.words(), best(nearest));
    }

    /** Orders before what was given and handed out, at most so many. */
    static List<FactView> best(List<FactView> views) {
        return views.stream()
                .distinct()
                .sorted(Comparator.comparingInt(
                        view -> view.fact().source().type().equals("MedicationRequest")
                                        || view.fact().kind() != FactKind.MEDICATION
                                ? 0
                                : 1))
                .limit(MOST_EVIDENCE)
                .toList();
    }
}
