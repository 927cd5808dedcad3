package org.anamnesis.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;

/** Holds the claims of one sentence against a chart, in their order: what was found for one is what the next counts from. */
final class ClaimCheck {

    private static final int MOST_EVIDENCE = 16;

    /** What lasts and ends. */
    private static final Set<FactKind> LASTING = Set.of(FactKind.PROBLEM, FactKind.MEDICATION, FactKind.ALLERGY);

    private final ChartView chart;
    private final Heads heads;
    private final Times times;
    private final String sentence;
    private Optional<FactView> stay = Optional.empty();
    private List<FactView> admitted = List.of();

    ClaimCheck(ChartView chart, String sentence) {
        this.chart = chart;
        this.heads = new Heads(chart);
        this.times = new Times(chart);
        this.sentence = sentence;
    }

    List<Said> all(List<Claim> claims) {
        List<Said> said = new ArrayList<>();
        List<Said> orders = new ArrayList<>();
        List<FactView> before = List.of();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            times.previous(before);
            times.next(anchor(claims, i));
            times.ofEnds(false);
            Said one = one(claim);
            if (one.isSupported() && claim.isAfter() && i > 0 && !isInOrder(before, one.evidence())) {
                one = Said.contradicted("order", "the chart has it in another order", one.evidence());
            }
            said.add(one);
            Orders.check(claim, claims, said).ifPresent(orders::add);
            before = one.evidence().isEmpty() ? before : one.evidence();
        }
        said.addAll(orders);
        return said;
    }

    private List<FactView> anchor(List<Claim> claims, int i) {
        boolean behind = i + 1 < claims.size() && claims.get(i + 1).isAnchor();
        boolean before = i > 0 && claims.get(i - 1).isAnchor();
        return behind ? named(claims.get(i + 1)) : before ? named(claims.get(i - 1)) : List.of();
    }

    private List<FactView> named(Claim claim) {
        return claim.kind() == Claim.Kind.DRUG
                ? heads.ofDrug(claim)
                : heads.ofWords(claim).parts().stream().flatMap(List::stream).toList();
    }

    private static boolean isInOrder(List<FactView> before, List<FactView> after) {
        return before.stream().anyMatch(one -> after.stream().anyMatch(other -> isBefore(one, other)))
                || before.stream().allMatch(one -> one.begin().isEmpty());
    }

    private static boolean isBefore(FactView one, FactView other) {
        return one.begin().isPresent()
                && other.begin().isPresent()
                && !one.begin().get().local().isAfter(other.begin().get().local());
    }

    private Said one(Claim claim) {
        return switch (claim.kind()) {
            case DRUG -> drug(claim);
            case WORDS -> words(claim);
            case STAY -> stay(claim);
            case ALLERGIES -> counted(claim, chart.ofKind(FactKind.ALLERGY));
            case DEATH -> death(claim);
            case SMOKING -> Smoking.check(sentence, social());
        };
    }

    private List<FactView> social() {
        return Stream.of(
                        chart.ofKind(FactKind.SOCIAL),
                        chart.saying(Phrases.stems("tobacco")),
                        chart.saying(Phrases.stems("nicotine dependence")))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private Said drug(Claim claim) {
        List<FactView> views = new ArrayList<>(heads.ofDrug(claim));
        if (views.stream().noneMatch(view -> view.kind() == FactKind.MEDICATION)) {
            chart.saying(claim.stems()).stream()
                    .filter(view -> view.kind() == FactKind.RESULT
                            || view.kind() == FactKind.VITAL
                            || view.kind() == FactKind.NOTE)
                    .filter(view -> !claim.says(Cue.ALLERGIC))
                    .forEach(views::add);
        }
        if (views.isEmpty()) {
            return claim.negated()
                    ? absent()
                    : Said.notFound("drug", "“" + claim.written() + "” is not in the chart", List.of());
        }
        List<String> unknown = heads.unknownQualifiers(claim, views);
        if (!unknown.isEmpty() && !claim.negated()) {
            Match also = alsoNamed(unknown);
            if (!also.found()) {
                return Said.notFound("word", "“" + String.join(" ", unknown) + "” is not said of it", views);
            }
        }
        return judged(claim, ordered(claim, views));
    }

    private record Match(boolean found) {}

    private Match alsoNamed(List<String> stems) {
        return new Match(stems.stream().allMatch(chart::knows));
    }

    /** An order is borne out by orders; what was taken at home by what is listed as such. */
    private static List<FactView> ordered(Claim claim, List<FactView> views) {
        if (claim.says(Cue.HOME)) {
            List<FactView> home = views.stream()
                    .filter(view -> view.fact().source().type().equals("MedicationStatement"))
                    .toList();
            return home.isEmpty() ? views : home;
        }
        return views;
    }

    private Said absent() {
        return chart.chart().coverage().isComplete()
                ? Said.supported(List.of())
                : Said.notFound("absence", "not everything in the chart could be read", List.of());
    }

    private Said words(Claim claim) {
        Heads.Match match = heads.ofWords(claim);
        if (match.parts().isEmpty()) {
            if (claim.negated()) {
                return absent();
            }
            Optional<List<FactView>> signs = Signs.of(chart, claim.stems());
            if (signs.isPresent()) {
                return signs.get().isEmpty()
                        ? Said.notFound("sign", "no vital sign shows “" + claim.written() + "”", List.of())
                        : judged(claim, signs.get());
            }
            List<FactView> opposite = otherSide(claim);
            if (!opposite.isEmpty()) {
                return Said.contradicted(
                        "side",
                        "the chart has the other side: " + opposite.getFirst().told(),
                        opposite);
            }
            return Said.notFound("word", "“" + claim.written() + "” is not in the chart", List.of());
        }
        if (claim.verb().filter("remov"::equals).isPresent()) {
            boolean ended = match.parts().stream()
                    .flatMap(List::stream)
                    .anyMatch(view -> view.end().isPresent());
            if (!ended) {
                return Said.notFound(
                        "word",
                        "that it was removed is not in the chart",
                        match.parts().getFirst());
            }
            times.ofEnds(true);
        }
        List<FactView> evidence = new ArrayList<>();
        for (List<FactView> part : match.parts()) {
            Said said = judged(claim, part);
            if (!said.isSupported()) {
                return said;
            }
            evidence.addAll(said.evidence());
        }
        return Said.supported(evidence);
    }

    private List<FactView> otherSide(Claim claim) {
        List<String> other = claim.stems().stream()
                .map(stem -> stem.equals("left") ? "right" : stem.equals("right") ? "left" : stem)
                .toList();
        return other.equals(claim.stems()) ? List.of() : chart.saying(other);
    }

    private Said judged(Claim claim, List<FactView> named) {
        List<FactView> views = inStay(named);
        if (views.isEmpty()) {
            return Said.contradicted("stay", "it belongs to another stay", named);
        }
        if (claim.count().isPresent()) {
            return counted(claim, views);
        }
        if (claim.negated()) {
            return denied(claim, views);
        }
        List<FactView> present = results(claim, views);
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
        if (claim.says(Cue.STOP) && !isOver(present)) {
            return Said.contradicted(
                    "status",
                    "the chart has it as going on: " + present.getFirst().told(),
                    present);
        }
        if (Trend.isOne(claim)) {
            return new Trend(times, present).check(claim);
        }
        return states(claim, present);
    }

    /** Whether a list has it as over; where only notes tell of it, their words are looked at apart. */
    private static boolean isOver(List<FactView> views) {
        List<FactView> listed =
                views.stream().filter(view -> view.kind() != FactKind.NOTE).toList();
        List<FactView> lasting =
                listed.stream().filter(view -> LASTING.contains(view.kind())).toList();
        return listed.isEmpty()
                || (lasting.isEmpty() ? listed : lasting).stream().anyMatch(ClaimCheck::isOver);
    }

    private static boolean isOver(FactView view) {
        Standing standing = view.fact().standing();
        return view.end().isPresent() || !(standing == Standing.ACTIVE || standing == Standing.RECURRENT);
    }

    private List<FactView> inStay(List<FactView> views) {
        if (stay.isEmpty()) {
            return views;
        }
        FactView in = stay.get();
        return views.stream().filter(view -> Stays.isOf(view, in)).toList();
    }

    /** Those whose result is the one that is said; where nothing is said of it, those that are not negative. */
    private static List<FactView> results(Claim claim, List<FactView> views) {
        if (views.stream().noneMatch(view -> view.kind() == FactKind.RESULT || view.kind() == FactKind.NOTE)) {
            return views.stream()
                    .filter(view -> view.fact().standing() != Standing.NEGATED)
                    .toList();
        }
        if (claim.says(Cue.NEGATIVE)) {
            return views.stream().filter(FactView::isNegative).toList();
        }
        if (claim.says(Cue.RESISTANT) || claim.says(Cue.SUSCEPTIBLE) || claim.says(Cue.INTERMEDIATE)) {
            String stem = claim.says(Cue.RESISTANT)
                    ? "resistant"
                    : claim.says(Cue.SUSCEPTIBLE) ? "susceptible" : "intermediate";
            return views.stream()
                    .filter(view -> view.ingredients().isEmpty()
                            || view.found().isEmpty()
                            || view.found().contains(Stem.of(stem)))
                    .toList();
        }
        if (claim.says(Cue.POSITIVE) || claim.says(Cue.GREW)) {
            return views.stream().filter(view -> !view.isNegative()).toList();
        }
        List<FactView> present = views.stream()
                .filter(view -> view.fact().standing() != Standing.NEGATED)
                .filter(view -> !(view.isNegative() && view.numbers().isEmpty()) || saysTest(claim, view))
                .toList();
        return present;
    }

    private static boolean saysTest(Claim claim, FactView view) {
        return view.kind() != FactKind.RESULT || Set.copyOf(claim.stems()).containsAll(view.name());
    }

    private Said denied(Claim claim, List<FactView> views) {
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

    private Said states(Claim claim, List<FactView> views) {
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
                from = later.stream().flatMap(view -> view.begin().stream()).min(Comparator.naturalOrder());
            }
            evidence.addAll(later);
        }
        return ordinal(claim, views, evidence);
    }

    /** Whether all entries of the kind that fits, and that say as much, fit. */
    private boolean isSoOfAll(State state, List<FactView> fitting, List<FactView> views) {
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

    private static boolean isFrom(Optional<ClinicalTime> from, FactView view) {
        return from.isEmpty()
                || view.begin()
                        .filter(time -> !time.local().isBefore(from.get().local()))
                        .isPresent();
    }

    /** "First" is the earliest of its kind, "last" the latest. */
    private Said ordinal(Claim claim, List<FactView> views, List<FactView> evidence) {
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

    private List<FactView> fitting(State state, List<FactView> views, List<FactView> siblings) {
        StateFit fit = new StateFit(times, siblings);
        return views.stream().filter(view -> fit.misfits(state, view).isEmpty()).toList();
    }

    private Said misfit(State state, List<FactView> views) {
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

    /** So many of them, however they may be counted: resources, names, days. */
    private Said counted(Claim claim, List<FactView> views) {
        StateFit fit = new StateFit(times, views);
        List<FactView> fitting = views.stream()
                .filter(view -> claim.states().stream()
                        .anyMatch(state -> fit.misfits(state, view).isEmpty()))
                .filter(view -> view.fact().standing() != Standing.NEGATED)
                .toList();
        if (fitting.isEmpty()) {
            return views.isEmpty()
                    ? Said.notFound("count", "the chart has none", List.of())
                    : misfit(claim.state(), views);
        }
        int wanted = claim.count().orElseThrow();
        Set<Integer> counts = new HashSet<>();
        counts.add(
                (int) fitting.stream().map(view -> view.fact().id()).distinct().count());
        counts.add((int) fitting.stream()
                .map(view -> view.fact().concept().text())
                .distinct()
                .count());
        counts.add((int) fitting.stream()
                .flatMap(view -> view.begin().map(ClinicalTime::date).stream())
                .distinct()
                .count());
        ByType.byType(fitting).forEach(counts::add);
        if (claim.stems().contains("vessel")) {
            // so many vessels of one operation
            counts.clear();
        }
        boolean named = wanted < NumberWords.ONES.size()
                && fitting.stream().anyMatch(view -> view.name().contains(NumberWords.ONES.get(wanted)));
        if (named) {
            // "fracture of four ribs" is one entry
            counts.add(wanted);
        }
        return counts.contains(wanted)
                ? Said.supported(best(fitting))
                : Said.contradicted(
                        "count",
                        "the chart has "
                                + counts.stream().map(String::valueOf).sorted().collect(Collectors.joining(" or "))
                                + ", not " + wanted,
                        best(fitting));
    }

    /** How many there are of each type of resource. */
    private static final class ByType {
        private ByType() {}

        static Set<Integer> byType(List<FactView> views) {
            return views.stream()
                    .collect(Collectors.groupingBy(
                            view -> view.fact().source().type(),
                            Collectors.mapping(view -> view.fact().id(), Collectors.toSet())))
                    .values()
                    .stream()
                    .map(Set::size)
                    .collect(Collectors.toSet());
        }
    }

    private Said stay(Claim claim) {
        List<FactView> stays = heads.stays(claim.stems().getFirst());
        if (stays.isEmpty()) {
            return Said.notFound("stay", "the chart has no such stay", List.of());
        }
        if (claim.count().isPresent()) {
            return counted(claim, stays);
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
        List<FactView> fitting = fitting(state, asked, asked);
        admitted = claim.says(Cue.STOP) ? List.of() : fitting;
        return fitting.isEmpty() ? misfit(state, asked) : Said.supported(best(fitting));
    }

    private Said nthStay(Claim claim, List<FactView> stays) {
        List<FactView> fitting = stays.stream()
                .filter(view -> claim.state().times().stream().allMatch(when -> times.isAt(when, view)))
                .toList();
        List<FactView> whole = fitting.stream()
                .filter(view -> fitting.stream().noneMatch(other -> Stays.isPartOf(view, other)))
                .toList();
        int nth = claim.ordinal().getAsInt();
        if (whole.size() < nth) {
            return Said.contradicted("count", "the chart has only " + whole.size(), best(fitting));
        }
        stay = Optional.of(whole.get(nth - 1));
        return Said.supported(List.of(whole.get(nth - 1)));
    }

    private Said death(Claim claim) {
        if (claim.says(Cue.HOME)) {
            return Said.notFound("place", "where the patient died is not in the chart", List.of());
        }
        List<FactView> deaths = chart.ofKind(FactKind.PATIENT).stream()
                .filter(view -> view.name().contains("deceas") || view.name().contains(Stem.of("deceased")))
                .toList();
        if (deaths.isEmpty()) {
            return claim.negated()
                    ? absent()
                    : Said.notFound("death", "the chart does not say that the patient died", List.of());
        }
        if (claim.negated()) {
            return Said.contradicted("death", "the chart says that the patient died", deaths);
        }
        List<FactView> fitting = fitting(claim.state(), deaths, deaths);
        return fitting.isEmpty() ? misfit(claim.state(), deaths) : Said.supported(fitting);
    }

    /** Orders before what was given and handed out, at most so many. */
    private static List<FactView> best(List<FactView> views) {
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
