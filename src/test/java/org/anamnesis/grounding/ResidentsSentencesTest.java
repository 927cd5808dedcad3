package org.anamnesis.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.given.Format;
import org.anamnesis.given.GivenCharts;
import org.anamnesis.given.GivenOutcome;
import org.anamnesis.guard.Limits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences as residents write them about a long surgical admission: true ones, and false ones with one thing changed. */
class ResidentsSentencesTest {

    private static final Path OKONJO = Path.of("deploy/sandbox/charts/gold/long-surgical-admission/bundle.json");
    private static final Verification VERIFICATION = new Verification(chart());

    private static Chart chart() {
        try {
            GivenOutcome outcome = new GivenCharts(FhirContext.forR4Cached(), Limits.CALLER)
                    .take(
                            Format.JSON.cut(Files.readAllBytes(OKONJO)).entries(),
                            Format.JSON,
                            Optional.of("okonjo"),
                            "https://ehr.example/fhir");
            assertThat(outcome).isInstanceOf(GivenOutcome.Taken.class);
            return ((GivenOutcome.Taken) outcome).chart().chart(ClinicalTime.day(LocalDate.of(2025, 9, 20)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "His white count on arrival was 19.8 with a lactate of 5.2.",
                "Creatinine peaked at 3.4 on 8/31, up from 1.0 in June.",
                "CRP was 22, down from 342 at its worst.",
                "Zosyn was switched to meropenem on September 1 for ESBL E. coli.",
                "Norepinephrine was given for septic shock.",
                "He was on the ventilator for four days.",
                "Two units of red cells were transfused on August 29.",
                "He was extubated on September 1.",
                "He left the ICU on September 3.",
                "He spent six days in intensive care.",
                "He went home on September 17, 20 days after his Hartmann.",
                "Blood cultures on 8/28 grew E. coli resistant to ceftriaxone.",
                "Repeat blood cultures on 9/4 were clean.",
                "Potassium was 4.2 and creatinine 1.1 the day before discharge.",
                "Lovenox 40 mg subcut daily is to go on until September 25.",
                "HCTZ is on hold.",
                "Warfarin was ordered but cancelled.",
                "The pelvic drain was removed on September 14.",
                "Echo on 8/31 showed an EF of 60%.",
                "CT on September 8 showed a 5.8 cm pelvic abscess.",
                "Surgical follow-up is on October 8.",
                "A colonoscopy is planned for November 3.",
                "His father had colon cancer at 72.",
                "He quit smoking in 2014.",
                "He is allergic to contrast.",
                "Weight came down from 92.3 to 80.6 kg.",
                "He weighed 84 kg on arrival, about 185 lb.",
                "Amiodarone 900 mg was infused over 24 hours for atrial fibrillation.",
                "AF lasted two days.",
                "Spiriva 18 mcg inhaled daily for COPD.",
                "Hemoglobin fell from 14.2 to 8.8 by September 8.",
                "Temperature was 101.3 F on September 8.",
                "71M with perforated sigmoid diverticulitis s/p Hartmann on 8/28.",
                "He had his appendix out in 1971.",
                "Tylenol 1 g every 8 hours as needed for pain.",
                "INR was 1.4 and never repeated.",
                "Ertapenem is given through a PICC line.",
                "He got a high-dose flu shot the day before going home.",
                "Troponins: a single value of 19.",
                "Blood loss at the operation was 450 mL.",
                "Norvasc 5 mg daily since 2021.",
                "He denies calf pain.",
                "Pleural effusion was on the left."
            })
    void whatTheChartSaysInOtherWordsIsBorneOut(String sentence) {
        Verification.Verified verified = VERIFICATION.check(sentence);
        assertThat(verified.verdict()).as(sentence).isInstanceOf(Verdict.Supported.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "His white count on arrival was 24.6 with a lactate of 5.2.",
                "Creatinine peaked at 3.4 on 8/29, up from 1.0 in June.",
                "CRP was 22, down from 442 at its worst.",
                "Meropenem was switched to Zosyn on September 1.",
                "He was on the ventilator for seven days.",
                "Three units of red cells were transfused on August 29.",
                "He left the ICU on September 5.",
                "He went home on September 17, 12 days after his Hartmann.",
                "Blood cultures on 8/28 grew E. coli sensitive to ceftriaxone.",
                "Repeat blood cultures on 9/4 grew E. coli.",
                "Lovenox 60 mg subcut daily is to go on until September 25.",
                "HCTZ is taken daily.",
                "Warfarin was given from September 2.",
                "He was dialysed on August 31.",
                "The central line was removed on September 16.",
                "Right thoracentesis yielded 700 mL of clear fluid.",
                "Left thoracentesis yielded 900 mL of clear fluid.",
                "Echo on 8/31 showed an EF of 40%.",
                "CT on September 14 showed a 5.8 cm pelvic abscess.",
                "Surgical follow-up is on October 18.",
                "A colonoscopy was done on November 3.",
                "His mother had colon cancer at 72.",
                "He still smokes.",
                "He is allergic to morphine.",
                "Weight came down from 92.3 to 84.6 kg.",
                "Amiodarone 900 mg was infused over 24 hours for septic shock.",
                "Hemoglobin fell from 14.2 to 8.8 by September 3.",
                "Temperature was 103.1 F on September 8.",
                "71M with type 2 diabetes.",
                "He had his gallbladder out in 1971.",
                "Tylenol 1 g every 8 hours for fever.",
                "Blood loss at the operation was 650 mL.",
                "Ertapenem 500 mg IV daily until September 24.",
                "He had a fever and vomited at home on September 20.",
                "He denies abdominal pain.",
                "Furosemide was stopped because of ileus.",
                "Potassium was 8.9 on September 5 and needed treatment.",
                "Colonoscopy in 2020 was normal.",
                "He has a PICC line in the right arm."
            })
    void withOneThingChangedItIsNot(String sentence) {
        assertThat(VERIFICATION.check(sentence).verdict()).as(sentence).isNotInstanceOf(Verdict.Supported.class);
    }
}
