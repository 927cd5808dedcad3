package org.anamnesis.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a name of capitalised words, which stand in brackets here. */
class NameContextTest {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private static NameContext context(String marked, boolean clinical) {
        int start = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        String text = marked.replace("[", "").replace("]", "");
        List<NameWord> words = new ArrayList<>();
        WORD.matcher(text.substring(start, end))
                .results()
                .forEach(word -> words.add(NameWord.of(text, word.group(), start + word.start())));
        return new NameContext(text, new NameRun(words), clinical);
    }

    private static boolean isNameInAChart(String marked) {
        return context(marked, true).isName();
    }

    private static boolean isNameElsewhere(String marked) {
        return context(marked, false).isName();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Jennifer], RN, came.",
                "[Zbigniewska], RN, came.",
                "[Rose Field], RN, came.",
                "[Zbigniewska] (his aunt) came.",
                "[Rose Field] (MRN 12) came.",
                "Her husband [Schneider] came.",
                "Her husband [Zbigniewska] came.",
                "Her husband [Rose Best] came.",
                "We paged [Schneider] then.",
            })
    void aDegreeARelationOrAVerbOfPersonsMakesAName(String marked) {
        assertThat(isNameInAChart(marked)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Best], RN, came.",
                "[Table] (his aunt) came.",
                "Her husband [Best] it.",
                "We paged [Table] then."
            })
    void theyMakeNoNameOfASingleEverydayWord(String marked) {
        assertThat(isNameInAChart(marked)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Seen by Dr. [Graves] then.",
                "Patient: [Table] came.",
                "Name [Best]",
                "Hello [Schneider] there.",
                "Hello [Zbigniewska] there.",
                "Hello [Rose Best] there.",
                "She is named [Best] now.",
            })
    void aTitleALabelOrAGreetingStandsBeforeAName(String marked) {
        assertThat(context(marked, true).isLabelled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello [Best] there.", "We thought [Schneider] there."})
    void noGreetingMakesANameOfAnEverydayWord(String marked) {
        assertThat(context(marked, true).isLabelled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Has [Parkinson] disease now.",
                "Has [Parkinson]'s disease now.",
                "Has [Guillain Barre] syndrome now.",
                "Has [Bell] facial palsy now.",
                "Has [Jennifer] disease now.",
            })
    void aNameBeforeADiseaseNamesTheDisease(String marked) {
        assertThat(context(marked, true).isEponym()).isTrue();
        assertThat(isNameInAChart(marked)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Has [Bell] facial",
                "Has [Bell] facial smile now.",
                "Has [Jennifer] facial palsy now.",
                "Has [Rose Field] disease now.",
                "Saw Dr. [Parkinson] disease now.",
                "Has [Parkinson] left now.",
            })
    void aDiseaseFurtherOnOrATitleBeforeMakesNoDiseaseOfAName(String marked) {
        assertThat(context(marked, true).isEponym()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[Best] it was.", "It rained. [Best] it was.", "Was it? \n[Best] it was.", "- [Best] it was."})
    void aSentenceBeginsAtTheStartBehindAMarkAndAtABullet(String marked) {
        assertThat(context(marked, false).beginsSentence()).isTrue();
    }

    @Test
    void aColonBeginsASentenceInAChartOnly() {
        assertThat(context("Plan: [Best] rest.", true).beginsSentence()).isTrue();
        assertThat(context("Plan: [Best] rest.", false).beginsSentence()).isFalse();
        assertThat(context("We thought [Best] left.", true).beginsSentence()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Today [Schneider Ortega] sang.",
                "Today [Jennifer Schneider] 10 mg.",
                "Today [Rose Best] sang.",
                "Today [Rose Robin] sang.",
                "Today [Rose B Best] sang.",
                "[Rose Best] said so.",
                "[Zbigniewska Qarthor] said so.",
            })
    void twoWordsThatAreNamesOrDoAsPersonsDoAreAName(String marked) {
        assertThat(isNameInAChart(marked)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Today [Schneider Ortega] 10 mg.",
                "Today [AMY Schneider] 10 mg.",
                "[Rose Best] sang.",
                "Today [Best Cook] sang.",
                "Today [Rose Table] sang.",
                "Today [Zbigniewska Qarthor] sang.",
                "[Zyprexil Qarthor] 10 mg and said so.",
            })
    void twoWordsThatCouldBeADrugAHeadingOrAThingAreNone(String marked) {
        assertThat(isNameInAChart(marked)).isFalse();
    }

    @Test
    void twoUnknownWordsAreANameWhereNoChartIsWrittenUnlessADoseFollows() {
        assertThat(isNameElsewhere("Today [Zbigniewska Qarthor] sang.")).isTrue();
        assertThat(isNameElsewhere("Today [Zbigniewska Qarthor] 10 mg.")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Today [Jennifer] sang.",
                "Today [J. Schneider] sang.",
                "It came by [Schneider] today.",
                "Today [Schneider] said so.",
                "Today [Schneider]'s dog sang.",
                "Today [Schneider]’s dog sang.",
            })
    void oneNameIsOneInAChartWhereSomethingBesideItSaysSo(String marked) {
        assertThat(isNameInAChart(marked)).isTrue();
    }

    @Test
    void aSurnameAloneIsNoNameInAChartAndOneElsewhere() {
        assertThat(isNameInAChart("Today [Schneider] sang.")).isFalse();
        assertThat(isNameElsewhere("Today [Schneider] sang.")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[J. Zbigniewska] sang.",
                "[Zbigniewska] said so.",
                "[Zbigniewska]'s dog sang.",
                "[Zbigniewska]: it sang.",
                "Today [Zbigniewska] sang.",
                "Today [Xqz] sang.",
            })
    void anUnknownWordIsANameOutsideOfChartsWhereItStandsLikeOne(String marked) {
        assertThat(isNameElsewhere(marked)).isTrue();
        assertThat(isNameInAChart(marked)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Zbigniewska] sang.", "Today [Xq] sang.", "Today [Robin] sang.", "Today [J. Best] sang."})
    void aWordAtTheStartOfASentenceAShortOneAndAnEverydayOneAreNoName(String marked) {
        assertThat(isNameElsewhere(marked)).isFalse();
    }

    @Test
    void aGivenNameThatIsAWordTooNeedsAnInitialAndNoChart() {
        assertThat(isNameElsewhere("Today [J. Robin] sang.")).isTrue();
        assertThat(isNameInAChart("Today [J. Robin] sang.")).isFalse();
    }
}
