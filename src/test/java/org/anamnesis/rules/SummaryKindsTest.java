package org.anamnesis.rules;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Grounding;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;
import org.anamnesis.grounding.SummaryKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SummaryKindsTest {

    /** A visit in 2023 and a stay of 3 to 10 November 2024; now is 20 November. */
    private static final Chart CHART = aChart().ofPatient(70, "female")
            .problem("Heart failure", Standing.ACTIVE, "2018-06-20")
            .problem("Pneumonia", Standing.ACTIVE, "2024-11-03")
            .problem("Leg ulcer", Standing.ACTIVE, "2024-11-15")
            .allergy("Penicillin", "rash")
            .medication("Furosemide 40 mg", "40 mg once daily", Standing.STOPPED, "2022-01-10")
            .medication("Furosemide 40 mg", "40 mg twice daily", Standing.ACTIVE, "2024-11-05")
            .medication("Bisoprolol 5 mg", "5 mg once daily", Standing.ACTIVE, "2020-01-10")
            .medication("Doxycycline 100 mg", "100 mg once daily", Standing.ACTIVE, "2024-11-15")
            .result("Potassium", "4.1", "mmol/L", "2023-05-02")
            .result("Potassium", "3.1", "mmol/L", "2024-11-04")
            .result("Sodium", "139", "mmol/L", "2023-05-02")
            .result("CRP", "12", "mg/L", "2024-11-16")
            .fact(FactKind.ENCOUNTER, "Outpatient visit", Standing.COMPLETED, "2023-05-02", ended("2023-05-02"))
            .fact(FactKind.ENCOUNTER, "Inpatient stay", Standing.COMPLETED, "2024-11-03", ended("2024-11-10"))
            .procedure("Thoracentesis", Standing.COMPLETED, "2024-11-06")
            .procedure("Cataract surgery", Standing.COMPLETED, "2019-03-06")
            .build();

    private static Attribute ended(String day) {
        return Attribute.timed(Attribute.Role.ENDED, ClinicalTime.day(java.time.LocalDate.parse(day)));
    }

    private static List<String> texts(SummaryKind kind, Section section) {
        return RuleComposer.compose(CHART, kind, List.of()).stream()
                .filter(statement -> statement.section() == section)
                .map(Statement::text)
                .toList();
    }

    /** Whatever rules write passes the check that a model's words must pass. */
    @ParameterizedTest
    @EnumSource(SummaryKind.class)
    void everyStatementOfEveryKindIsBorneOut(SummaryKind kind) {
        Grounding grounding = new Grounding(CHART);
        List<CitationId> concerning = List.of(new CitationId(FactKind.PROBLEM, 1), new CitationId(FactKind.RESULT, 1));
        assertThat(RuleComposer.compose(CHART, kind, concerning)).isNotEmpty().allSatisfy(statement -> {
            assertThat(kind.sections()).contains(statement.section());
            CheckedStatement checked = grounding.check(statement);
            assertThat(checked.isSupported())
                    .as(statement.text() + " " + checked.verdict().reason())
                    .isTrue();
        });
    }

    @Test
    void theCourseOfAStayTellsWhatHappenedInItAndWhatChanged() {
        assertThat(texts(SummaryKind.HOSPITAL_COURSE, Section.STAY))
                .containsExactly("Inpatient stay from 3 Nov 2024 until 10 Nov 2024.");
        assertThat(texts(SummaryKind.HOSPITAL_COURSE, Section.ENCOUNTERS))
                .anyMatch(text -> text.startsWith("Thoracentesis"))
                .noneMatch(text -> text.startsWith("Cataract"));
        assertThat(texts(SummaryKind.HOSPITAL_COURSE, Section.RESULTS))
                .containsExactly("Potassium 3.1 mmol/L on 4 Nov 2024, was 4.1 on 2 May 2023, falling.");
        assertThat(texts(SummaryKind.HOSPITAL_COURSE, Section.MEDICATION_CHANGES))
                .containsExactly(
                        "Furosemide 40 mg twice daily, dated 5 Nov 2024, previously 40 mg once daily, dated 10 Jan 2022.");
        assertThat(texts(SummaryKind.HOSPITAL_COURSE, Section.MEDICATIONS)).hasSize(3);
    }

    @Test
    void sinceTheLastVisitTellsOnlyWhatIsNewAndAllAllergies() {
        assertThat(texts(SummaryKind.SINCE_LAST_VISIT, Section.CHANGES))
                .containsExactly("Leg ulcer, since 15 Nov 2024.");
        assertThat(texts(SummaryKind.SINCE_LAST_VISIT, Section.MEDICATION_CHANGES))
                .containsExactly("Started: Doxycycline 100 mg once daily, dated 15 Nov 2024.");
        assertThat(texts(SummaryKind.SINCE_LAST_VISIT, Section.RESULTS)).containsExactly("CRP 12 mg/L on 16 Nov 2024.");
        assertThat(texts(SummaryKind.SINCE_LAST_VISIT, Section.ALLERGIES)).hasSize(1);
    }

    @Test
    void aProblemSummaryTellsWhatConcernsItAndWhatIsDangerousToLeaveOut() {
        List<Statement> statements =
                RuleComposer.compose(CHART, SummaryKind.PROBLEM, List.of(new CitationId(FactKind.PROBLEM, 1)));
        assertThat(statements)
                .extracting(Statement::section)
                .containsOnly(Section.ONE_LINER, Section.CONCERNING, Section.ALLERGIES);
    }

    @Test
    void aPatientsHeadingsArePlain() {
        assertThat(SummaryKind.PATIENT.title(Section.MEDICATIONS)).isEqualTo("Your medicines");
        assertThat(SummaryKind.BRIEF.title(Section.MEDICATIONS)).isEqualTo("Medications");
    }

    /** What "BD" and "hypertension" mean is said, and the check reads it as the chart's own words. */
    @Test
    void aPatientReadsPlainWords() {
        Chart chart = aChart().problem("Essential hypertension (disorder)", Standing.ACTIVE, "2018-06-20")
                .problem("Pulmonary hypertension", Standing.ACTIVE, "2019-06-20")
                .allergy("Penicillin", "Rash", "mild", "high")
                .medication("Amlodipine 5 mg", "5 mg PO BD", Standing.ACTIVE, "2020-01-10")
                .build();
        Grounding grounding = new Grounding(chart);
        List<Statement> statements = RuleComposer.compose(chart, SummaryKind.PATIENT, List.of());
        assertThat(statements)
                .extracting(Statement::text)
                .containsExactly(
                        "Essential hypertension (high blood pressure), since 20 Jun 2018.",
                        "Pulmonary hypertension, since 20 Jun 2019.",
                        "Penicillin: rash (mild).",
                        "Amlodipine 5 mg by mouth twice daily, dated 10 Jan 2020.");
        assertThat(statements).allMatch(statement -> grounding.check(statement).isSupported());
    }
}
