package org.anamnesis.grounding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.FactKind;

/**
 * Reads a statement from left to right and takes it apart into claims, each bound to the facts it is about.
 *
 * <p>A number or a date belongs to what was named last before it in the same clause; so a value cannot be supported by the
 * neighbouring test that happens to have it.
 */
final class ClaimReader {

    private static final Set<String> STANDINGS = Set.of(
            "active",
            "current",
            "currently",
            "ongoing",
            "inactive",
            "resolved",
            "stopped",
            "discontinued",
            "held",
            "hold",
            "completed",
            "finished",
            "planned",
            "pending",
            "scheduled",
            "awaiting",
            "awaited");
    private static final Set<String> NEWEST = Set.of("latest", "last", "newest");
    private static final int NEGATION_REACH = 5;

    private final List<Evidence> cited;
    private final List<Claim> claims = new ArrayList<>();

    private List<Evidence> current = List.of();
    private boolean naming;
    private boolean range;
    private boolean newest;
    private int sinceNegation = NEGATION_REACH + 1;
    private List<String> waitingStandings = List.of();
    private List<String> waitingTrends = List.of();
    private List<Token.Day> waitingDays = new ArrayList<>();
    private Optional<Token.Number> lastNumber = Optional.empty();
    private int lastMeasured = -1;
    private final Set<Evidence> asserted = new LinkedHashSet<>();

    private ClaimReader(List<Evidence> cited) {
        this.cited = cited;
    }

