package org.anamnesis.grounding;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which facts a clause without citations is about, and whether one of them bears out the whole of it. */
class OneFactForOneClauseTest {

    private static Attribute ended(String day) {
        return Attribute.timed(Role.ENDED, ClinicalTime.day(LocalDate.parse(day)));
    }

    private static final Chart CHART = aChart().medication(
                    "Furosemide 40 mg tablet", "80 mg by mouth twice daily", Standing.ACTIVE, "2024-10-08")
            .fact(
                    FactKind.MEDICATION,
                    "Warfarin",
                    Standing.ACTIVE,
                    "2024-10-08",
                    Attribute.worded(Role.DOSE, "5 mg"),
                    Attribute.worded(Role.INSTRUCTION, "2.5 mg tablets, 2 each evening"))
            .fact(FactKind.MEDICATION, "Insulin per protocol", Standing.COMPLETED, "2024-10-08", ended("2024-10-12"))
            .fact(
                    FactKind.ENCOUNTER,
                    "Hospital stay",
                    Standing.COMPLETED,
                    "2024-11-01",
                    Attribute.worded(Role.OUTCOME, "home health care"),
                    ended("2024-11-05"))
            .resultAt("Potassium", "5.9", "mmol/L", "2024-11-11T19:05")
            .problem("Gout", Standing.ACTIVE, "2020-01-01")
            .build();

    private static Evidence evidence(String id) {
        return new Evidence(chartFact(id));
    }

    private static Fact chartFact(String id) {
        return CHART.fact(CitationId.parse(id).orElseThrow()).orElseThrow();
    }

    private static Sought read(String clause) {
        return SoughtReader.read(Sentence.tokens(clause));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            furosemide 80 mg                        | M1 | true
            furosemide 40 mg                        | M1 | true
            furosemide 20 mg                        | M1 | false
            furosemide 80                           | M1 | true
            furosemide 60                           | M1 | false
            torsemide 80 mg                         | M1 | false
            warfarin 5 mg                           | M2 | true
            warfarin 2.5 mg                         | M2 | false
            insulin 0 units                         | M3 | true
            insulin 4 units                         | M3 | false
            furosemide 0 mg                         | M1 | false
            gout 0                                  | C1 | false
            insulin started on 8 Oct 2024           | M3 | true
            insulin started on 12 Oct 2024          | M3 | false
            insulin until 12 Oct 2024               | M3 | true
            insulin until 11 Oct 2024               | M3 | false
            insulin on 12 Oct 2024                  | M3 | true
            insulin on 8 Oct 2024                   | M3 | true
            insulin on 9 Oct 2024                   | M3 | false
            stay until 5 Nov 2024                   | E1 | true
            stay until 1 Nov 2024                   | E1 | false
            stay from 1 Nov 2024 to 5 Nov 2024      | E1 | true
            stay from 5 Nov 2024                    | E1 | false
            discharged to home health care          | E1 | true
            discharged home                         | E1 | false
            potassium 5.9 mmol/L at 19:05           | L1 | true
            potassium 5.9 mmol/L at 19:50           | L1 | false
            potassium 4.9 mmol/L at 19:05           | L1 | false
            """)
    void allThatAClauseSaysMustBeSaidOfTheOneFact(String clause, String id, boolean borneOut) {
        assertThat(Fit.misfits(read(clause), evidence(id)).isEmpty()).isEqualTo(borneOut);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            furosemide 20 mg               | M1 | the chart has 40 mg, 80 mg, not 20 mg
            torsemide                      | M1 | “torsemide” is not said of it
            gout on 9 Oct 2024             | C1 | it is not of 9 Oct 2024
            potassium at 19:50             | L1 | it is not of 19:50
            discharged home                | E1 | the outcome in the chart is home health care
            """)
    void whatDoesNotFitIsSaidInWords(String clause, String id, String reason) {
        assertThat(Fit.misfits(read(clause), evidence(id))).containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            furosemide was prescribed | M1 | false
            furosemide was given      | M1 | true
            gout was prescribed       | C1 | false
            gout                      | C1 | true
            """)
    void aClauseConcernsFactsOfItsKindAndAnOrderIsNoDoseThatWasGiven(String clause, String id, boolean concerns) {
        assertThat(read(clause).concerns(chartFact(id))).isEqualTo(concerns);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no gout                          | true
            gout was not documented          | true
            gout was never recorded          | true
            gout without tophus              | false
            gout, not treated                | false
            gout, not                        | false
            gout                             | false
            denies gout                      | true
            """)
    void aDenialStandsBeforeTheNameOrBeforeWhatHappened(String clause, boolean denied) {
        assertThat(read(clause).denied()).isEqualTo(denied);
        assertThat(SoughtReader.plainly(Sentence.tokens(clause)).denied()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from 1 Nov to 5 Nov               | START END
            admitted 1 Nov, discharged 5 Nov  | START END
            1 Nov                             | ANY
            since 1 Nov, 5 Nov                | START ANY
            """)
    void aDateIsABeginningOrAnEndAsTheWordBeforeItHasIt(String clause, String roles) {
        List<String> read = read(clause).wants().stream()
                .filter(Want.When.class::isInstance)
                .map(want -> ((Want.When) want).role().name())
                .toList();
        assertThat(String.join(" ", read)).isEqualTo(roles);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            furosemide 80 mg       | M1
            warfarin               | M2
            stay                   | E1
            gout and furosemide    | ''
            methotrexate           | ''
            furosemide underwent   | ''
            """)
    void onlyFactsThatSayEveryWordAreLookedAt(String clause, String ids) {
        List<String> found = new Lookup(CHART)
                .saying(read(clause)).stream()
                        .map(one -> one.fact().id().toString())
                        .toList();
        assertThat(String.join(" ", found)).isEqualTo(ids);
    }
}
