package org.anamnesis.smart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.conformance.Requirement;
import org.anamnesis.ehr.ClientAuthentication.Unproven;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.Registration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Launches without an EHR's page, and what a server's capabilities change in a request. */
class LaunchAloneTest {

    @TempDir
    private Path directory;

    private final SteppedClock clock = new SteppedClock();
    private final StrictEhr ehr = new StrictEhr(clock);
    private final EhrHttp http = new EhrHttp();
    private Launched launched;

    @BeforeEach
    void register() throws Exception {
        launched = new Launched(ehr, http, clock, directory);
    }

    @AfterEach
    void stop() {
        http.close();
        ehr.close();
    }

    @Test
    @Requirement({36, 41, 150, 151, 152, 166})
    void asksToHaveAPatientChosenWhereNobodyLaunchedUs() {
        LaunchStart start = launched.client.beginAlone("ward");
        Map<String, String> query = Launched.query(start);
        assertThat(query)
                .doesNotContainKey("launch")
                .containsEntry("aud", ehr.fhirBase())
                .containsEntry("code_challenge_method", "S256");
        assertThat(query.get("scope").split(" "))
                .contains("launch/patient", "openid", "patient/Patient.rs")
                .doesNotContain("launch", "launch/encounter");
        LaunchEnd end = launched.end(ehr, (LaunchStart.Redirect) start);
        assertThat(((LaunchEnd.Opened) end).chart().patientId()).isEqualTo("p1");
    }

    @Test
    @Requirement({150, 151, 153})
    void asksForAnEncounterTooWhereOneCanBeChosen() {
        ehr.configuration.put("capabilities", List.of("context-standalone-encounter", "permission-v2"));
        assertThat(Launched.query(launched.client.beginAlone("ward")).get("scope"))
                .contains("launch/encounter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "another", "WARD", "https://ward"})
    void opensNoEhrThatIsNotOurs(String id) {
        assertThat(launched.client.beginAlone(id))
                .isEqualTo(new LaunchStart.Refused(LaunchRefusal.UNKNOWN_EHR, Optional.empty()));
        assertThat(ehr.asked).isEmpty();
    }

    @Test
    void writesScopesAsAServerOfTheOldVersionReadsThem() {
        ehr.configuration.put("capabilities", List.of("launch-ehr", "permission-v1"));
        LaunchStart start = launched.client.begin(ehr.fhirBase(), "launch");
        assertThat(Launched.query(start).get("scope").split(" "))
                .contains("patient/Patient.read", "patient/Condition.read", "launch", "openid")
                .noneMatch(scope -> scope.endsWith(".rs"));
        Scopes granted = ((LaunchEnd.Opened) launched.end(ehr, (LaunchStart.Redirect) start))
                .chart()
                .access()
                .bearer()
                .scopes();
        assertThat(granted.missing(Scopes.parse("patient/Patient.rs patient/Condition.rs")))
                .isEmpty();
    }

    @Test
    void writesScopesInTheNewSpellingWhereBothAreRead() {
        ehr.configuration.put("capabilities", List.of("permission-v1", "permission-v2"));
        assertThat(Launched.query(launched.client.begin(ehr.fhirBase(), "launch"))
                        .get("scope"))
                .contains("patient/Patient.rs");
        assertThat(ResourceScope.parse("system/DocumentReference.crs?category=x")
                        .orElseThrow()
                        .asVersionOne())
                .isEqualTo("system/DocumentReference.read system/DocumentReference.write");
    }

    @Test
    @Requirement({50, 133})
    void sendsALongRequestAsAFormWhereTheServerTakesOne() throws Exception {
        String handle = "x".repeat(2_000);
        assertThat(redirect(handle).asForm()).isFalse();
        ehr.configuration.put("capabilities", List.of("authorize-post"));
        launched = new Launched(ehr, http, clock, directory);
        assertThat(redirect(handle).asForm()).isTrue();
        assertThat(redirect("short").asForm()).isFalse();
        assertThat(Launched.query(redirect(handle))).containsEntry("launch", handle);
    }

    @Test
    @Requirement(218)
    void findsTheIdTokensKeysThroughTheIssuersConfiguration() {
        ehr.configuration.remove("jwks_uri");
        ehr.openid.putAll(Map.of("issuer", ehr.issuer(), "jwks_uri", ehr.issuer() + "/oauth2/jwks"));
        assertThat(launched.end(ehr, redirect("launch"))).isInstanceOf(LaunchEnd.Opened.class);
        assertThat(ehr.asked("/.well-known/openid-configuration")).isEqualTo(1);
    }

    @Test
    @Requirement(211)
    void sendsNeitherMaxAgeNorAuthTime() {
        assertThat(Launched.query(redirect("launch"))).doesNotContainKeys("max_age", "auth_time");
    }

    @Test
    void strangersLaunchesCrowdOutNobodys() {
        LaunchStart.Redirect mine = redirect("launch");
        for (int at = 0; at < 20_000; at++) {
            redirect("flood");
        }
        assertThat(launched.end(ehr, mine)).isInstanceOf(LaunchEnd.Opened.class);
    }

    @Test
    void anEhrThatIsNoLongerSetUpOpensNothing() throws Exception {
        LaunchStart.Redirect before = redirect("launch");
        Launched after = new Launched(
                ehr.registered("another", new Unproven(), Set.of("launch", "openid", "fhirUser")),
                http,
                clock,
                directory);
        assertThat(((LaunchEnd.Refused) after.end(ehr, before)).why()).isEqualTo(LaunchRefusal.NOT_SET_UP);
        assertThat(after.registry.find(new EhrId("another")).flatMap(one -> one.app()))
                .map(Registration::clientId)
                .contains("app");
    }

    private LaunchStart.Redirect redirect(String handle) {
        return (LaunchStart.Redirect) launched.client.begin(ehr.fhirBase(), handle);
    }
}
