package org.anamnesis.score;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Demographics;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;

/**
 * How old a patient is at a moment, as exactly as the date of birth is known: a year of birth alone leaves two years open.
 *
 * @param fromMonths the youngest the patient can be
 * @param toMonths the oldest
 * @param source the chart's own fact of the age, where there is one
 */
public record Age(long fromMonths, long toMonths, Optional<CitationId> source) {

    static final String NAME = "age";
    private static final int YEAR = 12;
    private static final int DAYS_A_MONTH = 30;

    /** Empty where neither a date of birth nor an age is recorded. */
    public static Optional<Age> at(Chart chart, ClinicalTime moment) {
        return at(chart.patient(), stated(chart), moment);
    }

    /** By the date of birth; by the age that a chart states where there is none. */
    static Optional<Age> at(Demographics patient, Optional<Fact> stated, ClinicalTime moment) {
        return patient.birthDate()
                .filter(birth -> !birth.date().isAfter(moment.date()))
                .map(birth -> since(birth, moment.date(), stated.map(Fact::id)))
                .or(() -> stated.flatMap(Age::read));
    }

    /** The chart's own fact of the age. */
    static Optional<Fact> stated(Chart chart) {
        return chart.facts(FactKind.PATIENT)
                .filter(fact -> fact.concept().text().equals("Age"))
                .findFirst();
    }

    /** Whether the patient is certainly so old. */
    public boolean isAtLeast(int years) {
        return fromMonths >= (long) years * YEAR;
    }

    /** Whether the patient is certainly younger. */
    public boolean isBelow(int years) {
        return toMonths < (long) years * YEAR;
    }

    /** Full years; empty where the date of birth leaves more than one possible. */
    public Optional<Integer> years() {
        return fromMonths / YEAR == toMonths / YEAR ? Optional.of((int) (fromMonths / YEAR)) : Optional.empty();
    }

    /** For people: {@code 74 years}, {@code 5 months}, {@code 73 to 74 years}. */
    public String text() {
        if (toMonths < 2 * YEAR) {
            return span(fromMonths, toMonths) + " months";
        }
        return span(fromMonths / YEAR, toMonths / YEAR) + " years";
    }

    private static String span(long from, long to) {
        return from == to ? String.valueOf(from) : from + " to " + to;
    }

    private static Age since(ClinicalTime birth, LocalDate day, Optional<CitationId> source) {
        LocalDate latest = switch (birth.precision()) {
            case YEAR -> birth.date().plusYears(1).minusDays(1);
            case MONTH -> birth.date().plusMonths(1).minusDays(1);
            case DAY, MINUTE -> birth.date();
        };
        long from = latest.isAfter(day) ? 0 : Period.between(latest, day).toTotalMonths();
        return new Age(from, Period.between(birth.date(), day).toTotalMonths(), source);
    }

    /** An age without a date of birth, in years, months or days. */
    private static Optional<Age> read(Fact fact) {
        return fact.quantity().map(quantity -> {
            long number = quantity.number().longValue();
            return switch (quantity.unit()) {
                case "months" -> new Age(number, number, Optional.of(fact.id()));
                case "days" -> new Age(number / DAYS_A_MONTH, number / DAYS_A_MONTH, Optional.of(fact.id()));
                default -> new Age(number * YEAR, number * YEAR + YEAR - 1, Optional.of(fact.id()));
            };
        });
    }
}
