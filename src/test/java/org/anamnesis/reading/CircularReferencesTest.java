package org.anamnesis.reading;

import static org.anamnesis.reading.ReadResources.R4;
import static org.anamnesis.reading.ReadResources.chart;
import static org.anamnesis.reading.ReadResources.resource;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.FactKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Case 14 of the catalogue of attack cases: references that lead in circles are followed so far and no further. */
class CircularReferencesTest {

    private static final String OF = "'subject':{'reference':'Patient/p'}";
    private static final String ORDER =
            "'resourceType':'MedicationRequest','id':'m1','status':'active','intent':'order'," + OF;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'resourceType':'Encounter','id':'e1','status':'finished','class':{'code':'IMP'},'partOf':"
                        + "{'reference':'Encounter/e1'},'reasonReference':[{'reference':'Encounter/e1'}]," + OF,
                "'resourceType':'Observation','id':'o1','status':'final','code':{'text':'x'},'valueInteger':1,"
                        + "'hasMember':[{'reference':'Observation/o1'}],'derivedFrom':[{'reference':'Observation/o1'}],"
                        + OF,
                "'resourceType':'Condition','id':'c1','code':{'text':'x'},'evidence':[{'detail':"
                        + "[{'reference':'Condition/c1'}]}],'encounter':{'reference':'Condition/c1'}," + OF,
                "'resourceType':'Procedure','id':'p1','status':'completed','code':{'text':'x'},'partOf':"
                        + "[{'reference':'Procedure/p1'}],'reasonReference':[{'reference':'Procedure/p1'}]," + OF,
                "'resourceType':'ServiceRequest','id':'s1','status':'active','intent':'order','code':{'text':'x'},"
                        + "'basedOn':[{'reference':'ServiceRequest/s1'}],'replaces':[{'reference':'ServiceRequest/s1'}],"
                        + OF,
                ORDER + ",'medicationReference':{'reference':'MedicationRequest/m1'},'priorPrescription':"
                        + "{'reference':'MedicationRequest/m1'}"
            })
    void case14AResourceThatRefersToItselfIsReadOnce(String resource) {
        String json = json("{" + resource + "}");

        assertThat(chart(json).facts()).hasSizeLessThanOrEqualTo(1);
        assertThat(R4.newJsonParser().encodeResourceToString(resource(json))).contains("reference");
    }

    @Test
    void case14MedicationsThatAreMadeOfOneAnotherEnd() {
        Chart chart = chart(
                json("{" + ORDER + ",'medicationReference':{'reference':'Medication/a'}}"),
                json(mix("a", "Medication/b")),
                json(mix("b", "Medication/a")));

        assertThat(chart.facts(FactKind.MEDICATION)).hasSize(1);
    }

    @Test
    void case14ContainedMedicationsThatAreMadeOfOneAnotherEnd() {
        Chart chart = chart(json("{" + ORDER + ",'contained':[" + mix("a", "#b") + "," + mix("b", "#a") + ","
                + mix("c", "#c") + "],'medicationReference':{'reference':'#a'}}"));

        assertThat(chart.facts(FactKind.MEDICATION)).hasSize(1);
    }

    @Test
    void case14AChainOfTenThousandPartsIsReadInItsLength() {
        String[] chain = IntStream.range(0, 10_000)
                .mapToObj(at -> json("{'resourceType':'Encounter','id':'e" + at
                        + "','status':'finished','class':{'code':'IMP'},'partOf':{'reference':'Encounter/e"
                        + (at + 1) % 10_000 + "'},'period':{'start':'2024-01-01'}," + OF + "}"))
                .toArray(String[]::new);

        assertThat(chart(chain).facts(FactKind.ENCOUNTER)).isNotEmpty();
    }

    private static String mix(String id, String ingredient) {
        return "{'resourceType':'Medication','id':'" + id + "','code':{'text':'Mix " + id
                + "'},'ingredient':[{'itemReference':{'reference':'" + ingredient + "'}}]}";
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
