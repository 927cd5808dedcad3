package org.anamnesis.reading;

import static org.anamnesis.reading.ReadResources.chart;
import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.chart.Chart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codings without a code and answers that are withheld: one of them must not cost the chart. */
class MissingPartsTest {

    private static final String OF = "'subject':{'reference':'Patient/p'},'status':'%s'";
    private static final String WITHHELD =
            "{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/data-absent-reason','valueCode':'masked'}]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'code':{'coding':[{'system':'http://loinc.org'}],'text':'Potassium'},'valueInteger':4",
                "'code':{'text':'Potassium'},'valueInteger':4,'interpretation':[{'coding':[{'display':'High'}]}]",
                "'code':{'text':'Potassium'},'category':[{'coding':[{'display':'lab'}]}],'valueInteger':4",
                "'code':{'text':'Potassium'},'valueInteger':4,'extension':[{'valueString':'x'}]"
            })
    void aResultIsReadAroundWhatIsMissing(String parts) {
        Chart chart =
                chart(json("{'resourceType':'Observation','id':'o1'," + OF.formatted("final") + "," + parts + "}"));

        assertThat(chart.facts()).singleElement().satisfies(fact -> {
            assertThat(fact.concept().text()).isEqualTo("Potassium");
            assertThat(fact.value().orElseThrow().text()).isEqualTo("4");
        });
    }

    @Test
    void anAnswerThatIsWithheldIsNoNo() {
        Chart chart = chart(json("{'resourceType':'Observation','id':'o1'," + OF.formatted("final")
                + ",'code':{'text':'Smokes'},'_valueBoolean':" + WITHHELD + "}"));

        assertThat(chart.facts().toString()).contains("Smokes").doesNotContain("no]", "Worded[concept=Concept[text=no");
    }

    @Test
    void aMedicineIsReadAroundWhatIsWithheld() {
        Chart chart =
                chart(json("{'resourceType':'MedicationRequest','id':'m1','intent':'order'," + OF.formatted("active")
                        + ",'medicationCodeableConcept':{'text':'Bisoprolol 2.5 mg'},'_reportedBoolean':" + WITHHELD
                        + ",'dosageInstruction':[{'_asNeededBoolean':" + WITHHELD + "}]}"));

        assertThat(chart.facts()).hasSize(1);
        assertThat(chart.facts().toString()).doesNotContain("as needed", "reported");
    }

    @Test
    void aRelativeIsReadAroundWhatIsWithheld() {
        Chart chart = chart(json("{'resourceType':'FamilyMemberHistory','id':'f1','patient':{'reference':'Patient/p'},"
                + "'status':'completed','relationship':{'text':'mother'},'_deceasedBoolean':" + WITHHELD
                + ",'condition':[{'code':{'text':'Gout'}}]}"));

        assertThat(chart.facts()).hasSize(1);
        assertThat(chart.facts().toString()).doesNotContain("has died");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
