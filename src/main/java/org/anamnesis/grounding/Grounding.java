package org.anamnesis.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;

/**
 * Checks statements against one chart. Pure: the same statement and chart always give the same verdict.
 *
 * <p>A statement is supported only where each of its numbers, units, dates, statuses, directions and naming words is borne
 * out by the facts it cites. One contradiction makes it contradicted; else one thing that is not there makes it not found.
 */
public final class Grounding {

    /** A statement longer than this is no statement; it is withheld unread. */
    private static final int LONGEST_STATEMENT_CHARACTERS = 1_000;

    /** What is planned, ordered or done, or says so; the name of a problem or a value plans nothing. */
    private static final Set<FactKind> PLANNING = Set.of(
            FactKind.PLAN,
            FactKind.MEDICATION,
            FactKind.PROCEDURE,
            FactKind.ENCOUNTER,
            FactKind.IMMUNIZATION,
            FactKind.DEVICE,
            FactKind.DIRECTIVE,
            FactKind.NOTE);

    private static final Set<Section> NOW = Set.of(Section.ACTIVE_PROBLEMS, Section.MEDICATIONS, Section.ALLERGIES);
    private static final Set<String> PAST = Set.of("history", "past", "previous", "previously", "prior", "former");
    private static final Set<Standing> NOT_DONE = Set.of(Standing.PLANNED, Standing.CANCELLED);
    private static final Set<String> ALLERGIC =
            Set.of("allergic", "allergy", "allergies", "intolerant", "intolerance", "intolerances");
    private static final Set<String> GIVEN = Set.of(
            "take", "takes", "taking", "taken", "prescribed", "receives", "receiving", "medication", "medications");
    private static final Set<String> MALE = Set.of("he", "his", "him");
    private static final Set<String> FEMALE = Set.of("she", "her", "hers");

    private final Chart chart;
    private final Comparison comparison;
    /** What cited facts say, read once: one fact is cited by several statements. */
    private final Map<CitationId, List<Evidence>> read = new ConcurrentHashMap<>();

    public Grounding(Chart chart) {
        this.chart = chart;
        this.comparison = new Comparison(chart);
    }

    /** The statement with its verdict. */
    public CheckedStatement check(Statement statement) {
        List<CitationId> written = statement.citations().stream()
                .flatMap(text -> CitationId.parse(text).stream())
                .distinct()
                .toList();
        List<Evidence> cited =
                written.stream().flatMap(id -> evidence(id).stream()).toList();
        List<Coverage.Entry> coverage =
                written.stream().flatMap(id -> chart.coverage(id).stream()).toList();
        List<CitationId> evidence = written.stream().filter(this::isInTheChart).toList();
        List<Finding> findings = new ArrayList<>(citations(statement));
        if (findings.isEmpty()) {
            findings.addAll(cited.isEmpty() ? Absence.against(statement.text(), coverage) : claims(statement, cited));
        }
        return new CheckedStatement(statement, verdict(findings), evidence);
    }

    private List<Evidence> evidence(CitationId id) {
        return read.computeIfAbsent(
                id, first -> chart.fact(first).stream().flatMap(Evidence::of).toList());
    }

    private boolean isInTheChart(CitationId id) {
        return !evidence(id).isEmpty() || chart.coverage(id).isPresent();
    }

    private List<Finding> citations(Statement statement) {
        if (statement.text().isBlank() || statement.text().length() > LONGEST_STATEMENT_CHARACTERS) {
            return List.of(Finding.notFound("statement", "it is empty, or too long to be one statement"));
        }
        if (statement.citations().isEmpty()) {
            return List.of(Finding.notFound("citation", "it cites nothing"));
        }
        return statement.citations().stream()
                .filter(text ->
                        CitationId.parse(text).filter(this::isInTheChart).isEmpty())
                .map(text -> Finding.notFound("citation", "it cites a fact that this chart does not have"))
                .limit(1)
                .toList();
    }

