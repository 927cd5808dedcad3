package org.anamnesis.grounding;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** False statements as a model writes them, each cited well; none may be called supported. And true ones beside them. */
class FalseStatementsTest {

    private static final Chart CHART = aChart().ofPatient(71, "male")
            .problem("Heart failure with reduced ejection fraction", Standing.ACTIVE, "2018-06-20")
            .problem("Pneumonia", Standing.RESOLVED, "2020-02-03")
            .problem("Osteoarthritis of left knee", Standing.ACTIVE, "2015-01-10")
            .problem("Migraine without aura", Standing.ACTIVE, "2005-01-01")
            .problem("Pain in right knee", Standing.ACTIVE, "2021-01-01")
            .allergy("Sulfonamide antibiotics", "Rash")
            .medication("Furosemide 40 mg oral tablet", "80 mg by mouth twice daily", Standing.ACTIVE, "2024-10-08")
            .medication("Lisinopril 10 mg oral tablet", "10 mg by mouth once daily", Standing.STOPPED, "2024-03-01")
            .medication("Metoprolol 25 mg oral tablet", "2 tablets daily, hold if dizzy", Standing.ACTIVE, "2024-05-01")
            .result("Potassium", "5.9", "mmol/L", "2024-11-11", Attribute.worded(Attribute.Role.INTERPRETATION, "high"))
            .result("Potassium", "4.2", "mmol/L", "2024-11-16")
            .result("Sodium", "134", "mmol/L", "2024-11-11")
            .finding("SARS-CoV-2 PCR", "Not detected", "2024-11-11")
            .result("INR", "2.5", "", "2024-11-11")
            .result("Base excess", "-2.0", "mmol/L", "2024-11-11")
            .resultAt("Lactate", "3.1", "mmol/L", "2024-11-11T19:05:00")
            .resultAt("Lactate", "1.2", "mmol/L", "2024-11-11T23:30:00")
            .finding("Blood pressure", "112/64 mmHg", "2024-11-16")
            .pressure("118", "72", "2024-11-17")
            .relative("Breast cancer", "mother")
            .encounter("Hospital admission", "2024-11-11")
            .encounter("Office visit", "2024-10-08")
            .plannedEncounter("Clinic visit", "2024-12-08")
            .procedure("Thoracentesis, right", Standing.COMPLETED, "2024-11-13")
            .procedure("Coronary angiography", Standing.NEGATED, "2024-11-14")
            .plan("Echocardiogram", Standing.ACTIVE, "2024-11-12")
            .covered("Procedure", new Coverage.Outcome.Failed("timeout", 0))
            .build();

