package org.anamnesis.claims;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences of several facts against one chart: each true one has false twins with one thing changed. */
class SentenceCheckTest {

    private static final Chart CHART = aChart().ofPatient(71, "female")
            .problem("Acute appendicitis with generalized peritonitis", Standing.ACTIVE, "2024-05-02")
            .problem("Congestive heart failure", Standing.ACTIVE, "2018-04-10")
            .problem("FX LUMBAR VERTEBRA-CLOSE", Standing.ACTIVE, "2024-05-02")
            .fact(
                    FactKind.MEDICATION,
                    "Levothyroxine Sodium",
                    Standing.ACTIVE,
                    "2024-05-04",
                    dose("100 mcg"),
                    way("PO"),
                    often("DAILY"))
            .fact(
                    FactKind.MEDICATION,
                    "Atenolol",
                    Standing.ACTIVE,
                    "2024-05-04",
                    dose("50 mg"),
                    way("PO"),
                    often("BID"))
            .fact(
                    FactKind.MEDICATION,
                    "Piperacillin-Tazobactam",
                    Standing.STOPPED,
                    "2024-05-02",
                    dose("4.5 g"),
                    way("IV"),
                    often("Q8H"))
            .fact(
                    FactKind.MEDICATION,
                    "Amoxicillin-Clavulanic Acid",
                    Standing.ACTIVE,
                    "2024-05-06",
                    dose("875 mg"),
                    way("PO"),
                    often("Q12H"))
            .fact(FactKind.MEDICATION, "HydrALAZINE", Standing.STOPPED, "2024-05-03", dose("25 mg"), way("PO"))
            .fact(FactKind.MEDICATION, "HydrALAZINE", Standing.ACTIVE, "2024-05-05", dose("75 mg"), way("PO"))
            .procedure("Other appendectomy", Standing.COMPLETED, "2024-05-02")
            .procedure("Excision of left kidney", Standing.COMPLETED, "2024-05-05")
            .allergy("Shellfish", "hives")
            .allergy("Peanut", "hives")
            .result("Total Cholesterol", "267.29", "mg/dL", "2016-03-01")
            .result("Total Cholesterol", "167.87", "mg/dL", "2021-03-01")
            .result("Glucose", "97.8", "mg/dL", "2024-05-03")
            .result("Ferritin", "15", "ng/mL", "2022-12-20")
            .result("Ferritin", "40", "ng/mL", "2023-01-10")
            .finding("MUMPS IgG ANTIBODY", "NEGATIVE BY EIA", "2024-05-03")
            .finding("RUBELLA IgG SEROLOGY", "POSITIVE BY EIA", "2024-05-03")
            .pressure("136", "84", "2024-05-03")
            .relative("Breast cancer", "mother")
            .resultAt("Heart rate", "130", "beats/minute", "2024-05-02T10:05:00")
            .resultAt("Body temperature", "37.1", "Cel", "2024-05-02T10:05:00")
            .fact(
                    FactKind.ENCOUNTER,
                    "Hospital stay",
                    Standing.COMPLETED,
                    "2024-05-02",
                    Attribute.worded(Role.DISCHARGED_TO, "SKILLED NURSING FACILITY"))
            .problem("Gastritis, without mention of hemorrhage", Standing.ACTIVE, "2024-05-02")
            .problem("Closed fracture of four ribs", Standing.ACTIVE, "2024-05-02")
            .fact(
                    FactKind.MEDICATION,
                    "Simvastatin",
                    Standing.ACTIVE,
                    "2024-05-04",
                    dose("20 mg"),
                    way("PO"),
                    often("QHS"))
            .build();

    private static Attribute dose(String text) {
        return Attribute.worded(Role.DOSE, text);
    }

    private static Attribute way(String text) {
        return Attribute.worded(Role.ROUTE, text);
    }

