package org.anamnesis.grounding;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Passage;
import org.anamnesis.chart.Value;
import org.anamnesis.claims.NoteCheck;
import org.anamnesis.claims.QuotablePassages;
import org.anamnesis.claims.SentenceCheck;

/**
 * Checks sentences that cite nothing against the whole chart: what one fact says in full is supported, what the nearest fact
 * says otherwise is contradicted. A sentence that no fact says in full is taken apart, and each of its claims is held against
 * the facts that it names (package {@code claims}).
 */
public final class Verification {

    /** A result that a sentence says to be negative is denied in the chart too. */
    private static final Pattern NEGATIVE =
            Pattern.compile("\\b(?:negative|no growth|not detected|nonreactive)\\b", Pattern.CASE_INSENSITIVE);

    /** What sets two things in an order or in a cause: all words in one entry do not say which is which. */
    private static final Pattern RELATED = Pattern.compile(
            "\\b(?:before(?! (?:this |the |his |her )?(?:admission|visit|stay))|prior to|because|due to|led to)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final int ONE_TIME_DAYS = 31;

    private final Chart chart;
    private final SecondOpinion second;
    private final Lookup lookup;
    private final SentenceCheck parts;

    public Verification(Chart chart) {
        this(chart, new Grounding(chart));
    }

    /** @param grounding the strict check of the same chart, where there is one */
    public Verification(Chart chart, Grounding grounding) {
        List<Passage> quotable = QuotablePassages.of(chart);
        this.chart = chart;
        this.second = new SecondOpinion(chart, grounding, new NoteCheck(chart, quotable));
        this.lookup = new Lookup(chart);
        this.parts = new SentenceCheck(chart, quotable);
    }

    /** What came of one sentence. */
    public record Verified(Verdict verdict, List<CitationId> evidence) {
        public Verified {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * What was read of a sentence.
     *
     * @param claims what bears out each of its claims; empty where that is nothing
     * @param inParts whether it was taken apart, with what is denied and what was found negative
     */
    record Reading(Verified verified, List<List<CitationId>> claims, boolean inParts) {
        Reading {
            claims = List.copyOf(claims);
        }

        Verdict verdict() {
            return verified.verdict();
        }

        List<CitationId> evidence() {
            return verified.evidence();
        }
    }

    /** The verdict on one sentence, with the facts that bear it out or speak against it. */
    public Verified check(String sentence) {
        Verified whole = second.opinion(sentence, read(sentence));
        return whole.verdict() instanceof Verdict.NotFound || isDeniedOnly(whole.verdict())
                ? Clauses.of(sentence).flatMap(this::apart).orElse(whole)
                : whole;
    }

    /** A denial in one clause may have been read into the other. */
    private static boolean isDeniedOnly(Verdict verdict) {
        return verdict instanceof Verdict.Contradicted
                && verdict.findings().stream()
                        .allMatch(finding -> finding.code().equals("negation"));
    }

    /** Two clauses, each borne out by itself; empty where one is not. */
    private Optional<Verified> apart(Clauses.Cut cut) {
        List<Verified> checked = cut.parts().stream().map(this::check).toList();
        boolean supported = checked.stream()
                .allMatch(one -> one.verdict() instanceof Verdict.Supported
                        && !one.evidence().isEmpty());
        return supported && (!cut.ofOneSubject() || isOfOneTime(checked))
                ? Optional.of(together(checked))
                : Optional.empty();
    }

    /** What is told of one subject in one breath is of one time: two notes years apart do not say it together. */
    private boolean isOfOneTime(List<Verified> clauses) {
        List<List<LocalDate>> written = clauses.stream()
                .map(clause -> clause.evidence().stream()
                        .filter(id -> id.kind() == FactKind.NOTE)
                        .flatMap(id -> chart.fact(id.whole()).flatMap(Fact::time).stream())
                        .map(ClinicalTime::date)
                        .toList())
                .toList();
        List<LocalDate> first = written.getFirst();
        List<LocalDate> last = written.getLast();
        return first.isEmpty()
                || last.isEmpty()
                || first.stream()
                        .anyMatch(day -> last.stream()
                                .anyMatch(other -> Math.abs(ChronoUnit.DAYS.between(day, other)) <= ONE_TIME_DAYS));
    }

    private Reading read(String sentence) {
        Reading whole = whole(sentence);
        boolean denied = whole.verdict().findings().stream()
                .anyMatch(finding -> finding.kind() == Finding.Kind.CONTRADICTED
                        && finding.code().equals("negation"));
        boolean absent =
                whole.verdict() instanceof Verdict.Supported && whole.evidence().isEmpty();
        boolean related = !absent
                && RELATED.matcher(sentence).find()
                && whole.evidence().stream().noneMatch(this::tellsARelation);
        if (whole.verdict() instanceof Verdict.Supported && !absent && !related) {
            return whole;
        }
        Reading inParts = inParts(sentence);
        if (related && whole.verdict() instanceof Verdict.Supported) {
            return inParts;
        }
        if (denied
                && !(inParts.verdict() instanceof Verdict.Supported
                        && NEGATIVE.matcher(sentence).find())) {
            return whole;
        }
        if (absent) {
            // "never smoked" is said in other words than the chart's "nicotine dependence"
            boolean smokes = inParts.verdict().findings().stream()
                    .anyMatch(
                            finding -> finding.code().equals("smoking") && finding.kind() == Finding.Kind.CONTRADICTED);
            return smokes || isRecordedInANote(inParts) ? inParts : whole;
        }
        boolean better =
                whole.verdict() instanceof Verdict.Contradicted && inParts.verdict() instanceof Verdict.NotFound
                        || inParts.evidence().isEmpty()
                                && !(inParts.verdict() instanceof Verdict.NotCheckable)
                                && whole.verdict() instanceof Verdict.Contradicted;
        return better ? whole : inParts;
    }

    /** No list has it, and a note's sentence says that it is so. */
    private static boolean isRecordedInANote(Reading inParts) {
        return isDeniedOnly(inParts.verdict())
                && !inParts.evidence().isEmpty()
                && inParts.evidence().stream().allMatch(id -> id.kind() == FactKind.NOTE);
    }

    private boolean tellsARelation(CitationId id) {
        return chart.fact(id)
                .map(fact -> fact.concept().text() + " "
                        + fact.value().map(Value::text).orElse("") + " "
                        + fact.attributes().stream().map(Attribute::text).collect(Collectors.joining(" ")))
                .filter(text -> RELATED.matcher(text).find())
                .isPresent();
    }

    /** Each of its claims by itself. */
    private Reading inParts(String sentence) {
        SentenceCheck.Checked checked = parts.check(sentence);
        List<Finding> findings = checked.reasons().stream()
                .map(reason -> new Finding(
                        switch (reason.outcome()) {
                            case CONTRADICTED -> Finding.Kind.CONTRADICTED;
                            case NOT_CHECKABLE -> Finding.Kind.NOT_CHECKABLE;
                            default -> Finding.Kind.NOT_FOUND;
                        },
                        reason.code(),
                        reason.words()))
                .toList();
        Verdict verdict = switch (checked.outcome()) {
            case SUPPORTED -> new Verdict.Supported();
            case CONTRADICTED -> new Verdict.Contradicted(findings);
            case NOT_FOUND -> new Verdict.NotFound(findings);
            case NOT_CHECKABLE -> new Verdict.NotCheckable(findings);
        };
        return new Reading(new Verified(verdict, checked.evidence()), checked.claims(), true);
    }

    /** Read as one clause after the other, each said in full by one fact. */
    private Reading whole(String sentence) {
        List<Token> clause = new ArrayList<>();
        List<Verified> clauses = new ArrayList<>();
        for (Token token : Sentence.tokens(sentence)) {
            if (token instanceof Token.Stop && !endsInAnAbbreviation(clause)) {
                clauses.add(clause(clause));
                clause = new ArrayList<>();
            } else {
                clause.add(token);
            }
        }
        if (!clause.isEmpty()) {
            clauses.add(clause(clause));
        }
        List<List<CitationId>> claims = clauses.stream()
                .map(Verified::evidence)
                .filter(ids -> !ids.isEmpty())
                .toList();
        return new Reading(together(clauses), claims, false);
    }

    private static boolean endsInAnAbbreviation(List<Token> clause) {
        return !clause.isEmpty()
                && clause.getLast() instanceof Token.Word word
                && (word.text().length() == 1
                        || word.text().equals("ie")
                        || word.text().equals("vs"));
    }

    private static Verified together(List<Verified> clauses) {
        List<CitationId> evidence = clauses.stream()
                .flatMap(one -> one.evidence().stream())
                .distinct()
                .toList();
        List<Finding> findings = clauses.stream()
                .flatMap(one -> one.verdict().findings().stream())
                .toList();
        if (findings.isEmpty()) {
            return new Verified(new Verdict.Supported(), evidence);
        }
        boolean contradicted = findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.CONTRADICTED);
        return new Verified(
                contradicted ? new Verdict.Contradicted(findings) : new Verdict.NotFound(findings), evidence);
    }

    private Verified clause(List<Token> tokens) {
        Optional<Verified> person = Person.check(chart, tokens);
        if (person.isPresent()) {
            return person.get();
        }
        Sought plain = SoughtReader.plainly(tokens);
        List<Evidence> plainly = fitting(plain);
        if (!plainly.isEmpty()) {
            return new Verified(new Verdict.Supported(), ids(exact(plain, plainly)));
        }
        Sought sought = SoughtReader.read(tokens);
        List<Evidence> named = lookup.saying(sought);
        List<Evidence> fitting = named.stream()
                .filter(evidence -> Fit.misfits(sought, evidence).isEmpty())
                .toList();
        if (sought.denied()) {
            List<Evidence> recorded = fitting.isEmpty() ? DeniedList.recorded(tokens, sought, lookup) : List.of();
            if (!recorded.isEmpty()) {
                return contradicted("negation", "the chart records one of what the statement denies", recorded);
            }
            return fitting.isEmpty()
                    ? absent()
                    : contradicted("negation", "the chart records it, the statement denies it", exact(sought, fitting));
        }
        if (!fitting.isEmpty()) {
            return new Verified(new Verdict.Supported(), ids(exact(sought, fitting)));
        }
        if (named.isEmpty()) {
            return new Verified(
                    new Verdict.NotFound(List.of(Finding.notFound("word", "no fact of this chart says all of it"))),
                    List.of());
        }
        List<Evidence> nearest = nearest(sought, named);
        return contradicted("value", Fit.misfits(sought, nearest.getFirst()).getFirst(), nearest);
    }

    /** Nothing recorded bears out an absence only where everything that was asked for could be read. */
    private Verified absent() {
        Verdict verdict = chart.coverage().isComplete()
                ? new Verdict.Supported()
                : new Verdict.NotFound(
                        List.of(Finding.notFound("absence", "not everything in the chart could be read")));
        return new Verified(verdict, List.of());
    }

    private List<Evidence> fitting(Sought sought) {
        return lookup.saying(sought).stream()
                .filter(evidence -> Fit.misfits(sought, evidence).isEmpty())
                .toList();
    }

    /** Those with the fewest misfits. */
    private static List<Evidence> nearest(Sought sought, List<Evidence> named) {
        int fewest = named.stream()
                .mapToInt(evidence -> Fit.misfits(sought, evidence).size())
                .min()
                .orElseThrow();
        return exact(
                sought,
                named.stream()
                        .filter(evidence -> Fit.misfits(sought, evidence).size() == fewest)
                        .toList());
    }

    /** Those that are named by just these words, where there are any. */
    private static List<Evidence> exact(Sought sought, List<Evidence> fitting) {
        Set<String> terms =
                sought.terms().stream().map(Want.Term::normal).collect(Collectors.toCollection(TreeSet::new));
        List<Evidence> exact = fitting.stream()
                .filter(evidence ->
                        terms.containsAll(Lookup.words(evidence.fact().concept().text())))
                .toList();
        return exact.isEmpty() ? fitting : exact;
    }

    private static Verified contradicted(String code, String words, List<Evidence> by) {
        return new Verified(new Verdict.Contradicted(List.of(Finding.contradicted(code, words))), ids(by));
    }

    private static List<CitationId> ids(List<Evidence> evidence) {
        return evidence.stream()
                .map(one -> one.fact().id())
                .distinct()
                .limit(20)
                .toList();
    }
}