    private static CheckedStatement check(String section, String text, String citations) {
        return new Grounding(CHART)
                .check(new Statement(Section.ofCode(section).orElseThrow(), text, List.of(citations.split(" "))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # values, dates and their order
            results | Potassium 5.9 mmol/L on 11 Nov 2024 and on 16 Nov 2024. | L1 L2
            results | Potassium 5.9 mmol/L, previously 4.2 mmol/L. | L1 L2
            results | Potassium from 4.2 to 5.9 mmol/L. | L1 L2
            results | Latest potassium 5.9 mmol/L. | L1 L2
            results | Potassium 5.9 mmol/L, the latest. | L1 L2
            results | Most recent potassium 5.9 mmol/L. | L1 L2
            results | Potassium is now 5.9 mmol/L. | L1
            results | Potassium 4.2 mmol/L (high). | L1 L2
            results | High potassium 4.2 mmol/L on 16 Nov 2024. | L1 L2
            results | Potassium stable at 4.2 mmol/L. | L1 L2
            results | Lactate 3.1 mmol/L on 11 Nov 2024 23:30. | L7 L8
            results | Potassium and sodium were 134 mmol/L. | L1 L3
            results | Blood pressure 64/112 mmHg. | L9
            # bounds, signs, figures
            results | Potassium > 5.9 mmol/L. | L1
            results | Potassium < 4.2 mmol/L. | L2
            results | Potassium over 5.9 mmol/L. | L1
            results | Potassium less than 4.2 mmol/L. | L2
            results | Base excess 2.0 mmol/L. | L6
            results | Potassium ５.６ on 11 Nov 2024. | L1
            results | Potassium ٤. | L1
            results | Potassium ↑. | L1
            results | INR 2.5 mg/dL. | L5
            results | Sodium 134½ mmol/L. | L3
            # negation
            results | SARS-CoV-2 PCR detected on 11 Nov 2024. | L4
            active-problems | Migraine with aura. | C4
            active-problems | No migraine. | C4
            active-problems | No migraine with aura. | C4
            active-problems | Heart failure: none. | C1
            active-problems | Heart failure is not documented in the chart. | C1
            active-problems | Not at this time known to have had heart failure. | C1
            active-problems | Neither heart failure nor osteoarthritis. | C1 C3
            medications | Furosemide was never given. | M1
            medications | No medications recorded. | M1
            medications | Off furosemide. | M1
            encounters | SARS-CoV-2 PCR not detected, coronary angiography on 14 Nov 2024. | L4 P2
            active-problems | Heart failure; no procedures are recorded. | C1 K1
            # status
            active-problems | Heart failure, active; pneumonia. | C1 C2
            one-liner | 71-year-old man with pneumonia. | D1 D2 C2
            results | Lisinopril 10 mg by mouth once daily. | M2
            medications | Furosemide and lisinopril stopped. | M1 M2
            medications | Metoprolol, on hold. | M3
            medications | Medications are active. | M1 M2
            medications | Lisinopril stopped 1 Mar 2024. | M2
            active-problems | Pneumonia resolved on 3 Feb 2020. | C2
            encounters | Echocardiogram performed on 12 Nov 2024. | S1
            encounters | Clinic visit on 8 Dec 2024. | E3
            encounters | Admitted on 8 Oct 2024. | E2
            encounters | Discharged on 8 Oct 2024. | E2
            encounters | 2 admissions. | E1 E2
            # doses
            medications | Furosemide 80 mg by mouth daily. | M1
            medications | Furosemide 80 mg every day. | M1
            medications | 40 mg furosemide twice daily. | M1
            medications | Furosemide, dose 40 mg. | M1
            medications | Furosemide 80 mg oral tablet twice daily. | M1
            medications | Furosemide 40 mg oral tablet 10 mg once daily, lisinopril 10 mg oral tablet, stopped. | M1 M2
            medications | Metoprolol one tablet daily. | M3
            medications | Metoprolol 2½ tablets daily. | M3
            medications | Furosemide should be given. | M1
            # sides
            active-problems | Right knee osteoarthritis. | C3 P1
            active-problems | Right knee osteoarthritis. | C3 C5
            active-problems | Osteoarthritis of right knee. | C3 C5
            encounters | Thoracentesis, left. | P1 C3
            active-problems | 71 years of heart failure. | C1 D1
            # kinds of facts and causes
            allergies | Furosemide. | M1
            allergies | Allergic to furosemide. | M1
            medications | Sulfonamide antibiotics. | A1
            results | Allergic to furosemide. | M1
            results | Takes sulfonamide antibiotics. | A1
            results | Potassium 5.9 mmol/L due to furosemide. | L1 M1
            # relatives
            active-problems | Breast cancer. | F1
            one-liner | 71-year-old man with breast cancer. | D1 D2 F1
            active-problems | Heart failure; breast cancer. | C1 F1
            # parts of a panel
            results | Systolic 72 mmHg. | L10
            results | Diastolic 118 mmHg. | L10
            results | Diastolic blood pressure 118 mmHg, systolic blood pressure 72 mmHg. | L10
            # more of the same in other words
            medications | Furosemide for migraine. | M1 C4
            active-problems | Pneumonia after thoracentesis; pneumonia resolved. | C2 P1
            results | Sodium and potassium normal. | L1 L3
            results | Sodium (high) 134 mmol/L. | L1 L3
            results | Potassium 5.9 mmol/L​9. | L1
            active-problems | Acute heart failure. | C1
            active-problems | Heart failure with preserved ejection fraction. | C1
            active-problems | Heart failure with aura. | C1 C4
            active-problems | Heart failure (resolved), pneumonia (active). | C1 C2
            active-problems | Left heart failure. | C1 C3
            results | Lactate 1.2 mmol/L at 19:05. | L7 L8
            results | Lactate rose from 1.2 to 3.1 mmol/L. | L7 L8
            medications | Furosemide 80 mg by mouth twice weekly. | M1
            medications | Metoprolol 80 mg twice daily, furosemide 25 mg. | M1 M3
            encounters | Office visit on 11 Nov 2024, hospital admission on 8 Oct 2024. | E1 E2
            encounters | Thoracentesis on 13 Nov 2023. | P1
            plan | Echocardiogram on 12 Nov 2024, completed. | S1
            results | Potassium 5.9 mmol/L; now 4.2 mmol/L and rising. | L1 L2
            results | Sodium 5.9 mmol/L, potassium 134 mmol/L. | L1 L3
            results | Potassium 5,9 mmol/L. | L1
            results | Potassium 5.9 g/L. | L1
            results | Potassium 59 mmol/L. | L1
            results | Potassium 5.9 x10^3 mmol/L. | L1
            results | Potassium 5.9 mmol/L on 11/12/2024. | L1
            results | Potassium 5.9 mmol/L on 11.12.2024. | L1
            results | Potassium 5.9 mmol/L for 5 days. | L1
            results | Potassium 5.9 mmol/L in May 2024. | L1
            active-problems | Denies migraine without aura. | C4
            active-problems | Heart failure, without osteoarthritis. | C1 C3
            active-problems | Heart failure until 20 Jun 2018. | C1
            medications | Furosemide 80 mg intravenous twice daily. | M1
            medications | Furosemide 80 mcg by mouth twice daily. | M1
            medications | Furosemide 80 mg four times daily. | M1
            medications | Furosemide increased from 40 mg to 80 mg. | M1
            medications | Lisinopril 80 mg twice daily, furosemide 10 mg once daily; lisinopril stopped. | M1 M2
            medications | Furosemide (stopped), lisinopril (active). | M1 M2
            medications | Furosemide/lisinopril, active. | M1 M2
            one-liner | 71-year-old woman with heart failure. | D1 D2 C1
            one-liner | 17-year-old man with heart failure. | D1 D2 C1
            """)
    void areNeverSupported(String section, String text, String citations) {
        assertThat(check(section, text, citations).verdict().code()).as(text).isNotEqualTo("supported");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            results | Potassium 4.2 mmol/L on 16 Nov 2024, previously 5.9 mmol/L on 11 Nov 2024. | L1 L2
            results | Potassium fell from 5.9 to 4.2 mmol/L. | L1 L2
            results | On 11 Nov 2024 potassium was 5.9 mmol/L (high). | L1 L2
            results | Latest potassium 4.2 mmol/L. | L1 L2
            results | Potassium 5.9 mmol/L (high) on 11 Nov 2024; sodium 134 mmol/L. | L1 L3
            results | Base excess -2.0 mmol/L. | L6
            results | Blood pressure 112/64 mmHg on 16 Nov 2024. | L9
            results | Lactate 3.1 mmol/L on 11 Nov 2024 at 19:05, then 1.2 mmol/L at 23:30. | L7 L8
            results | INR 2.5 on 11 Nov 2024. | L5
            results | SARS-CoV-2 PCR was not detected. | L4
            active-problems | Heart failure and left knee osteoarthritis. | C1 C3
            active-problems | Migraine without aura since 2005. | C4
            medications | Furosemide 80 mg by mouth twice daily. | M1
            medications | Metoprolol 25 mg oral tablet, 2 tablets daily. | M3
            medications | Furosemide 40 mg oral tablet, 80 mg twice daily; lisinopril, stopped. | M1 M2
            one-liner | 71-year-old man with heart failure and osteoarthritis of the left knee. | D1 D2 C1 C3
            encounters | Admitted to hospital on 11 Nov 2024. | E1
            encounters | Hospital admission on 11 Nov 2024, thoracentesis (right) on 13 Nov 2024. | E1 P1
            encounters | Coronary angiography was not performed. | P2
            plan | Echocardiogram ordered on 12 Nov 2024. | S1
            active-problems | Family history of breast cancer in his mother. | F1
            results | Systolic blood pressure 118 mmHg, diastolic blood pressure 72 mmHg. | L10
            allergies | Allergy to sulfonamide antibiotics with rash. | A1
            """)
    void andTrueOnesAre(String section, String text, String citations) {
        Verdict verdict = check(section, text, citations).verdict();
        assertThat(verdict.code()).as(text + ": " + verdict.reason()).isEqualTo("supported");
    }
}
