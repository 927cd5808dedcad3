package org.anamnesis.reading;

import static org.anamnesis.reading.ReadResources.chart;
import static org.anamnesis.reading.ReadResources.fact;
import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherReadersTest {

    @Test
    void anAdmissionHasItsSettingBeginningEndReasonAndWhereThePatientWent() {
        Fact fact = fact("""
                {"resourceType":"Encounter","id":"e1","status":"finished","class":{"code":"IMP"},
                 "type":[{"text":"Inpatient admission"}],"reasonCode":[{"text":"Heart failure"}],
                 "period":{"start":"2024-11-11T23:40:00-05:00","end":"2024-11-16T15:10:00-05:00"},
                 "hospitalization":{"dischargeDisposition":{"text":"Home"}}}""");

        assertThat(fact.standing()).isEqualTo(Standing.COMPLETED);
        assertThat(fact.attributes().stream().map(Attribute::text))
                .containsExactly("inpatient", "hospital stay", "16 Nov 2024 15:10", "Heart failure", "Home");
    }

    @Test
    void anEncounterWithoutATypeIsNamedByTheKindOfStay() {
        assertThat(
                        fact("{\"resourceType\":\"Encounter\",\"id\":\"e1\",\"status\":\"in-progress\",\"class\":{\"code\":\"EMER\"}}")
                                .concept()
                                .text())
                .isEqualTo("emergency department stay");
    }

    @Test
    void aProcedureThatWasNotDoneIsNegatedWithTheReason() {
        Fact fact = fact("""
                {"resourceType":"Procedure","id":"p1","status":"not-done","code":{"text":"Colonoscopy"},
                 "statusReason":{"text":"Patient declined"}}""");

        assertThat(fact.standing()).isEqualTo(Standing.NEGATED);
        assertThat(fact.attribute(Role.REASON).orElseThrow().text()).isEqualTo("Patient declined");
    }

    @Test
    void aVaccineThatWasNotGivenIsNegated() {
        assertThat(fact("""
                {"resourceType":"Immunization","id":"i1","status":"not-done","vaccineCode":{"text":"COVID-19"},
                 "occurrenceDateTime":"2024-11-16"}""").standing()).isEqualTo(Standing.NEGATED);
    }

    @Test
    void aReportThatIsAwaitedIsAPlanAndOneThatConcludesIsAResult() {
        Fact awaited = fact("""
                {"resourceType":"DiagnosticReport","id":"r1","status":"registered","code":{"text":"Cytology"}}""");
        Fact concluded = fact("""
                {"resourceType":"DiagnosticReport","id":"r1","status":"final","code":{"text":"Echocardiogram"},
                 "conclusion":"Ejection fraction 25%.\\nNo thrombus."}""");

        assertThat(awaited.kind()).isEqualTo(FactKind.PLAN);
        assertThat(concluded.kind()).isEqualTo(FactKind.RESULT);
        assertThat(concluded.value().orElseThrow().text()).isEqualTo("Ejection fraction 25%. No thrombus.");
    }

    @Test
    void anOrderForLaterHasItsDueDateBesideTheDateOfTheOrder() {
        Fact fact = fact("""
                {"resourceType":"ServiceRequest","id":"s1","status":"active","intent":"order","code":{"text":"BMP"},
                 "authoredOn":"2024-11-16","occurrenceDateTime":"2024-11-23"}""");

        assertThat(fact.kind()).isEqualTo(FactKind.PLAN);
        assertThat(fact.time().orElseThrow().iso()).isEqualTo("2024-11-16");
        assertThat(fact.attribute(Role.DUE).orElseThrow().text()).isEqualTo("23 Nov 2024");
    }

    @Test
    void anOrderNotToResuscitateIsADirective() {
        assertThat(fact("""
                {"resourceType":"ServiceRequest","id":"s1","status":"active","intent":"directive",
                 "category":[{"coding":[{"system":"http://loinc.org","code":"100822-6"}]}],
                 "code":{"text":"No CPR"}}""").kind()).isEqualTo(FactKind.DIRECTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "noshow"})
    void anAppointmentThatDidNotHappenIsCancelled(String status) {
        assertThat(fact("""
                {"resourceType":"Appointment","id":"a1","status":"%s","description":"Heart failure clinic",
                 "start":"2024-11-25T10:30:00-05:00"}""".formatted(status)).standing()).isEqualTo(Standing.CANCELLED);
    }

    @Test
    void whatTheBrotherHadIsHistoryAndNeverCurrent() {
        Fact fact = fact("""
                {"resourceType":"FamilyMemberHistory","id":"f1","status":"completed","relationship":{"text":"Brother"},
                 "condition":[{"code":{"text":"Sudden cardiac death"},"onsetString":"age 52"}]}""");

        assertThat(fact.kind()).isEqualTo(FactKind.HISTORY);
        assertThat(fact.standing().isCurrent()).isFalse();
        assertThat(fact.attribute(Role.RELATION).orElseThrow().text()).isEqualTo("Brother");
        assertThat(fact.source().path()).isEqualTo("FamilyMemberHistory.condition[0]");
    }

    @Test
    void aFlagIsADirective() {
        Fact fact = fact("""
                {"resourceType":"Flag","id":"f1","status":"active","code":{"text":"Not for CPR"},
                 "category":[{"text":"advance-directive"}]}""");

        assertThat(fact.kind()).isEqualTo(FactKind.DIRECTIVE);
        assertThat(fact.standing()).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void theSerialNumberOfAnImplantStaysOut() {
        assertThat(chart("""
                {"resourceType":"Device","id":"d1","status":"active","type":{"text":"Pacemaker"},
                 "serialNumber":"SERIAL-77","lotNumber":"LOT-77"}""").facts().toString()).contains("Pacemaker").doesNotContain("77");
    }

    @Test
    void aNoteWrittenWithTheHelpOfAnAlgorithmSaysSo() {
        Fact fact = fact("""
                {"resourceType":"DocumentReference","id":"n1","status":"current","type":{"text":"Summary"},
                 "meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue","code":"AIAST"}]}}""");

        assertThat(fact.attribute(Role.CATEGORY).orElseThrow().text()).isEqualTo("written with AI");
    }

    @Test
    void aSupersededNoteIsInactiveAndOneInErrorIsNoFact() {
        assertThat(fact("{\"resourceType\":\"DocumentReference\",\"id\":\"n1\",\"status\":\"superseded\"}")
                        .standing())
                .isEqualTo(Standing.INACTIVE);
        assertThat(chart("""
                {"resourceType":"DocumentReference","id":"n1","status":"current","docStatus":"entered-in-error"}""").facts()).isEmpty();
    }
}
