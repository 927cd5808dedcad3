package org.anamnesis.course;

import static org.anamnesis.chart.Attribute.Role.BODY_SITE;
import static org.anamnesis.chart.Attribute.Role.CATEGORY;
import static org.anamnesis.chart.Attribute.worded;
import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.ChartBuilder;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;

class ProblemThreadsTest {

    private static final Attribute OF_A_VISIT = worded(CATEGORY, "encounter-diagnosis");
    private static final String SNOMED = "http://snomed.info/sct";

    private static List<ProblemThread> threads(ChartBuilder chart) {
        return ProblemThreads.of(chart.build());
    }

    @Test
    void aDiagnosisRepeatedAtEachVisitIsOneThreadWithAllItsSources() {
        assertThat(threads(aChart().problem("Hypertension (disorder)", Standing.ACTIVE, "2010-01-01")
                        .fact(FactKind.PROBLEM, "Hypertension", Standing.ACTIVE, "2023-01-01", OF_A_VISIT)
                        .fact(FactKind.PROBLEM, "HYPERTENSION", Standing.ACTIVE, "2024-01-01", OF_A_VISIT)))
                .singleElement()
                .satisfies(thread -> {
                    assertThat(thread.facts()).hasSize(3);
                    assertThat(thread.onset()).contains(ClinicalTime.day(LocalDate.of(2010, 1, 1)));
                    assertThat(thread.last()).contains(ClinicalTime.day(LocalDate.of(2024, 1, 1)));
                    assertThat(thread.deciding().id()).hasToString("C1");
                });
    }

    @Test
    void ofVisitsOnlyTheNewestCounts() {
        assertThat(threads(aChart().fact(FactKind.PROBLEM, "Pneumonia", Standing.ACTIVE, "2023-01-01", OF_A_VISIT)
                        .fact(FactKind.PROBLEM, "Pneumonia", Standing.RESOLVED, "2023-02-01", OF_A_VISIT)))
                .singleElement()
                .extracting(ProblemThread::standing)
                .isEqualTo(Standing.RESOLVED);
    }

    /** A problem that the list calls active was once lost behind a visit that called it resolved. */
    @Test
    void anActiveEntryOfTheProblemListStaysActiveWhateverAVisitSays() {
        assertThat(threads(aChart().problem("Asthma", Standing.ACTIVE, "2001-01-01")
                        .fact(FactKind.PROBLEM, "Asthma", Standing.RESOLVED, "2024-01-01", OF_A_VISIT)))
                .singleElement()
                .satisfies(thread -> assertThat(thread.isCurrent()).isTrue());
    }

    @Test
    void twoSidesAreTwoProblems() {
        assertThat(threads(aChart().fact(
                                FactKind.PROBLEM,
                                "Cataract",
                                Standing.ACTIVE,
                                "2023-01-01",
                                worded(BODY_SITE, "Left eye"))
                        .fact(
                                FactKind.PROBLEM,
                                "Cataract",
                                Standing.ACTIVE,
                                "2023-01-01",
                                worded(BODY_SITE, "Right eye"))))
                .hasSize(2);
    }

    @Test
    void oneCodeUnderTwoNamesIsOneProblem() {
        assertThat(threads(aChart().problem("Type 2 diabetes", Standing.ACTIVE, "2010-01-01")
                        .coded(SNOMED, "44054006", "")
                        .problem("Diabetes mellitus type 2", Standing.ACTIVE, "2012-01-01")
                        .coded(SNOMED, "44054006", "")))
                .hasSize(1);
    }
}
