package org.anamnesis.given;

import static org.anamnesis.given.GivenBundles.AS_OF;
import static org.anamnesis.given.GivenBundles.EHR;
import static org.anamnesis.given.GivenBundles.PATIENT;
import static org.anamnesis.given.GivenBundles.chart;
import static org.anamnesis.given.GivenBundles.condition;
import static org.anamnesis.given.GivenBundles.entry;
import static org.anamnesis.given.GivenBundles.given;
import static org.anamnesis.given.GivenBundles.take;
import static org.anamnesis.given.GivenBundles.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Coverage.Outcome;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.guard.RefusedInput;
import org.anamnesis.guard.RefusedInput.Reason;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenChartsTest {

    private static final Path OKONJO = Path.of("deploy/sandbox/charts/gold/long-surgical-admission/bundle.json");

    @Test
    void aChartIsReadAsItWasGivenAndSaysThatItWas() throws RefusedInput {
        Chart chart = chart(PATIENT, entry("", condition("c1", "Patient/p1", "")));

        assertThat(problems(chart)).containsExactly("Problem c1");
        assertThat(chart.coverage().origin()).isEqualTo(Coverage.Origin.CALLER);
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(1, 0));
        assertThat(chart.coverage().entries()).allSatisfy(entry -> assertThat(entry.asked())
                .isEqualTo("given by the caller"));
    }

    @Test
    void thatNoAllergyWasGivenIsNotThatNoneIsRecorded() throws RefusedInput {
        assertThat(outcome(chart(PATIENT), "AllergyIntolerance")).isEqualTo(new Outcome.NotAsked("not-given"));
    }

    @Test
    void referencesByUuidLeadToTheirEntries() throws RefusedInput {
        GivenChart given = given(
                entry("urn:uuid:8d8a3d6e-0001", "{'resourceType':'Patient','id':'p1'}"),
                entry(
                        "urn:uuid:8d8a3d6e-0002",
                        "{'resourceType':'MedicationRequest','status':'active','intent':'order',"
                                + "'subject':{'reference':'urn:uuid:8d8a3d6e-0001'},"
                                + "'medicationReference':{'reference':'urn:uuid:8d8a3d6e-0003'}}"),
                entry("urn:uuid:8d8a3d6e-0003", "{'resourceType':'Medication','code':{'text':'Bisoprolol 2.5 mg'}}"));

        Fact order = given.chart(AS_OF).facts(FactKind.MEDICATION).findFirst().orElseThrow();
        assertThat(order.concept().text()).isEqualTo("Bisoprolol 2.5 mg");
        assertThat(order.source().reference()).isEqualTo("MedicationRequest/8d8a3d6e-0002");
        MedicationRequest resource = (MedicationRequest) given.resources().get(1);
        assertThat(resource.getMedicationReference().getReference()).isEqualTo("Medication/8d8a3d6e-0003");
        assertThat(resource.getSubject().getReference()).isEqualTo("Patient/p1");
    }

    @Test
    void invariant7AnotherPatientInItRefusesTheWhole() throws RefusedInput {
        String other = entry("", "{'resourceType':'Patient','id':'p2'}");
        assertThat(take(other)).isEqualTo(new GivenOutcome.OtherPatient());
        assertThat(take(PATIENT, other)).isEqualTo(new GivenOutcome.OtherPatient());
        assertThat(take(entry("urn:uuid:8d8a3d6e-0009", "{'resourceType':'Patient'}"))).isEqualTo(new GivenOutcome.OtherPatient());
    }

    @Test
    void itHoldsExactlyOnePatient() throws RefusedInput {
        assertThat(take()).isEqualTo(new GivenOutcome.NotOnePatient());
        assertThat(take(entry("", condition("c1", "Patient/p1", "")))).isEqualTo(new GivenOutcome.NotOnePatient());
        assertThat(take(PATIENT, PATIENT)).isEqualTo(new GivenOutcome.NotOnePatient());
        assertThat(take(entry("", "{'resourceType':'Patient','id':'p1','birthDate':'yesterday'}")))
                .isEqualTo(new GivenOutcome.NotOnePatient());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient/p2",
                "https://elsewhere.example/fhir/Patient/p1",
                "urn:uuid:p1",
                "#p1",
                "Practitioner/p1",
                "Patient?identifier=p1",
                ""
            })
    void nothingOfSomebodyElseGetsIn(String subject) throws RefusedInput {
        Chart chart = chart(
                PATIENT,
                entry("", condition("c1", "Patient/p1", "")),
                entry("", condition("c2", subject, ",'contained':[{'resourceType':'Patient','id':'p1'}]")));

        assertThat(problems(chart)).containsExactly("Problem c1");
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(1, 1));
        assertThat(chart.coverage().isComplete()).isFalse();
    }

    @Test
    void whatAnotherServerHoldsUnderTheSameIdIsNotThis() throws RefusedInput {
        Chart chart = chart(
                entry(EHR + "/Patient/p1", "{'resourceType':'Patient','id':'p1'}"),
                entry(EHR + "/Condition/c1", condition("c1", EHR + "/Patient/p1/_history/3", "")),
                entry("https://elsewhere.example/fhir/Condition/c2", condition("c2", "Patient/p1", "")),
                entry(
                        EHR + "/MedicationRequest/m1",
                        "{'resourceType':'MedicationRequest','id':'m1','status':'active','intent':'order',"
                                + "'subject':{'reference':'Patient/p1'},'medicationReference':"
                                + "{'reference':'https://elsewhere.example/fhir/Medication/d1','display':'Aspirin'}}"),
                entry(EHR + "/Medication/d1", "{'resourceType':'Medication','id':'d1','code':{'text':'Warfarin'}}"));

        assertThat(problems(chart)).containsExactly("Problem c1");
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(1, 1));
        assertThat(chart.facts(FactKind.MEDICATION).map(fact -> fact.concept().text()))
                .containsExactly("Aspirin");
    }

    @Test
    void anEntryWithTwoNamesOrNoneIsLeftOut() throws RefusedInput {
        Chart chart = chart(
                PATIENT,
                entry(EHR + "/Condition/c9", condition("c1", "Patient/p1", "")),
                entry(EHR + "/Observation/c2", condition("c2", "Patient/p1", "")),
                entry("", condition("c3", "Patient/p1", "").replace("'id':'c3',", "")));

        assertThat(problems(chart)).isEmpty();
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(0, 3));
    }

    @Test
    void case11AnUnknownElementRefusesTheWhole() throws RefusedInput {
        assertThat(take(PATIENT, entry("", condition("c1", "Patient/p1", ",'dosage':'40 mg'"))))
                .isEqualTo(new GivenOutcome.UnknownElement());
        assertThat(take(PATIENT, "{\"resource\":{\"resourceType\":\"Flag\"},\"hidden\":true}"))
                .isEqualTo(new GivenOutcome.UnknownElement());
        String xml = GivenBundles.xml(GivenBundles.bundle(PATIENT));
        assertThat(take(xml.replace("<gender ", "<colour value=\"red\"/><gender "), Format.XML))
                .isEqualTo(new GivenOutcome.UnknownElement());
        assertThat(take(xml.replace("<gender ", "<gender colour=\"red\" "), Format.XML))
                .isEqualTo(new GivenOutcome.UnknownElement());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'recordedDate':'the day before'",
                ",'recordedDate':7",
                ",'onsetAge':{'value':'much'}",
                ",'evidence':'none'"
            })
    void case12AResourceWithAnImpossibleValueIsLeftOutAndCounted(String more) throws RefusedInput {
        Chart chart = chart(
                PATIENT,
                entry("", condition("c1", "Patient/p1", more)),
                entry("", condition("c2", "Patient/p1", "")));

        assertThat(problems(chart)).containsExactly("Problem c2");
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(1, 1));
    }

    @Test
    void case12AResourceWithAnImpossibleValueIsLeftOutInXmlToo() throws RefusedInput {
        String xml = GivenBundles.xml(GivenBundles.bundle(
                        PATIENT,
                        entry("", condition("c1", "Patient/p1", ",'recordedDate':'2001'")),
                        entry("", condition("c2", "Patient/p1", ""))))
                .replace("value=\"2001\"", "value=\"the day before\"");

        Chart chart = taken(take(xml, Format.XML)).chart(AS_OF);

        assertThat(problems(chart)).containsExactly("Problem c2");
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(1, 1));
    }

    @Test
    void case01AHostileNumberRefusesTheWholeHoweverItIsWritten() {
        String hostile = "{'resourceType':'Observation','id':'o1','status':'final','code':{'text':'x'},"
                + "'subject':{'reference':'Patient/p1'},'valueQuantity':{'value':'1e999999999'}}";
        RefusedInput refused = catchThrowableOfType(RefusedInput.class, () -> take(PATIENT, entry("", hostile)));
        assertThat(refused.reason()).isEqualTo(Reason.NUMBER_TOO_BIG);
        String xml = "<Bundle xmlns=\"http://hl7.org/fhir\"><entry><resource><Observation><id value=\"o1\"/>"
                + "<valueQuantity><value value=\"1e-100000000\"/></valueQuantity></Observation></resource></entry></Bundle>";
        refused = catchThrowableOfType(RefusedInput.class, () -> take(xml, Format.XML));
        assertThat(refused.reason()).isEqualTo(Reason.NUMBER_TOO_BIG);
    }

    @Test
    void aChartIsTheSameInXml() throws IOException {
        String json = Files.readString(OKONJO).replace("okonjo", "p1");
        Chart inJson = taken(take(json, Format.JSON)).chart(AS_OF);
        Chart inXml = taken(take(GivenBundles.xml(json), Format.XML)).chart(AS_OF);

        assertThat(inJson.facts()).hasSizeGreaterThan(100);
        assertThat(inXml.facts()).isEqualTo(inJson.facts());
        assertThat(inXml.coverage()).isEqualTo(inJson.coverage());
        assertThat(inJson.coverage().isComplete()).isTrue();
    }

    @Test
    void xmlMayBeWrittenWithAPrefixAndItsLineEndsStay() throws RefusedInput {
        String xml = """
                <f:Bundle xmlns:f="http://hl7.org/fhir"><f:type value="collection"/>
                <!-- <f:entry/> -->
                <f:entry><f:resource><f:Patient><f:id value="p1"/></f:Patient></f:resource></f:entry>
                <f:entry><f:resource><f:AllergyIntolerance><f:id value="a1"/>
                  <f:text><f:status value="generated"/>
                    <div xmlns="http://www.w3.org/1999/xhtml" xml:lang="en">a &lt; b<br/></div></f:text>
                  <f:code><f:text value="Nuts &amp; &quot;seeds&quot;"/></f:code>
                  <f:patient><f:reference value="Patient/p1"/></f:patient>
                  <f:note><f:text value="first line&#10;second line"/></f:note>
                </f:AllergyIntolerance></f:resource></f:entry></f:Bundle>""";
        GivenChart given = taken(take(xml, Format.XML));

        Fact allergy = given.chart(AS_OF).facts(FactKind.ALLERGY).findFirst().orElseThrow();
        assertThat(allergy.concept().text()).isEqualTo("Nuts & \"seeds\"");
        assertThat(GivenBundles.R4.newJsonParser().encodeResourceToString(given.resources().get(1)))
                .contains("first line\\nsecond line");
    }

    @Test
    void anEncounterInItIsAVisit() throws RefusedInput {
        GivenChart given = given(
                PATIENT,
                entry(
                        "",
                        "{'resourceType':'Encounter','id':'e1','status':'finished','class':{'code':'IMP'},"
                                + "'subject':{'reference':'Patient/p1'},"
                                + "'period':{'start':'2024-11-02','end':'2024-11-09T10:00:00Z'}}"),
                entry(
                        "",
                        "{'resourceType':'Encounter','id':'e2','status':'finished','class':{'code':'IMP'},"
                                + "'subject':{'reference':'Patient/p2'}}"));

        assertThat(given.visit("e1").orElseThrow().over().orElseThrow().iso()).isEqualTo("2024-11-09 10:00");
        assertThat(given.visit("e2")).isEmpty();
        assertThat(given.visit("e3")).isEmpty();
    }

    @Test
    void whatNoFactIsMadeOfIsSaidToBeUnread() throws RefusedInput {
        Chart chart = chart(PATIENT, entry("", "{'resourceType':'Claim','id':'x','patient':{'reference':'Patient/p1'}}"));

        assertThat(outcome(chart, "Claim")).isEqualTo(new Outcome.NotAsked("not-read"));
    }

    private static List<String> problems(Chart chart) {
        return chart.facts(FactKind.PROBLEM).map(fact -> fact.concept().text()).toList();
    }

    private static Outcome outcome(Chart chart, String type) {
        return chart.coverage().of(type).orElseThrow();
    }
}
