package org.anamnesis.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.Figure.Unit;
import org.anamnesis.measure.Interval;
import org.anamnesis.measure.Plot;
import org.anamnesis.measure.SetResult;
import org.anamnesis.measure.Target;

/**
 * How our levels compare with the nurse's and with the outcome. Under-triage: our number is higher (less urgent) than the
 * nurse's; over-triage: lower. A visit without a level of ours counts as under-triage. Visits without a nurse's level count for the
 * outcome only.
 */
final class EdTriageFigures {

    private static final int LEVELS = 5;

    private EdTriageFigures() {}

    /**
     * One visit.
     *
     * @param ours our level; one beyond the least urgent where none could be given
     * @param nurse the nurse's
     */
    private record Visit(int ours, Optional<Integer> nurse, boolean critical, String sex, String age, String race) {

        boolean isUnder() {
            return nurse.filter(level -> ours > level).isPresent();
        }

        boolean isOver() {
            return nurse.filter(level -> ours < level).isPresent();
        }

        boolean isUrgent() {
            return ours <= 2;
        }
    }

    static SetResult of(SetResult.Name name, Scored scored, Races races) {
        List<Visit> visits = scored.run().map(entry -> visit(entry, races)).toList();
        List<Visit> labelled =
                visits.stream().filter(visit -> visit.nurse().isPresent()).toList();
        List<Visit> critical = visits.stream().filter(Visit::critical).toList();
        List<Figure> figures = new ArrayList<>(List.of(
                share("under-triage", "Less urgent than the nurse's level", labelled, Visit::isUnder)
                        .wanted(Target.atMost(0.05)),
                share("over-triage", "More urgent than the nurse's level", labelled, Visit::isOver)
                        .wanted(Target.atMost(0.35)),
                kappa(labelled).wanted(Target.atLeast(0.47)),
                share(
                                "sensitivity",
                                "Of the visits that led to intensive care or death, those of level 1 or 2",
                                critical,
                                Visit::isUrgent)
                        .wanted(Target.atLeast(0.80)),
                share(
                        "undetermined",
                        "Visits to which no level could be given",
                        visits,
                        visit -> visit.ours() > LEVELS)));
        figures.addAll(Common.milliseconds(scored));
        return new SetResult(
                name,
                scored.entries().size(),
                scored.errors(),
                figures,
                List.of(confusion(labelled), equity(visits)),
                labelled.isEmpty() ? List.of() : List.of(plot(labelled)),
                List.of(
                        "One hospital, mostly admitted patients: hardly any of level 4 or 5, no children.",
                        "The nurse's level is an opinion too: nurses under-triage 3.3 % and over-triage 28.9 % of visits.",
                        races.areKnown()
                                ? "Race is that of the patients' charts, as recorded there: groups of a few visits say"
                                        + " nothing by themselves."
                                : "Neither the sheet nor a chart among the data names a race, so no figure by race can be"
                                        + " given.",
                        "NEWS2 needs supplemental oxygen and consciousness, which a sheet does not name: it is null."));
    }

    private static Visit visit(Scored.Entry entry, Races races) {
        String nurse = entry.gold().text("esi").orElse("");
        boolean critical = entry.gold().text("icu").filter("1"::equals).isPresent()
                || entry.gold().text("hosp_disp").filter("DIED"::equals).isPresent();
        return new Visit(
                entry.line().path("level").asInt(LEVELS + 1),
                nurse.matches("[1-5](?:\\.0)?") ? Optional.of(nurse.charAt(0) - '0') : Optional.empty(),
                critical,
                entry.measures().path("sex").asText("not told"),
                band(entry.measures().path("age").asText("")),
                races.of(entry));
    }

    private static String band(String age) {
        if (!age.matches("\\d{1,3}")) {
            return "not told";
        }
        int years = Integer.parseInt(age);
        return years < 18
                ? "under 18"
                : years < 40 ? "18 to 39" : years < 65 ? "40 to 64" : years < 80 ? "65 to 79" : "80 and over";
    }

    private static Figure share(String name, String words, List<Visit> visits, Predicate<Visit> which) {
        return Figure.share(name, words, (int) visits.stream().filter(which).count(), visits.size());
    }

