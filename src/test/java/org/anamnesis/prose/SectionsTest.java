package org.anamnesis.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anamnesis.prose.Block.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HPI",
                "History of Present Illness:",
                "ASSESSMENT AND PLAN",
                "A/P",
                "Assessment & Plan",
                "PMH/PSH",
                "Past Medical History",
                "Medications on admission:",
                "Discharge Medications",
                "Home meds:",
                "Brief Hospital Course:",
                "On examination",
                "Presenting complaint",
                "Drug history",
                "Impression:",
                "Follow-up:",
                "## Hospital course",
                "**Plan**",
                "CARDIOVASCULAR SYSTEM",
                "Please could the GP:",
            })
    void aHeadingOnItsOwnLineHoldsUntilTheNext(String heading) {
        Map<String, String> sections = sections("Seen today with his daughter.\n\n" + heading
                + "\nFirst finding.\n\nSecond finding.\n\nSocial history:\nLives alone.");
        String words = heading.replaceAll("^#+ |\\*\\*|:$", "");
        assertThat(sections)
                .containsEntry("First finding.", words)
                .containsEntry("Second finding.", words)
                .containsEntry("Lives alone.", "Social history")
                .containsEntry("Seen today with his daughter.", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NKDA",
                "DNR",
                "No chest pain",
                "Breathing better",
                "HR 134 BP 96/58 RR 32",
                "She was seen in clinic today and has been well since her last visit in the spring of last year:",
                "Stable.",
            })
    void aFindingHeadsNothing(String line) {
        assertThat(sections("Seen today.\n\n" + line + "\nFirst finding.")).containsEntry("First finding.", "");
    }

    @Test
    void aLabelHoldsForItsOwnLineOnlyLestAFindingPassForARelatives() {
        Map<String, String> sections = sections("""
                Seen in clinic today.
                FH: Mother had a stroke at 80. Brother has diabetes.
                Atrial fibrillation, on apixaban.
                SH: Lives alone.
                CXR no consolidation.""");
        assertThat(sections)
                .containsEntry("Brother has diabetes.", "FH")
                .containsEntry("Atrial fibrillation, on apixaban.", "")
                .containsEntry("SH: Lives alone.", "SH")
                .containsEntry("CXR no consolidation.", "");
    }

    @Test
    void aLabelHoldsForTheListBelowIt() {
        Map<String, String> sections = sections("""
                Seen in clinic today.
                Discharge medications: as follows
                - apixaban 5 mg BID
                - torsemide 40 mg daily
                Weight 84 kg.""");
        assertThat(sections)
                .containsEntry("- torsemide 40 mg daily", "Discharge medications")
                .containsEntry("Weight 84 kg.", "");
    }

    @Test
    void theHistoryOfTheIllnessAndThePlanRunOnOverParagraphs() {
        Map<String, String> sections = sections("""
                HPI: A 71-year-old man with dyspnea.

                He ran out of furosemide.

                Plan: diuresis.

                Daily weights.""");
        assertThat(sections).containsEntry("He ran out of furosemide.", "HPI").containsEntry("Daily weights.", "Plan");
    }

    @Test
    void behindALabelTheHeadingAboveHoldsAgain() {
        Map<String, String> sections = sections("""
                Objective
                Looks well.
                Labs: K 4.1.
                Walks with a frame.""");
        assertThat(sections).containsEntry("Labs: K 4.1.", "Labs").containsEntry("Walks with a frame.", "Objective");
    }

    @Test
    void aProblemSignIsAnItemAndNoHeading() {
        assertThat(sections("A/P\n# AF: apixaban was held.\n# T2DM: A1c 8.1."))
                .containsEntry("# AF: apixaban was held.", "A/P")
                .containsEntry("# T2DM: A1c 8.1.", "A/P");
    }

    @Test
    void strokesBelowALineMakeItAHeadingAndAreNoSentence() {
        Map<String, String> sections = sections("""
                Seen today.

                Ward round findings
                -------------------
                Walks with a frame.
                ==================""");
        assertThat(sections)
                .containsEntry("Walks with a frame.", "Ward round findings")
                .hasSize(3);
    }

    @Test
    void theFirstLineIsATitleWhereItStandsApartOrInCapitals() {
        assertThat(sections("Ward round Dr Rao, day 3\n\nDelirium settling."))
                .containsEntry("Delirium settling.", "Ward round Dr Rao, day 3");
        assertThat(sections("PROGRESS NOTE - HD 4\nDelirium settling."))
                .containsEntry("Delirium settling.", "PROGRESS NOTE - HD 4");
        assertThat(sections("Delirium settling\nWalks with a frame.")).containsEntry("Walks with a frame.", "");
    }

    @Test
    void aNoteInCapitalsHasNoHeadingsInCapitals() {
        assertThat(sections("SEEN WITH WIFE\nNO CHEST PAIN\nLUNGS CLEAR\nWALKS WITH FRAME\nPLAN:\nHOME"))
                .containsEntry("WALKS WITH FRAME", "")
                .containsEntry("HOME", "PLAN");
    }

    @Test
    void whatTheLayoutCallsAHeadingIsOne() {
        Prose prose = Prose.of(List.of(
                new Block(Shape.HEADING, "Respiratory HDU, night 9/10 February"),
                new Block(Shape.ITEM, "\u2022 Tolerated 7 of 8 hours"),
                new Block(Shape.ROW, "Potassium | 4.1")));
        assertThat(prose.sentences())
                .extracting(sentence -> sentence.section().orElse(""))
                .containsOnly("Respiratory HDU, night 9/10 February");
        assertThat(prose.plain())
                .isEqualTo("Respiratory HDU, night 9/10 February\n\n\u2022 Tolerated 7 of 8 hours\n\nPotassium | 4.1");
    }

    private static Map<String, String> sections(String text) {
        return Prose.of(List.of(new Block(Shape.WRAPPED, text))).sentences().stream()
                .collect(Collectors.toMap(
                        Sentence::text, sentence -> sentence.section().orElse("")));
    }
}
