package org.anamnesis.grounding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.anamnesis.chart.FactKind;

/**
 * Reads a statement from left to right and takes it apart into claims, each bound to the facts it is about.
 *
 * <p>A number or a date belongs to what was named last before it in the same clause; so a value cannot be supported by the
 * neighbouring test that happens to have it.
 */
final class ClaimReader {

    private static final int NEGATION_REACH = 5;

    private final List<Evidence> cited;
    private final List<Claim> claims = new ArrayList<>();

    private List<Evidence> current = List.of();
    /** The facts that have the number or the date read last. */
    private List<Evidence> focus = List.of();
    /** All that was named in one breath: "furosemide and lisinopril". */
    private final List<List<Evidence>> group = new ArrayList<>();

    private final List<Function<List<Evidence>, Claim>> waiting = new ArrayList<>();
    private final List<Function<List<Evidence>, Claim>> qualities = new ArrayList<>();
    private final List<String> run = new ArrayList<>();
    private final Set<String> sinceNumber = new HashSet<>();
    private final Set<String> sinceName = new HashSet<>();
    private Set<String> beforeNumber = Set.of();
    private boolean behindNumber;
    private boolean naming;
    private boolean named;
    private boolean range;
    private boolean newest;
    private boolean linked;
    private boolean ends;
    private boolean denying;
    private boolean nameDenies;
    private boolean denied;
    private boolean plainly;
    private int sinceNegation = NEGATION_REACH + 1;
    private List<String> waitingStandings = List.of();
    private Optional<String> extreme = Optional.empty();
    private Optional<Token.Number> lastNumber = Optional.empty();
    private Optional<Token.Number> dose = Optional.empty();

    private ClaimReader(List<Evidence> cited) {
        this.cited = cited;
    }

    /** Whether a word means something by itself, wherever it stands. */
    static boolean isCue(String word) {
        return Comparison.STANDINGS.containsKey(word)
                || Trends.isTrend(word)
                || Vocabulary.isNeutral(word)
                || Vocabulary.NEGATIONS.contains(word);
    }

