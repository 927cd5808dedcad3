package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.anamnesis.measure.Agreement;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.SetResult;
import org.anamnesis.measure.SetResult.Table;
import org.anamnesis.measure.Target;
import org.hl7.fhir.r4.model.Patient;

/** Figures of emergency triage: agreement with nurses, outcomes, and the same by age, sex and race. */
final class EdTriageFigures {

    private static final int LEVELS = 5;
    private static final String NOT_IN_THE_DATA = "not in the data";

    private EdTriageFigures() {}

    /**
     * A visit with both levels and what became of it.
     *
     * @param ours our level; 0 where none was given
     * @param nurse the nurse's; 0 where none is known
     * @param critical intensive care or death; empty where the data do not say
     */
    record Visit(int ours, int nurse, Optional<Boolean> critical, String age, String sex, String race) {

        boolean isCompared() {
            return ours > 0 && nurse > 0;
        }

        /** Less urgent than the nurse. */
        boolean isUnder() {
            return isCompared() && ours > nurse;
        }

        /** More urgent than the nurse. */
        boolean isOver() {
            return isCompared() && ours < nurse;
        }

        boolean isCritical() {
            return critical.orElse(false);
        }

        boolean isUrgent() {
            return ours == 1 || ours == 2;
        }
    }

    static SetResult of(SetResult.Name set, Scored scored, Corpus corpus) throws IOException {
        List<Visit> visits = visits(scored, corpus);
        List<Figure> figures = new ArrayList<>();
        figures.add(share("under-triage", "Visits less urgent than the nurse's level", visits, Visit::isUnder)
                .wanted(Target.atMost(0.05)));
        figures.add(share("over-triage", "Visits more urgent than the nurse's level", visits, Visit::isOver)
                .wanted(Target.atMost(0.35)));
        figures.add(new Agreement(visits.stream()
                        .filter(Visit::isCompared)
                        .map(visit -> new Agreement.Pair(visit.ours(), visit.nurse()))
                        .toList())
                .kappa("kappa-quadratic", "Agreement with the nurses, kappa with quadratic weights")
                .wanted(Target.atLeast(0.47)));
        if (visits.stream().anyMatch(visit -> visit.critical().isPresent())) {
            figures.add(sensitivity(visits).wanted(Target.atLeast(0.80)));
        }
        figures.add(Figure.share(
                "no-level",
                "Visits without a level: neither a complaint nor a vital sign is known",
                (int) visits.stream().filter(visit -> visit.ours() == 0).count(),
                visits.size()));
        return new SetResult(
                set,
                scored.entries().size(),
                scored.errors(),
                figures,
                List.of(levels(visits), Equity.table(visits)),
                Equity.plots(visits),
                limits(visits));
    }

    private static List<String> limits(List<Visit> visits) {
        List<String> limits = new ArrayList<>(List.of(
                "A nurse's level is not the truth: nurses differ among themselves, and over 5.3 million visits under-triaged"
                        + " 3.3 % and over-triaged 28.9 % (JAMA Netw Open 2023;6:e233404).",
                "The set is small, of one hospital, with mostly admitted patients and hardly any visits of level 4 or 5: see"
                        + " the intervals. Groups of a few visits say nothing by themselves.",
                "Sensitivity counts level 1 or 2 as found. What became of a visit depends also on how it was triaged."));
        if (visits.stream().allMatch(visit -> visit.race().equals(NOT_IN_THE_DATA))) {
            limits.add("Race stands neither in the visits nor in the patients' charts of these data: nothing is said of it.");
        }
        return limits;
    }

    private static Figure share(String name, String words, List<Visit> visits, Predicate<Visit> which) {
        List<Visit> compared = visits.stream().filter(Visit::isCompared).toList();
        return Figure.share(name, words, (int) compared.stream().filter(which).count(), compared.size());
    }

    private static Figure sensitivity(List<Visit> visits) {
        List<Visit> critical = visits.stream().filter(Visit::isCritical).toList();
        return Figure.share(
                "critical-sensitivity",
                "Visits with intensive care or death that were given level 1 or 2",
                (int) critical.stream().filter(Visit::isUrgent).count(),
                critical.size());
    }

    private static Table levels(List<Visit> visits) {
        List<List<String>> rows = new ArrayList<>();
        for (int nurse = 1; nurse <= LEVELS; nurse++) {
            List<String> row = new ArrayList<>(List.of("nurse " + nurse));
            for (int ours = 1; ours <= LEVELS; ours++) {
                row.add(String.valueOf(count(visits, nurse, ours)));
            }
            rows.add(row);
        }
        return new Table("Levels", List.of("", "ours 1", "ours 2", "ours 3", "ours 4", "ours 5"), rows);
    }

    private static long count(List<Visit> visits, int nurse, int ours) {
        return visits.stream()
                .filter(visit -> visit.nurse() == nurse && visit.ours() == ours)
                .count();
    }

    private static List<Visit> visits(Scored scored, Corpus corpus) throws IOException {
        Map<String, String> races = new HashMap<>();
        List<Visit> visits = new ArrayList<>();
        for (Scored.Entry entry : scored.run().toList()) {
            String patient = entry.measures().path("patient").asText();
            if (!races.containsKey(patient)) {
                races.put(patient, race(corpus.patients().patient(patient)));
            }
            visits.add(visit(entry, entry.gold().text("race").orElse(races.get(patient))));
        }
        return visits;
    }

    private static Visit visit(Scored.Entry entry, String race) {
        JsonNode measures = entry.measures();
        return new Visit(
                entry.line().path("level").asInt(0),
                level(entry.gold().text("esi").orElse("")),
                critical(entry),
                Equity.ageBand(measures.path("age").asText()),
                measures.path("gender").asText().isBlank()
                        ? NOT_IN_THE_DATA
                        : measures.path("gender").asText(),
                race);
    }

    private static int level(String esi) {
        return esi.matches("[1-5](\\.0)?") ? esi.charAt(0) - '0' : 0;
    }

    private static Optional<Boolean> critical(Scored.Entry entry) {
        Optional<String> icu = entry.gold().text("icu");
        Optional<String> left = entry.gold().text("hosp_disp");
        return icu.isEmpty() && left.isEmpty()
                ? Optional.empty()
                : Optional.of(icu.filter(text -> text.startsWith("1") || text.equalsIgnoreCase("true"))
                                .isPresent()
                        || left.filter("DIED"::equals).isPresent());
    }

    /** The category of the US Core extension; it is counted and never reaches the rules. */
    private static String race(Optional<Patient> patient) {
        return patient
                .map(one -> one.getExtensionByUrl("http://hl7.org/fhir/us/core/StructureDefinition/us-core-race"))
                .flatMap(race -> race.getExtension().stream()
                        .filter(part -> part.getUrl().equals("text") && part.getValue() != null)
                        .map(part -> part.getValue().primitiveValue())
                        .findFirst())
                .orElse(NOT_IN_THE_DATA);
    }
}
