package org.anamnesis.reading;

import static org.anamnesis.reading.ReadResources.chart;
import static org.anamnesis.reading.ReadResources.fact;
import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.ResourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncounterReaderTest {

    private static final String WARD = "{\"resourceType\":\"Location\",\"id\":\"%s\",\"name\":\"%s\"}";

    private static String text(Fact fact, Role role) {
        return fact.attribute(role).orElseThrow().text();
    }

    @Test
    void aStaySaysHowItBeganWhereItWasAndHowItEnded() {
        Fact fact = fact("""
                {"resourceType":"Encounter","id":"e1","status":"finished","class":{"code":"IMP"},
                 "type":[{"coding":[{"system":"http://snomed.info/sct","code":"308335008","display":"Patient encounter procedure"}]}],
                 "priority":{"coding":[{"code":"UR","display":"urgent"}]},
                 "serviceType":{"coding":[{"code":"MED"}]},
                 "period":{"start":"2180-05-06T22:23:00-04:00","end":"2180-05-07T17:15:00-04:00"},
                 "location":[{"location":{"reference":"Location/l1"},"period":{"start":"2180-05-06T19:17:00-04:00"}},
                   {"location":{"reference":"Location/l2"},"period":{"start":"2180-05-06T23:30:00-04:00"}}],
                 "hospitalization":{"admitSource":{"coding":[{"code":"TRANSFER FROM HOSPITAL"}]},
                   "dischargeDisposition":{"coding":[{"code":"HOME"}]}}}""", WARD.formatted("l1", "Emergency Department"), WARD.formatted("l2", "Medicine"));

        assertThat(fact.concept().text()).isEqualTo("hospital stay");
        assertThat(fact.concept().isCodedAs("http://snomed.info/sct", "308335008"))
                .isTrue();
        assertThat(fact.time().map(ClinicalTime::iso)).contains("2180-05-06 22:23");
        assertThat(fact.attribute(Role.ENDED).orElseThrow().time().map(ClinicalTime::iso))
                .contains("2180-05-07 17:15");
        assertThat(text(fact, Role.PRIORITY)).isEqualTo("urgent");
        assertThat(text(fact, Role.SERVICE)).isEqualTo("MED");
        assertThat(text(fact, Role.ADMITTED_FROM)).isEqualTo("TRANSFER FROM HOSPITAL");
        assertThat(text(fact, Role.DISCHARGED_TO)).isEqualTo("HOME");
        assertThat(fact.attributes(Role.LOCATION)
                        .map(place ->
                                place.text() + " " + place.time().orElseThrow().iso()))
                .containsExactly("Emergency Department 2180-05-06 19:17", "Medicine 2180-05-06 23:30");
        assertThat(fact.relations().madeWith())
                .containsExactly(new ResourceId("Location", "l1"), new ResourceId("Location", "l2"));
    }

    @ParameterizedTest
    @CsvSource({
        "encounter-hosp,EMER,hospital stay",
        "encounter-ed,EMER,emergency department stay",
        "encounter-icu,ACUTE,intensive care stay",
        "encounter,EMER,emergency department stay",
        "encounter,OBSENC,hospital stay",
        "hospital,IMP,hospital stay",
        "hospital,AMB,ambulatory"
    })
    void theRegisterOfItsNumberTellsTheKindOfStayBeforeTheClassDoes(String register, String code, String words) {
        Fact fact = fact("""
                {"resourceType":"Encounter","id":"e1","status":"finished","class":{"code":"%s"},
                 "identifier":[{"system":"http://hospital.example/identifier/%s","value":"1"}]}""".formatted(code, register));

        assertThat(fact.concept().text()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "Medical Intensive Care Unit (MICU),Coronary Care Unit (CCU),intensive care stay",
        "CVICU,Trauma SICU,intensive care stay",
        "Medicine,Surgical Intensive Care Unit (SICU),hospital stay",
        "Focus ward,Circus ward,hospital stay"
    })
    void aStayOnIntensiveCareWardsAloneIsAnIntensiveCareStay(String one, String other, String words) {
        Fact fact = fact("""
                {"resourceType":"Encounter","id":"e1","status":"finished","class":{"code":"ACUTE"},
                 "location":[{"location":{"reference":"Location/l1"}},{"location":{"display":"%s"}}]}""".formatted(other), WARD.formatted("l1", one));

        assertThat(fact.concept().text()).isEqualTo(words);
    }

    @Test
    void aPartNamesTheWholeItBelongsTo() {
        Fact part = chart(
                        "{\"resourceType\":\"Encounter\",\"id\":\"e1\",\"status\":\"finished\",\"class\":{\"code\":\"IMP\"}}",
                        """
                        {"resourceType":"Encounter","id":"e2","status":"finished","class":{"code":"EMER"},
                         "partOf":{"reference":"Encounter/e1"}}""")
                .facts()
                .stream()
                .filter(fact -> fact.source().id().equals("e2"))
                .findFirst()
                .orElseThrow();

        assertThat(part.attributes(Role.PART_OF).map(Attribute::text)).containsExactly("hospital stay");
        assertThat(part.relations().encounter()).contains(new ResourceId("Encounter", "e1"));
    }
}
