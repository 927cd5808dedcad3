package org.anamnesis.grounding;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Demographics;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Source;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing that a fact can say, and a statement that says it otherwise. */
class WhatAFactBearsOutTest {

    private static final List<Fact> FACTS = new ArrayList<>();

    private static void fact(
            FactKind kind,
            int number,
            String name,
            Value value,
            Standing standing,
            ClinicalTime time,
            Attribute... attributes) {
        FACTS.add(new Fact(
                new CitationId(kind, number),
                Concept.of(name),
                Optional.ofNullable(value),
                standing,
                Optional.ofNullable(time),
                List.of(attributes),
                new Source("Basic", kind.word() + number, Optional.of("1"), "Basic.code")));
    }

    private static Value.Quantity quantity(String number, String unit, String ucum) {
        return new Value.Quantity(new BigDecimal(number), unit, Optional.ofNullable(ucum), Optional.empty());
    }

    private static Concept loinc(String name, String code) {
        return new Concept(name, List.of(new Concept.Coding("http://loinc.org", code, name)));
    }

    private static ClinicalTime day(String day) {
        return ClinicalTime.day(LocalDate.parse(day));
    }

    private static ClinicalTime known(String day, ClinicalTime.Precision precision) {
        return new ClinicalTime(LocalDate.parse(day).atStartOfDay(), Optional.empty(), precision);
    }

    private static ClinicalTime minute(String time) {
        return ClinicalTime.minute(LocalDateTime.parse(time), ZoneOffset.UTC);
    }

    static {
        fact(
                FactKind.MEDICATION,
                1,
                "Torsemide",
                null,
                Standing.ACTIVE,
                day("2024-11-01"),
                Attribute.worded(Role.DOSE, "40 mg"),
                Attribute.worded(Role.ROUTE, "oral"),
                Attribute.worded(Role.FREQUENCY, "twice daily"),
                Attribute.worded(Role.REASON, "edema"));
        fact(
                FactKind.MEDICATION,
                2,
                "Heparin",
                null,
                Standing.ACTIVE,
                day("2024-11-01"),
                Attribute.worded(Role.RATE, "18 units/hour"));
        fact(
                FactKind.MEDICATION,
                3,
                "Cephalexin",
                null,
                Standing.STOPPED,
                day("2024-11-01"),
                Attribute.timed(Role.ENDED, day("2024-11-08")));
        Value.Range range =
                new Value.Range(Optional.of(quantity("5", "mg/dL", null)), Optional.of(quantity("10", "mg/dL", null)));
        fact(FactKind.RESULT, 1, "Urine protein", range, Standing.FINAL, day("2024-11-11"));
        fact(
                FactKind.VITAL,
                1,
                "Heart rate",
                quantity("88", "beats per minute", "/min"),
                Standing.FINAL,
                minute("2024-11-11T19:05"));
        fact(FactKind.VITAL, 2, "Coma scale", quantity("15", "points", null), Standing.FINAL, day("2024-11-11"));
        fact(
                FactKind.RESULT,
                2,
                "Chest film",
                new Value.Worded(Concept.of("Effusion decreased")),
                Standing.FINAL,
                day("2024-11-11"));
        fact(FactKind.ALLERGY, 1, "Latex", null, Standing.ACTIVE, null, Attribute.worded(Role.AUTHOR, "daughter"));
        fact(
                FactKind.ENCOUNTER,
                1,
                "Hospital admission",
                null,
                Standing.COMPLETED,
                day("2024-11-11"),
                Attribute.timed(Role.ENDED, day("2024-11-16")));
        fact(FactKind.ENCOUNTER, 2, "Hospital admission", null, Standing.ACTIVE, day("2024-11-18"));
        fact(
                FactKind.HISTORY,
                1,
                "Breast cancer",
                null,
                Standing.UNSTATED,
                null,
                Attribute.worded(Role.RELATION, "mother"));
        fact(
                FactKind.PROBLEM,
                1,
                "Gout",
                null,
                Standing.ACTIVE,
                null,
                Attribute.timed(Role.ONSET, known("2018-06-01", ClinicalTime.Precision.MONTH)));
        fact(
                FactKind.PROBLEM,
                2,
                "Asthma",
                null,
                Standing.ACTIVE,
                null,
                Attribute.timed(Role.ONSET, known("2018-01-01", ClinicalTime.Precision.YEAR)));
        fact(FactKind.PROBLEM, 3, "Pneumonia", null, Standing.NEGATED, null);
        fact(FactKind.PROBLEM, 4, "Osteoarthritis of knee", null, Standing.ACTIVE, null);
        fact(FactKind.PLAN, 1, "Colonoscopy", null, Standing.PLANNED, day("2024-12-01"));
        fact(FactKind.PROCEDURE, 1, "Thoracentesis", null, Standing.COMPLETED, day("2024-11-13"));
        fact(
                FactKind.DEVICE,
                1,
                "Pacemaker",
                null,
                Standing.ACTIVE,
                null,
                Attribute.timed(Role.DUE, day("2025-06-01")));
        Value.Panel panel = new Value.Panel(List.of(
                new Value.Component(loinc("Systolic blood pressure", "8480-6"), quantity("120", "mmHg", null)),
                new Value.Component(loinc("Diastolic blood pressure", "8462-4"), quantity("80", "mmHg", null))));
        fact(FactKind.VITAL, 3, "Blood pressure", panel, Standing.FINAL, day("2024-11-11"));
    }

