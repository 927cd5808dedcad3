package org.anamnesis.conflict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Fact;
import org.anamnesis.course.Course;
import org.anamnesis.course.Dosing;
import org.anamnesis.course.Said;

/**
 * One drug is current twice with dosages that exclude each other.
 *
 * <p>A dose for need beside a regular one, doses for other times of the day or by other routes, and doses that follow each
 * other belong together and are none.
 */
final class TwoDosagesRule implements ConflictRule {

    private static final Pattern MOMENT = Pattern.compile(
            "\\b(?:morning|mane|am|noon|lunch\\w*|midday|afternoon|evening|pm|night|nocte|bedtime|breakfast|dinner|supper"
                    + "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)s?\\b");
    private static final Pattern IN_STEPS = Pattern.compile(
            "\\b(?:then|taper\\w*|reduc\\w+|increas\\w+|weaning|day \\d|days? 1|week \\d|loading|once only|stat|alternat\\w+)\\b");

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        return dossier.courses().stream().flatMap(course -> conflict(course).stream());
    }

    private static Optional<Conflict> conflict(Course course) {
        List<Fact> current = course.deciding().stream()
                .filter(fact -> fact.standing().isCurrent() && Said.of(fact).isStatement())
                .toList();
        for (int i = 0; i < current.size(); i++) {
            Fact newer = current.get(i);
            List<Fact> others = current.stream()
                    .skip(i + 1L)
                    .filter(older -> excludes(newer, older))
                    .toList();
            if (!others.isEmpty()) {
                return Optional.of(
                        new Conflict(Conflict.Kind.TWO_DOSAGES, course.name(), Sides.of(newer), Sides.ofFacts(others)));
            }
        }
        return Optional.empty();
    }

    private static boolean excludes(Fact one, Fact other) {
        String words = Dosing.words(one).orElse("").toLowerCase(Locale.ROOT);
        String otherWords = Dosing.words(other).orElse("").toLowerCase(Locale.ROOT);
        boolean together = Orders.isAsNeeded(words)
                || Orders.isAsNeeded(otherWords)
                || IN_STEPS.matcher(words).find()
                || IN_STEPS.matcher(otherWords).find()
                || (MOMENT.matcher(words).find() && MOMENT.matcher(otherWords).find());
        return !together
                && Orders.isSameRoute(Orders.route(one), Orders.route(other))
                && Dosing.of(one).differsFrom(Dosing.of(other));
    }
}
