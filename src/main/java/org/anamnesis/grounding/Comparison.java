package org.anamnesis.grounding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;

/** Holds one claim against the facts it is about. */
final class Comparison {

    static final Map<String, Set<Standing>> STANDINGS = Map.ofEntries(
            Map.entry("active", Set.of(Standing.ACTIVE, Standing.RECURRENT)),
            Map.entry("current", Set.of(Standing.ACTIVE, Standing.RECURRENT)),
            Map.entry("currently", Set.of(Standing.ACTIVE, Standing.RECURRENT)),
            Map.entry("ongoing", Set.of(Standing.ACTIVE, Standing.RECURRENT)),
            Map.entry("inactive", Set.of(Standing.INACTIVE, Standing.RESOLVED)),
            Map.entry("resolved", Set.of(Standing.RESOLVED)),
            Map.entry("stopped", Set.of(Standing.STOPPED)),
            Map.entry("discontinued", Set.of(Standing.STOPPED)),
            Map.entry("cancelled", Set.of(Standing.CANCELLED)),
            Map.entry("canceled", Set.of(Standing.CANCELLED)),
            Map.entry("held", Set.of(Standing.ON_HOLD)),
            Map.entry("hold", Set.of(Standing.ON_HOLD)),
            Map.entry("completed", Set.of(Standing.COMPLETED, Standing.FINAL)),
            Map.entry("finished", Set.of(Standing.COMPLETED)),
            Map.entry("planned", Set.of(Standing.PLANNED, Standing.ACTIVE)),
            Map.entry("pending", Set.of(Standing.PLANNED, Standing.ACTIVE, Standing.PRELIMINARY)),
            Map.entry("scheduled", Set.of(Standing.PLANNED, Standing.ACTIVE)),
            Map.entry("awaiting", Set.of(Standing.PLANNED, Standing.ACTIVE, Standing.PRELIMINARY)),
            Map.entry("awaited", Set.of(Standing.PLANNED, Standing.ACTIVE, Standing.PRELIMINARY)));

    /** What has not happened is not the newest of anything. */
    private static final Set<Standing> NOT_YET = Set.of(Standing.PLANNED, Standing.CANCELLED, Standing.NEGATED);

    private final Chart chart;
    private final NamingWords named;

    Comparison(Chart chart) {
        this.chart = chart;
        this.named = new NamingWords(chart);
    }

    /** What speaks against a claim; empty where the facts bear it out. */
    Optional<Finding> against(Claim claim) {
        return switch (claim) {
            case Claim.Measured measured -> number(measured);
            case Claim.Ordered ordered -> order(ordered);
            case Claim.Strength strength -> strength(strength);
            case Claim.Dated dated -> date(dated);
            case Claim.Timed timed -> clock(timed);
            case Claim.Worded worded -> word(worded);
            case Claim.Named named -> name(named);
            case Claim.Frequency frequency -> frequency(frequency);
            case Claim.Dosed dosed -> dose(dosed);
            case Claim.Asserted asserted -> assertion(asserted);
            case Claim.Standing standing -> standing(standing);
            case Claim.Trend trend -> trend(trend);
            case Claim.Extreme extreme -> extreme(extreme);
            case Claim.Newest newest -> newest(newest);
        };
    }

    private Optional<Finding> number(Claim.Measured claim) {
        Token.Number number = claim.number();
        boolean had = claim.about().stream().anyMatch(evidence -> evidence.has(number, claim.asRange()));
        if (had || isCount(claim)) {
            return Optional.empty();
        }
        List<Token.Number> known = claim.about().stream()
                .flatMap(evidence -> numbers(evidence, claim.asRange()))
                .toList();
        Optional<Token.Number> otherUnit = known.stream()
                .filter(candidate -> candidate.figure().equals(number.figure()))
                .findFirst();
        if (otherUnit.isPresent()) {
            return Optional.of(Finding.contradicted(
                    "unit",
                    "the unit of %s is %s in the chart"
                            .formatted(number.written(), otherUnit.get().written())));
        }
        boolean comparable = known.stream().anyMatch(candidate -> isSameUnit(number, candidate));
        String values = claim.about().stream()
                .map(Evidence::valueText)
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(4)
                .collect(Collectors.joining(", "));
        return Optional.of(
                comparable && !values.isEmpty()
                        ? Finding.contradicted("number", "the chart has %s, not %s".formatted(values, number.written()))
                        : Finding.notFound("number", "%s is in none of the cited facts".formatted(number.written())));
    }

    /** "3 encounters": the number of facts cited, named by the word behind the number. */
    private static boolean isCount(Claim.Measured claim) {
        return claim.number().unit().isEmpty()
                && claim.noun().isPresent()
                && claim.number().value().compareTo(java.math.BigDecimal.ONE) > 0
                && claim.number().value().stripTrailingZeros().scale() <= 0
                && claim.number().value().intValue()
                        == claim.about().stream()
                                .filter(evidence -> evidence.names(
                                        Vocabulary.normal(claim.noun().get())))
                                .count();
    }

