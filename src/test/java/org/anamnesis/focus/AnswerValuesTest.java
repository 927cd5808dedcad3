package org.anamnesis.focus;

import static org.anamnesis.focus.WardChart.aWard;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.junit.jupiter.api.Test;

class AnswerValuesTest {

    private static List<String> values(Chart chart, String question) {
        return new Focus(chart).choose(new Question(question, chart.asOf())).values();
    }

    @Test
    void offersTimesAsTheSourceHasThemWithTheirOffset() {
        Chart chart = aWard().given("Heparin", "2151-05-11T12:00:30").build();
        assertThat(values(chart, "When was the last heparin intake?"))
                .contains("2151-05-11T12:00:30-05:00", "true", "1");
    }

    @Test
    void offersNamesWithTheirCodes() {
        Chart chart = aWard().order("Docusate Sodium", "NG", "2151-05-11T12:00", "DOCU100L", "00121054410")
                .build();
        assertThat(values(chart, "Which drug was last prescribed via NG?"))
                .contains("Docusate Sodium", "DOCU100L", "00121054410", "NG");
    }

    @Test
    void addsUpWhatHasOneUnitAndNothingElse() {
        Chart same = aWard().output("Foley", "120", "2151-05-11T09:00")
                .output("Foley", "80", "2151-05-11T10:00")
                .build();
        assertThat(values(same, "What was the total Foley output?")).contains("200", "200 mL", "100 mL", "2");
        Chart mixed = aWard().lab("Lactate", "2", "mmol/L", "2151-05-11T09:00")
                .lab("Lactate", "18", "mg/dL", "2151-05-11T10:00")
                .build();
        assertThat(values(mixed, "What was the total lactate?")).doesNotContain("20");
    }

    @Test
    void countsDaysOfAStay() {
        Chart chart =
                aWard().stay("stay", "2151-05-10T20:00", "2151-05-15T08:00").build();
        assertThat(values(chart, "What was the length of the last hospital stay?"))
                .contains("4.5", "4.5 days");
    }

    @Test
    void countsDifferentDrugsApartFromPrescriptions() {
        Chart chart = aWard().order("Heparin", "SC", "2151-05-11T12:00")
                .order("Heparin", "SC", "2151-05-12T12:00")
                .order("Senna", "PO", "2151-05-12T12:00")
                .build();
        assertThat(values(chart, "How many drugs were prescribed?")).contains("3", "2");
    }

    @Test
    void offersTheWardsOfAStay() {
        Chart chart = aWard().stay(
                        "stay",
                        "2151-05-10T20:00",
                        "2151-05-15T08:00",
                        Attribute.located("Med/Surg", java.util.Optional.empty()),
                        WardChart.of(Role.SERVICE, "MED"))
                .build();
        assertThat(values(chart, "Which care unit was I in last?")).contains("Med/Surg");
    }
}
