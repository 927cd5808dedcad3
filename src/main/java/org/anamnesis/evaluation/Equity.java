package org.anamnesis.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.anamnesis.evaluation.EdTriageFigures.Visit;
import org.anamnesis.measure.Interval;
import org.anamnesis.measure.Plot;
import org.anamnesis.measure.SetResult.Table;

/** Triage by age, sex and race: whether somebody is put too low, or too high, more often than others. */
final class Equity {

    private Equity() {}

    /** The band of an age in years. */
    static String ageBand(String years) {
        if (!years.matches("\\d{1,3}(\\.\\d+)?")) {
            return "not in the data";
        }
        int age = (int) Double.parseDouble(years);
        if (age < 18) {
            return "under 18";
        }
        return age < 40 ? "18 to 39" : age < 65 ? "40 to 64" : age < 80 ? "65 to 79" : "80 and over";
    }

    static Table table(List<Visit> visits) {
        List<List<String>> rows = new ArrayList<>();
        groups(visits).forEach((group, members) -> rows.add(List.of(
                group,
                String.valueOf(members.size()),
                share(members, Visit::isCompared, Visit::isUnder),
                share(members, Visit::isCompared, Visit::isOver),
                share(members, Visit::isCritical, Visit::isUrgent))));
        return new Table(
                "By age, sex and race, with 95 % intervals (Wilson)",
                List.of(
                        "Group",
                        "Visits",
                        "Less urgent than the nurse",
                        "More urgent than the nurse",
                        "Intensive care or death given level 1 or 2"),
                rows);
    }

    static List<Plot> plots(List<Visit> visits) {
        return List.of(
                plot("Less urgent than the nurse, by group", visits, Visit::isUnder),
                plot("More urgent than the nurse, by group", visits, Visit::isOver));
    }

    private static Plot plot(String title, List<Visit> visits, Predicate<Visit> which) {
        List<Plot.Group> bars = new ArrayList<>();
        groups(visits).forEach((group, members) -> {
            List<Visit> compared = members.stream().filter(Visit::isCompared).toList();
            if (!compared.isEmpty()) {
                long hits = compared.stream().filter(which).count();
                bars.add(new Plot.Group(group, (double) hits / compared.size(), compared.size()));
            }
        });
        return new Plot.Groups(title, bars, "share of the visits with a nurse's level");
    }

    private static Map<String, List<Visit>> groups(List<Visit> visits) {
        Map<String, List<Visit>> groups = new LinkedHashMap<>();
        groups.put("all", visits);
        add(groups, visits, visit -> "age " + visit.age());
        add(groups, visits, visit -> "sex " + visit.sex());
        add(groups, visits, visit -> "race " + visit.race());
        return groups;
    }

    private static void add(Map<String, List<Visit>> groups, List<Visit> visits, Function<Visit, String> by) {
        Map<String, List<Visit>> sorted = new TreeMap<>();
        visits.forEach(visit ->
                sorted.computeIfAbsent(by.apply(visit), first -> new ArrayList<>()).add(visit));
        groups.putAll(sorted);
    }

    private static String share(List<Visit> members, Predicate<Visit> of, Predicate<Visit> which) {
        List<Visit> counted = members.stream().filter(of).toList();
        if (counted.isEmpty()) {
            return "none to count";
        }
        int hits = (int) counted.stream().filter(which).count();
        Interval sure = Interval.ofShare(hits, counted.size());
        return String.format(
                Locale.ENGLISH,
                "%d of %d (%.0f to %.0f %%)",
                hits,
                counted.size(),
                100 * sure.low(),
                100 * sure.high());
    }
}
