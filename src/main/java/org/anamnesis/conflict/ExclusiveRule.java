package org.anamnesis.conflict;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Two notes of one stay make statements of which only one can be so ({@code exclusive-statements.txt}). */
final class ExclusiveRule implements ConflictRule {

    private static final int ONE_STAY_DAYS = 14;
    private static final String ONE_WAY = "after: ";
    private static final List<Matter> MATTERS = WordFile.lines("exclusive-statements.txt").stream()
            .map(Matter::of)
            .toList();

    /**
     * @param oneWay whether the first statement may be followed by the second, but not the other way round
     */
    private record Matter(String name, List<Terms> statements, boolean oneWay) {

        static Matter of(String line) {
            boolean oneWay = line.startsWith(ONE_WAY);
            String[] fields = (oneWay ? line.substring(ONE_WAY.length()) : line).split("\\s*\\|\\s*", -1);
            List<Terms> statements = Arrays.stream(fields)
                    .skip(1)
                    .map(Terms::of)
                    .toList();
            return new Matter(fields[0], statements, oneWay);
        }
    }

    private record Stated(Line line, int which) {}

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        return MATTERS.stream().flatMap(matter -> conflicts(matter, dossier.lines()));
    }

    private static Stream<Conflict> conflicts(Matter matter, List<Line> lines) {
        List<Stated> stated = lines.stream()
                .flatMap(line -> stated(matter, line).stream())
                .toList();
        List<Conflict> conflicts = new ArrayList<>();
        for (Stated later : stated) {
            List<Line> before = stated.stream()
                    .filter(earlier -> earlier.which() != later.which()
                            && isBefore(earlier.line(), later.line())
                            && (!matter.oneWay() || later.which() == 0))
                    .map(Stated::line)
                    .toList();
            if (!before.isEmpty()) {
                conflicts.add(new Conflict(
                        Conflict.Kind.EXCLUSIVE, matter.name(), Sides.of(later.line()), Sides.of(before)));
            }
        }
        return conflicts.stream();
    }

    private static Optional<Stated> stated(Matter matter, Line line) {
        for (int which = 0; which < matter.statements().size(); which++) {
            Terms statement = matter.statements().get(which);
            Matcher found = statement.in(line);
            if (statement.mayBeIn(line)
                    && found.find()
                    && !Cues.isDenied(line, found.start(), found.end())
                    && !Cues.isConditional(line, found.start())) {
                return Optional.of(new Stated(line, which));
            }
        }
        return Optional.empty();
    }

    private static boolean isBefore(Line earlier, Line later) {
        return !earlier.isBeside(later)
                && !earlier.note().time().orElseThrow().local().isAfter(later.note().time().orElseThrow().local())
                && ChronoUnit.DAYS.between(earlier.day(), later.day()) <= ONE_STAY_DAYS;
    }
}
