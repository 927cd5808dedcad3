package org.anamnesis.conflict;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Value;
import org.anamnesis.wordlist.WordList;

/** A note says that the patient does not use a substance, and a note, a test or the social history of these weeks that they do. */
final class SubstanceUseRule implements ConflictRule {

    private static final int THESE_WEEKS_DAYS = 30;
    private static final List<Substance> SUBSTANCES = WordList.lines("conflict/substances.txt").stream()
            .map(Substance::of)
            .toList();

    private record Substance(String name, Terms denied, Terms used) {

        static Substance of(String line) {
            String[] fields = line.split("\\s*\\|\\s*", -1);
            return new Substance(fields[0], Terms.of(fields[1]), Terms.of(fields[2]));
        }
    }

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        return SUBSTANCES.stream().flatMap(substance -> conflict(substance, dossier).stream());
    }

    private static Optional<Conflict> conflict(Substance substance, Dossier dossier) {
        List<Line> denied = dossier.lines().stream()
                .filter(line -> substance.denied().isIn(line))
                .filter(line -> !Cues.isOfRelative(line, 0))
                .toList();
        if (denied.isEmpty()) {
            return Optional.empty();
        }
        List<Fact> facts = facts(substance, dossier);
        List<Line> lines = lines(substance, dossier);
        return denied.stream()
                .flatMap(line -> used(facts, lines, line).stream()
                        .map(used -> new Conflict(
                                Conflict.Kind.SUBSTANCE_USE, "Use of " + substance.name(), Sides.of(line), used)))
                .findFirst();
    }

    /** The dated facts that tell of use. */
    private static List<Fact> facts(Substance substance, Dossier dossier) {
        return Stream.of(FactKind.SOCIAL, FactKind.RESULT)
                .flatMap(dossier.chart()::facts)
                .filter(fact -> fact.time().isPresent())
                .filter(fact -> substance.used().isIn(words(fact))
                        && !substance.denied().isIn(words(fact)))
                .toList();
    }

    /** The sentences that tell of use. */
    private static List<Line> lines(Substance substance, Dossier dossier) {
        return dossier.lines().stream()
                .filter(line -> substance.used().mayBeIn(line)
                        && substance
                                .used()
                                .in(line)
                                .results()
                                .anyMatch(found -> !Cues.isDenied(line, found.start(), found.end())
                                        && !Cues.isOfRelative(line, found.start())))
                .toList();
    }

    private static Optional<Side> used(List<Fact> allFacts, List<Line> allLines, Line denied) {
        List<Fact> facts = allFacts.stream()
                .filter(fact -> fact.time()
                        .filter(time -> isNear(ChronoUnit.DAYS.between(denied.day(), time.date())))
                        .isPresent())
                .toList();
        List<Line> lines = allLines.stream()
                .filter(line -> !line.isBeside(denied) && isNear(ChronoUnit.DAYS.between(denied.day(), line.day())))
                .toList();
        if (facts.isEmpty()) {
            return lines.isEmpty() ? Optional.empty() : Optional.of(Sides.of(lines));
        }
        return Optional.of(Sides.ofFacts(facts).and(lines.stream().map(Line::id)));
    }

    private static boolean isNear(long days) {
        return Math.abs(days) <= THESE_WEEKS_DAYS;
    }

    private static String words(Fact fact) {
        return (fact.concept().text() + " " + fact.value().map(Value::text).orElse("")).toLowerCase(Locale.ROOT);
    }
}
