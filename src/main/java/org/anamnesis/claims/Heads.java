package org.anamnesis.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.FactKind;

/** Which facts a claim's head can mean. */
final class Heads {

    private static final Set<FactKind> GIVEN =
            Set.of(FactKind.MEDICATION, FactKind.IMMUNIZATION, FactKind.PLAN, FactKind.NOTE);
    private static final Set<String> SIDES = Set.of("left", "right", "bilater");
    private static final Set<String> BODY = Stream.of(("colon lung breast liver kidney renal hepatic pulmonary prostate brain cerebral heart cardiac"
                            + " skin bone hip knee ankle wrist shoulder elbow femur tibia humerus rib spine lumbar cervical thoracic pelvis neck"
                            + " back chest abdomen abdominal stomach gastric bowel rectum rectal esophagus pancreas pancreatic bladder uterus"
                            + " ovary ovarian thyroid adrenal pituitary eye ear nose throat mouth tongue hand foot leg arm finger toe upper"
                            + " lower acute chronic old new deep superficial anterior posterior medial lateral")
                    .split(" "))
            .map(Stem::of)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> AROUND = Set.of("post", "pre", "postop", "preop", "postoper", "preoper");
    private static final int MOST_PARTS = 4;

    private final ChartView chart;

    Heads(ChartView chart) {
        this.chart = chart;
    }

    /**
     * What a phrase was found as.
     *
     * @param parts its parts, each with the facts that say all of its words; empty where some word is in no fact
     * @param unknown the words that no fact says
     */
    record Match(List<List<FactView>> parts, List<String> unknown) {}

    /** The facts on a drug, those of just these ingredients first of all. */
    List<FactView> ofDrug(Claim claim) {
        Set<String> wanted = Set.copyOf(claim.ingredients());
        List<FactView> all = chart.ofDrug(wanted).stream()
                .filter(view -> isOfDrug(claim, view))
                .toList();
        List<FactView> exact = all.stream()
                .filter(view -> view.kind() == FactKind.MEDICATION)
                .filter(view -> withoutCarriers(view.ingredients()).equals(wanted))
                .toList();
        List<FactView> drugs = exact.isEmpty() ? all : exact;
        List<FactView> qualified = drugs.stream()
                .filter(view -> view.words().containsAll(needed(claim.qualifiers())))
                .toList();
        return qualified.isEmpty() ? drugs : qualified;
    }

    private static Set<String> withoutCarriers(Set<String> ingredients) {
        Set<String> drugs = new HashSet<>(ingredients);
        drugs.removeAll(Set.of("sodium chloride", "dextrose", "water", "sterile water", "lactated ringers"));
        return drugs.isEmpty() ? ingredients : drugs;
    }

    private static boolean isOfDrug(Claim claim, FactView view) {
        if (claim.says(Cue.ALLERGIC)) {
            return view.kind() == FactKind.ALLERGY;
        }
        if (claim.says(Cue.SUSCEPTIBLE) || claim.says(Cue.RESISTANT) || claim.says(Cue.INTERMEDIATE)) {
            return view.kind() == FactKind.RESULT;
        }
        return GIVEN.contains(view.kind());
    }

    /** The words of a drug's company that none of its facts says. */
    List<String> unknownQualifiers(Claim claim, List<FactView> views) {
        return needed(claim.qualifiers()).stream()
                .filter(stem -> views.stream().noneMatch(view -> view.words().contains(stem)))
                .toList();
    }

    private static List<String> needed(List<String> stems) {
        return stems.stream().filter(stem -> !Phrases.isOptional(stem)).toList();
    }

