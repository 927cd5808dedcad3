package org.anamnesis.sandbox.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The falsehoods that clinicians fear from a model, made from true statements so that they look right. */
final class Falsehoods {

    private static final List<String> DRUGS =
            List.of("Digoxin 250 mcg", "Methotrexate 15 mg", "Lithium carbonate 300 mg", "Clozapine 100 mg");
    private static final Pattern DOSE = Pattern.compile("(?<=: )(\\d+(?:\\.\\d+)?)(?= (?:mg|mcg|g|units)\\b)");
    private static final Pattern YEAR = Pattern.compile("(?<=\\b[A-Z][a-z]{2} )(\\d{4})\\b");
    private static final Pattern VALUE = Pattern.compile("(?<= to )(\\d+(?:\\.\\d+)?)");
    private static final Pattern SIDE = Pattern.compile("\\b(left|right)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIRECTION = Pattern.compile(" (rose|fell) ");

    /**
     * Statements with falsehoods among them.
     *
     * @param all in the order of the answer
     * @param planted the false ones
     */
    record Mixed(List<Statement> all, List<Statement> planted) {}

    private final List<Statement> all;
    private final List<Statement> planted = new ArrayList<>();

    private Falsehoods(List<Statement> truth) {
        this.all = new ArrayList<>(truth);
    }

    static Mixed among(List<Statement> truth, ChartBlock chart) {
        var falsehoods = new Falsehoods(truth);
        falsehoods.change("medications", text -> number(DOSE, text, BigDecimal.TWO));
        falsehoods.change("active-problems", Falsehoods::anotherYear);
        falsehoods.change("results", text -> number(VALUE, text, BigDecimal.TEN));
        falsehoods.change("results", Falsehoods::otherDirection);
        falsehoods.change("encounters", Falsehoods::otherSide);
        falsehoods.change("encounters", Falsehoods::anotherYear);
        falsehoods.negate(chart);
        falsehoods.invent(chart);
        return new Mixed(List.copyOf(falsehoods.all), List.copyOf(falsehoods.planted));
    }

    /** Falsifies the first statement of a section on which a change has something to act. */
    private void change(String section, Function<String, Optional<String>> change) {
        for (int i = 0; i < all.size(); i++) {
            Statement statement = all.get(i);
            if (!statement.section().equals(section) || planted.contains(statement)) {
                continue;
            }
            Optional<String> changed = change.apply(statement.text());
            if (changed.isPresent()) {
                Statement falsehood = statement.saying(changed.get());
                all.set(i, falsehood);
                planted.add(falsehood);
                return;
            }
        }
    }

    private void negate(ChartBlock chart) {
        chart.of("problem")
                .filter(line -> line.stands("active")
                        && !line.name().toLowerCase(Locale.ROOT).matches(".*\\b(no|not|without)\\b.*"))
                .reduce((first, last) -> last)
                .ifPresent(line -> plant(Statement.of("active-problems", "There is no " + line.inSentence(), line)));
    }

    private void invent(ChartBlock chart) {
        String known = chart.raw().toLowerCase(Locale.ROOT);
        Optional<ChartLine> drug = chart.of("medication").findFirst();
        DRUGS.stream()
                .filter(name ->
                        !known.contains(name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(name -> {
                    String text = name + " by mouth once daily";
                    drug.ifPresent(line -> plant(Statement.of("medications", text, line)));
                    plant(new Statement("medications", text + ".", List.of("M9999")));
                    plant(new Statement("plan", "Start " + text + ".", List.of()));
                });
    }

    private void plant(Statement falsehood) {
        all.add(falsehood);
        planted.add(falsehood);
    }

    private static Optional<String> number(Pattern where, String text, BigDecimal factor) {
        return replaced(
                where, text, found -> new BigDecimal(found).multiply(factor).toPlainString());
    }

    private static Optional<String> anotherYear(String text) {
        return replaced(YEAR, text, year -> String.valueOf(Integer.parseInt(year) - 3));
    }

    private static Optional<String> otherDirection(String text) {
        return replaced(DIRECTION, text, found -> found.equals(" rose ") ? " fell " : " rose ");
    }

    private static Optional<String> otherSide(String text) {
        return replaced(SIDE, text, side -> switch (side) {
            case "left" -> "right";
            case "right" -> "left";
            case "Left" -> "Right";
            default -> "Left";
        });
    }

    private static Optional<String> replaced(Pattern where, String text, Function<String, String> other) {
        Matcher found = where.matcher(text);
        return found.find()
                ? Optional.of(found.replaceFirst(match -> Matcher.quoteReplacement(other.apply(match.group()))))
                : Optional.empty();
    }
}
