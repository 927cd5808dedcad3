package org.anamnesis.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Standing;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Statement;
import org.anamnesis.grounding.SummaryKind;

/**
 * What no summary may leave out: current problems, allergies, directives, medicines that are taken or on hold, critical
 * values and results still open; and that none of these is recorded.
 */
public final class MustInclude {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int LEAST_LETTERS = 4;

    private MustInclude() {}

    /**
     * The rule-made statements of what must be told and is not told by any of these. Of every kind: allergies, directives,
     * critical values; of those that tell all, the rest too.
     */
    public static List<Statement> missing(Chart chart, SummaryKind kind, List<CheckedStatement> told) {
        List<CheckedStatement> shown =
                told.stream().filter(CheckedStatement::isSupported).toList();
        return of(chart, kind)
                .filter(statement -> cited(chart, statement).noneMatch(fact -> isTold(fact, shown)))
                .filter(statement -> cited(chart, statement).findAny().isPresent() || !isAbsenceTold(statement, shown))
                .sorted(Comparator.comparing(Statement::section))
                .toList();
    }

    /** The ids of what must be told, whoever tells it. */
    public static Set<String> cited(Chart chart, SummaryKind kind) {
        return of(chart, kind)
                .flatMap(statement -> statement.citations().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Statement> of(Chart chart, SummaryKind kind) {
        Stream<Statement> everywhere = Stream.of(
                        new AllergiesRule().statements(chart),
                        new DirectivesRule().statements(chart),
                        ResultsRule.critical(chart))
                .flatMap(statements -> statements);
        Stream<Statement> all = Stream.of(
                        new ProblemsRule().statements(chart),
                        new MedicationsRule().statements(chart).filter(medicine -> isTaken(chart, medicine)),
                        PlanRule.pending(chart))
                .flatMap(statements -> statements);
        return kind.tellsAll() ? Stream.concat(all, everywhere) : everywhere;
    }

    private static boolean isTaken(Chart chart, Statement medicine) {
        return cited(chart, medicine)
                .allMatch(fact -> fact.standing().isCurrent() || fact.standing() == Standing.ON_HOLD);
    }

    private static Stream<Fact> cited(Chart chart, Statement statement) {
        return statement.citations().stream()
                .flatMap(id -> CitationId.parse(id).stream())
                .flatMap(id -> chart.fact(id).stream());
    }

    private static boolean isAbsenceTold(Statement absence, List<CheckedStatement> shown) {
        return shown.stream()
                .flatMap(statement -> statement.evidence().stream())
                .anyMatch(id -> absence.citations().contains(id.toString()));
    }

    /** A citation alone tells nothing: the statement must name the fact too. */
    private static boolean isTold(Fact fact, List<CheckedStatement> shown) {
        return shown.stream()
                .filter(statement -> statement.evidence().contains(fact.id()))
                .anyMatch(statement -> names(statement.text(), fact));
    }

    private static boolean names(String text, Fact fact) {
        Set<String> said = words(text);
        String name = fact.concept().text();
        return words(name).stream().anyMatch(word -> said.contains(word) && isTelling(word, name));
    }

    /** A short word tells only where the name has no longer one. */
    private static boolean isTelling(String word, String name) {
        return word.length() >= LEAST_LETTERS
                || words(name).stream().noneMatch(other -> other.length() >= LEAST_LETTERS);
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }
}