    private List<Finding> claims(Statement written, List<Evidence> cited) {
        List<Fact> facts = cited.stream().map(Evidence::fact).distinct().toList();
        List<Token> tokens = Sentence.tokens(
                PlainWords.inTheChartsWords(NotRecorded.without(Quotes.without(written.text(), cited), facts), facts));
        List<Finding> findings = new ArrayList<>();
        List<Claim> claims = ClaimReader.read(tokens, cited);
        claims.forEach(claim -> comparison.against(claim).ifPresent(findings::add));
        sex(tokens).ifPresent(findings::add);
        if (written.section() == Section.PLAN && cited.stream().noneMatch(Grounding::isPlanned)) {
            findings.add(Finding.notFound("plan", "nothing it cites is planned or ordered"));
        }
        List<Evidence> silent = cited.stream()
                .filter(evidence -> claims.stream()
                        .noneMatch(claim ->
                                claim instanceof Claim.Standing && claim.about().contains(evidence)))
                .toList();
        stale(written.section(), tokens, silent).ifPresent(findings::add);
        kind(written.section(), tokens, cited).ifPresent(findings::add);
        return findings;
    }

    private static boolean isPlanned(Evidence evidence) {
        Standing standing = evidence.fact().standing();
        return PLANNING.contains(evidence.fact().kind())
                || standing == Standing.PLANNED
                || standing == Standing.PRELIMINARY;
    }

    /** A bare name means that it is so now, or that it took place; "history of" does for what is past. */
    private static Optional<Finding> stale(Section section, List<Token> tokens, List<Evidence> silent) {
        boolean past = !NOW.contains(section) && says(tokens, PAST);
        return silent.stream()
                .filter(evidence -> switch (evidence.fact().kind()) {
                    case PROBLEM, MEDICATION, ALLERGY ->
                        !evidence.fact().standing().isCurrent() && !past;
                    case ENCOUNTER, PROCEDURE, IMMUNIZATION ->
                        section != Section.PLAN
                                && NOT_DONE.contains(evidence.fact().standing());
                    default -> false;
                })
                .map(evidence -> evidence.fact().standing())
                .filter(standing -> standing != Standing.NEGATED)
                .findFirst()
                .map(standing -> Finding.contradicted(
                        "status", "the chart says %s, the statement leaves that out".formatted(standing.word())));
    }

    /** What is given is not an allergy, an allergy is not given, and a relative's disease is the relative's. */
    private static Optional<Finding> kind(Section section, List<Token> tokens, List<Evidence> cited) {
        boolean asAllergy = section == Section.ALLERGIES || says(tokens, ALLERGIC);
        boolean allergies = cited.stream().anyMatch(evidence -> evidence.fact().kind() == FactKind.ALLERGY);
        boolean others = cited.stream().anyMatch(evidence -> evidence.fact().kind() == FactKind.MEDICATION);
        boolean ofFamily = cited.stream().anyMatch(evidence -> evidence.fact().kind() == FactKind.HISTORY);
        if (asAllergy && (others || !allergies)) {
            return Optional.of(Finding.notFound("kind", "what it cites is not an allergy"));
        }
        if (allergies && !asAllergy && (section == Section.MEDICATIONS || says(tokens, GIVEN))) {
            return Optional.of(Finding.contradicted("kind", "the chart lists it as an allergy"));
        }
        boolean saysWhose =
                says(tokens, Set.of("family")) || cited.stream().anyMatch(evidence -> evidence.isOfRelative(tokens));
        return ofFamily && !saysWhose
                ? Optional.of(Finding.contradicted("kind", "the chart says it of a relative"))
                : Optional.empty();
    }

    private static boolean says(List<Token> tokens, Set<String> words) {
        return tokens.stream().anyMatch(token -> token instanceof Token.Word word && words.contains(word.text()));
    }

    private Optional<Finding> sex(List<Token> tokens) {
        Optional<String> sex = chart.patient().sex();
        Set<String> wrong = sex.filter("female"::equals).isPresent()
                ? MALE
                : sex.filter("male"::equals).isPresent() ? FEMALE : Set.of();
        return tokens.stream()
                .filter(token -> token instanceof Token.Word word && wrong.contains(word.text()))
                .findFirst()
                .map(token -> Finding.contradicted("sex", "the patient's sex in the chart is " + sex.orElse("")));
    }

    private static Verdict verdict(List<Finding> findings) {
        if (findings.isEmpty()) {
            return new Verdict.Supported();
        }
        boolean contradicted = findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.CONTRADICTED);
        return contradicted
                ? new Verdict.Contradicted(List.copyOf(findings))
                : new Verdict.NotFound(List.copyOf(findings));
    }
}
