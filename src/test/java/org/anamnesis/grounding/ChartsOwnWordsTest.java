package org.anamnesis.grounding;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and findings that deny something, hold a standing's word, or are followed by a unit that is a word of the name. */
class ChartsOwnWordsTest {

    private static final Chart CHART = aChart().procedure(
                    "Documentation of current medications", Standing.COMPLETED, "2016-11-06")
            .result("Pain verbal rating [Score]", "1.9", "score", "2020-06-09")
            .result("Pain verbal rating [Score]", "3.2", "score", "2019-06-04")
            .finding("MRSA SCREEN", "No MRSA isolated.", "2018-07-23")
            .finding("YEAST VAGINITIS CULTURE", "NEGATIVE FOR YEAST.", "2014-06-12")
            .finding("Pain assessment report", "denies", "2014-06-12")
            .finding("ACID FAST SMEAR", "NO ACID FAST BACILLI SEEN ON DIRECT SMEAR.", "2014-06-12")
            .problem("Migraine, without mention of intractable migraine", Standing.UNSTATED, "2015-12-08")
            .problem("Age-related osteoporosis without current pathological fracture", Standing.UNSTATED, "2016-11-12")
            .problem("Subdural hemorrhage, with no loss of consciousness", Standing.UNSTATED, "2016-11-13")
            .fact(
                    FactKind.PLAN,
                    "Colonoscopy",
                    Standing.ACTIVE,
                    "2015-09-16",
                    Attribute.worded(Attribute.Role.REASON, "Before reversal; no colonoscopy on record"))
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            P1 | ENCOUNTERS      | Documentation of current medications on 6 Nov 2016.
            L1 | RESULTS         | Pain verbal rating [Score] 1.9 score on 9 Jun 2020.
            L3 | RESULTS         | MRSA SCREEN on 23 Jul 2018: No MRSA isolated.
            L4 | RESULTS         | YEAST VAGINITIS CULTURE on 12 Jun 2014: NEGATIVE FOR YEAST.
            L5 | RESULTS         | Pain assessment report on 12 Jun 2014: denies.
            L6 | RESULTS         | ACID FAST SMEAR on 12 Jun 2014: NO ACID FAST BACILLI SEEN ON DIRECT SMEAR.
            S1 | PLAN            | Colonoscopy, active, reason Before reversal; no colonoscopy on record.
            C1 | ACTIVE_PROBLEMS | Migraine, without mention of intractable migraine, recorded 8 Dec 2015.
            C2 | ACTIVE_PROBLEMS | Age-related osteoporosis without current pathological fracture, recorded 12 Nov 2016.
            C3 | ACTIVE_PROBLEMS | Subdural hemorrhage, with no loss of consciousness, recorded 13 Nov 2016.
            """)
    void theFactsOwnWordsAreBorneOut(String fact, Section section, String text) {
        assertThat(verdict(section, text, fact)).isInstanceOf(Verdict.Supported.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            L1 | RESULTS         | Pain verbal rating [Score] 3.2 score on 9 Jun 2020.
            L3 | RESULTS         | MRSA SCREEN on 23 Jul 2018: MRSA isolated.
            L3 | RESULTS         | MRSA was found on 23 Jul 2018.
            L4 | RESULTS         | Yeast vaginitis culture positive on 12 Jun 2014.
            L4 | RESULTS         | Yeast on 12 Jun 2014.
            L6 | RESULTS         | ACID FAST SMEAR on 12 Jun 2014: acid fast bacilli seen.
            L6 | RESULTS         | Acid fast bacilli seen on 12 Jun 2014.
            L6 | RESULTS         | ACID FAST SMEAR positive on 12 Jun 2014.
            C3 | ACTIVE_PROBLEMS | No subdural hemorrhage.
            C3 | ACTIVE_PROBLEMS | No subdural hemorrhage, with no loss of consciousness, recorded 13 Nov 2016.
            C3 | ACTIVE_PROBLEMS | Subdural hemorrhage with loss of consciousness.
            S1 | PLAN            | No colonoscopy, reason Before reversal; no colonoscopy on record.
            C1 | ACTIVE_PROBLEMS | No migraine.
            C1 | ACTIVE_PROBLEMS | Intractable migraine.
            C2 | ACTIVE_PROBLEMS | Osteoporosis with current pathological fracture.
            C2 | ACTIVE_PROBLEMS | Osteoporosis with pathological fracture.
            """)
    void whatTheyDenyIsNotPassed(String fact, Section section, String text) {
        assertThat(verdict(section, text, fact)).isNotInstanceOf(Verdict.Supported.class);
    }

    private static Verdict verdict(Section section, String text, String fact) {
        return new Grounding(CHART)
                .check(new Statement(section, text, List.of(fact)))
                .verdict();
    }
}
