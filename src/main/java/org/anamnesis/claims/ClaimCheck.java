package org.anamnesis.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.FactKind;

/** Holds the claims of one sentence against a chart, in their order: what was found for one is what the next counts from. */
final class ClaimCheck {

    private final ChartView chart;
    private final Heads heads;
    private final Times times;
    private final Judge judge;
    private final StayCheck stays;
    private final Counts counts;
    private final String sentence;

    ClaimCheck(ChartView chart, String sentence) {
        this.chart = chart;
        this.heads = new Heads(chart);
        this.times = new Times(chart);
        this.judge = new Judge(chart, times);
        this.stays = new StayCheck(chart, heads, times, judge);
        this.counts = new Counts(judge, times);
        this.sentence = sentence;
    }

    private record Match(boolean found) {}

    List<Said> all(List<Claim> claims) {
        List<Said> said = new ArrayList<>();
        List<Said> orders = new ArrayList<>();
        List<FactView> before = List.of();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            times.previous(before);
            times.next(anchor(claims, i));
            times.ofEnds(false);
            List<FactView> drug = before;
            Said one = claim.isReason() ? Reasons.check(claim, drug).orElseGet(() -> one(claim)) : one(claim);
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

    List<FactView> anchor(List<Claim> claims, int i) {
        boolean behind = i + 1 < claims.size() && claims.get(i + 1).isAnchor();
        boolean before = i > 0 && claims.get(i - 1).isAnchor();
        return behind ? named(claims.get(i + 1)) : before ? named(claims.get(i - 1)) : List.of();
    }

    List<FactView> named(Claim claim) {
        return claim.kind() == Claim.Kind.DRUG
                ? heads.ofDrug(claim)
                : heads.ofWords(claim).parts().stream().flatMap(List::stream).toList();
    }

    static boolean isInOrder(List<FactView> before, List<FactView> after) {
        return before.stream().anyMatch(one -> after.stream().anyMatch(other -> isBefore(one, other)))
                || before.stream().allMatch(one -> one.begin().isEmpty());
    }

    static boolean isBefore(FactView one, FactView other) {
        return one.begin().isPresent()
                && other.begin().isPresent()
                && !one.begin().get().local().isAfter(other.begin().get().local());
    }

    Said one(Claim claim) {
        return switch (claim.kind()) {
            case DRUG -> drug(claim);
            case WORDS -> words(claim);
            case STAY -> stays.stay(claim);
            case ALLERGIES -> counts.counted(claim, chart.ofKind(FactKind.ALLERGY));
            case DEATH -> stays.death(claim);
            case SMOKING -> smoking(claim);
        };
    }

    List<FactView> social() {
        return Stream.of(
                        chart.ofKind(FactKind.SOCIAL),
                        chart.saying(Phrases.stems("tobacco")),
                        chart.saying(Phrases.stems("nicotine dependence")))
                .flatMap(List::stream)
                .filter(view -> view.kind() != FactKind.MEDICATION)
                .distinct()
                .toList();
    }

    /** How much somebody smokes is a number like others. */
    private Said smoking(Claim claim) {
        Said said = Smoking.check(sentence, social());
        boolean told = claim.states().stream()
                .flatMap(state -> state.amounts().stream())
                .allMatch(much -> said.evidence().stream()
                        .flatMap(view -> view.numbers().stream())
                        .anyMatch(number -> much.amount().isMeasured(number, false, Optional.empty())));
        return !said.isSupported() || told
                ? said
                : Said.notFound("value", "how much is not on the lists", said.evidence());
    }

    Said drug(Claim claim) {
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
                    ? judge.absent()
                    : Said.notFound("drug", "“" + claim.written() + "” is not in the chart", List.of());
        }
        List<String> unknown = heads.unknownQualifiers(claim, views);
        if (!unknown.isEmpty() && !claim.negated()) {
            Match also = alsoNamed(unknown);
            if (!also.found()) {
                return Said.notFound("word", "“" + String.join(" ", unknown) + "” is not said of it", views);
            }
        }
        return judge.judged(claim, ordered(claim, views));
    }

    Match alsoNamed(List<String> stems) {
        return new Match(stems.stream().allMatch(chart::knows));
    }

    /** An order is borne out by orders; what was taken at home by what is listed as such. */
    static List<FactView> ordered(Claim claim, List<FactView> views) {
        if (claim.says(Cue.HOME)) {
            List<FactView> home = views.stream()
                    .filter(view -> view.fact().source().type().equals("MedicationStatement"))
                    .toList();
            return home.isEmpty() ? views : home;
        }
        return views;
    }

    /** "Removed on 6 September" beside a catheter: its time is not the catheter's. */
    private static boolean onlyCommented(Optional<String> verb, List<FactView> views) {
        return verb.isPresent() && views.stream().noneMatch(view -> view.name().contains(verb.get()));
    }

    Said words(Claim claim) {
        Optional<String> verb = claim.verb();
        Heads.Match match = heads.ofWords(claim);
        boolean onlyPlanned = !claim.negated()
                && !match.parts().isEmpty()
                && match.parts().stream().flatMap(List::stream).allMatch(view -> view.kind() == FactKind.PLAN);
        Optional<List<FactView>> measured =
                onlyPlanned ? Signs.of(chart, claim.stems()).filter(views -> !views.isEmpty()) : Optional.empty();
        if (measured.isPresent()) {
            // "febrile at 38.9" is no "call if febrile"
            return judge.judged(claim, measured.get());
        }
        if (match.parts().isEmpty()) {
            if (claim.negated()) {
                return judge.absent();
            }
            Optional<List<FactView>> signs = Signs.of(chart, claim.stems());
            if (signs.isPresent()) {
                return signs.get().isEmpty()
                        ? Said.notFound("sign", "no vital sign shows “" + claim.written() + "”", List.of())
                        : judge.judged(claim, signs.get());
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
            Said said = judge.judged(claim, part);
            if (said.outcome() == Outcome.CONTRADICTED && said.code().equals("date") && onlyCommented(verb, part)) {
                return Said.notFound("date", said.words(), part);
            }
            if (!said.isSupported()) {
                return said;
            }
            evidence.addAll(said.evidence());
        }
        return Said.supported(evidence);
    }

    List<FactView> otherSide(Claim claim) {
        List<String> other = claim.stems().stream()
                .map(stem -> stem.equals("left") ? "right" : stem.equals("right") ? "left" : stem)
                .toList();
        return other.equals(claim.stems()) ? List.of() : chart.saying(other);
    }
}
