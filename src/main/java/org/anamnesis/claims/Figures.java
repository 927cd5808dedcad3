package org.anamnesis.claims;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The numbers of a statement among those of a note's sentence: each said of the same thing, in the same order. */
final class Figures {

    private Figures() {}

    /**
     * A number of the statement and the one that bears it out.
     *
     * @param said in the statement
     * @param here in the note's sentence
     */
    record Pair(Told.Figure said, Told.Figure here) {}

    /**
     * All of them; empty where one is missing.
     *
     * @param around what the note's sentence stands under: a number without words of its own is said of that
     */
    static Optional<List<Pair>> pairs(Told said, Told told, Set<String> around) {
        List<Pair> pairs = new ArrayList<>();
        int from = 0;
        for (Told.Figure figure : said.figures()) {
            int at = from;
            while (at < told.figures().size() && !isSame(figure, told.figures().get(at), around)) {
                at++;
            }
            if (at == told.figures().size()) {
                return Optional.empty();
            }
            pairs.add(new Pair(figure, told.figures().get(at)));
            from = at + 1;
        }
        return Optional.of(pairs);
    }

    private static boolean isSame(Told.Figure said, Told.Figure here, Set<String> around) {
        boolean value = said.amount().value().compareTo(here.amount().value()) == 0
                && said.amount().second().equals(here.amount().second())
                && (said.amount().unit().isEmpty()
                        || isPercent(said.amount()) && here.amount().unit().isEmpty()
                        || said.amount().unit().equals(here.amount().unit()));
        Set<String> both = new LinkedHashSet<>(said.of());
        both.retainAll(here.of().isEmpty() ? around : here.of());
        return value && (!both.isEmpty() || said.of().isEmpty());
    }

    /** Saturations and fractions are written without their sign. */
    private static boolean isPercent(Amount amount) {
        return amount.unit().filter("%"::equals).isPresent();
    }

    /**
     * "Ejection fraction 25 %, was 35 % in 2022": the number of another time is not the one that is meant where no time is said.
     *
     * @param pairs the numbers of the statement
     */
    static boolean isOfAnotherTime(List<Pair> pairs, Told said, Told told) {
        return said.days().isEmpty()
                && pairs.stream()
                        .map(Pair::here)
                        .filter(here -> told.days().stream().anyMatch(day -> day.part() == here.part()))
                        .anyMatch(here -> told.figures().stream()
                                .anyMatch(other -> other.part() != here.part()
                                        && told.days().stream().noneMatch(day -> day.part() == other.part())
                                        && other.amount()
                                                .unit()
                                                .equals(here.amount().unit())));
    }
}
