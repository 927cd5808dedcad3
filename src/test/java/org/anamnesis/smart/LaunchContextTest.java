package org.anamnesis.smart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.conformance.Requirement;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.SigningAlgorithm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchContextTest {

    @TempDir
    private Path directory;

    private final SteppedClock clock = new SteppedClock();
    private final StrictEhr ehr = new StrictEhr(clock);
    private final EhrHttp http = new EhrHttp();

    @AfterEach
    void stop() {
        http.close();
        ehr.close();
    }

    @Test
    @Requirement(191)
    void readsWhatTheEhrTellsOfTheLaunch() throws Exception {
        ehr.context.put("intent", "triage");
        ehr.context.put("tenant", "north");
        ehr.context.put("appContext", "{\"hook\":\"patient-view\"}");
        ehr.context.put("smart_style_url", ehr.issuer() + "/styles/north.json");
        ehr.context.put(
                "fhirContext",
                List.of(
                        Map.of("reference", "DiagnosticReport/d1"),
                        Map.of("reference", "List/l1", "role", "https://example.org/roles/home-medications"),
                        Map.of("canonical", "https://example.org/Questionnaire/q|1", "type", "Questionnaire")));
        LaunchContext context = context();
        assertThat(context.intent()).contains("triage");
        assertThat(context.tenant()).contains("north");
        assertThat(context.appContext()).contains("{\"hook\":\"patient-view\"}");
        assertThat(context.style()).contains(ehr.issuer() + "/styles/north.json");
        assertThat(context.resources())
                .containsExactly(
                        new LaunchContext.Item(
                                Optional.of("DiagnosticReport/d1"),
                                Optional.empty(),
                                Optional.of("DiagnosticReport"),
                                LaunchContext.LAUNCH),
                        new LaunchContext.Item(
                                Optional.of("List/l1"),
                                Optional.empty(),
                                Optional.of("List"),
                                "https://example.org/roles/home-medications"),
                        new LaunchContext.Item(
                                Optional.empty(),
                                Optional.of("https://example.org/Questionnaire/q|1"),
                                Optional.of("Questionnaire"),
                                LaunchContext.LAUNCH));
    }

    @Test
    void isEmptyWhereTheEhrTellsNothing() throws Exception {
        assertThat(context())
                .isEqualTo(new LaunchContext(
                        Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    @Requirement({97, 98, 193})
    void case24LeavesAsideWhatIsNoReferenceIntoThisEhr() throws Exception {
        ehr.context.put("smart_style_url", "https://evil.example/style.json");
        ehr.context.put("intent", "<script>");
        ehr.context.put("tenant", 17);
        ehr.context.put("appContext", "x".repeat(10_000));
        List<Object> items = new ArrayList<>(List.of(
                "Patient/p1",
                Map.of("reference", "https://evil.example/Patient/1"),
                Map.of("reference", "Patient/.."),
                Map.of("role", "launch"),
                Map.of("reference", 3)));
        for (int at = 0; at < 100; at++) {
            items.add(Map.of("reference", "Observation/o" + at));
        }
        ehr.context.put("fhirContext", items);
        LaunchContext context = context();
        assertThat(context.style()).isEmpty();
        assertThat(context.intent()).isEmpty();
        assertThat(context.tenant()).isEmpty();
        assertThat(context.appContext()).isEmpty();
        assertThat(context.resources())
                .hasSizeLessThanOrEqualTo(50)
                .allSatisfy(item -> assertThat(item.reference().orElseThrow()).startsWith("Observation/"));
    }

    @Test
    void opensNoChartOfAnotherTenantWhereOneIsSetUp() throws Exception {
        Ehr usual = ehr.registered("ward", SigningAlgorithm.RS384);
        Ehr north = new Ehr(
                usual.id(),
                usual.name(),
                usual.fhirBase(),
                usual.issuer(),
                usual.backend(),
                usual.app(),
                usual.network(),
                usual.searchPlan(),
                usual.models(),
                new Ehr.Trust(Optional.of("north"), false));
        Launched launched = new Launched(north, http, clock, directory);
        for (Object tenant : List.of("south", 1)) {
            ehr.context.put("tenant", tenant);
            LaunchEnd end = launched.end(ehr, (LaunchStart.Redirect) launched.client.begin(ehr.fhirBase(), "launch"));
            assertThat(((LaunchEnd.Refused) end).why()).isEqualTo(LaunchRefusal.OTHER_TENANT);
        }
        ehr.context.put("tenant", "north");
        assertThat(launched.chart(ehr).context().tenant()).contains("north");
    }

    private LaunchContext context() throws Exception {
        return new Launched(ehr, http, clock, directory).chart(ehr).context();
    }
}