    private static Stream<Token.Number> numbers(Evidence evidence, boolean asRange) {
        return asRange
                ? Stream.concat(evidence.numbers().stream(), evidence.bounds().stream())
                : evidence.numbers().stream();
    }

    private static Optional<Finding> order(Claim.Ordered claim) {
        boolean inOrder = claim.about().stream()
                .filter(older -> older.has(claim.older(), false))
                .anyMatch(older -> claim.about().stream()
                        .filter(newer -> newer.has(claim.newer(), false))
                        .anyMatch(newer -> isOlder(older.fact(), newer.fact())));
        return inOrder
                ? Optional.empty()
                : Optional.of(Finding.contradicted(
                        "order",
                        "in the chart %s does not come before %s"
                                .formatted(
                                        claim.older().written(), claim.newer().written())));
    }

    private static boolean isOlder(Fact one, Fact other) {
        return one.time().isPresent()
                && other.time().isPresent()
                && one.time().get().compareTo(other.time().get()) < 0;
    }

    private static Optional<Finding> strength(Claim.Strength claim) {
        boolean borneOut = claim.about().stream()
                .anyMatch(evidence -> evidence.strengths().isEmpty()
                        || evidence.strengths().stream().anyMatch(known -> known.isSame(claim.number())));
        return borneOut
                ? Optional.empty()
                : Optional.of(Finding.contradicted(
                        "strength",
                        "the product in the chart is not of %s"
                                .formatted(claim.number().written())));
    }

    private static boolean isSameUnit(Token.Number claimed, Token.Number known) {
        return claimed.unit().equals(known.unit());
    }

    private static Optional<Finding> date(Claim.Dated claim) {
        List<Evidence> about = claim.about();
        Token.Day day = claim.day();
        if (about.stream().anyMatch(evidence -> evidence.isEndedAt(day) || (!claim.asEnd() && evidence.isAt(day)))) {
            return Optional.empty();
        }
        String known = about.stream()
                .flatMap(evidence -> evidence.times().stream())
                .map(ClinicalTime::dayText)
                .distinct()
                .limit(4)
                .collect(Collectors.joining(", "));
        return Optional.of(
                known.isEmpty()
                        ? Finding.notFound("date", "%s is in none of the cited facts".formatted(day.written()))
                        : Finding.contradicted("date", "the chart has %s, not %s".formatted(known, day.written())));
    }

    private static Optional<Finding> clock(Claim.Timed claim) {
        return claim.about().stream().anyMatch(evidence -> evidence.isAt(claim.clock()))
                ? Optional.empty()
                : Optional.of(Finding.notFound(
                        "time",
                        "the time %s is in none of the cited facts"
                                .formatted(claim.clock().written())));
    }

    private Optional<Finding> word(Claim.Worded claim) {
        String word = claim.word();
        if (claim.about().stream()
                .anyMatch(evidence -> evidence.says(word) && (claim.denied() || !evidence.denies(word)))) {
            return Optional.empty();
        }
        if (claim.about().stream().anyMatch(evidence -> evidence.denies(word))) {
            return Optional.of(Finding.contradicted("negation", "the chart denies “%s”".formatted(word)));
        }
        Optional<String> opposite = Vocabulary.opposite(word)
                .filter(other -> claim.about().stream().anyMatch(evidence -> evidence.says(other)));
        if (opposite.isPresent()) {
            return Optional.of(
                    Finding.contradicted("word", "the chart says “%s”, not “%s”".formatted(opposite.get(), word)));
        }
        Optional<CitationId> elsewhere = named.first(word);
        return Optional.of(Finding.notFound(
                "word",
                elsewhere
                        .map(id -> "“%s” stands in %s, not in what is cited for it".formatted(word, id))
                        .orElse("“%s” is in none of the cited facts".formatted(word))));
    }

    private static Optional<Finding> dose(Claim.Dosed claim) {
        List<Token.Number> doses = claim.about().stream()
                .flatMap(evidence -> evidence.doses().stream())
                .toList();
        boolean given = doses.isEmpty() || doses.stream().anyMatch(dose -> dose.isSame(claim.dose()));
        return given
                ? Optional.empty()
                : Optional.of(Finding.contradicted(
                        "dose",
                        "the dose in the chart is %s, not %s"
                                .formatted(
                                        doses.stream()
                                                .map(Token.Number::written)
                                                .distinct()
                                                .collect(Collectors.joining(", ")),
                                        claim.dose().written())));
    }

    private static Optional<Finding> assertion(Claim.Asserted claim) {
        if (claim.denied() && claim.about().stream().noneMatch(Evidence::isAbsence)) {
            return Optional.of(Finding.contradicted("negation", "the chart records it, the statement denies it"));
        }
        boolean refuted =
                claim.about().stream().allMatch(evidence -> evidence.fact().standing() == Standing.NEGATED);
        if (!claim.plainly() && refuted) {
            return Optional.of(
                    Finding.contradicted("negation", "the chart says it is not present, the statement that it is"));
        }
        return Optional.empty();
    }

