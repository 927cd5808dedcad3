package org.anamnesis.sandbox.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final String ANSWER = """
            {"resourceType":"Parameters","parameter":[
             {"name":"document","resource":{"resourceType":"DocumentReference","id":"d1","docStatus":"preliminary"}},
             {"name":"text-hash","valueString":"abc"},
             {"name":"composed-by","valueCode":"rules"},
             {"name":"fallback-reason","valueCode":"model-unavailable"},
             {"name":"complete","valueBoolean":true},
             {"name":"statement","part":[{"name":"section","valueCode":"medications"},
               {"name":"text","valueString":"Metformin 500 mg."},{"name":"verdict","valueCode":"supported"},
               {"name":"shown","valueBoolean":true},{"name":"citation","part":[{"name":"id","valueString":"M1"},
               {"name":"source","valueReference":{"reference":"MedicationRequest/1/_history/1"}}]}]},
             {"name":"statement","part":[{"name":"section","valueCode":"results"},
               {"name":"text","valueString":"Potassium 7.2 mmol/L."},{"name":"verdict","valueCode":"not-found"},
               {"name":"shown","valueBoolean":false}]},
             {"name":"coverage","part":[{"name":"type","valueCode":"Condition"},{"name":"outcome","valueCode":"found"}]}]}""";

    @Test
    void readsEveryPartOfTheContract() throws Exception {
        Summary summary = read(ANSWER);

        assertThat(summary.draftId()).isEqualTo("d1");
        assertThat(summary.composedBy()).isEqualTo("rules");
        assertThat(summary.fallbackReason()).contains("model-unavailable");
        assertThat(summary.complete()).isTrue();
        assertThat(summary.shown()).singleElement().satisfies(statement -> {
            assertThat(statement.sources()).containsExactly("MedicationRequest/1/_history/1");
            assertThat(statement.citations()).isEqualTo(1);
        });
        assertThat(summary.withheld()).hasSize(1);
        assertThat(summary.coverage()).containsExactly(new Summary.Coverage("Condition", "found"));
    }

    @Test
    void aMissingPartIsNamed() {
        assertThatThrownBy(() -> read(ANSWER.replace("text-hash", "hash")))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("text-hash");
        assertThatThrownBy(() -> read(ANSWER.replace("preliminary", "final"))).isInstanceOf(Broken.class);
        assertThatThrownBy(() -> read("{}")).isInstanceOf(Broken.class);
    }

    @Test
    void aGoldChartIsJudgedByWhatIsShownOnly() throws Exception {
        var chart = new GoldChart("p", List.of("metformin 500"), List.of("7\\.2"));

        assertThat(chart.judge(read(ANSWER))).contains("1 planted");
        assertThatThrownBy(() -> chart.judge(read(ANSWER.replace("\"valueBoolean\":false", "\"valueBoolean\":true"))))
                .isInstanceOf(Broken.class);
        assertThatThrownBy(() -> chart.judge(read(ANSWER.replace("500", "1000"))))
                .isInstanceOf(Broken.class);
    }

    private static Summary read(String json) throws Exception {
        return Summary.read(new JsonMapper().readTree(json));
    }
}