    /** All claims of a statement. */
    static List<Claim> read(List<Token> tokens, List<Evidence> cited) {
        ClaimReader reader = new ClaimReader(cited);
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
            case Token.Clock clock -> say(about -> new Claim.Timed(about, clock));
            case Token.Pause ignored -> pause();
            case Token.Stop ignored -> endClause();
        }
    }

    private void word(String written, Optional<String> next) {
        boolean ofTheNumber = behindNumber && current.stream().anyMatch(evidence -> evidence.isUnit(written));
        behindNumber = false;
        if (ofTheNumber) {
            return;
        }
        String word = Vocabulary.normal(written);
        sinceNegation++;
        sinceNumber.add(written);
        sinceName.add(word);
        ends = Cues.ENDS.contains(written) || (ends && !Cues.BEGINS.contains(written));
        linked |= !current.isEmpty() && Cues.LINKS.contains(written);
        range |= written.equals("range") || written.equals("reference");
        newest(written);
        if (Vocabulary.NEGATIONS.contains(written)) {
            if (isPartOfTheName(word, next)) {
                nameDenies = true;
            } else {
                negation();
            }
        }
        Set<Evidence> naming = named(word);
        if (!naming.isEmpty() && !isOnlyFrame(written, naming)) {
            if (isLoose(word, next)) {
                qualify(word);
            } else {
                mention(naming, word);
            }
            return;
        }
        boolean goesOn = this.naming && current.stream().anyMatch(evidence -> evidence.names(word));
        if (!goesOn) {
            endName();
        }
        other(written, word);
    }

    private void other(String written, String word) {
        if (Comparison.STANDINGS.keySet().contains(written)) {
            standing(written);
        } else if (Cues.HAPPENED.contains(written) && sinceNegation > NEGATION_REACH) {
            say(about -> new Claim.Standing(about, written));
        } else if (Cues.EXTREMES.containsKey(written)) {
            endExtreme();
            extreme = Optional.of(written);
        } else if (Trends.isTrend(written)) {
            say(current, about -> new Claim.Trend(about, written));
        } else if (!isHarmless(written, word)) {
            qualify(word);
            howOften(word);
        }
    }

    private boolean isHarmless(String written, String word) {
        boolean ofThePatient = current.isEmpty()
                && cited.stream().anyMatch(evidence -> isOfThePatient(evidence) && evidence.says(word));
        return ofThePatient
                || Cues.HAPPENED.contains(written)
                || Vocabulary.isNeutral(written)
                || Vocabulary.isNeutral(word);
    }

    private void qualify(String word) {
        boolean negated = sinceNegation <= NEGATION_REACH;
        Function<List<Evidence>, Claim> claim = about -> new Claim.Worded(about, word, negated);
        say(claim);
        qualities.add(claim);
    }

    /** "Thoracentesis, left": a side or a degree behind a name is said of that name, whatever else is called so. */
    private boolean isLoose(String word, Optional<String> next) {
        boolean goesOn = next.map(Vocabulary::normal)
                .filter(following ->
                        cited.stream().anyMatch(evidence -> evidence.names(word) && evidence.names(following)))
                .isPresent();
        return Vocabulary.opposite(word).isPresent() && !goesOn;
    }

    private void newest(String written) {
        if (Cues.NEWEST.contains(written)) {
            newest = true;
            if (!current.isEmpty()) {
                claims.add(new Claim.Newest(scope()));
            }
        }
    }

    /** A negation denies what was named before it, and what comes after it in the clause. */
    private void negation() {
        sinceNegation = 0;
        plainly |= !current.isEmpty();
        denied |= !current.isEmpty();
        denying |= current.isEmpty() || current.stream().noneMatch(Evidence::isAbsence);
    }

    /** A grammar word that happens to be part of a name binds nothing, except an encounter's own words. */
    private boolean isOnlyFrame(String written, Set<Evidence> named) {
        return Vocabulary.isNeutral(written)
                && named.stream().noneMatch(evidence -> evidence.fact().kind() == FactKind.ENCOUNTER && !naming);
    }

    /** "Migraine without aura" and "not in labor force" deny nothing; "no migraine" does, whatever else the name denies. */
    private boolean isPartOfTheName(String word, Optional<String> next) {
        return next.map(Vocabulary::normal)
                .filter(following -> cited.stream().anyMatch(evidence -> evidence.names(word, following)))
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

    private void mention(Set<Evidence> those, String word) {
        Set<Evidence> both = new HashSet<>(those);
        both.retainAll(current);
        boolean switches = both.isEmpty();
        if (switches && linked) {
            claims.add(new Claim.Worded(current, word, true));
        }
        linked = false;
        if (!naming || switches) {
            endMention();
        }
        if (switches && !current.isEmpty()) {
            endExtreme();
        }
        current = cited.stream()
                .filter(evidence -> (switches ? those : both).contains(evidence))
                .toList();
        List<Evidence> about = current;
        boolean negated = sinceNegation <= NEGATION_REACH;
        if (switches) {
            run.forEach(before -> claims.add(new Claim.Worded(about, before, true)));
        } else if (!group.isEmpty()) {
            group.removeLast();
        }
        if (!naming || switches) {
            plainly = negated;
            denied = negated || denying;
            lastNumber = Optional.empty();
            focus = List.of();
            qualities.retainAll(waiting);
        }
        group.add(current);
        run.add(word);
        naming = true;
        named = true;
        claims.add(new Claim.Named(current, word, negated || nameDenies));
        waiting.forEach(claim -> claims.add(claim.apply(about)));
        waiting.clear();
        waitingStandings.forEach(standing -> claims.add(new Claim.Standing(about, standing)));
        if (newest) {
            claims.add(new Claim.Newest(about));
        }
    }

    private void number(Token.Number number, Optional<String> next) {
        List<Evidence> all = lastNumber.isPresent() ? current : scope();
        boolean asRange = range;
        boolean ofAll = Cues.OF_ALL.stream().anyMatch(sinceNumber::contains);
        if (!ofAll) {
            endGroup();
        }
        boolean latest = newest;
        boolean age = current.isEmpty() && next.filter("old"::equals).isPresent();
        if (age) {
            claims.add(new Claim.Measured(
                    cited.stream().filter(ClaimReader::isOfThePatient).toList(), number, next, asRange));
        } else {
            say(all, about -> new Claim.Measured(about, number, next, asRange));
        }
        List<Evidence> having =
                all.stream().filter(evidence -> evidence.has(number, asRange)).toList();
        if (latest && !having.isEmpty()) {
            claims.add(new Claim.Newest(having));
        }
        boolean ofTheProduct = next.map(Vocabulary::normal)
                .filter(word -> number.unit().isPresent() && cited.stream().anyMatch(evidence -> evidence.names(word)))
                .isPresent();
        if (ofTheProduct) {
            say(all, about -> new Claim.Strength(about, number));
        }
        extreme.ifPresent(word -> say(all, about -> new Claim.Extreme(about, word, number)));
        extreme = Optional.empty();
        lastNumber.ifPresent(before -> order(before, number));
        endGroup();
        endName();
        newest = false;
        if (lastNumber.isEmpty() && !having.isEmpty() && !current.isEmpty()) {
            qualities.forEach(quality -> claims.add(quality.apply(having)));
        }
        focus = current.isEmpty() || current.stream().anyMatch(ClaimReader::isOfThePatient) ? List.of() : having;
        beforeNumber = Set.copyOf(sinceNumber);
        boolean taken = Cues.TAKEN.stream().anyMatch(sinceNumber::contains);
        sinceNumber.clear();
        sinceNegation++;
        lastNumber = Optional.of(number);
        behindNumber = true;
        dose = lastNumber;
        if (taken) {
            say(about -> new Claim.Dosed(about, number));
        }
    }

    private void order(Token.Number before, Token.Number number) {
        boolean later = Cues.LATER.stream().anyMatch(sinceNumber::contains)
                || (sinceNumber.contains("to") && beforeNumber.contains("from"));
        boolean earlier = Cues.EARLIER.stream().anyMatch(sinceNumber::contains)
                && !(sinceNumber.contains("was") && beforeNumber.contains("was"));
        if (later) {
            claims.add(new Claim.Ordered(current, before, number));
        } else if (earlier) {
            claims.add(new Claim.Ordered(current, number, before));
        }
    }

    private void day(Token.Day day) {
        endName();
        boolean asEnd = ends;
        say(about -> new Claim.Dated(about, day, asEnd));
        endGroup();
        List<Evidence> then =
                scope().stream().filter(evidence -> evidence.isAt(day)).toList();
        focus = current.isEmpty() || then.isEmpty() ? focus : then;
        ends = false;
    }

    private void howOften(String word) {
        boolean often = scope().stream().anyMatch(evidence -> evidence.saysHowOften(word));
        if (often) {
            dose.ifPresent(number -> say(about -> new Claim.Dosed(about, number)));
            dose = Optional.empty();
        }
    }

    private void standing(String word) {
        if (current.isEmpty()) {
            waitingStandings = List.of(word);
        } else {
            say(about -> new Claim.Standing(about, word));
        }
    }

    /** A claim about what has just been named, or else about what is named next. */
    private void say(Function<List<Evidence>, Claim> claim) {
        say(scope(), claim);
    }

    private void say(List<Evidence> narrow, Function<List<Evidence>, Claim> claim) {
        if (current.isEmpty()) {
            waiting.add(claim);
        } else {
            claims.add(claim.apply(narrow));
            group.stream().filter(other -> !other.equals(current)).forEach(other -> claims.add(claim.apply(other)));
        }
    }

    private List<Evidence> scope() {
        return !focus.isEmpty() ? focus : current.isEmpty() ? cited : current;
    }

    /** A highest or lowest without a number behind it is a word like others. */
    private void endExtreme() {
        extreme.map(Vocabulary::normal).ifPresent(this::qualify);
        extreme = Optional.empty();
    }

    private void endGroup() {
        group.clear();
    }

    private void endName() {
        naming = false;
        run.clear();
    }

    private void pause() {
        endName();
        linked = false;
        nameDenies = false;
        sinceNegation = NEGATION_REACH + 1;
    }

    private void endMention() {
        if (!current.isEmpty()) {
            claims.add(new Claim.Asserted(current, denied, plainly));
            if (sinceName.stream().anyMatch(Cues.PERIODS::contains)) {
                claims.add(new Claim.Frequency(current, Set.copyOf(sinceName)));
            }
        }
    }

    private void endClause() {
        behindNumber = false;
        endExtreme();
        endMention();
        waiting.forEach(claim -> claims.add(claim.apply(cited)));
        waiting.clear();
        qualities.clear();
        if (!named) {
            waitingStandings.forEach(word -> claims.add(new Claim.Standing(cited, word)));
            if (denying) {
                claims.add(new Claim.Asserted(cited, true, true));
            }
        }
        endGroup();
        pause();
        current = List.of();
        focus = List.of();
        sinceNumber.clear();
        sinceName.clear();
        beforeNumber = Set.of();
        named = false;
        range = false;
        newest = false;
        ends = false;
        denying = false;
        denied = false;
        plainly = false;
        waitingStandings = List.of();
        lastNumber = Optional.empty();
        dose = Optional.empty();
    }
}
