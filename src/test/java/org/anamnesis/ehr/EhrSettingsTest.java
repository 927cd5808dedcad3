package org.anamnesis.ehr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.conformance.Requirement;
import org.anamnesis.fetch.SearchPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EhrSettingsTest {

    private final Map<String, String> settings = new LinkedHashMap<>();

    @BeforeEach
    void aHospitalWithItsSandbox() {
        settings.put("anamnesis.base-url", "https://anamnesis.example.org");
        settings.put("anamnesis.ehrs", "ward, sandbox");
        settings.put("anamnesis.ehr.ward.fhir-base", "https://ehr.example.org/fhir/r4");
        settings.put("anamnesis.ehr.ward.issuer", "https://login.example.org");
        settings.put("anamnesis.ehr.ward.backend-client-id", "anamnesis");
        settings.put("anamnesis.ehr.sandbox.fhir-base", "http://127.0.0.1:8090/fhir");
        settings.put("anamnesis.ehr.sandbox.issuer", "http://127.0.0.1:8090");
        settings.put("anamnesis.ehr.sandbox.backend-client-id", "anamnesis-backend");
        settings.put("anamnesis.ehr.sandbox.backend-algorithm", "ES384");
        settings.put("anamnesis.ehr.sandbox.app-client-id", "anamnesis-app");
        settings.put("anamnesis.ehr.sandbox.frame-ancestors", "http://127.0.0.1:8090,https://portal.example.org");
        settings.put("anamnesis.ehr.sandbox.allow-loopback-http", "true");
    }

    @Test
    void readsEveryEhrWithItsDefaults() {
        EhrRegistry registry = read();
        assertThat(registry.baseUrl()).isEqualTo(URI.create("https://anamnesis.example.org"));
        assertThat(registry.all()).extracting(ehr -> ehr.id().value()).containsExactly("ward", "sandbox");
        assertThat(registry.facadeBase(new EhrId("ward"))).hasToString("https://anamnesis.example.org/fhir/ward");

        Ehr ward = registry.get(new EhrId("ward"));
        assertThat(ward.name()).isEqualTo("ward");
        assertThat(ward.app()).isEmpty();
        assertThat(ward.backend().authentication())
                .isEqualTo(new ClientAuthentication.SignedAssertion(SigningAlgorithm.RS384));
        assertThat(ward.network().timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(ward.network().frameAncestors()).isEmpty();

        Ehr sandbox = registry.get(new EhrId("sandbox"));
        assertThat(sandbox.backend().authentication())
                .isEqualTo(new ClientAuthentication.SignedAssertion(SigningAlgorithm.ES384));
        assertThat(sandbox.app()).map(Registration::clientId).contains("anamnesis-app");
        assertThat(sandbox.network().frameAncestors())
                .extracting(Origin::text)
                .containsExactly("http://127.0.0.1:8090", "https://portal.example.org");
    }

    @Test
    @Requirement({46, 148, 239})
    void asksForNoWildcardUnlessToldAndRefusesOneWhenTold() {
        assertThat(read().get(new EhrId("sandbox")).backend().scopes())
                .contains("system/Observation.rs", "system/DocumentReference.crs")
                .noneMatch(scope -> scope.contains("*"));
        assertThat(read().get(new EhrId("sandbox")).app().orElseThrow().scopes())
                .contains("launch", "openid", "fhirUser", "online_access", "patient/Patient.rs")
                .noneMatch(scope -> scope.contains("*") || scope.contains("offline"));
        settings.put("anamnesis.ehr.ward.backend-scopes", "system/*.rs");
        assertThat(refusal().key()).isEqualTo("anamnesis.ehr.ward.backend-scopes");
    }

    @Test
    void asksForOthersThanTheLaunchedPatientOnlyWhereWardsAreListed() {
        assertThat(read().get(new EhrId("sandbox")).app().orElseThrow().scopes())
                .filteredOn(scope -> scope.startsWith("user/"))
                .containsExactly("user/Practitioner.r");

        settings.put("anamnesis.ehr.sandbox.ward-lists", "true");

        assertThat(read().get(new EhrId("sandbox")).app().orElseThrow().scopes())
                .contains("launch", "patient/Patient.rs", "user/Group.rs", "user/Location.rs", "user/Patient.rs")
                .containsAll(SearchPlan.WARD.types().stream()
                        .map(type -> "user/" + type + ".rs")
                        .toList());
    }

    @Test
    @Requirement({10, 11, 23, 64, 65})
    void readsHowTheAppProvesItself() {
        assertThat(sandboxApp()).isEqualTo(new ClientAuthentication.SignedAssertion(SigningAlgorithm.ES384));
        settings.put("anamnesis.ehr.sandbox.app-authentication", "public");
        assertThat(sandboxApp()).isEqualTo(new ClientAuthentication.Unproven());
        settings.put("anamnesis.ehr.sandbox.app-authentication", "secret");
        assertThat(refusal().key()).isEqualTo("anamnesis.ehr.sandbox.app-client-secret");
        settings.put("anamnesis.ehr.sandbox.app-client-secret", "agreed upon");
        assertThat(sandboxApp()).isEqualTo(new ClientAuthentication.Secret("agreed upon"));
        settings.put("anamnesis.ehr.sandbox.app-authentication", "private-key");
        assertThat(refusal().key()).isEqualTo("anamnesis.ehr.sandbox.app-client-secret");
        assertThat(refusal()).hasMessageNotContaining("agreed upon");
        settings.put("anamnesis.ehr.sandbox.app-authentication", "client_secret_post");
        assertThat(refusal().key()).isEqualTo("anamnesis.ehr.sandbox.app-authentication");
    }

    @Test
    void believesNothingMoreThanItIsToldTo() {
        assertThat(read().get(new EhrId("ward")).trust()).isEqualTo(Ehr.Trust.STRICT);
        settings.put("anamnesis.ehr.ward.tenant", "north");
        settings.put("anamnesis.ehr.ward.trust-user-scopes", "true");
        assertThat(read().get(new EhrId("ward")).trust()).isEqualTo(new Ehr.Trust(Optional.of("north"), true));
    }

    @Test
    void asksAboutOpaqueTokensOnlyWhereItIsToldWhere() {
        settings.put("anamnesis.ehr.ward.introspection", "off");
        assertThat(read().get(new EhrId("ward")).trust().introspection()).isEmpty();
        settings.put("anamnesis.ehr.ward.introspection", "discovery");
        assertThat(read().get(new EhrId("ward")).trust().introspection())
                .contains(new Ehr.Introspection(Optional.empty()));
        settings.put("anamnesis.ehr.ward.introspection", "https://auth.example.org/introspect");
        assertThat(read().get(new EhrId("ward")).trust().introspection())
                .contains(new Ehr.Introspection(Optional.of(URI.create("https://auth.example.org/introspect"))));
        settings.put("anamnesis.ehr.ward.introspection", "http://auth.example.org/introspect");
        assertThat(refusal().key()).isEqualTo("anamnesis.ehr.ward.introspection");
        settings.put("anamnesis.ehr.ward.introspection", "yes");
        assertThat(refusal().key()).isEqualTo("anamnesis.ehr.ward.introspection");
    }

    private ClientAuthentication sandboxApp() {
        return read().get(new EhrId("sandbox")).app().orElseThrow().authentication();
    }

    @Test
    void sendsNoScopesWhereTheServerWantsNone() {
        settings.put("anamnesis.ehr.ward.backend-scopes", "none");
        assertThat(read().get(new EhrId("ward")).backend().scopes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anamnesis.base-url",
                "anamnesis.ehrs",
                "anamnesis.ehr.ward.fhir-base",
                "anamnesis.ehr.ward.issuer",
                "anamnesis.ehr.ward.backend-client-id"
            })
    void namesTheSettingThatIsMissing(String key) {
        settings.remove(key);
        assertThat(refusal()).hasMessageStartingWith("Setting " + key + " is missing; expected ");
        settings.put(key, "  ");
        assertThat(refusal().key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "anamnesis.ehrs, Ward",
        "anamnesis.ehrs, 'ward,sandbox,ward'",
        "anamnesis.ehrs, ','",
        "anamnesis.base-url, anamnesis.example.org",
        "anamnesis.base-url, https://anamnesis.example.org/",
        "anamnesis.base-url, http://anamnesis.example.org",
        "anamnesis.ehr.ward.fhir-base, http://ehr.example.org/fhir",
        "anamnesis.ehr.ward.fhir-base, http://127.0.0.1:8090/fhir",
        "anamnesis.ehr.ward.fhir-base, https://ehr.example.org/fhir/",
        "anamnesis.ehr.ward.fhir-base, https://ehr.example.org/a/../fhir",
        "anamnesis.ehr.ward.fhir-base, https://ehr.example.org/fhir?x=1",
        "anamnesis.ehr.ward.fhir-base, https://user@ehr.example.org/fhir",
        "anamnesis.ehr.ward.fhir-base, ftp://ehr.example.org/fhir",
        "anamnesis.ehr.ward.fhir-base, http://127.0.0.1:8090/fhir",
        "anamnesis.ehr.ward.issuer, not an address",
        "anamnesis.ehr.ward.backend-algorithm, HS256",
        "anamnesis.ehr.sandbox.app-scopes, launch openid patient/Patient.rs",
        "anamnesis.ehr.sandbox.app-scopes, launch openid fhirUser patient/*.rs",
        "anamnesis.ehr.ward.allow-loopback-http, yes",
        "anamnesis.ehr.ward.timeout, 10",
        "anamnesis.ehr.ward.timeout, PT10M",
        "anamnesis.ehr.ward.timeout, PT0S",
        "anamnesis.ehr.ward.frame-ancestors, https://portal.example.org/page",
        "anamnesis.ehr.ward.frame-ancestors, http://portal.example.org",
        "anamnesis.ehr.ward.frame-ancestors, '*'",
        "anamnesis.ehr.ward.endpoint-origins, https://login.example.org/",
        "anamnesis.ehr.sandbox.fhir-base, http://ehr.example.org/fhir",
        "anamnesis.ehr.sandbox.fhir-base, http://127.0.0.1.example.org/fhir",
        "anamnesis.ehr.sandbox.fhir-base, https://ehr.example.org/fhir/r4",
    })
    @Requirement(301)
    void namesTheSettingThatIsWrong(String key, String value) {
        settings.put(key, value);
        WrongSetting refusal = refusal();
        // Two EHRs of one base are found at the second.
        assertThat(refusal.key()).isEqualTo(key);
        assertThat(refusal).hasMessageContaining("; expected ");
    }

    @Test
    void refusesASettingNobodyKnows() {
        settings.put("anamnesis.ehr.ward.fhirbase", "https://ehr.example.org");
        assertThat(refusal())
                .hasMessageStartingWith(
                        "Setting anamnesis.ehr.ward.fhirbase is unknown; expected one of allow-loopback-http,");
    }

    @Test
    void refusesSettingsOfAnEhrThatIsNotListed() {
        settings.put("anamnesis.ehr.wrad.issuer", "https://login.example.org");
        assertThat(refusal().key()).isEqualTo("anamnesis.ehr.wrad.issuer");
    }

    @Test
    void ownsOnlyItsOwnOriginsAndThoseNamed() {
        settings.put("anamnesis.ehr.ward.endpoint-origins", "https://keys.example.org");
        Ehr ward = read().get(new EhrId("ward"));
        assertThat(ward.owns(URI.create("https://ehr.example.org/token"))).isTrue();
        assertThat(ward.owns(URI.create("https://LOGIN.example.org:443/token"))).isTrue();
        assertThat(ward.owns(URI.create("https://keys.example.org/jwks"))).isTrue();
        assertThat(ward.owns(URI.create("http://ehr.example.org/token"))).isFalse();
        assertThat(ward.owns(URI.create("https://ehr.example.org:8443/token"))).isFalse();
        assertThat(ward.owns(URI.create("https://ehr.example.org.evil.example/token")))
                .isFalse();
        assertThat(ward.owns(URI.create("https://ehr.example.org@evil.example/token")))
                .isFalse();
        assertThat(ward.owns(URI.create("https://user@ehr.example.org/token"))).isFalse();
        assertThat(ward.owns(URI.create("/token"))).isFalse();
        assertThat(ward.owns(URI.create("file:///etc/hostname"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ehr.example.org/fhir/R4",
                "https://EHR.example.org/fhir/r4",
                "https://ehr.example.org:443/fhir/r4",
                "https://ehr.example.org/fhir/r4//",
                "https://ehr.example.org/fhir/%724",
                "https://ehr.example.org./fhir/r4",
                "https://ehr.example.org/fhir/r4?",
                "http://ehr.example.org/fhir/r4",
                "https://ehr.example.org@evil.example/fhir/r4",
                " https://ehr.example.org/fhir/r4",
                ""
            })
    void case19FindsAnEhrByItsExactBaseOnly(String iss) {
        assertThat(read().namedBy(iss)).isEmpty();
    }

    @Test
    void findsAnEhrByItsBaseWithAndWithoutTheSlash() {
        assertThat(read().namedBy("https://ehr.example.org/fhir/r4")).isPresent();
        assertThat(read().namedBy("https://ehr.example.org/fhir/r4/")).isPresent();
    }

    private EhrRegistry read() {
        return EhrSettings.read(settings.keySet(), key -> Optional.ofNullable(settings.get(key)));
    }

    private WrongSetting refusal() {
        WrongSetting refusal = catchThrowableOfType(WrongSetting.class, this::read);
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
