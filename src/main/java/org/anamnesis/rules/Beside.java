package org.anamnesis.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Value;

/** A value told beside a newer one of the same test. */
final class Beside {

    /** How some systems write that there is no unit. */
    private static final String COUNT = "#";

    private Beside() {}

    /** A value as on a ward: {@code 98/min}, and no unit that the test's name has in it ("GAD-7 score 6"). */
    static String value(Fact fact) {
        Optional<Value.Quantity> quantity = fact.quantity();
        if (quantity.isEmpty()) {
            return fact.value().map(Value::text).orElse("");
        }
        String unit = quantity.get().unit();
        boolean named = unit.equals(COUNT)
                || List.of(Phrase.name(fact).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                        .contains(unit.toLowerCase(Locale.ROOT));
        return named ? number(quantity.get()) : quantity.get().text().replace(" /", "/");
    }

    /** The test with its value; a colon between where the name ends with a number of its own ("Pain severity 0-10: 7"). */
    static String named(Fact fact) {
        String name = Phrase.name(fact);
        boolean numbered = Character.isDigit(name.charAt(name.length() - 1));
        return name + (numbered ? ": " : " ") + value(fact);
    }

    private static String number(Value.Quantity quantity) {
        return quantity.comparator().orElse("") + quantity.number().toPlainString();
    }

    /** A value told behind another one: of the same unit without the unit. */
    static String value(Fact newest, Fact other) {
        boolean sameUnit = newest.quantity().isPresent()
                && newest.quantity()
                        .map(Value.Quantity::unit)
                        .equals(other.quantity().map(Value.Quantity::unit));
        return sameUnit ? other.quantity().map(Beside::number).orElse("") : value(other);
    }

    /** The day of the other one; of the same year without the year. */
    static String on(Fact newest, Fact other) {
        return newest.time().map(time -> Phrase.onTheSameYearAs(time, other)).orElseGet(() -> Phrase.on(other));
    }

    static boolean isSameDay(Fact one, Fact other) {
        return one.time().map(ClinicalTime::date).equals(other.time().map(ClinicalTime::date));
    }

    /** Which way a number went, where both are plain numbers of one unit. */
    static Optional<String> direction(Fact newest, Fact previous) {
        if (newest.quantity().isEmpty() || previous.quantity().isEmpty()) {
            return Optional.empty();
        }
        Value.Quantity now = newest.quantity().get();
        Value.Quantity then = previous.quantity().get();
        if (!now.unit().equals(then.unit())
                || now.comparator().isPresent()
                || then.comparator().isPresent()) {
            return Optional.empty();
        }
        int change = now.number().compareTo(then.number());
        return Optional.of(change > 0 ? "rising" : change < 0 ? "falling" : "unchanged");
    }
}
