package org.anamnesis.reading;

import static org.anamnesis.reading.ReadResources.AS_OF;
import static org.anamnesis.reading.ReadResources.resource;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.FactKind;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class PersonalDetailsTest {

    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";

    private static List<String> facts(String patient) {
        Chart chart = ChartAssembly.of((Patient) resource(patient), List.of(), new Coverage(List.of()), AS_OF);
        return chart.facts(FactKind.PATIENT)
                .map(fact -> fact.concept().text() + ": "
                        + fact.value().orElseThrow().text())
                .toList();
    }

    @Test
    void whatUsCoreSaysOfAPersonIsAFactEachAndNothingIdentifiesThem() {
        assertThat(facts("""
                {"resourceType":"Patient","id":"p","name":[{"family":"Quillfeather"}],"birthDate":"1950-11-21",
                 "maritalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-MaritalStatus","code":"W"}]},
                 "communication":[{"language":{"coding":[{"system":"urn:ietf:bcp:47","code":"pt-BR"}]}}],
                 "extension":[
                  {"url":"%1$srace","extension":[{"url":"ombCategory","valueCoding":{"code":"2106-3","display":"White"}},{"url":"text","valueString":"White"}]},
                  {"url":"%1$sethnicity","extension":[{"url":"ombCategory","valueCoding":{"code":"2186-5","display":"Not Hispanic or Latino"}}]},
                  {"url":"%1$sbirthsex","valueCode":"F"},
                  {"url":"%1$sgenderIdentity","valueCodeableConcept":{"text":"Identifies as female"}},
                  {"url":"http://elsewhere.example/shoe-size","valueString":"44"}]}""".formatted(US_CORE)))
                .containsExactlyInAnyOrder(
                        "Age: 73 years",
                        "Marital status: widowed",
                        "Language: Portuguese",
                        "Race: White",
                        "Ethnicity: Not Hispanic or Latino",
                        "Birth sex: female",
                        "Gender identity: Identifies as female");
    }

    @Test
    void whatIsNotSaidIsNoFact() {
        assertThat(facts("{\"resourceType\":\"Patient\",\"id\":\"p\"}")).isEmpty();
    }
}
