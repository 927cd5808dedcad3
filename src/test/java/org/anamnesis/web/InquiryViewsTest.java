package org.anamnesis.web;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import org.anamnesis.ask.Answer;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;
import org.anamnesis.verify.TextCheck;
import org.junit.jupiter.api.Test;

/** What the page is told of a question, of a text, and of the chart itself. */
class InquiryViewsTest {

    private static final Chart CHART = aChart().ofPatient(71, "female")
            .problem("Heart failure", Standing.ACTIVE, "2018-06-20")
            .medication("Furosemide 40 mg", "40 mg twice daily", Standing.ACTIVE, "2024-10-08")
            .result("Potassium", "4.6", "mmol/L", "2024-10-08")
            .result("Potassium", "5.9", "mmol/L", "2024-11-11")
            .result("Potassium", "18", "mg/dL", "2019-03-01")
            .result("Potassium", "17", "mg/dL", "2019-02-01")
            .result("Sodium", "136", "mmol/L", "2024-11-11")
            .build();

    @Test
    void anAnswerHasTheFactsOfItsCitationsAndNoWordsThatAreNotSupported() {
        AnswerView view = AnswerView.of(CHART, Answer.of(CHART, "What was the last potassium?"));
        assertThat(view.outcome()).isEqualTo("found");
        assertThat(view.statements()).isNotEmpty().allSatisfy(statement -> {
            assertThat(statement.citations()).isNotEmpty().allMatch(view.facts()::containsKey);
            assertThat(statement.text() != null).isEqualTo(statement.verdict().equals("supported"));
        });
        assertThat(view.coverage()).hasSameSizeAs(CHART.coverage().entries());
    }

    @Test
    void whatIsNotFoundIsToldWithWhatWasSearched() {
        AnswerView view = AnswerView.of(CHART, Answer.of(CHART, "What was the last troponin?"));
        assertThat(view.outcome()).isEqualTo("not-found");
        assertThat(view.statements()).isEmpty();
        assertThat(view.searched()).anyMatch(words -> words.contains("troponin"));
    }

    @Test
    void aCheckedTextKeepsItsOrderAndSaysWhyASentenceDoesNotHold() {
        CheckView view = CheckView.of(
                CHART,
                TextCheck.of(
                        CHART, "Potassium was 5.9 mmol/L on 11 Nov 2024. Potassium was 4.1 mmol/L on 11 Nov 2024."));
        assertThat(view.sentences())
                .extracting(CheckView.SentenceView::verdict)
                .containsExactly("supported", "contradicted");
        assertThat(view.sentences().getFirst().reason()).isNull();
        assertThat(view.sentences().get(1).reason()).isNotBlank();
        assertThat(view.sentences())
                .allSatisfy(sentence -> assertThat(sentence.citations()).allMatch(view.facts()::containsKey));
    }

    @Test
    void theChartIsToldNewestFirstAndInParts() {
        ChartView whole = ChartView.of(CHART, 0);
        assertThat(whole.total()).isEqualTo(CHART.facts().size());
        assertThat(whole.facts()).hasSize(whole.total());
        assertThat(whole.facts())
                .filteredOn(row -> row.day() != null)
                .extracting(ChartView.Row::day)
                .isSortedAccordingTo(Comparator.reverseOrder());
        ChartView rest = ChartView.of(CHART, whole.total() - 2);
        assertThat(rest.facts()).hasSize(2).isEqualTo(whole.facts().subList(whole.total() - 2, whole.total()));
        assertThat(rest.reading()).isEqualTo(whole.reading());
        assertThat(ChartView.of(CHART, whole.total() + 5).facts()).isEmpty();
        Chart another =
                aChart().problem("Heart failure", Standing.ACTIVE, "2018-06-20").build();
        assertThat(ChartView.of(another, 0).reading()).isNotEqualTo(whole.reading());
    }

    @Test
    void anotherUnitIsAnotherSeriesAndOnePointIsNone() {
        assertThat(ChartView.of(CHART, 0).series())
                .extracting(series -> series.name() + " " + series.unit() + " "
                        + series.points().getFirst().value() + " to "
                        + series.points().getLast().value())
                .containsExactly("Potassium mmol/L 4.6 to 5.9", "Potassium mg/dL 17 to 18");
    }

    @Test
    void aReferenceRangeStaysWithItsOwnMeasurement() {
        Value.Range range = new Value.Range(Optional.of(number("3.5", "mmol/L")), Optional.of(number("5.1", "mmol/L")));
        Value.Range elsewhere = new Value.Range(Optional.empty(), Optional.of(number("20", "mg/dL")));
        Chart chart = aChart().result(
                        "Potassium",
                        "4.6",
                        "mmol/L",
                        "2024-10-08",
                        Attribute.valued(Attribute.Role.REFERENCE_RANGE, range))
                .result(
                        "Potassium",
                        "5.9",
                        "mmol/L",
                        "2024-11-11",
                        Attribute.valued(Attribute.Role.REFERENCE_RANGE, elsewhere))
                .build();
        ChartView.SeriesView series = ChartView.of(chart, 0).series().getFirst();
        assertThat(series.points().getFirst().low()).isEqualTo("3.5");
        assertThat(series.points().getFirst().high()).isEqualTo("5.1");
        assertThat(series.points().getLast().high())
                .as("a range in another unit is none of this series")
                .isNull();
    }

    private static Value.Quantity number(String number, String unit) {
        return new Value.Quantity(new BigDecimal(number), unit, Optional.empty(), Optional.empty());
    }
}
