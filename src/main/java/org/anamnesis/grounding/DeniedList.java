package org.anamnesis.grounding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;

/**
 * A clause that denies several things, each to be looked for by itself: that no fact says all of them together does not say that
 * there is none of them.
 */
final class DeniedList {

    private static final Set<String> BETWEEN = Set.of("or", "and", "nor");

    private static final Set<String> PREPOSITIONS =
            Set.of("of", "from", "in", "with", "to", "by", "on", "for", "at", "after");

    /** Nouns and verbs with a preposition whose object is what is denied. */
    private static final Set<String> GOVERNING = Set.of(
            "allergy", "allergies", "allergic", "intolerance", "intolerant", "started", "placed", "put", "maintained");

    private static final Set<String> RELATIVES = Set.of(
            "family",
            "father",
            "mother",
            "parents",
            "brother",
            "sister",
            "siblings",
            "son",
            "daughter",
            "children",
            "relatives");

    /** That what is over counts too. */
    private static final Set<String> EVER = Set.of(
            "never",
            "ever",
            "history",
            "past",
            "previous",
            "previously",
            "prior",
            "documented",
            "diagnosis",
            "diagnoses",
            "recorded");

    /** What of a body is named by itself is no finding: "no hip or knee fracture". */
    private static final Set<String> BODY = Set.of(
            "head",
            "neck",
            "chest",
            "back",
            "abdomen",
            "abdominal",
            "hip",
            "knee",
            "ankle",
            "foot",
            "leg",
            "arm",
            "hand",
            "wrist",
            "elbow",
            "shoulder",
            "spine",
            "lumbar",
            "cervical",
            "thoracic",
            "rib",
            "skin",
            "eye",
            "ear",
            "nose",
            "throat",
            "mouth",
            "lung",
            "pulmonary",
            "heart",
            "cardiac",
            "liver",
            "hepatic",
            "kidney",
            "renal",
            "bladder",
            "bowel",
            "colon",
            "rectal",
            "brain",
            "cerebral",
            "left",
            "right",
            "bilateral",
            "upper",
            "lower",
            "acute",
            "chronic",
            "new",
            "other",
            "distal",
            "proximal");

    private static final Set<FactKind> LISTED = Set.of(
            FactKind.PROBLEM,
            FactKind.MEDICATION,
            FactKind.ALLERGY,
            FactKind.PROCEDURE,
            FactKind.IMMUNIZATION,
            FactKind.DEVICE);

    private static final Set<Standing> NOT_SO = Set.of(Standing.NEGATED, Standing.CANCELLED, Standing.PLANNED);

    private DeniedList() {}

    /**
     * What a chart's lists have of the things that a clause denies one beside the other; empty where it denies one thing only.
     *
     * @param sought the same clause as one
     */
    static List<Evidence> recorded(List<Token> clause, Sought sought, Lookup lookup) {
        Set<String> said = words(clause);
        if (said.stream().anyMatch(RELATIVES::contains)) {
            return List.of();
        }
        List<Sought> items = items(clause, sought);
        boolean ever = said.stream().anyMatch(EVER::contains);
        return items.size() < 2
                ? List.of()
                : items.stream()
                        .flatMap(item -> lookup.saying(item).stream()
                                .filter(evidence -> isListed(evidence, item, ever))
                                .filter(evidence -> Fit.misfits(item, evidence).isEmpty()))
                        .distinct()
                        .toList();
    }

    private static boolean isListed(Evidence evidence, Sought item, boolean ever) {
        Standing standing = evidence.fact().standing();
        return LISTED.contains(evidence.fact().kind())
                && !NOT_SO.contains(standing)
                && (ever || standing.isCurrent() || evidence.fact().kind() == FactKind.PROCEDURE)
                && item.terms().stream()
                        .map(Want.Term::normal)
                        .allMatch(term -> evidence.names(term) && !evidence.denies(term));
    }

    /** Each thing with the days and times of the whole clause. */
    private static List<Sought> items(List<Token> clause, Sought sought) {
        List<Want> shared = sought.wants().stream()
                .filter(want -> want instanceof Want.When || want instanceof Want.At)
                .toList();
        List<Sought> items = new ArrayList<>();
        for (List<Token> item : cut(clause)) {
            List<Want> wants = new ArrayList<>(SoughtReader.plainly(item).terms());
            boolean named =
                    wants.stream().map(want -> ((Want.Term) want).normal()).anyMatch(term -> !BODY.contains(term));
            if (named) {
                wants.removeIf(want -> GOVERNING.contains(((Want.Term) want).written()));
            }
            if (named && !wants.isEmpty()) {
                wants.addAll(shared);
                items.add(sought.with(wants));
            }
        }
        return items;
    }

    /** The words behind the denial, cut at commas and conjunctions; none where a noun stands before them that is what is denied. */
    private static List<List<Token>> cut(List<Token> clause) {
        int from = 0;
        while (from < clause.size()
                && !(clause.get(from) instanceof Token.Word word && SoughtReader.isDenial(word.text()))) {
            from++;
        }
        List<List<Token>> items = new ArrayList<>();
        List<Token> item = new ArrayList<>();
        for (Token token : clause.subList(Math.min(from + 1, clause.size()), clause.size())) {
            boolean ends =
                    token instanceof Token.Pause || token instanceof Token.Word word && BETWEEN.contains(word.text());
            if (!ends) {
                item.add(token);
            } else if (!item.isEmpty()) {
                items.add(item);
                item = new ArrayList<>();
            }
        }
        items.add(item);
        return isGoverned(items.getFirst()) ? List.of() : items;
    }

    /** "No complication of diabetes or hypertension" denies no diabetes. */
    private static boolean isGoverned(List<Token> first) {
        for (int at = 0; at + 1 < first.size(); at++) {
            boolean governs = first.get(at) instanceof Token.Word noun
                    && !SoughtReader.isPassedOver(noun.text())
                    && !GOVERNING.contains(noun.text())
                    && first.get(at + 1) instanceof Token.Word next
                    && PREPOSITIONS.contains(next.text());
            if (governs) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words(List<Token> clause) {
        Set<String> words = new HashSet<>();
        clause.forEach(token -> {
            if (token instanceof Token.Word word) {
                words.add(word.text());
            }
        });
        return words;
    }
}
