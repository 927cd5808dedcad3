package org.anamnesis.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.FactKind;

/** Holds what is said of stays, and of the patient's death, against a chart. */
final class StayCheck {

    private final ChartView chart;
    private final Heads heads;
    private final Times times;
    private final Judge judge;
    private final Counts counts;
    private List<FactView> admitted = List.of();

    StayCheck(ChartView chart, Heads heads, Times times, Judge judge) {
        this.chart = chart;
        this.heads = heads;
        this.times = times;
        this.judge = judge;
        this.counts = new Counts(judge, times);
    }

    Said stay(Claim claim) {
        List<FactView> stays = new ArrayList<>(heads.stays(claim.stems().getFirst()));
        if (claim.says(Cue.STOP) && claim.stems().contains("admiss")) {
            // "sent home" is said of the emergency department too
            stays.addAll(heads.stays("ed"));
        }
        if (stays.isEmpty()) {
            return Said.notFound("stay", "the chart has no such stay", List.of());
        }
        if (claim.count().isPresent()) {
            return counts.counted(claim, stays);
        }
        State state = claim.state();
        times.ofEnds(claim.says(Cue.STOP));
        if (claim.ordinal().isPresent()) {
            return nthStay(claim, stays);
        }
        if (state.isEmpty() || state.timesShared()) {
            return Said.supported(List.of());
        }
        List<FactView> same =
                claim.says(Cue.STOP) ? stays.stream().filter(admitted::contains).toList() : List.of();
        List<FactView> asked = same.isEmpty() ? stays : same;
        List<FactView> fitting = judge.fitting(state, asked, asked);
        admitted = claim.says(Cue.STOP) ? List.of() : fitting;
        return fitting.isEmpty() ? judge.misfit(state, asked) : Said.supported(judge.best(fitting));
    }

    Said nthStay(Claim claim, List<FactView> stays) {
        List<FactView> fitting = stays.stream()
                .filter(view -> claim.state().times().stream().allMatch(when -> times.isAt(when, view)))
                .toList();
        List<FactView> whole = fitting.stream()
                .filter(view -> fitting.stream().noneMatch(other -> Stays.isPartOf(view, other)))
                .toList();
        int nth = claim.ordinal().getAsInt();
        if (whole.size() < nth) {
            return Said.contradicted("count", "the chart has only " + whole.size(), judge.best(fitting));
        }
        judge.stay = Optional.of(whole.get(nth - 1));
        return Said.supported(List.of(whole.get(nth - 1)));
    }

    Said death(Claim claim) {
        if (claim.says(Cue.HOME)) {
            return Said.notFound("place", "where the patient died is not in the chart", List.of());
        }
        List<FactView> deaths = chart.ofKind(FactKind.PATIENT).stream()
                .filter(view -> view.name().contains("deceas") || view.name().contains(Stem.of("deceased")))
                .toList();
        if (deaths.isEmpty()) {
            return claim.negated()
                    ? judge.absent()
                    : Said.notFound("death", "the chart does not say that the patient died", List.of());
        }
        if (claim.negated()) {
            return Said.contradicted("death", "the chart says that the patient died", deaths);
        }
        List<FactView> fitting = judge.fitting(claim.state(), deaths, deaths);
        return fitting.isEmpty() ? judge.misfit(claim.state(), deaths) : Said.supported(fitting);
    }
}
