package org.anamnesis.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceEndsTest {

    /** Each text's sentences are parted by a bar. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Feels tired by noon. | No fainting, no chest pain.",
                "Seen with Dr. Shah and Mr. Ellis. | Will review.",
                "Attending: N. Okafor MD, seen by J. Patel. | Stable.",
                "Vitamin D 24. | Load with colecalciferol.",
                "Started on vitamin D. | Load first.",
                "Known hepatitis C. | Treated in 2019.",
                "Aspirin 81 mg q.d. with food. | Metoprolol b.i.d. | Stop lisinopril.",
                "Anticoagulants, e.g. apixaban, i.e. a DOAC, were held. | Restart tonight.",
                "See No. 5 on the list. | Nothing new.",
                "Lesion No. 2 measured 1.1 x 2.9 cm. | Stable.",
                "K 2.9, then 3.3. | pH 7.21. | pCO2 10.9.",
                "Drained 1.1 L straw-colored fluid. | Film clear.",
                "BiPAP 15/5 started 05:15. | By 05:30 eyes open.",
                "QRS 154 ms. | Unchanged since 2022.",
                "Given 30 cc. | Then stopped.",
                "Heparin 5,000 units q8h. | INR 1.2.",
                "Pain was 7. | He was given morphine.",
                "Please: 1. check HbA1c in 3 months; 2. review blood pressure; 3. stop smoking. | Thanks.",
                "1. ADHF, warm and wet. | Precipitants: sodium.",
                "Partial weight bearing as per op note?? | Will check.",
                "Likely ? PE, ? infection. | CTPA booked.",
                "He said \"no more pills.\" | She agreed.",
                "(Seen with interpreter.) | Understands the plan.",
                "Lungs clear.| No edema.",
                "Seen at 10 a.m. | Home at 4 p.m. today.",
                "Rx: metoprolol 25 mg p.o. b.i.d. x 30 days. | Refills: 2.",
                "Approx. 0530 on the floor. | Cold.",
                "Since Nov. 12 on apixaban. | Tolerating.",
                "no fever. | denies chest pain. | no cough.",
                "Take 500 mg. twice daily. | Review.",
                "Wound dry... still sore. | Review.",
                "CT: no PE! | Good.",
                "See www.example.org for A.B. Smith. | Done.",
                "Temp. 38.2 at 20:00. | Wt. 85 kg.",
                "Cr 1.8 (was 2.9.) | Improving.",
                "U.S. of abdomen normal. | No stones.",
                "St. John ambulance brought her. | Alert.",
            })
    void endsSentencesAsAClinicianReadsThem(String written) {
        List<String> expected = List.of(written.split("\\s*\\|\\s*")).stream()
                .map(String::strip)
                .toList();
        String text = written.replaceAll("\\s*\\|(\\s*)", "$1");
        assertThat(sentences(text)).containsExactlyElementsOf(expected);
    }

    @Test
    void partsWhatHasNoEndAtASemicolonOrAtASpaceWithinAThousandCharacters() {
        String list = "potassium 4.1; ".repeat(200).strip();
        assertThat(sentences(list))
                .allSatisfy(
                        part -> assertThat(part).hasSizeLessThanOrEqualTo(1_000).endsWith(";"));
        assertThat(sentences("word ".repeat(2_000).strip()))
                .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(1_000));
        assertThat(sentences("\uD83D\uDC8A".repeat(2_000)))
                .allSatisfy(part -> assertThat(part.codePoints().allMatch(one -> one == 0x1F48A))
                        .as("pairs stay whole")
                        .isTrue());
    }

    @Test
    void doesNotLookFurtherBackThanAWordsLengthForAHundredThousandStops() {
        assertThat(String.join("", sentences("x.".repeat(100_000)))).hasSize(200_000);
    }

    private static List<String> sentences(String text) {
        return SentenceEnds.split(text, new Span(0, text.length())).stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }
}
