package org.anamnesis.reading;

import static org.anamnesis.reading.ReadResources.chart;
import static org.anamnesis.reading.ReadResources.fact;
import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.ClinicalTime.Precision;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemReaderTest {

    private static String condition(String clinical, String verification, String more) {
        return """
                {"resourceType":"Condition","id":"c1","meta":{"versionId":"3"},
                 "clinicalStatus":{"coding":[{"code":"%s"}]},"verificationStatus":{"coding":[{"code":"%s"}]},
                 "code":{"coding":[{"system":"http://snomed.info/sct","code":"84114007","display":"Heart failure"}]}%s}""".formatted(clinical, verification, more);
    }

    @Test
    void aProblemHasItsWordsCodesSourceAndTheOnsetAsExactAsWritten() {
        Fact fact = fact(condition("active", "confirmed", ",\"onsetDateTime\":\"2018-06\""));

        assertThat(fact.concept().text()).isEqualTo("Heart failure");
        assertThat(fact.concept().isCodedAs("http://snomed.info/sct", "84114007"))
                .isTrue();
        assertThat(fact.time().orElseThrow().precision()).isEqualTo(Precision.MONTH);
        assertThat(fact.attribute(Role.ONSET).orElseThrow().text()).isEqualTo("Jun 2018");
        assertThat(fact.source().versionedReference()).isEqualTo("Condition/c1/_history/3");
        assertThat(fact.source().path()).isEqualTo("Condition.code");
    }

    @ParameterizedTest
    @CsvSource({
        "active,confirmed,ACTIVE",
        "recurrence,confirmed,RECURRENT",
        "relapse,confirmed,RECURRENT",
        "remission,confirmed,INACTIVE",
        "inactive,confirmed,INACTIVE",
        "resolved,confirmed,RESOLVED",
        "active,refuted,NEGATED"
    })
    void aStatusReadsAsItsStanding(String clinical, String verification, Standing standing) {
        assertThat(fact(condition(clinical, verification, "")).standing()).isEqualTo(standing);
    }

    @Test
    void whatWasEnteredInErrorIsNoFact() {
        assertThat(chart(condition("active", "entered-in-error", "")).facts()).isEmpty();
    }

    @Test
    void aProvisionalDiagnosisSaysSo() {
        assertThat(fact(condition("active", "provisional", ""))
                        .attribute(Role.COMMENT)
                        .orElseThrow()
                        .text())
                .isEqualTo("provisional");
    }

    @Test
    void anAbatementWithoutAStatusResolvesTheProblem() {
        Fact fact = fact("""
                {"resourceType":"Condition","id":"c1","code":{"text":"Gout"},"abatementDateTime":"2020-05-01"}""");

        assertThat(fact.standing()).isEqualTo(Standing.RESOLVED);
        assertThat(fact.attribute(Role.ENDED).orElseThrow().text()).isEqualTo("1 May 2020");
    }

    @Test
    void aDateOfRecordingIsNoOnset() {
        Fact fact = fact(condition("active", "confirmed", ",\"recordedDate\":\"2020-01-02\""));

        assertThat(fact.time().orElseThrow().iso()).isEqualTo("2020-01-02");
        assertThat(fact.attribute(Role.ONSET)).isEmpty();
    }

    @Test
    void anEncounterDiagnosisWithoutADateIsAsOldAsItsEncounter() {
        Fact fact = chart("""
                        {"resourceType":"Condition","id":"c1","code":{"text":"Sepsis"},
                         "encounter":{"reference":"Encounter/e1"}}""", """
                        {"resourceType":"Encounter","id":"e1","status":"finished",
                         "period":{"start":"2180-05-06T22:23:00-04:00"}}""").facts().getFirst();

        assertThat(fact.time().orElseThrow().iso()).isEqualTo("2180-05-06 22:23");
    }

    @Test
    void aConditionWithoutACodeIsNamedAsThatAndNothingIsGuessed() {
        assertThat(fact("{\"resourceType\":\"Condition\",\"id\":\"c1\"}")
                        .concept()
                        .text())
                .isEqualTo("Problem without a name");
    }
}
