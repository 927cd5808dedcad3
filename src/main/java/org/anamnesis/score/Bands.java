package org.anamnesis.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The points of one vital sign as a publication's table has them, written like the table:
 * {@code 3: <=8; 1: 9-11; 0: 12-20; 2: 21-24; 3: >=25}.
 *
 * <p>A value is read to the digits of the table. What lies exactly between two steps, or in a gap that the publication left
 * open, has the points of the neighbour with more.
 */
final class Bands {

    private final List<Step> steps;
    private final int digits;

    private Bands(List<Step> steps, int digits) {
        this.steps = steps;
        this.digits = digits;
    }

    static Bands of(String table) {
        List<Step> steps = Arrays.stream(table.split(";"))
                .flatMap(part -> Step.read(part).stream())
                .toList();
        int digits = steps.stream()
                .flatMap(step -> step.bounds())
                .mapToInt(BigDecimal::scale)
                .max()
                .orElse(0);
        return new Bands(steps, digits);
    }

    /** The points of a value and the step of the table that gives them. */
    Awarded of(BigDecimal value) {
        Awarded below = exact(value.setScale(digits, RoundingMode.HALF_DOWN));
        Awarded above = exact(value.setScale(digits, RoundingMode.HALF_UP));
        return below.points() >= above.points() ? below : above;
    }

    private Awarded exact(BigDecimal value) {
        Optional<Step> step =
                worst(steps.stream().filter(each -> each.holds(value)).toList());
        return step.or(() -> worst(neighbours(value)))
                .map(Step::awarded)
                .orElseThrow(() -> new IllegalStateException("a table of points holds every value"));
    }

    private List<Step> neighbours(BigDecimal value) {
        Optional<Step> below = steps.stream()
                .filter(step ->
                        step.high().filter(high -> high.compareTo(value) <= 0).isPresent())
                .max(Comparator.comparing(step -> step.high().orElseThrow()));
        Optional<Step> above = steps.stream()
                .filter(step ->
                        step.low().filter(low -> low.compareTo(value) >= 0).isPresent())
                .min(Comparator.comparing(step -> step.low().orElseThrow()));
        return Stream.concat(below.stream(), above.stream()).toList();
    }

    private static Optional<Step> worst(List<Step> steps) {
        return steps.stream().max(Comparator.comparingInt(Step::points));
    }

    /**
     * What a value is given.
     *
     * @param points the points
     * @param rule the step of the table, as it is printed there
     */
    record Awarded(int points, String rule) {}

    /** One step of a table: everything between two bounds. */
    private record Step(
            int points,
            String text,
            Optional<BigDecimal> low,
            boolean lowIn,
            Optional<BigDecimal> high,
            boolean highIn) {

        private static final Pattern ONE_SIDED = Pattern.compile("(<=|>=|<|>)(\\d+(?:\\.\\d+)?)");
        private static final Pattern BETWEEN = Pattern.compile("(\\d+(?:\\.\\d+)?)-(\\d+(?:\\.\\d+)?)");

        static List<Step> read(String part) {
            String[] sides = part.strip().split(": ");
            int points = Integer.parseInt(sides[0].strip());
            return Arrays.stream(sides[1].split(","))
                    .map(String::strip)
                    .map(range -> read(points, range))
                    .toList();
        }

        private static Step read(int points, String range) {
            Matcher oneSided = ONE_SIDED.matcher(range);
            if (oneSided.matches()) {
                Optional<BigDecimal> bound = Optional.of(new BigDecimal(oneSided.group(2)));
                boolean in = oneSided.group(1).endsWith("=");
                return oneSided.group(1).startsWith("<")
                        ? new Step(points, range, Optional.empty(), false, bound, in)
                        : new Step(points, range, bound, in, Optional.empty(), false);
            }
            Matcher between = BETWEEN.matcher(range);
            if (!between.matches()) {
                throw new IllegalArgumentException("no step of a table: " + range);
            }
            return new Step(
                    points,
                    range,
                    Optional.of(new BigDecimal(between.group(1))),
                    true,
                    Optional.of(new BigDecimal(between.group(2))),
                    true);
        }

        Stream<BigDecimal> bounds() {
            return Stream.concat(low.stream(), high.stream());
        }

        boolean holds(BigDecimal value) {
            return low.map(value::compareTo)
                            .filter(side -> side < 0 || side == 0 && !lowIn)
                            .isEmpty()
                    && high.map(value::compareTo)
                            .filter(side -> side > 0 || side == 0 && !highIn)
                            .isEmpty();
        }

        Awarded awarded() {
            return new Awarded(points, text);
        }
    }
}