    /** All claims of a statement's text. */
    static List<Claim> read(String text, List<Evidence> cited) {
        ClaimReader reader = new ClaimReader(cited);
        List<Token> tokens = Sentence.tokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            Optional<String> next = i + 1 < tokens.size() && tokens.get(i + 1) instanceof Token.Word word
                    ? Optional.of(word.text())
                    : Optional.empty();
            reader.read(tokens.get(i), next);
        }
        reader.endClause();
        return reader.claims;
    }

    private void read(Token token, Optional<String> next) {
        switch (token) {
            case Token.Word word -> word(word.text(), next);
            case Token.Number number -> number(number, next);
            case Token.Day day -> day(day);
            case Token.Clock clock -> claims.add(new Claim.Timed(scope(), clock));
            case Token.Stop ignored -> endClause();
        }
    }

    private void word(String written, Optional<String> next) {
        String word = Vocabulary.normal(written);
        sinceNegation++;
        if (Vocabulary.NEGATIONS.contains(written) && !isPartOfTheName(word, next)) {
            sinceNegation = 0;
        }
        range |= written.equals("range") || written.equals("reference");
        newest |= NEWEST.contains(written);
        Set<Evidence> named = named(word);
        if (!named.isEmpty() && !isOnlyFrame(written, named)) {
            mention(named);
            return;
        }
        naming = false;
        if (STANDINGS.contains(written)) {
            standing(written);
        } else if (Trends.isTrend(written)) {
            trend(written);
        } else if (!Vocabulary.isNeutral(written) && !Vocabulary.isNeutral(word)) {
            claims.add(new Claim.Worded(scope(), word));
            howOften(word);
        }
    }

    /** A grammar word that happens to be part of a name binds nothing, except an encounter's own words. */
    private boolean isOnlyFrame(String written, Set<Evidence> named) {
        return Vocabulary.isNeutral(written)
                && named.stream().noneMatch(evidence -> evidence.fact().kind() == FactKind.ENCOUNTER && !naming);
    }

    /** "Migraine without aura" and "not in labor force" deny nothing. */
    private boolean isPartOfTheName(String word, Optional<String> next) {
        boolean goesOn = naming && current.stream().anyMatch(evidence -> evidence.names(word));
        return goesOn
                || next.map(Vocabulary::normal)
                        .filter(following ->
                                cited.stream().anyMatch(evidence -> evidence.names(word) && evidence.names(following)))
                        .isPresent();
    }

    private Set<Evidence> named(String word) {
        Set<Evidence> named = new LinkedHashSet<>();
        cited.stream().filter(evidence -> evidence.names(word)).forEach(named::add);
        if (named.stream().anyMatch(ClaimReader::isOfThePatient)) {
            // Age, sex and death are of one person, whichever of them is named first.
            cited.stream().filter(ClaimReader::isOfThePatient).forEach(named::add);
        }
        return named;
    }

    private static boolean isOfThePatient(Evidence evidence) {
        return evidence.fact().kind() == FactKind.PATIENT;
    }

    private void mention(Set<Evidence> named) {
        Set<Evidence> both = new HashSet<>(named);
        both.retainAll(current);
        boolean goesOn = naming && !both.isEmpty();
        current = cited.stream()
                .filter(evidence -> (goesOn ? both : named).contains(evidence))
                .toList();
        if (!goesOn) {
            claims.add(new Claim.Asserted(current, sinceNegation <= NEGATION_REACH));
            lastNumber = Optional.empty();
            lastMeasured = -1;
        }
        naming = true;
        asserted.addAll(current);
        List<Evidence> about = current;
        waitingStandings.forEach(word -> claims.add(new Claim.Standing(about, word)));
        waitingTrends.forEach(word -> claims.add(new Claim.Trend(about, word)));
        waitingTrends = List.of();
        if (newest) {
            claims.add(new Claim.Newest(about));
        }
    }

    private void number(Token.Number number, Optional<String> next) {
        naming = false;
        sinceNegation++;
        claims.add(new Claim.Measured(scope(), number, List.copyOf(waitingDays), next, range));
        lastMeasured = claims.size() - 1;
        lastNumber = Optional.of(number);
        waitingDays = new ArrayList<>();
    }

    private void day(Token.Day day) {
        naming = false;
        if (lastMeasured >= 0 && claims.get(lastMeasured) instanceof Claim.Measured measured) {
            List<Token.Day> days = new ArrayList<>(measured.days());
            if (days.isEmpty()) {
                days.add(day);
                claims.set(
                        lastMeasured,
                        new Claim.Measured(
                                measured.about(), measured.number(), days, measured.noun(), measured.asRange()));
                return;
            }
            claims.add(new Claim.Dated(measured.about(), day));
        } else if (current.isEmpty()) {
            waitingDays.add(day);
        } else {
            claims.add(new Claim.Dated(current, day));
        }
    }

    private void howOften(String word) {
        boolean often = scope().stream().anyMatch(evidence -> evidence.saysHowOften(word));
        if (often) {
            lastNumber.ifPresent(dose -> claims.add(new Claim.Dosed(scope(), dose)));
            lastNumber = Optional.empty();
        }
    }

    private void standing(String word) {
        if (current.isEmpty()) {
            waitingStandings = List.of(word);
        } else {
            claims.add(new Claim.Standing(current, word));
        }
    }

    private void trend(String word) {
        if (current.isEmpty()) {
            waitingTrends = List.of(word);
        } else {
            claims.add(new Claim.Trend(current, word));
        }
    }

    private List<Evidence> scope() {
        return current.isEmpty() ? cited : current;
    }

    private void endClause() {
        List<Evidence> named = asserted.isEmpty() ? cited : List.copyOf(asserted);
        waitingDays.forEach(day -> claims.add(new Claim.Dated(named, day)));
        if (asserted.isEmpty()) {
            waitingStandings.forEach(word -> claims.add(new Claim.Standing(cited, word)));
            waitingTrends.forEach(word -> claims.add(new Claim.Trend(cited, word)));
        }
        current = List.of();
        naming = false;
        range = false;
        newest = false;
        sinceNegation = NEGATION_REACH + 1;
        waitingStandings = List.of();
        waitingTrends = List.of();
        waitingDays = new ArrayList<>();
        lastNumber = Optional.empty();
        lastMeasured = -1;
        asserted.clear();
    }
}
