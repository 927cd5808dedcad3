package org.anamnesis.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeidentifierTest {

    private static List<String> found(String text) {
        return Deidentifier.find(text).stream().map(one -> one.in(text)).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Seen by Dr. Oyelaran for follow-up. ~ PERSON ~ Oyelaran",
                "Pt: Kowalczyk-Brandt, Zenobia, 54 years old ~ PERSON ~ Kowalczyk-Brandt, Zenobia",
                "Electronically signed by Fitzwilliam Darcy, PA-C ~ PERSON ~ Fitzwilliam Darcy",
                "Her daughter Xiomara reports no fever. ~ PERSON ~ Xiomara",
                "Call Rich Field (neighbor) with results. ~ PERSON ~ Rich Field",
                "Discharged on 04-Mar-21 in good condition. ~ DATE ~ 04-Mar-21",
                "DOB: 1/13, afebrile ~ DATE ~ 1/13",
                "Admitted March 4th, 2021 with pain ~ DATE ~ March 4th, 2021",
                "A 97-year-old woman with cough ~ AGE ~ 97",
                "Cell (212) 555-0188 after five ~ PHONE ~ (212) 555-0188",
                "Reach her at +44 20 7946 0018 please ~ PHONE ~ +44 20 7946 0018",
                "Write to j.doe+home@mail.example.org please ~ EMAIL ~ j.doe+home@mail.example.org",
                "See https://portal.example.org/u/9 for results ~ URL ~ https://portal.example.org/u/9",
                "from host 10.2.3.4 yesterday ~ IP_ADDRESS ~ 10.2.3.4",
                "SSN 123-45-6789 on file ~ SOCIAL_SECURITY_NUMBER ~ 123-45-6789",
                "MRN: 44-81-203 today ~ RECORD_NUMBER ~ 44-81-203",
                "Health plan no. XZA9938271 accepted ~ HEALTH_PLAN ~ XZA9938271",
                "Driver license D1234567 seen ~ LICENCE ~ D1234567",
                "Pacemaker serial AB-99231-K implanted ~ DEVICE ~ AB-99231-K",
                "card 4111111111111111 was used ~ ACCOUNT ~ 4111111111111111",
                "lives at 44 Quarry Bend, Apt 3B since then ~ ADDRESS ~ 44 Quarry Bend, Apt 3B",
                "Transferred from Cedar Hollow Infirmary overnight ~ FACILITY ~ Cedar Hollow Infirmary",
                "He works for Brightwater Logistics nights ~ ORGANIZATION ~ Brightwater Logistics",
            })
    void findsWhatIdentifiesSomebodyAndSaysWhatItIs(String text, Kind kind, String words) {
        assertThat(Deidentifier.find(text))
                .extracting(Found::kind, one -> one.in(text))
                .contains(org.assertj.core.groups.Tuple.tuple(kind, words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Parkinson disease, Foley catheter, Bell palsy, Hashimoto thyroiditis, Homans sign negative.",
                "Strength 5/5, 2/6 systolic murmur, take 1/2 tablet, pain 7/10, Apgar 8/9.",
                "BP 120/80, HR 88, HbA1c 7.2, WBC 11.2, L4-5, T12-L1, NYHA class II, INR 2.3, EF 55-60%.",
                "Lisinopril 10 mg daily, Metoprolol Succinate 50 mg, Vitamin D3 1000 units, Humalog.",
                "Past Medical History: Hypertension, Type 2 Diabetes Mellitus, Chronic Kidney Disease Stage 3.",
                "Ejection Fraction 45%. Chest CT With Contrast. Heart Failure With Reduced Ejection Fraction.",
                "Glasgow Coma Scale 15, Wells score 3, Ringer lactate at 125 mL/h, platelets 1990.",
            })
    void leavesWhatIsClinical(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void aNameThatWasToldOnceIsFoundAgainButNotInTheNameOfADisease() {
        assertThat(found("Dr. Addison saw him. Later Addison ruled out Addison disease."))
                .containsExactly("Addison", "Addison");
    }

    @Test
    void spansAreInOrderAndShareNoCharacter() {
        String text =
                "Dr. Ann Lee, MD, 3/4/2021, (212) 555-0188, a@example.org, MRN 1234567, 44 Elm Street, Springfield, IL 62704";
        List<Found> found = Deidentifier.find(text);
        for (int one = 1; one < found.size(); one++) {
            assertThat(found.get(one - 1).end())
                    .isLessThanOrEqualTo(found.get(one).start());
        }
    }
}
