package org.anamnesis.reading;

import static org.anamnesis.reading.ReadResources.chart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.ResourceId;
import org.junit.jupiter.api.Test;

class CulturesTest {

    private static final String ENCOUNTER = """
            {"resourceType":"Encounter","id":"e1","status":"finished","class":{"code":"IMP"}}""";
    private static final String SPECIMEN = """
            {"resourceType":"Specimen","id":"s1","type":{"text":"Urine"}}""";
    private static final String TEST = """
            {"resourceType":"Observation","id":"t1","status":"final","code":{"text":"Urine culture"},
             "encounter":{"reference":"Encounter/e1"},"specimen":{"reference":"Specimen/s1"},
             "hasMember":[{"reference":"Observation/o1"}]}""";
    private static final String ORGANISM = """
            {"resourceType":"Observation","id":"o1","status":"final",
             "code":{"coding":[{"system":"http://lab.example/organism","code":"80002","display":"Escherichia coli"}]},
             "hasMember":[{"reference":"Observation/r1"}]%s}""";
    private static final String SUSCEPTIBILITY = """
            {"resourceType":"Observation","id":"r1","status":"final","code":{"text":"Gentamicin"},
             "interpretation":[{"coding":[{"code":"R"}]}]%s}""";

    private static Fact of(Chart chart, String id) {
        return chart.facts().stream()
                .filter(fact -> fact.source().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> text(Fact fact, Role role) {
        return fact.attribute(role).map(Attribute::text);
    }

    private static Chart linkedFromAbove() {
        return chart(ENCOUNTER, SPECIMEN, TEST, ORGANISM.formatted(""), SUSCEPTIBILITY.formatted(""));
    }

    @Test
    void aTestNamesItsSpecimenAndTheOrganismsItFound() {
        Fact test = of(linkedFromAbove(), "t1");

        assertThat(text(test, Role.SPECIMEN)).contains("Urine");
        assertThat(text(test, Role.ORGANISM)).contains("Escherichia coli");
        assertThat(test.relations().madeWith())
                .containsExactly(new ResourceId("Specimen", "s1"), new ResourceId("Observation", "o1"));
    }

    @Test
    void anOrganismSaysWhichTestOnWhichSpecimenFoundIt() {
        Fact organism = of(linkedFromAbove(), "o1");

        assertThat(organism.concept().text()).isEqualTo("Escherichia coli");
        assertThat(text(organism, Role.TEST)).contains("Urine culture");
        assertThat(text(organism, Role.SPECIMEN)).contains("Urine");
        assertThat(organism.relations().encounter()).contains(new ResourceId("Encounter", "e1"));
    }

    @Test
    void aSusceptibilitySaysOfWhichOrganismTestAndSpecimenItIs() {
        Fact susceptibility = of(linkedFromAbove(), "r1");

        assertThat(text(susceptibility, Role.INTERPRETATION)).contains("resistant");
        assertThat(text(susceptibility, Role.ORGANISM)).contains("Escherichia coli");
        assertThat(text(susceptibility, Role.TEST)).contains("Urine culture");
        assertThat(text(susceptibility, Role.SPECIMEN)).contains("Urine");
        assertThat(susceptibility.relations().encounter()).contains(new ResourceId("Encounter", "e1"));
        assertThat(susceptibility.relations().madeWith())
                .containsExactly(
                        new ResourceId("Observation", "o1"),
                        new ResourceId("Observation", "t1"),
                        new ResourceId("Specimen", "s1"));
    }

    @Test
    void theChainIsFollowedWhereOnlyThePartsNameTheWhole() {
        Chart chart = chart(
                ENCOUNTER,
                SPECIMEN,
                TEST.replace("\"hasMember\":[{\"reference\":\"Observation/o1\"}]", "\"method\":{\"text\":\"culture\"}"),
                ORGANISM.formatted(",\"derivedFrom\":[{\"reference\":\"Observation/t1\"}]"),
                SUSCEPTIBILITY.formatted(",\"derivedFrom\":[{\"reference\":\"Observation/o1\"}]"));

        assertThat(text(of(chart, "r1"), Role.TEST)).contains("Urine culture");
        assertThat(text(of(chart, "r1"), Role.ORGANISM)).contains("Escherichia coli");
    }

    @Test
    void observationsThatPointAtEachOtherInACircleAreRead() {
        Chart chart = chart(
                ORGANISM.formatted(",\"derivedFrom\":[{\"reference\":\"Observation/r1\"}]"),
                SUSCEPTIBILITY.formatted(",\"derivedFrom\":[{\"reference\":\"Observation/o1\"}]"));

        assertThat(chart.facts()).hasSize(2);
    }

    @Test
    void aCalculatedValueIsNoPartOfATest() {
        Chart chart = chart(
                """
                {"resourceType":"Observation","id":"b1","status":"final","code":{"text":"Creatinine"},
                 "valueQuantity":{"value":1.1,"unit":"mg/dL"}}""",
                """
                {"resourceType":"Observation","id":"g1","status":"final","code":{"text":"eGFR"},
                 "valueQuantity":{"value":70,"unit":"mL/min"},"derivedFrom":[{"reference":"Observation/b1"}]}""");

        assertThat(of(chart, "g1").attribute(Role.TEST)).isEmpty();
        assertThat(of(chart, "g1").relations().madeWith()).containsExactly(new ResourceId("Observation", "b1"));
    }
}