    /** The facts on a phrase: whole, without the words a name need not have, or cut into as few parts as can be. */
    Match ofWords(Claim claim) {
        List<String> stems = claim.stems();
        Optional<List<FactView>> done = claim.verb()
                .map(verb -> Stream.concat(stems.stream(), Stream.of(verb)).toList())
                .map(all -> filtered(claim, chart.saying(Set.copyOf(all))))
                .filter(views -> !views.isEmpty());
        if (done.isPresent()) {
            claim.verbNamed();
            return new Match(List.of(done.get()), List.of());
        }
        List<FactView> whole = filtered(claim, chart.saying(Set.copyOf(stems)));
        if (Surgery.isNamed(stems) && whole.stream().noneMatch(Surgery::isOne)) {
            List<FactView> operations = chart.ofKind(FactKind.PROCEDURE).stream()
                    .filter(Surgery::isOne)
                    .toList();
            whole = operations.isEmpty() ? whole : operations;
        }
        if (!whole.isEmpty()) {
            return new Match(List.of(whole), List.of());
        }
        List<String> needed = needed(stems);
        if (needed.isEmpty()) {
            return new Match(List.of(), stems);
        }
        if (stems.stream().anyMatch(SIDES::contains)) {
            return new Match(List.of(), stems);
        }
        for (int parts = 1; parts <= Math.min(MOST_PARTS, needed.size()); parts++) {
            Optional<List<List<FactView>>> cut = cut(claim, needed, parts);
            if (cut.isPresent()) {
                return new Match(cut.get(), List.of());
            }
        }
        List<String> unknown = needed.stream()
                .filter(stem -> filtered(claim, chart.saying(Set.of(stem))).isEmpty())
                .toList();
        return new Match(List.of(), unknown.isEmpty() ? needed : unknown);
    }

    private Optional<List<List<FactView>>> cut(Claim claim, List<String> stems, int parts) {
        if (BODY.containsAll(stems)) {
            // "colon cancer" is not something of the colon and a cancer elsewhere
            return Optional.empty();
        }
        if (parts == 1) {
            List<FactView> found = filtered(claim, chart.saying(new LinkedHashSet<>(stems)));
            return found.isEmpty() ? Optional.empty() : Optional.of(List.of(found));
        }
        for (int first = stems.size() - parts + 1; first >= 1; first--) {
            List<FactView> found = filtered(claim, chart.saying(new LinkedHashSet<>(stems.subList(0, first))));
            if (!found.isEmpty() && !BODY.containsAll(stems.subList(0, first))) {
                Optional<List<List<FactView>>> rest = cut(claim, stems.subList(first, stems.size()), parts - 1);
                if (rest.isPresent()) {
                    List<List<FactView>> all = new ArrayList<>();
                    all.add(found);
                    all.addAll(rest.get());
                    return Optional.of(all);
                }
            }
        }
        return Optional.empty();
    }

    /** Of the kinds that the claim can be about; those that are named so before those that only mention it. */
    private static List<FactView> filtered(Claim claim, List<FactView> views) {
        boolean family = claim.says(Cue.FAMILY);
        boolean allergy = claim.says(Cue.ALLERGIC);
        List<FactView> kind = views.stream()
                .filter(view -> family == isOfFamily(view) || view.kind() == FactKind.NOTE)
                .filter(view -> !allergy || view.kind() == FactKind.ALLERGY || view.kind() == FactKind.NOTE)
                .toList();
        Set<String> stems = Set.copyOf(needed(claim.stems()));
        kind = kind.stream().filter(view -> !isAround(view, claim.stems())).toList();
        List<FactView> named = kind.stream()
                .filter(view -> view.name().stream().anyMatch(stems::contains)
                        || view.found().stream().anyMatch(stems::contains))
                .toList();
        return named.isEmpty() ? kind : named;
    }

    /** "Post-operative bloods" are no operation. */
    private static boolean isAround(FactView view, List<String> stems) {
        return AROUND.stream().anyMatch(word -> view.name().contains(word) && !stems.contains(word));
    }

    private static boolean isStay(String kind, FactView view) {
        String called = Stream.concat(
                        Stream.of(view.fact().concept().text()),
                        view.fact().attributes(Attribute.Role.CATEGORY).map(Attribute::text))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "icu" -> called.contains("intensive") || called.contains("icu");
            case "ed" -> called.contains("emergency");
            default ->
                called.contains("inpatient")
                        || called.contains("hospital")
                        || called.contains("admission")
                        || called.contains("stay") && !called.contains("intensive") && !called.contains("emergency");
        };
    }

    private static boolean isOfFamily(FactView view) {
        return view.kind() == FactKind.HISTORY
                || view.name().contains(Stem.of("family")) && view.name().contains(Stem.of("history"));
    }

    /** The stays of a kind, in the order of time. */
    List<FactView> stays(String kind) {
        Stream<FactView> stays = chart.ofKind(FactKind.ENCOUNTER).stream().filter(view -> isStay(kind, view));
        return stays.sorted(java.util.Comparator.comparing((FactView view) ->
                        view.begin().map(time -> time.local().toString()).orElse("")))
                .toList();
    }
}
