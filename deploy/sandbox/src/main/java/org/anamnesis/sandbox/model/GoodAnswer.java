package org.anamnesis.sandbox.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a careful model would write from the chart's lines: short, grouped where it helps, every statement cited. */
final class GoodAnswer {

    private static final int MOST_PROBLEMS = 12;
    private static final int MOST_DRUGS = 20;
    private static final int MOST_ENCOUNTERS = 4;
    private static final int MOST_PROCEDURES = 6;
    private static final int MOST_PLANS = 12;

    private final ChartBlock chart;
    private final List<Statement> statements = new ArrayList<>();

    private GoodAnswer(ChartBlock chart) {
        this.chart = chart;
    }

    static List<Statement> to(ChartBlock chart) {
        var answer = new GoodAnswer(chart);
        answer.oneLiner();
        answer.problems();
        answer.allergies();
        answer.medications();
        answer.statements.addAll(Measurements.of(chart));
        answer.encounters();
        answer.plan();
        return List.copyOf(answer.statements);
    }

    private void oneLiner() {
        List<ChartLine> problems =
                chart.of("problem").filter(GoodAnswer::isCurrent).limit(3).toList();
        List<ChartLine> cited = new ArrayList<>();
        String who = who(cited);
        cited.addAll(problems);
        if (cited.isEmpty()) {
            return;
        }
        String with = problems.isEmpty() ? "" : " with " + listed(problems);
        Optional<ChartLine> seen = chart.newest("encounter")
                .filter(line -> !line.stands("planned"))
                .findFirst();
        seen.ifPresent(cited::add);
        String when = seen.map(line -> "; most recent encounter" + line.on() + " (" + line.inSentence() + ")")
                .orElse("");
        statements.add(Statement.of("one-liner", who + with + when, cited));
    }

    /** "Male, 71 years", or the patient line as it stands where there is only one; adds what it is said from. */
    private String who(List<ChartLine> cited) {
        List<String> parts = new ArrayList<>();
        for (String what : List.of("Sex", "Age")) {
            chart.of("patient")
                    .filter(line -> line.name().equals(what))
                    .findFirst()
                    .ifPresent(line -> {
                        line.content().ifPresent(parts::add);
                        cited.add(line);
                    });
        }
        if (!parts.isEmpty()) {
            return String.join(", ", parts);
        }
        Optional<ChartLine> patient = chart.of("patient").findFirst();
        patient.ifPresent(cited::add);
        return patient.map(ChartLine::name).orElse("Patient");
    }

    private void problems() {
        chart.of("problem").filter(GoodAnswer::isCurrent).limit(MOST_PROBLEMS).forEach(problem -> {
            String since = problem.labelled("since")
                    .flatMap(ChartLine::day)
                    .map(day -> " since " + day)
                    .orElse("");
            String active = problem.stands("active") ? ", active" : since.isEmpty() ? "" : ",";
            add("active-problems", problem.name() + active + since, problem);
        });
        List<ChartLine> resolved = chart.of("problem")
                .filter(line -> line.stands("resolved"))
                .limit(6)
                .toList();
        if (!resolved.isEmpty()) {
            statements.add(Statement.of("active-problems", "Resolved: " + listed(resolved), resolved));
        }
        sayNone("active-problems", "problems", "Condition");
    }

    private void allergies() {
        chart.of("allergy").filter(line -> !line.stands("inactive")).forEach(allergy -> {
            String reaction = allergy.labelled("reaction")
                    .map(text -> ", reaction " + text)
                    .orElse("");
            String criticality = allergy.labelled("criticality")
                    .map(text -> ", criticality " + text)
                    .orElse("");
            add("allergies", allergy.name() + reaction + criticality, allergy);
        });
        sayNone("allergies", "allergies or intolerances", "AllergyIntolerance");
    }

    private void medications() {
        chart.of("medication").filter(GoodAnswer::isCurrent).limit(MOST_DRUGS).forEach(drug -> {
            String dosage = drug.content().map(text -> ": " + text).orElse("");
            String reason = drug.labelled("for").map(text -> ", for " + text).orElse("");
            String ordered = drug.day().map(day -> ", ordered " + day).orElse("");
            add("medications", drug.name() + dosage + reason + ordered, drug);
        });
        for (String standing : List.of("on hold", "stopped")) {
            chart.newest("medication")
                    .filter(line -> line.stands(standing))
                    .limit(4)
                    .forEach(drug -> add("medications", drug.name() + " is " + standing, drug));
        }
        sayNone("medications", "medications", "MedicationRequest", "MedicationStatement");
    }

    private void encounters() {
        chart.newest("encounter")
                .filter(line -> !line.stands("planned"))
                .limit(MOST_ENCOUNTERS)
                .forEach(encounter -> {
                    String reason = encounter
                            .labelled("for")
                            .map(text -> ", reason " + text)
                            .orElse("");
                    add("encounters", encounter.name() + encounter.on() + reason, encounter);
                });
        chart.newest("procedure")
                .filter(line -> line.stands("completed") || line.standing().isEmpty())
                .limit(MOST_PROCEDURES)
                .forEach(procedure -> {
                    String site =
                            procedure.labelled("site").map(text -> ", " + text).orElse("");
                    add("encounters", procedure.name() + site + procedure.on(), procedure);
                });
        sayNone("encounters", "encounters", "Encounter");
    }

    private void plan() {
        chart.of("plan")
                .filter(line -> isCurrent(line) || line.stands("planned") || line.stands("on hold"))
                .limit(MOST_PLANS)
                .forEach(plan -> {
                    String standing = plan.standing().map(word -> ", " + word).orElse("");
                    String when = plan.day().map(day -> ", dated " + day).orElse("");
                    add("plan", plan.name() + standing + when, plan);
                });
    }

    private void add(String section, String text, ChartLine line) {
        statements.add(Statement.of(section, text, line));
    }

    private void sayNone(String section, String what, String... types) {
        chart.noneRecorded(types)
                .ifPresent(lines ->
                        statements.add(Statement.of(section, "No " + what + " are recorded in this chart", lines)));
    }

    private static boolean isCurrent(ChartLine line) {
        return line.standing()
                .map(word -> Map.of("active", true, "recurrence", true, "status not stated", true)
                        .getOrDefault(word, false))
                .orElse(true);
    }

    private static String listed(List<ChartLine> lines) {
        return Stream.of(lines.stream().map(ChartLine::inSentence).collect(Collectors.joining(", ")))
                .map(text -> lines.size() < 2
                        ? text
                        : text.substring(0, text.lastIndexOf(", ")) + " and "
                                + lines.getLast().inSentence())
                .findFirst()
                .orElse("");
    }
}
