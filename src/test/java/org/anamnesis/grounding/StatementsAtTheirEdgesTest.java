package org.anamnesis.grounding;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements that are too long, cite what is not there, or speak of what is past; and the words for what came of them. */
class StatementsAtTheirEdgesTest {

    private static final Chart CHART = aChart().ofPatient(71, "male")
            .result("Potassium", "5.9", "mmol/L", "2024-11-11")
            .problem("Pneumonia", Standing.RESOLVED, "2020-02-03")
            .build();

    private static CheckedStatement check(Section section, String text, String... citations) {
        return new Grounding(CHART).check(new Statement(section, text, Arrays.asList(citations)));
    }

    @Test
    void aStatementOfAThousandCharactersIsReadAndALongerOneIsNot() {
        String text = "Potassium was 5.9 mmol/L.";
        String longest = text + " ".repeat(1_000 - text.length());
        assertThat(check(Section.RESULTS, longest, "L1").isSupported()).isTrue();
        assertThat(check(Section.RESULTS, longest + " ", "L1").verdict().findings())
                .extracting(Finding::code)
                .containsExactly("statement");
    }

    @Test
    void onlyCitationsThatTheChartHasAreEvidence() {
        assertThat(check(Section.RESULTS, "Potassium was 5.9 mmol/L.", "L1", "L99")
                        .evidence())
                .extracting(Object::toString)
                .containsExactly("L1");
    }

    @Test
    void whatIsPastMayBeToldAsHistoryButNotAmongWhatIsNow() {
        assertThat(check(Section.RESULTS, "History of pneumonia.", "C1").isSupported())
                .isTrue();
        assertThat(check(Section.ACTIVE_PROBLEMS, "History of pneumonia.", "C1").isSupported())
                .isFalse();
        assertThat(check(Section.RESULTS, "Pneumonia.", "C1").isSupported()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(SummaryKind.class)
    void everyKindOfSummaryIsFoundByItsOwnWordAndHasATitle(SummaryKind kind) {
        assertThat(SummaryKind.ofCode(kind.code())).contains(kind);
        assertThat(kind.title()).isNotBlank();
        assertThat(kind.sections()).allSatisfy(section -> {
            assertThat(section.code()).isNotBlank();
            assertThat(kind.title(section)).isNotBlank();
        });
    }

    @Test
    void everyProblemIsToldWhereTheWholeChartIsSummarisedAndNotWhereOneQuestionIs() {
        assertThat(SummaryKind.BRIEF.tellsAll()).isTrue();
        assertThat(SummaryKind.SINCE_LAST_VISIT.tellsAll()).isFalse();
        assertThat(SummaryKind.PROBLEM.tellsAll()).isFalse();
        assertThat(SummaryKind.ofCode("novel")).isEmpty();
    }

    @Test
    void eachVerdictHasItsOwnWord() {
        assertThat(List.of(
                        new Verdict.Supported().code(),
                        new Verdict.Contradicted(List.of()).code(),
                        new Verdict.NotFound(List.of()).code(),
                        new Verdict.NotCheckable(List.of()).code()))
                .containsExactly("supported", "contradicted", "not-found", "not-checkable");
    }

    @ParameterizedTest
    @CsvSource({
        "migraines, migraine",
        "migraine's, migraine",
        "gas, gas",
        "legs, leg",
        "illness, illness",
        "sinus, sinus",
        "arthritis, arthritis",
        "man, male",
    })
    void wordsAreComparedInOneForm(String written, String form) {
        assertThat(Vocabulary.normal(written)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "prescribed, MEDICATION IMMUNIZATION PLAN",
        "underwent, PROCEDURE RESULT VITAL",
        "grew, RESULT VITAL NOTE",
        "diagnosis, PROBLEM ENCOUNTER RESULT",
        "admission, ENCOUNTER",
        "potassium, ''",
        "underwent admission, PROCEDURE RESULT VITAL",
    })
    void aVerbTellsOfWhatKindTheThingIsThatASentenceSpeaksOf(String words, String kinds) {
        assertThat(Frames.kinds(Set.of(words.split(" "))))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(kinds.split(" "))
                        .filter(kind -> !kind.isEmpty())
                        .map(FactKind::valueOf)
                        .toList());
    }
}
