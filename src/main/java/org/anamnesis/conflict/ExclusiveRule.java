package org.anamnesis.conflict;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Value;
import org.anamnesis.wordlist.WordList;

/**
 * Two notes of one stay, or a note and a list, make statements of which only one can be so ({@code
 * exclusive-statements.txt}).
 */
final class ExclusiveRule implements ConflictRule {

    private static final int ONE_STAY_DAYS = 14;
    private static final String ONE_WAY = "after: ";
    private static final List<Matter> MATTERS = WordList.lines("conflict/exclusive-statements.txt").stream()
            .map(Matter::of)
            .toList();

    /** @param oneWay whether the first statement may be followed by the second, but not the other way round */
    private record Matter(String name, List<Terms> statements, boolean oneWay) {

        static Matter of(String line) {
            boolean oneWay = line.startsWith(ONE_WAY);
            String[] fields = (oneWay ? line.substring(ONE_WAY.length()) : line).split("\\s*\\|\\s*", -1);
            List<Terms> statements =
                    Arrays.stream(fields).skip(1).map(Terms::of).toList();
            return new Matter(fields[0], statements, oneWay);
        }
    }

    private record Stated(Line line, int which) {}

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        return MATTERS.stream().flatMap(matter -> {
            List<Stated> stated = dossier.lines().stream()
                    .flatMap(line -> stated(matter, line).stream())
                    .toList();
            return Stream.concat(ofNotes(matter, stated), ofLists(matter, stated, dossier));
        });
    }

    private static Stream<Conflict> ofNotes(Matter matter, List<Stated> stated) {
        List<Conflict> conflicts = new ArrayList<>();
        for (Stated later : stated) {
            List<Line> before = stated.stream()
                    .filter(earlier -> earlier.which() != later.which()
                            && isBefore(earlier.line(), later.line())
                            && (!matter.oneWay() || later.which() == 0))
                    .map(Stated::line)
                    .toList();
            if (!before.isEmpty()) {
                conflicts.add(
                        new Conflict(Conflict.Kind.EXCLUSIVE, matter.name(), Sides.of(later.line()), Sides.of(before)));
            }
        }
        return conflicts.stream();
    }

    /** A current problem, or the social history of these weeks, against what a note says after it. */
    private static Stream<Conflict> ofLists(Matter matter, List<Stated> stated, Dossier dossier) {
        if (matter.oneWay() || stated.isEmpty()) {
            return Stream.empty();
        }
        Stream<Fact> facts = Stream.of(FactKind.PROBLEM, FactKind.SOCIAL)
                .flatMap(dossier.chart()::facts)
                .filter(fact ->
                        fact.kind() == FactKind.SOCIAL || fact.standing().isCurrent());
        // A chart says the same again and again: what its words state is looked up once.
        Map<String, Set<Integer>> saying = new HashMap<>();
        return facts.flatMap(fact -> {
            Set<Integer> said = saying.computeIfAbsent(words(fact), words -> said(matter, words));
            return stated.stream()
                    .filter(note -> !said.isEmpty() && !said.contains(note.which()) && isWithin(fact, note.line()))
                    .map(note -> new Conflict(
                            Conflict.Kind.EXCLUSIVE, matter.name(), Sides.of(note.line()), Sides.of(fact)));
        });
    }

    /** Which of the statements some words make. */
    private static Set<Integer> said(Matter matter, String words) {
        return IntStream.range(0, matter.statements().size())
                .filter(which -> matter.statements().get(which).isIn(words))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isWithin(Fact fact, Line line) {
        Optional<LocalDate> day = fact.time().map(time -> time.date());
        return fact.kind() == FactKind.PROBLEM
                ? day.filter(date -> !date.isAfter(line.day())).isPresent()
                : day.filter(date -> Math.abs(ChronoUnit.DAYS.between(date, line.day())) <= ONE_STAY_DAYS)
                        .isPresent();
    }

    private static String words(Fact fact) {
        return (fact.concept().text() + " " + fact.value().map(Value::text).orElse("")).toLowerCase(Locale.ROOT);
    }

    private static Optional<Stated> stated(Matter matter, Line line) {
        for (int which = 0; which < matter.statements().size(); which++) {
            Terms statement = matter.statements().get(which);
            Matcher found = statement.in(line);
            if (statement.mayBeIn(line)
                    && found.find()
                    && !Cues.isDenied(line, found.start(), found.end())
                    && !Cues.isOfRelative(line, found.start())
                    && !Cues.isConditional(line, found.start())) {
                return Optional.of(new Stated(line, which));
            }
        }
        return Optional.empty();
    }

    private static boolean isBefore(Line earlier, Line later) {
        return !earlier.isBeside(later)
                && !earlier.note()
                        .time()
                        .orElseThrow()
                        .local()
                        .isAfter(later.note().time().orElseThrow().local())
                && ChronoUnit.DAYS.between(earlier.day(), later.day()) <= ONE_STAY_DAYS;
    }
}