    private static Figure kappa(List<Visit> labelled) {
        String words = "Agreement with the nurse's level: Cohen's kappa, quadratic weights";
        if (labelled.size() < 2) {
            return Figure.number("kappa-quadratic", words, Double.NaN, Unit.NUMBER, labelled.size());
        }
        Interval interval = Interval.ofFigure(
                labelled.size(),
                drawn -> kappaOf(IntStream.of(drawn).mapToObj(labelled::get).toList()));
        return Figure.number("kappa-quadratic", words, kappaOf(labelled), Unit.NUMBER, labelled.size())
                .within(interval);
    }

    private static double kappaOf(List<Visit> visits) {
        double observed = 0;
        double expected = 0;
        for (Visit one : visits) {
            observed += square(one.ours() - one.nurse().orElseThrow());
            for (Visit other : visits) {
                expected += square(one.ours() - other.nurse().orElseThrow());
            }
        }
        return expected == 0 ? 1 : 1 - observed * visits.size() / expected;
    }

    private static double square(int difference) {
        return (double) difference * difference;
    }

    private static SetResult.Table confusion(List<Visit> labelled) {
        List<String> headings = new ArrayList<>(List.of("nurse's level"));
        IntStream.rangeClosed(1, LEVELS).forEach(level -> headings.add("ours " + level));
        headings.add("none");
        List<List<String>> rows = new ArrayList<>();
        for (int nurse = 1; nurse <= LEVELS; nurse++) {
            int row = nurse;
            List<String> cells = new ArrayList<>(List.of(String.valueOf(nurse)));
            IntStream.rangeClosed(1, LEVELS + 1)
                    .forEach(ours -> cells.add(String.valueOf(labelled.stream()
                            .filter(visit -> visit.nurse().orElseThrow() == row && visit.ours() == ours)
                            .count())));
            rows.add(cells);
        }
        return new SetResult.Table("Our level against the nurse's", headings, rows);
    }

    /** The same figures by group: a rule that serves one group worse shows here. */
    private static SetResult.Table equity(List<Visit> visits) {
        List<List<String>> rows = new ArrayList<>();
        groups(visits).forEach((group, members) -> {
            List<Visit> labelled =
                    members.stream().filter(visit -> visit.nurse().isPresent()).toList();
            List<Visit> critical = members.stream().filter(Visit::critical).toList();
            rows.add(List.of(
                    group,
                    String.valueOf(members.size()),
                    percent(labelled, Visit::isUnder),
                    percent(labelled, Visit::isOver),
                    percent(critical, Visit::isUrgent)));
        });
        return new SetResult.Table(
                "By sex and age and race, with 95 % intervals",
                List.of("group", "visits", "under-triage", "over-triage", "intensive care or death at level 1 or 2"),
                rows);
    }

    private static Map<String, List<Visit>> groups(List<Visit> visits) {
        Map<String, List<Visit>> groups = new LinkedHashMap<>();
        for (Function<Visit, String> by :
                List.<Function<Visit, String>>of(Visit::sex, Visit::age, visit -> "race " + visit.race())) {
            visits.stream()
                    .map(by)
                    .distinct()
                    .sorted()
                    .forEach(group -> groups.put(
                            group,
                            visits.stream()
                                    .filter(visit -> by.apply(visit).equals(group))
                                    .toList()));
        }
        return groups;
    }

    private static String percent(List<Visit> visits, Predicate<Visit> which) {
        if (visits.isEmpty()) {
            return "none";
        }
        int hits = (int) visits.stream().filter(which).count();
        Interval interval = Interval.ofShare(hits, visits.size());
        return "%d of %d (%.0f to %.0f %%)".formatted(hits, visits.size(), 100 * interval.low(), 100 * interval.high());
    }

    private static Plot plot(List<Visit> labelled) {
        List<Plot.Group> rows = new ArrayList<>();
        groups(labelled)
                .forEach((group, members) -> rows.add(new Plot.Group(
                        group,
                        members.stream()
                                        .filter(visit -> !visit.isUnder() && !visit.isOver())
                                        .count()
                                / (double) members.size(),
                        members.size())));
        return new Plot.Groups("Visits at the nurse's level, by group", rows, "share");
    }
}