    private static Attribute often(String text) {
        return Attribute.worded(Role.FREQUENCY, text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            She had appendicitis with generalized peritonitis and an appendectomy on 5/2/2024. | SUPPORTED
            He had appendicitis with generalized peritonitis and an appendectomy on 5/2/2024. | CONTRADICTED
            She had appendicitis with generalized peritonitis and an appendectomy on 5/12/2024. | CONTRADICTED
            She had appendicitis and a cholecystectomy on 5/2/2024. | NOT_FOUND
            CHF since April 2018. | SUPPORTED
            CHF since April 2008. | CONTRADICTED
            From 5/4 she took Synthroid 100 mcg and Tenormin 50 mg by mouth. | SUPPORTED
            From 5/4 she took Synthroid 100 mg and Tenormin 50 mg by mouth. | CONTRADICTED
            From 5/4 she took Synthroid 0.1 mg and Tenormin 50 mg by mouth. | SUPPORTED
            Atenolol 100 mg and levothyroxine 50 mcg were continued. | CONTRADICTED
            Atenolol 50 mg twice a day. | SUPPORTED
            Atenolol 50 mg three times a day. | CONTRADICTED
            Levothyroxine was given IV. | CONTRADICTED
            Zosyn was replaced by oral Augmentin 875 mg on May 6. | SUPPORTED
            Augmentin was replaced by Zosyn. | CONTRADICTED
            Hydralazine was increased from 25 to 75 mg. | SUPPORTED
            Hydralazine was weaned from 75 to 25 mg. | CONTRADICTED
            Cholesterol came down from 267 in 2016 to 168 in 2021. | SUPPORTED
            Cholesterol came down from 267 in 2016 to 148 in 2021. | CONTRADICTED
            Cholesterol went up since 2016. | CONTRADICTED
            Cholesterol was 267, and five years later 168. | SUPPORTED
            Cholesterol was 267, and three years later 168. | CONTRADICTED
            Ferritin was 15, and three weeks later 40. | SUPPORTED
            Ferritin was 15, and a year later 40. | CONTRADICTED
            Ferritin was 15 and was 40 three weeks later. | SUPPORTED
            Ferritin was 15 and rose to 40 three weeks later. | SUPPORTED
            Ferritin was 15 and rose to 40 three months later. | CONTRADICTED
            Ferritin rose from 15 to 40 three weeks later. | SUPPORTED
            Ferritin rose from 15 to 40 over three weeks. | SUPPORTED
            Ferritin rose from 15 to 40 over three months. | CONTRADICTED
            Glucose was 5.4 mmol/L on 5/3. | SUPPORTED
            Glucose was 6.4 mmol/L on 5/3. | CONTRADICTED
            BP was 136/84 on 5/3. | SUPPORTED
            BP was 186/84 on 5/3. | CONTRADICTED
            She is immune to rubella but not to mumps. | SUPPORTED
            She is immune to mumps but not to rubella. | CONTRADICTED
            She has a broken lumbar vertebra. | SUPPORTED
            The left kidney was removed on 5/5. | SUPPORTED
            The right kidney was removed on 5/5. | CONTRADICTED
            Two allergies are listed. | SUPPORTED
            Three allergies are listed. | CONTRADICTED
            No shellfish allergy. | CONTRADICTED
            Her mother had breast cancer. | SUPPORTED
            She has breast cancer. | NOT_FOUND
            Atenolol was stopped. | CONTRADICTED
            Heart failure was caused by atenolol. | NOT_FOUND
            She takes insulin glargine. | NOT_FOUND
            A laparoscopic approach would have been preferable. | NOT_CHECKABLE
            She flibbered on 5/2. | NOT_FOUND
            875 mg was given on 5/6. | NOT_FOUND
            She was tachycardic to 130. | SUPPORTED
            She was tachycardic to 150. | CONTRADICTED
            She was bradycardic. | NOT_FOUND
            She was afebrile. | SUPPORTED
            She was febrile. | NOT_FOUND
            She was discharged to a SNF. | SUPPORTED
            She was discharged to home. | CONTRADICTED
            She is on a statin and a beta blocker. | SUPPORTED
            She is on a diuretic. | NOT_FOUND
            Zocor 20 mg at bedtime. | SUPPORTED
            Hydralazine crept up from 25 to 75 mg over two days. | SUPPORTED
            Hydralazine crept up from 25 to 75 mg over two weeks. | CONTRADICTED
            On 5/3 she was at 136/84. | SUPPORTED
            On 5/3 she was at 156/84. | CONTRADICTED
            Gastritis with bleeding. | NOT_FOUND
            Gastritis without bleeding. | SUPPORTED
            Four broken ribs. | SUPPORTED
            Three broken ribs. | CONTRADICTED
            Severe gastritis. | NOT_FOUND
            Cholesterol was as low as 168. | SUPPORTED
            Cholesterol was as low as 158. | CONTRADICTED
            Augmentin was given after the appendectomy. | SUPPORTED
            Augmentin was given before the appendectomy. | CONTRADICTED
            After the appendectomy, Augmentin was given. | SUPPORTED
            After Augmentin the appendectomy was done. | CONTRADICTED
            Augmentin was started after her surgery. | SUPPORTED
            Augmentin was started before her surgery. | CONTRADICTED
            Atenolol 50 mg twice a day throughout. | SUPPORTED
            """)
    void oneWrongPartMakesTheSentenceWrong(String sentence, Outcome expected) {
        SentenceCheck.Checked checked = new SentenceCheck(CHART).check(sentence);

        assertThat(checked.outcome()).as("%s", checked.reasons()).isEqualTo(expected);
        assertThat(checked.reasons().isEmpty()).isEqualTo(expected == Outcome.SUPPORTED);
    }
}