    /** "With aura" is not "without aura". */
    private static Optional<Finding> name(Claim.Named claim) {
        return claim.denied() || claim.about().stream().anyMatch(evidence -> !evidence.denies(claim.word()))
                ? Optional.empty()
                : Optional.of(Finding.contradicted("negation", "the chart denies “%s”".formatted(claim.word())));
    }

    /** "Daily" leaves out half of "twice daily". */
    private static Optional<Finding> frequency(Claim.Frequency claim) {
        boolean whole = claim.about().stream()
                .anyMatch(evidence -> evidence.frequency().stream()
                        .filter(Cues.MULTIPLIERS::contains)
                        .allMatch(claim.words()::contains));
        return whole
                ? Optional.empty()
                : Optional.of(Finding.contradicted("frequency", "the chart says more of how often it is taken"));
    }

    private static Optional<Finding> standing(Claim.Standing claim) {
        Set<Standing> allowed = STANDINGS.getOrDefault(claim.word(), Set.of());
        boolean borneOut = claim.about().stream()
                .allMatch(evidence -> Cues.HAPPENED.contains(claim.word())
                        ? !NOT_YET.contains(evidence.fact().standing())
                                && evidence.fact().kind() != FactKind.PLAN
                        : allowed.contains(evidence.fact().standing())
                                || evidence.finds(Vocabulary.normal(claim.word())));
        if (borneOut) {
            return Optional.empty();
        }
        String known = claim.about().stream()
                .map(evidence -> evidence.fact().standing().word())
                .distinct()
                .collect(Collectors.joining(", "));
        return Optional.of(
                Finding.contradicted("status", "the status in the chart is %s, not %s".formatted(known, claim.word())));
    }

    private static Optional<Finding> trend(Claim.Trend claim) {
        boolean said = claim.about().stream().anyMatch(evidence -> evidence.says(Vocabulary.normal(claim.word())));
        if (said) {
            return Optional.empty();
        }
        Optional<Integer> direction =
                Trends.direction(claim.about().stream().map(Evidence::fact).toList());
        if (direction.isEmpty()) {
            return Optional.of(Finding.notFound(
                    "trend", "“%s” needs two cited values of one unit with their times".formatted(claim.word())));
        }
        return direction.get() == Trends.direction(claim.word())
                ? Optional.empty()
                : Optional.of(Finding.contradicted(
                        "trend", "the cited values do not go the way “%s” says".formatted(claim.word())));
    }

    /** Among all that the chart has of this test in this unit, whatever is cited. */
    private Optional<Finding> extreme(Claim.Extreme claim) {
        if (claim.about().stream().anyMatch(evidence -> evidence.says(Vocabulary.normal(claim.word())))) {
            return Optional.empty();
        }
        List<Fact> having = claim.about().stream()
                .filter(evidence -> evidence.has(claim.number(), false))
                .flatMap(evidence -> chart.fact(evidence.fact().id()).stream())
                .filter(fact -> fact.quantity().isPresent())
                .toList();
        if (having.isEmpty()) {
            return Optional.of(Finding.notFound(
                    "extreme",
                    "no cited measurement of %s".formatted(claim.number().written())));
        }
        int direction = Cues.EXTREMES.getOrDefault(claim.word(), 0);
        boolean surpassed = having.stream()
                .anyMatch(fact -> chart.facts(fact.kind())
                        .filter(other -> isSameTest(fact, other) && !NOT_YET.contains(other.standing()))
                        .anyMatch(other -> Trends.change(fact, other).orElse(0) == direction));
        return surpassed
                ? Optional.of(Finding.contradicted(
                        "extreme",
                        "the chart has a value beyond %s"
                                .formatted(claim.number().written())))
                : Optional.empty();
    }

    private Optional<Finding> newest(Claim.Newest claim) {
        List<Fact> cited = claim.about().stream()
                .flatMap(evidence -> chart.fact(evidence.fact().id()).stream())
                .distinct()
                .toList();
        boolean superseded = cited.stream()
                .flatMap(fact -> chart.facts(fact.kind()).filter(other -> isSameConcept(fact, other)))
                .filter(other -> !cited.contains(other) && !NOT_YET.contains(other.standing()))
                .anyMatch(other -> cited.stream().noneMatch(fact -> isNotOlder(fact, other)));
        return superseded ? Optional.of(Finding.contradicted("newest", "the chart has a newer one")) : Optional.empty();
    }

    private static boolean isSameTest(Fact one, Fact other) {
        return isSameConcept(one, other)
                || one.concept().codings().stream()
                        .anyMatch(coding -> other.concept().isCodedAs(coding.system(), coding.code()));
    }

    private static boolean isSameConcept(Fact one, Fact other) {
        return one.concept().text().equalsIgnoreCase(other.concept().text());
    }

    private static boolean isNotOlder(Fact one, Fact other) {
        return other.time().isEmpty()
                || (one.time().isPresent()
                        && one.time().get().compareTo(other.time().get()) >= 0);
    }
}
