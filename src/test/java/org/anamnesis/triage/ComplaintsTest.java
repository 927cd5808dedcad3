package org.anamnesis.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How complaints are understood: shortened, misspelt, denied, of the past. */
class ComplaintsTest {

    @ParameterizedTest
    @CsvSource({
        "CP, chest-pain",
        "Pain in the chest, chest-pain",
        "'L sided chest tightness, radiates to arm', chest-pain",
        "SOB, dyspnea",
        "Shortness of breath, dyspnea",
        "can't breathe, ''",
        "AMS, altered-mental-status",
        "LETHAGIC, altered-mental-status",
        "Hematemisis, upper-gi-bleed",
        "N/V/D, vomiting",
        "throwing up since noon, vomiting",
        "ABD PAIN, abdominal-pain",
        "RUQ pain, abdominal-pain",
        "BRBPR, lower-gi-bleed",
        "Vomiting blood, upper-gi-bleed",
        "black tarry stools, upper-gi-bleed",
        "S/P FALL, fall",
        "tripped over the dog, fall",
        "SI, suicidal",
        "wants to die, suicidal",
        "OD, overdose",
        "R facial droop, stroke-signs",
        "slurred speech, stroke-signs",
        "LUE weakness, stroke-signs",
        "ICH, intracranial-bleed",
        "SDH, intracranial-bleed",
        "GSW chest, penetrating-torso",
        "MVC, vehicle-crash",
        "pedestrian struck by car, major-mechanism",
        "head lac, head-injury",
        "hit his head, head-injury",
        "DVT, deep-vein-thrombosis",
        "PE, pulmonary-embolism",
        "testicle pain, testicular",
        "32 wks pregnant, pregnancy",
        "vaginal bleeding, vaginal-bleed",
        "low BP, hypotension",
        "K 6.8, abnormal-labs",
        "elevated trop, heart-attack",
        "FSBS low, hypoglycemia",
        "fever on chemo, neutropenia",
        "no pulse, cardiac-arrest",
        "not breathing, cardiac-arrest",
        "unable to walk, weakness",
        "sore throat, cold-symptoms",
        "medication refill, medication-refill",
        "suture removal, wound-care",
        "?infection, infection",
        "r/o PE, pulmonary-embolism",
        "dog bite, animal-bite",
        "icd fired x2, heart-device-shock"
    })
    void understandsWhatIsWrittenAtTriageDesks(String complaint, String group) {
        if (!group.isEmpty()) {
            assertThat(groups(complaint)).contains(group);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "no chest pain, chest-pain",
        "denies chest pain, chest-pain",
        "'denies SOB, chest pain, fever', fever",
        "'denies SOB, chest pain, fever', chest-pain",
        "cough w/o fever, fever",
        "fall without head injury, head-injury",
        "'No head strike, no LOC', syncope",
        "'No head strike, no LOC', head-injury",
        "h/o stroke, stroke-signs",
        "'leg swelling, hx of CHF', heart-failure",
        "seasonal allergy, allergic-reaction",
        "stabbing pain in back, penetrating-torso",
        "heartburn, burn",
        "food poisoning, overdose",
        "sleep apnea machine broken, cardiac-arrest"
    })
    void isNotMisledByDenialsThePastAndWordsThatSoundAlike(String complaint, String group) {
        assertThat(groups(complaint)).doesNotContain(group);
    }

    @ParameterizedTest
    @CsvSource({
        "'no fever, chest pain', chest-pain",
        "no fever but chest pain, chest-pain",
        "'Denies fever. Chest pain since noon', chest-pain",
        "'denies fever, now has chest pain', chest-pain",
        "'hx of CHF, chest pain', chest-pain"
    })
    void aDenialEndsWhereWhatComesNextIsSaid(String complaint, String group) {
        assertThat(groups(complaint)).contains(group);
    }

    @Test
    void namesWhatItDoesNotUnderstand() {
        Complaints.Understanding understood = understood("xyzzy");
        assertThat(understood.meant()).isEmpty();
        assertThat(understood.notUnderstood()).extracting(Told::text).containsExactly("xyzzy");
    }

    @Test
    void onlyDenialsAreUnderstoodAndMeanNothing() {
        assertThat(understood("denies everything").meant()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",,,", "!!!", "((((", "\u0000\u200b", "9999999999999999"})
    void survivesAnyText(String text) {
        assertThat(understood(text).meant()).isEmpty();
    }

    @Test
    void aSlipIsMendedOnlyWhereOneKnownWordIsMeant() {
        assertThat(Vocabulary.isOneSlipAway("lethagy", "lethargy")).isTrue();
        assertThat(Vocabulary.isOneSlipAway("letharrgy", "lethargy")).isTrue();
        assertThat(Vocabulary.isOneSlipAway("lethagry", "lethargy")).isTrue();
        assertThat(Vocabulary.isOneSlipAway("lethirgy", "lethargy")).isTrue();
        assertThat(Vocabulary.isOneSlipAway("lathirgy", "lethargy")).isFalse();
        assertThat(groups("hypertention")).contains("hypertension").doesNotContain("hypotension");
    }

    @Test
    void everyGroupIsFoundByItsOwnFirstPhrase() {
        RuleBook.standard().complaints().groups().forEach(group -> {
            String words = String.join(
                    " ",
                    group.phrases().getFirst().words().stream()
                            .map(choices ->
                                    choices.stream().sorted().findFirst().orElseThrow())
                            .toList());
            assertThat(groups(words)).as(words).contains(group.key());
        });
    }

    private static List<String> groups(String complaint) {
        return understood(complaint).meant().stream()
                .map(meant -> meant.group().key())
                .toList();
    }

    private static Complaints.Understanding understood(String... complaints) {
        return RuleBook.standard()
                .complaints()
                .of(Arrays.stream(complaints)
                        .map(text -> new Told(text, Optional.empty(), Optional.empty()))
                        .toList());
    }
}