    private static final Chart CHART = new Chart(
            new Demographics(
                    "1", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, List.of()),
            FACTS,
            new Coverage(List.of()),
            day("2024-11-20"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Torsemide 40 mg oral twice daily.                     | M1 | supported    |
            Torsemide 40 mg twice daily for edema.                | M1 | supported    |
            Torsemide 20 mg twice daily.                          | M1 | contradicted | dose
            Torsemide 40 mg daily.                                | M1 | contradicted | frequency
            Torsemide 40 mg three times daily.                    | M1 | contradicted | frequency
            Torsemide 40 mg intravenous twice daily.              | M1 | contradicted | word
            Heparin 18 units/hour.                                | M2 | supported    |
            Heparin 12 units/hour.                                | M2 | contradicted | number
            Cephalexin was stopped on 8 Nov 2024.                 | M3 | supported    |
            Cephalexin was stopped on 9 Nov 2024.                 | M3 | contradicted | date
            Cephalexin was stopped on 1 Nov 2024.                 | M3 | contradicted | date
            Urine protein 5 mg/dL to 10 mg/dL.                    | L1 | supported    |
            Urine protein 15 mg/dL.                               | L1 | contradicted | number
            Urine protein 15 mmol/L.                              | L1 | not-found    | number
            Urine protein 10 mmol/L.                              | L1 | contradicted | unit
            Heart rate 88 bpm.                                    | V1 | supported    |
            Heart rate 88/min at 19:05.                           | V1 | supported    |
            Heart rate 88/min at 19:06.                           | V1 | not-found    | time
            Heart rate 88 mmHg.                                   | V1 | contradicted | unit
            Coma scale 15 points.                                 | V2 | supported    |
            Coma scale 15 at 00:00.                               | V2 | not-found    | time
            Chest film: effusion decreased.                       | L2 | supported    |
            Chest film: effusion increased.                       | L2 | not-found    | trend
            Allergic to latex, says the daughter.                 | A1 | not-found    | word
            Latex allergy, daughter.                              | A1 | supported    |
            Latex allergy, son.                                   | A1 | not-found    | word
            Admitted on 11 Nov 2024, discharged on 16 Nov 2024.   | E1 | supported    |
            Admitted on 11 Nov 2024, discharged on 17 Nov 2024.   | E1 | contradicted | date
            Discharged on 18 Nov 2024.                            | E2 | contradicted | date
            Seen on 18 Nov 2024.                                  | E2 | supported    |
            Mother: breast cancer.                                | F1 | supported    |
            Family history of breast cancer.                      | F1 | supported    |
            Father: breast cancer.                                | F1 | contradicted | kind
            Breast cancer.                                        | F1 | contradicted | kind
            Gout since June 2018.                                 | C1 | supported    |
            Gout since 1 June 2018.                               | C1 | contradicted | date
            Gout since July 2018.                                 | C1 | contradicted | date
            Asthma since 2018.                                    | C2 | supported    |
            Asthma since January 2018.                            | C2 | contradicted | date
            Asthma since 2019.                                    | C2 | contradicted | date
            Asthma since 32 January 2018.                         | C2 | contradicted | date
            No pneumonia.                                         | C3 | supported    |
            Pneumonia.                                            | C3 | contradicted | negation
            Osteoarthritis of right knee.                         | C4 | not-found    | word
            Colonoscopy was performed.                            | S1 | contradicted | status
            Colonoscopy is planned for 1 Dec 2024.                | S1 | supported    |
            Thoracentesis was performed on 13 Nov 2024.           | P1 | supported    |
            Pacemaker due on 1 June 2025.                         | X1 | supported    |
            Blood pressure 120/80 mmHg.                           | V3 | supported    |
            Blood pressure 120/90 mmHg.                           | V3 | contradicted | number
            Systolic blood pressure 120 mmHg.                     | V3 | supported    |
            Systolic blood pressure 80 mmHg.                      | V3 | contradicted | number
            """)
    void aStatementIsBorneOutOnlyByWhatItsFactSays(String text, String id, String verdict, String code) {
        Statement statement = new Statement(Section.RESULTS, text, List.of(id));
        Verdict found = new Grounding(CHART).check(statement).verdict();
        assertThat(found.code()).as(found.reason()).isEqualTo(verdict);
        if (code != null) {
            assertThat(found.findings()).extracting(Finding::code).contains(code);
        }
    }

    private static final Chart SERIES = aChart().ofPatient(71, "male")
            .result("Potassium", "5.9", "mmol/L", "2024-11-11")
            .result("Potassium", "4.2", "mmol/L", "2024-11-16")
            .result("Sodium", "134", "mmol/L", "2024-11-11")
            .result("Sodium", "131", "mmol/L", "2024-11-11")
            .finding("SARS-CoV-2 PCR", "Not detected", "2024-11-11")
            .problem("Pneumonia", Standing.RESOLVED, "2020-02-03")
            .problem("Heart failure", Standing.ACTIVE, "2018-06-20")
            .encounter("Office visit", "2024-01-01")
            .encounter("Office visit", "2024-02-01")
            .encounter("Office visit", "2024-03-01")
            .covered("Procedure", new Coverage.Outcome.NoneRecorded())
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Potassium fell from 5.9 to 4.2 mmol/L.                              | L1 L2    | supported    |
            Potassium from 4.2 to 5.9 mmol/L.                                   | L1 L2    | contradicted | order
            Sodium from 134 to 131 mmol/L.                                      | L3 L4    | contradicted | order
            Potassium on 11 Nov 2024 was 5.9 mmol/L.                            | L1 L2    | supported    |
            Potassium on 11 Nov 2024 was 4.2 mmol/L.                            | L1 L2    | contradicted | number
            Potassium and sodium were 5.9 mmol/L.                               | L1 L3    | contradicted | number
            Potassium was 5.9 mmol/L. Sodium was 134 mmol/L.                    | L1 L3    | supported    |
            Potassium was 5.9 mmol/L; 134 mmol/L was the sodium.                | L1 L3    | supported    |
            Latest sodium 134 mmol/L.                                           | L3       | supported    |
            Latest potassium 4.2 mmol/L.                                        | L2       | supported    |
            SARS-CoV-2 PCR not detected, sodium 134 mmol/L.                     | L5 L3    | supported    |
            SARS-CoV-2 PCR not detected. Heart failure.                         | L5 C2    | supported    |
            No heart failure. Sodium 134 mmol/L.                                | C2 L3    | contradicted | negation
            Resolved pneumonia.                                                 | C1       | supported    |
            Active pneumonia.                                                   | C1       | contradicted | status
            Resolved heart failure.                                             | C2       | contradicted | status
            History of pneumonia.                                               | C1       | supported    |
            3 office visits.                                                    | E1 E2 E3 | supported    |
            4 office visits.                                                    | E1 E2 E3 | not-found    | number
            3 office visits.                                                    | E1 E2    | not-found    | number
            2.5 office visits.                                                  | E1 E2    | not-found    | number
            2 mg office visits.                                                 | E1 E2    | not-found    | number
            3 problems.                                                         | E1 E2 E3 | not-found    | number
            No procedures are recorded.                                         | K1       | supported    |
            No colonoscopy is recorded.                                         | K1       | not-found    | word
            No procedures are recorded since 2020.                              | K1       | not-found    | word
            No procedures are recorded on 1 May 2024 at 10:00.                  | K1       | not-found    | word
            5 procedures and no more are recorded.                              | K1       | not-found    | word
            The patient had no procedures.                                      | K1       | not-found    | absence
            """)
    void severalFactsBearOutWhatTheySayTogether(String text, String ids, String verdict, String code) {
        Statement statement = new Statement(Section.RESULTS, text, Arrays.asList(ids.split(" ")));
        Verdict found = new Grounding(SERIES).check(statement).verdict();
        assertThat(found.code()).as(found.reason()).isEqualTo(verdict);
        if (code != null) {
            assertThat(found.findings()).extracting(Finding::code).contains(code);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Potassium was 5.6 mmol/L.  | L1 | the chart has 5.9 mmol/L, not 5.6 mmol/L
            Potassium was 5.9 mg/dL.   | L1 | the unit of 5.9 mg/dL is 5.9 mmol/L in the chart
            Active pneumonia.          | C1 | the status in the chart is resolved, not active
            Sodium and furosemide.     | L3 | “furosemide” is in none of the cited facts
            Sodium and potassium.      | L3 | “potassium” stands in L1, not in what is cited for it
            Heart failure since 2019.  | C2 | the chart has 20 Jun 2018, not 2019
            Potassium rising.          | L1 | “rising” needs two cited values of one unit with their times
            """)
    void aReasonSaysWhatTheChartHas(String text, String id, String reason) {
        Statement statement = new Statement(Section.RESULTS, text, List.of(id));
        assertThat(new Grounding(SERIES).check(statement).verdict().reason()).contains(reason);
    }
}
