package org.anamnesis.grounding;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.chart.Chart;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two things that one statement tells of one subject, each said by a sentence of its own. */
class TwoSentencesTest {

    private static final Chart CHART = aChart().ofPatient(70, "male")
            .note(
                    "Progress note",
                    "2024-11-12",
                    "CXR shows right basal pneumonia.",
                    "Started ceftriaxone.",
                    "Transferred to the high dependency unit.",
                    "He remembers the fall.",
                    "He was ventilated overnight.",
                    "Reviewed by the dietitian on 10 November.")
            .note("Clinic note", "2012-03-02", "He was admitted with gallstones.", "He lives alone.")
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He was started on ceftriaxone and transferred to the high dependency unit.",
                "The patient was started on ceftriaxone and remembers the fall.",
                "Ceftriaxone was started and he was transferred to the high dependency unit."
            })
    void eachBorneOutByItselfIsBorneOutTogether(String statement) {
        Verification.Verified verified = new Verification(CHART).check(statement);
        assertThat(verified.verdict()).as(verified.verdict().reason()).isInstanceOf(Verdict.Supported.class);
        assertThat(verified.evidence()).extracting(Object::toString).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // one half is not so
                "He was started on ceftriaxone and discharged home.",
                "He was started on amoxicillin and transferred to the high dependency unit.",
                // the cause and the order stand in no sentence
                "He was started on ceftriaxone because of pneumonia.",
                "He was started on ceftriaxone and then transferred to the high dependency unit.",
                "He was transferred to the high dependency unit after ceftriaxone was started.",
                // a denial, a doubt or a day of one half may be of both
                "He was not intubated and ventilated.",
                "He may be started on ceftriaxone and transferred to the high dependency unit.",
                "He was started on ceftriaxone and reviewed by the dietitian on 10 November.",
                "He was not ventilated.",
                // years apart
                "He was admitted with gallstones and transferred to the high dependency unit."
            })
    void aRelationThatNoSentenceTellsIsNot(String statement) {
        assertThat(new Verification(CHART).check(statement).verdict()).isNotInstanceOf(Verdict.Supported.class);
    }
}
