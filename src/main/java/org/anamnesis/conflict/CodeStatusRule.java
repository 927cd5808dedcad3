package org.anamnesis.conflict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;

/**
 * Resuscitation is to be tried in one place and not in another: a note against the directive in force on its day, directives
 * that are both in force, or notes of one day.
 *
 * <p>A status that changed between two days is no conflict.
 */
final class CodeStatusRule implements ConflictRule {

    private static final Pattern NOT_TO_BE_TRIED = Pattern.compile(
            "\\b(?:dnr|dnar|dnacpr|dnr/dni|no cpr|not for (?:cpr|resus\\w*|cardiopulmonary)|do not (?:attempt )?(?:resuscitat\\w+|cpr)"
                    + "|allow natural death|and code status|comfort care only)\\b");
    private static final Pattern TO_BE_TRIED = Pattern.compile(
            "\\b(?:full code|(?<!not )for (?:full )?(?:cpr|resus\\w*)|full resuscitation|attempt cpr|code(?: status)?\\s*:\\s*full|full escalation|cpr:? yes)\\b");
    private static final Terms ABOUT = Terms.of("dnr, dnar, dnacpr, cpr, resus*, code, allow, comfort");
    private static final Pattern NO_STATUS = Pattern.compile(
            "\\b(?:discuss(?:ed)? (?:dnr|dnacpr)|no (?:dnr|dnacpr)|dnacpr (?:not|to be)|form (?:not|to be)|previous(?:ly)?|was|consider)\\b");

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        List<Fact> directives = dossier.chart()
                .facts(FactKind.DIRECTIVE)
                .filter(directive -> directive.standing() == Standing.ACTIVE)
                .filter(directive -> tries(directive).isPresent())
                .toList();
        Stream<Conflict> ofLists = directives.stream()
                .flatMap(one -> directives.stream()
                        .filter(other -> one.id().compareTo(other.id()) < 0
                                && !tries(one).equals(tries(other)))
                        .map(other -> conflict(Sides.of(one), Sides.of(other))));
        List<Line> lines =
                dossier.lines().stream().filter(line -> tries(line).isPresent()).toList();
        Stream<Conflict> ofNotes = lines.stream()
                .flatMap(line -> directives.stream()
                        .filter(directive ->
                                isInForce(directive, line) && !tries(directive).equals(tries(line)))
                        .map(directive -> conflict(Sides.of(line), Sides.of(directive))));
        Stream<Conflict> ofADay = lines.stream()
                .flatMap(line -> lines.stream()
                        .filter(other -> line.id().compareTo(other.id()) < 0
                                && line.day().equals(other.day())
                                && !line.isBeside(other)
                                && !tries(line).equals(tries(other)))
                        .map(other -> conflict(Sides.of(line), Sides.of(other))));
        return Stream.of(ofLists, ofNotes, ofADay).flatMap(found -> found);
    }

    private static Conflict conflict(Side a, Side b) {
        return new Conflict(Conflict.Kind.CODE_STATUS, "Code status", a, b);
    }

    private static boolean isInForce(Fact directive, Line line) {
        return directive
                .time()
                .filter(time -> time.date().isBefore(line.day().plusDays(1)))
                .isPresent();
    }

    private static Optional<Boolean> tries(Fact directive) {
        return tries(directive.concept().text().toLowerCase(Locale.ROOT));
    }

    private static Optional<Boolean> tries(Line line) {
        return !ABOUT.mayBeIn(line) || NO_STATUS.matcher(line.plain()).find() || Cues.isOfRelative(line, 0)
                ? Optional.empty()
                : tries(line.plain());
    }

    private static Optional<Boolean> tries(String words) {
        boolean not = NOT_TO_BE_TRIED.matcher(words).find();
        boolean yes = TO_BE_TRIED.matcher(words).find();
        return not == yes ? Optional.empty() : Optional.of(yes);
    }
}
