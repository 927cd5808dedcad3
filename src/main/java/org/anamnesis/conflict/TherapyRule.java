package org.anamnesis.conflict;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.conflict.TherapyLine.Use;
import org.anamnesis.wordlist.WordList;

/**
 * A note says that a treatment or a device is in use, and another place that it never was, or had ended some days before.
 *
 * <p>What is said after the use, of the same weeks, tells whether it ever was; what is said before it, whether it had ended.
 */
final class TherapyRule implements ConflictRule {

    private static final int ONE_STAY_DAYS = 30;
    private static final List<Therapy> THERAPIES =
            WordList.lines("conflict/therapies.txt").stream().map(Therapy::of).toList();

    private record Therapy(String name, Terms words, TherapyLine.Forms forms, boolean steady) {

        static Therapy of(String line) {
            String[] fields = line.split("\\s*\\|\\s*", -1);
            Terms words = Terms.of(fields[1]);
            return new Therapy(fields[0], words, TherapyLine.Forms.of(words.pattern()), fields[2].equals("steady"));
        }
    }

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        return THERAPIES.stream().flatMap(therapy -> conflicts(therapy, dossier));
    }

    private static Stream<Conflict> conflicts(Therapy therapy, Dossier dossier) {
        List<TherapyLine> told = dossier.lines().stream()
                .filter(line -> therapy.words().isIn(line))
                .map(line -> TherapyLine.of(line, therapy.forms()))
                .flatMap(Optional::stream)
                .toList();
        if (told.isEmpty()) {
            return Stream.empty();
        }
        List<Fact> done = dossier.chart()
                .facts(FactKind.PROCEDURE)
                .filter(fact -> isOf(therapy, fact))
                .toList();
        Stream<Conflict> ofNotes = told.stream()
                .filter(line -> line.use() == Use.USED || line.use() == Use.BEGUN)
                .flatMap(used -> against(therapy, used, told, done)
                        .map(other -> new Conflict(Conflict.Kind.THERAPY, therapy.name(), Sides.of(used.line()), other))
                        .stream());
        return Stream.concat(ofNotes, listed(therapy, dossier, told));
    }

    /** What a list has as in use, and a later note says is not. */
    private static Stream<Conflict> listed(Therapy therapy, Dossier dossier, List<TherapyLine> told) {
        return Stream.of(FactKind.MEDICATION, FactKind.DEVICE)
                .flatMap(dossier.chart()::facts)
                .filter(fact -> fact.standing() == Standing.ACTIVE && isOf(therapy, fact))
                .flatMap(fact -> told.stream()
                        .filter(line -> line.use() == Use.NEVER)
                        .map(TherapyLine::line)
                        .filter(line -> day(fact)
                                .filter(day -> !day.isAfter(line.day()))
                                .isPresent())
                        .map(line ->
                                new Conflict(Conflict.Kind.THERAPY, therapy.name(), Sides.of(line), Sides.of(fact))));
    }

    private static boolean isOf(Therapy therapy, Fact fact) {
        return therapy.words().isIn(fact.concept().text().toLowerCase(Locale.ROOT));
    }

    private static Optional<Side> against(Therapy therapy, TherapyLine use, List<TherapyLine> told, List<Fact> done) {
        Line used = use.line();
        List<Line> never = told.stream()
                .filter(line -> line.use() == Use.NEVER)
                .map(TherapyLine::line)
                .filter(line -> !line.isBeside(used) && isSoonAfter(used.day(), line.day()))
                .toList();
        boolean wasDone = done.stream()
                .anyMatch(fact ->
                        day(fact).filter(day -> !day.isAfter(used.day())).isPresent());
        if (!never.isEmpty() && !wasDone) {
            return Optional.of(Sides.of(never));
        }
        return therapy.steady() && use.use() == Use.USED ? ended(used, told, done) : Optional.empty();
    }

    /** That it had ended on a day before, with nothing since that says it began again. */
    private static Optional<Side> ended(Line used, List<TherapyLine> told, List<Fact> done) {
        List<Fact> endedFacts = done.stream()
                .filter(fact -> end(fact)
                        .filter(day -> isSoonAfter(day, used.day()) && day.isBefore(used.day()))
                        .isPresent())
                .toList();
        List<TherapyLine> before = told.stream()
                .filter(line -> line.line().day().isBefore(used.day())
                        && isSoonAfter(line.line().day(), used.day()))
                .toList();
        boolean endedLast = !before.isEmpty() && before.getLast().use() == Use.ENDED;
        boolean usedSince = endedFacts.stream()
                .anyMatch(fact -> before.stream()
                        .anyMatch(line -> (line.use() == Use.USED || line.use() == Use.BEGUN)
                                && line.line().day().isAfter(end(fact).orElseThrow())));
        boolean doneSince = endedLast
                && done.stream()
                        .anyMatch(fact -> day(fact)
                                .filter(day ->
                                        day.isAfter(before.getLast().line().day()) && !day.isAfter(used.day()))
                                .isPresent());
        List<Side> sides = new ArrayList<>();
        if (!endedFacts.isEmpty() && !usedSince) {
            sides.add(Sides.ofFacts(endedFacts));
        }
        if (endedLast && !doneSince) {
            sides.add(Sides.of(before.getLast().line()));
        }
        return sides.stream().reduce((one, other) -> one.and(other.citations().stream()));
    }

    private static boolean isSoonAfter(LocalDate day, LocalDate other) {
        long days = ChronoUnit.DAYS.between(day, other);
        return days >= 0 && days <= ONE_STAY_DAYS;
    }

    private static Optional<LocalDate> day(Fact fact) {
        return fact.time().map(ClinicalTime::date);
    }

    /** When it ended, as the fact or a remark on it says. */
    private static Optional<LocalDate> end(Fact fact) {
        return Orders.end(fact)
                .map(ClinicalTime::date)
                .or(() -> day(fact)
                        .flatMap(begin -> fact.attributes(Attribute.Role.COMMENT)
                                .map(remark -> EndInWords.of(remark.text(), begin))
                                .flatMap(Optional::stream)
                                .findFirst()));
    }
}
