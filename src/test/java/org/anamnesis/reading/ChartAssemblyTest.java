package org.anamnesis.reading;

import static org.anamnesis.reading.ReadResources.AS_OF;
import static org.anamnesis.reading.ReadResources.chart;
import static org.anamnesis.reading.ReadResources.fact;
import static org.anamnesis.reading.ReadResources.resource;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Source;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class ChartAssemblyTest {

    private static String problem(String id, String text, String date) {
        return """
                {"resourceType":"Condition","id":"%s","code":{"text":"%s"},"recordedDate":"%s"}""".formatted(id, text, date);
    }

    @Test
    void idsCountWithinAKindFromTheNewestToTheUndated() {
        Chart chart = chart(
                "{\"resourceType\":\"Condition\",\"id\":\"c0\",\"code\":{\"text\":\"Undated\"}}",
                problem("c1", "Old", "1999"),
                problem("c2", "New", "2024-11-01"),
                "{\"resourceType\":\"Flag\",\"id\":\"f1\",\"status\":\"active\",\"code\":{\"text\":\"Falls\"}}");

        assertThat(chart.facts().stream()
                        .map(fact -> fact.id() + " " + fact.concept().text()))
                .containsExactly("C1 New", "C2 Old", "C3 Undated", "G1 Falls");
    }

    @Test
    void theOrderDoesNotDependOnTheOrderOfArrival() {
        String one = problem("c1", "A", "2024-01-01");
        String two = problem("c2", "B", "2024-01-01");
        String three = problem("c3", "C", "2023-01-01");

        assertThat(chart(one, two, three).facts())
                .isEqualTo(chart(three, two, one).facts());
    }

    @Test
    void equalStatementsAreOneFactThatKeepsBothPlaces() {
        Fact fact = fact(problem("c1", "Gout", "2012"), problem("c2", "Gout", "2012"));

        assertThat(fact.source().reference()).isEqualTo("Condition/c1");
        assertThat(fact.alsoIn().stream().map(Source::reference)).containsExactly("Condition/c2");
    }

    @Test
    void statementsThatDifferInOneWordStayTwoFacts() {
        assertThat(chart(problem("c1", "Gout", "2012"), problem("c2", "Gout", "2013"))
                        .facts())
                .hasSize(2);
    }

    @Test
    void aResourceThatTwoSearchesReturnedIsReadOnce() {
        Fact fact = fact(problem("c1", "Gout", "2012"), problem("c1", "Gout", "2012"));

        assertThat(fact.alsoIn()).isEmpty();
    }

    @Test
    void case13HiddenCharactersAreRemovedAndTheFactSaysSo() {
        Fact fact = fact(problem("c1", "Go\\u202Eut\\u200B of\\u0007 the  left\\n foot", "2012"));

        assertThat(fact.concept().text()).isEqualTo("Gout of the left foot");
        assertThat(fact.attribute(Role.HIDDEN_CHARACTERS)).isPresent();
    }

    @Test
    void case13ATextOfNothingButHiddenCharactersIsNamedAsThat() {
        assertThat(fact(problem("c1", "\\u200B\\u200B", "2012")).concept().text())
                .isEqualTo("text without visible characters");
    }

    @Test
    void plainTextWithAccentsIsLeftAlone() {
        Fact fact = fact(problem("c1", "Ménière’s disease 37 °C µg", "2012"));

        assertThat(fact.concept().text()).isEqualTo("Ménière’s disease 37 °C µg");
        assertThat(fact.attribute(Role.HIDDEN_CHARACTERS)).isEmpty();
    }

    @Test
    void anEndlessTextIsCutWithAMark() {
        assertThat(fact(problem("c1", "x".repeat(100_000), "2012")).concept().text())
                .hasSizeLessThan(2_100)
                .endsWith("[...]");
    }

    @Test
    void aTimeThatIsNoTimeLeavesTheFactUndated() {
        assertThat(Times.parse("2024-13-45")).isEmpty();
        assertThat(Times.parse("yesterday")).isEmpty();
        assertThat(Times.parse("")).isEmpty();
    }

    @Test
    void ageAndSexAreFactsCountedAtTheChartsMomentAndNameNobody() {
        Patient patient = (Patient) resource("""
                {"resourceType":"Patient","id":"p","gender":"female","birthDate":"1950-11-21",
                 "name":[{"family":"Quillfeather","given":["Odalys"]}]}""");

        Chart chart = ChartAssembly.of(patient, List.of(), new Coverage(List.of()), AS_OF);

        assertThat(chart.facts(FactKind.PATIENT)
                        .map(fact -> fact.concept().text() + " "
                                + fact.value().orElseThrow().text()))
                .containsExactly("Age 73 years", "Sex female");
        assertThat(chart.facts().toString()).doesNotContain("Quillfeather").doesNotContain("1950");
    }

    @Test
    void anInfantsAgeIsInMonths() {
        Patient patient =
                (Patient) resource("{\"resourceType\":\"Patient\",\"id\":\"p\",\"birthDate\":\"2024-05-01\"}");

        Chart chart = ChartAssembly.of(patient, List.of(), new Coverage(List.of()), AS_OF);

        assertThat(chart.facts().getFirst().value().orElseThrow().text()).isEqualTo("6 months");
    }

    @Test
    void everyWordThatIdentifiesThePatientOrARelativeIsCollected() {
        Patient patient = (Patient) resource("""
                {"resourceType":"Patient","id":"p","identifier":[{"value":"MRN-99"}],
                 "name":[{"use":"official","family":"Quillfeather","given":["Odalys","J"]},{"use":"maiden","family":"Brambleworth"}],
                 "telecom":[{"value":"+1-555-0100"}],
                 "address":[{"line":["7 Thistledown Row"],"city":"Marrowick","postalCode":"00417"}],
                 "contact":[{"name":{"text":"Tobiah Quillfeather"},"telecom":[{"value":"+1-555-0101"}]}],
                 "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName","valueString":"Ona Fenwright"}]}""");

        assertThat(ChartAssembly.of(patient, List.of(), new Coverage(List.of()), AS_OF)
                        .patient()
                        .identifying())
                .contains(
                        "MRN-99",
                        "Quillfeather",
                        "Odalys",
                        "Brambleworth",
                        "+1-555-0100",
                        "7 Thistledown Row",
                        "Marrowick",
                        "00417",
                        "Tobiah",
                        "Tobiah Quillfeather",
                        "+1-555-0101",
                        "Fenwright")
                .doesNotContain("J");
    }
}
