package org.anamnesis.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.anamnesis.conformance.Requirement;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.SigningAlgorithm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are those of the catalogue of attack cases. */
class LaunchClientTest {

    private static final String TOKEN = "/oauth2/token";

    @TempDir
    private Path directory;

    private final SteppedClock clock = new SteppedClock();
    private final StrictEhr ehr = new StrictEhr(clock);
    private final EhrHttp http = new EhrHttp();
    private LaunchClient client;

    @BeforeEach
    void register() throws Exception {
        client = client(ehr.registered("ward", SigningAlgorithm.ES384));
    }

    @AfterEach
    void stop() {
        http.close();
        ehr.close();
    }

    @Test
    @Requirement({3, 13, 20, 21, 32, 33, 34, 35, 37, 41, 44, 45, 47, 50, 51, 150, 151, 161, 196, 215})
    void sendsTheBrowserToTheEhrWithEverythingTheStandardAsks() {
        LaunchStart.Redirect redirect = begin();
        assertThat(redirect.authorization().toString()).startsWith(ehr.issuer() + "/oauth2/authorize?");
        Map<String, String> sent = query(redirect.authorization());
        assertThat(sent)
                .containsOnlyKeys(
                        "response_type",
                        "client_id",
                        "redirect_uri",
                        "scope",
                        "state",
                        "nonce",
                        "launch",
                        "aud",
                        "code_challenge",
                        "code_challenge_method")
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "app")
                .containsEntry("redirect_uri", "http://localhost:8080/app/callback")
                .containsEntry("launch", "opaque +&=%/handle")
                .containsEntry("aud", ehr.fhirBase())
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("state", redirect.state());
        assertThat(sent.get("scope").split(" "))
                .containsExactlyInAnyOrder(
                        "launch", "openid", "fhirUser", "online_access", "patient/Patient.rs", "patient/Condition.rs");
        assertThat(sent.get("code_challenge")).hasSize(43);
    }

    @Test
    @Requirement(41)
    void repeatsIssInAudCharacterByCharacter() {
        LaunchStart.Redirect redirect = (LaunchStart.Redirect) client.begin(ehr.fhirBase() + "/", "x");
        assertThat(query(redirect.authorization())).containsEntry("aud", ehr.fhirBase() + "/");
    }

    @Test
    @Requirement({2, 40, 44})
    void neverUsesAStateNonceChallengeOrBindingTwice() {
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < 500; at++) {
            LaunchStart.Redirect redirect = begin();
            Map<String, String> sent = query(redirect.authorization());
            assertThat(List.of(redirect.binding(), redirect.state(), sent.get("nonce"), sent.get("code_challenge")))
                    .allSatisfy(secret -> assertThat(secret.length()).isGreaterThanOrEqualTo(43))
                    .allMatch(seen::add);
        }
    }

    @Test
    @Requirement({62, 67, 68, 69, 70, 72})
    void opensTheChartThatTheEhrNames() {
        OpenedChart chart = opened(complete(begin()));
        assertThat(chart.patientId()).isEqualTo("p1");
        assertThat(chart.encounterId()).contains("e1");
        assertThat(chart.needPatientBanner()).isTrue();
        assertThat(chart.user().practitioner()).contains("Practitioner/dr1");
        assertThat(chart.user().subject()).isEqualTo("user-1");
        assertThat(chart.access().bearer().value()).startsWith("access-");
        assertThat(chart.access().bearer().scopes().mayRead("Condition")).isTrue();
        assertThat(ehr.lastForm())
                .containsOnlyKeys(
                        "grant_type",
                        "code",
                        "redirect_uri",
                        "code_verifier",
                        "client_assertion",
                        "client_assertion_type");
    }

    @Test
    void showsTheBannerUnlessTheEhrSaysItDoes() {
        ehr.context.remove("need_patient_banner");
        assertThat(opened(complete(begin())).needPatientBanner()).isTrue();
        ehr.context.put("need_patient_banner", false);
        assertThat(opened(complete(begin())).needPatientBanner()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/fhir",
                "http://metadata.google.internal/fhir",
                "http://127.0.0.1/fhir",
                "http://[::1]:PORT/fhir",
                "http://0x7f000001:PORT/fhir",
                "http://2130706433:PORT/fhir",
                "http://localhost:PORT/fhir",
                "file:///etc/hostname",
                "gopher://127.0.0.1:PORT/fhir"
            })
    void case17OpensNoSocketToAnAddressOfThisMachineOrNetworkThatALaunchNames(String iss) {
        assertAsksNobody(iss);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ehr.example.org/fhir",
                "http://127.0.0.1:PORT",
                "http://127.0.0.1:PORT/other",
                "not an address"
            })
    void case18AsksNobodyForAnIssThatIsNotOurs(String iss) {
        assertAsksNobody(iss);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/FHIR",
                "HTTP://127.0.0.1:PORT/fhir",
                "http://127.0.0.1:PORT/fhir?x=1",
                "http://127.0.0.1:PORT/fhir#",
                "http://127.0.0.1:PORT/fhir//",
                "http://127.0.0.1:PORT//fhir",
                "http://127.0.0.1:PORT/fhi%72",
                "http://127.0.0.1:PORT/%2e/fhir",
                "http://127.0.0.1:PORT/x/../fhir",
                "http://127.0.0.1:PORT@evil.example/fhir",
                "http://127.0.0.1:PORT.evil.example/fhir",
                "http://127.0.0.1.:PORT/fhir",
                "http://127.0.0.1\u3002evil.example:PORT/fhir",
                "http://\uff11\uff12\uff17.0.0.1:PORT/fhir",
                " http://127.0.0.1:PORT/fhir"
            })
    void case19TakesNothingThatOnlyLooksLikeOurs(String iss) {
        assertAsksNobody(iss);
    }

    @Test
    void case20AHostThatALaunchNamesIsNeverLookedUp() {
        // Names come from the configuration alone; one that changes its address has to show a certificate for that
        // name.
        for (int at = 0; at < 50; at++) {
            assertAsksNobody("https://rebinding-" + at + ".example/fhir");
        }
    }

    @Test
    void case28UsesTheIssuerOfACallbackForNothingButComparing() {
        StrictEhr other = new StrictEhr(clock);
        try {
            for (String issuer : List.of(other.issuer(), other.fhirBase())) {
                assertRefused(
                        client.complete(callback(begin(), with -> with.put("iss", issuer))),
                        LaunchRefusal.OTHER_ISSUER);
            }
            opened(client.complete(callback(begin(), with -> with.put("iss", ehr.issuer()))));
            assertThat(other.asked).isEmpty();
        } finally {
            other.close();
        }
    }

    private void assertAsksNobody(String iss) {
        String port = String.valueOf(URI.create(ehr.issuer()).getPort());
        assertThat(client.begin(iss.replace("PORT", port), "x"))
                .isEqualTo(new LaunchStart.Refused(LaunchRefusal.UNKNOWN_EHR, Optional.empty()));
        assertThat(ehr.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',x", "http://127.0.0.1/fhir,''"})
    void refusesALaunchWithoutItsParameters(String iss, String launch) {
        assertThat(((LaunchStart.Refused) client.begin(iss, launch)).why()).isEqualTo(LaunchRefusal.INCOMPLETE);
    }

    @Test
    void refusesALaunchAtAnEhrWhereWeAreNoApp() throws Exception {
        Ehr with = ehr.registered("ward", SigningAlgorithm.RS384);
        LaunchClient without = client(new Ehr(
                with.id(),
                with.name(),
                with.fhirBase(),
                with.issuer(),
                with.backend(),
                Optional.empty(),
                with.network()));
        assertThat(((LaunchStart.Refused) without.begin(ehr.fhirBase(), "x")).why())
                .isEqualTo(LaunchRefusal.NOT_SET_UP);
        assertThat(ehr.asked).isEmpty();
    }

    @Test
    void refusesALaunchWhereTheEhrNamesNoAuthorizationEndpoint() {
        ehr.configuration.remove("authorization_endpoint");
        assertThat(((LaunchStart.Refused) client.begin(ehr.fhirBase(), "x")).why())
                .isEqualTo(LaunchRefusal.UNAVAILABLE);
    }

    @Test
    @Requirement({4, 39, 60})
    void case25RefusesAStateThatIsMissingUnknownOrUsed() {
        LaunchStart.Redirect redirect = begin();
        assertRefused(client.complete(callback(redirect, with -> with.remove("state"))), LaunchRefusal.UNKNOWN_STATE);
        assertRefused(client.complete(callback(redirect, with -> with.put("state", "x"))), LaunchRefusal.UNKNOWN_STATE);
        assertThat(ehr.asked(TOKEN)).isZero();
        opened(complete(redirect));
        assertRefused(client.complete(callback(redirect, with -> {})), LaunchRefusal.UNKNOWN_STATE);
        assertThat(ehr.asked(TOKEN)).isEqualTo(1);
    }

    @Test
    void case25RefusesAStateAfterTenMinutes() {
        LaunchStart.Redirect redirect = begin();
        clock.step(Duration.ofMinutes(10));
        assertRefused(client.complete(callback(redirect, with -> {})), LaunchRefusal.UNKNOWN_STATE);
    }

    @Test
    @Requirement({4, 39, 60, 61})
    void case26RefusesTheCallbackOfAnotherBrowser() {
        LaunchStart.Redirect attackers = begin();
        LaunchStart.Redirect victims = begin();
        LaunchCallback injected = callback(attackers, with -> with.put("binding", victims.binding()));
        assertRefused(client.complete(injected), LaunchRefusal.UNKNOWN_STATE);
        assertRefused(
                client.complete(callback(victims, with -> with.put("binding", attackers.binding()))),
                LaunchRefusal.UNKNOWN_STATE);
        assertThat(ehr.asked(TOKEN)).isZero();
    }

    @Test
    @Requirement(70)
    void case26RefusesTheCodeOfAnotherLaunch() {
        LaunchStart.Redirect one = begin();
        LaunchStart.Redirect other = begin();
        String foreign = query(URI.create(ehr.agree(other.authorization()))).get("code");
        assertRefused(client.complete(callback(one, with -> with.put("code", foreign))), LaunchRefusal.DENIED);
    }

    @Test
    void saysWhenTheBrowserKeptTheCookie() {
        LaunchStart.Redirect redirect = begin();
        assertRefused(
                client.complete(callback(redirect, with -> with.remove("binding"))), LaunchRefusal.COOKIE_BLOCKED);
        assertThat(ehr.asked(TOKEN)).isZero();
    }

    @Test
    void case27RefusesTheAnswerOfAnotherIssuer() {
        assertRefused(
                client.complete(callback(begin(), with -> with.put("iss", "https://evil.example"))),
                LaunchRefusal.OTHER_ISSUER);
        assertRefused(
                client.complete(callback(begin(), with -> with.put("iss", ehr.fhirBase()))),
                LaunchRefusal.OTHER_ISSUER);
        assertThat(ehr.asked(TOKEN)).isZero();
        opened(client.complete(callback(begin(), with -> with.put("iss", ehr.issuer()))));
    }

    @Test
    void case27MissesAnIssuerThatTheServerAlwaysSends() {
        ehr.configuration.put("authorization_response_iss_parameter_supported", true);
        assertRefused(client.complete(callback(begin(), with -> {})), LaunchRefusal.OTHER_ISSUER);
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, DENIED",
        "invalid_scope, SCOPE_REFUSED",
        "unauthorized_client, REQUEST_REFUSED",
        "server_error, UNAVAILABLE",
        "<script>, REQUEST_REFUSED"
    })
    @Requirement(5)
    void tellsApartWhyTheEhrSaidNo(String error, LaunchRefusal why) {
        LaunchEnd end = client.complete(callback(begin(), with -> {
            with.remove("code");
            with.put("error", error);
        }));
        assertRefused(end, why);
    }

    @Test
    @Requirement(201)
    void case29RefusesAnIdTokenThatDoesNotHold() {
        assertIdentityRefused(claims -> claims.issuer("https://evil.example"));
        assertIdentityRefused(claims -> claims.audience("another-app"));
        assertIdentityRefused(claims -> claims.audience(List.of("app", "another-app")));
        assertIdentityRefused(claims -> claims.claim("azp", "another-app"));
        assertIdentityRefused(claims -> claims.claim("nonce", "another"));
        assertIdentityRefused(claims -> claims.claim("nonce", null));
        assertIdentityRefused(claims -> claims.subject(null));
        assertIdentityRefused(claims -> claims.claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA"));
        ehr.idTokenClaims =
                claims -> claims.audience(List.of("app", "another-app")).claim("azp", "app");
        opened(complete(begin()));
    }

    @Test
    @Requirement(201)
    void case29SaysThatTheClocksDifferWhereAFreshIdTokenIsNotGoodNow() {
        assertIdTokenRefused(claims -> claims.expirationTime(at(-61)), LaunchRefusal.CLOCK);
        assertIdTokenRefused(claims -> claims.notBeforeTime(at(61)), LaunchRefusal.CLOCK);
        assertIdTokenRefused(claims -> claims.issueTime(at(120)), LaunchRefusal.CLOCK);
        assertIdTokenRefused(
                claims -> claims.issuer("https://evil.example").issueTime(at(120)), LaunchRefusal.IDENTITY);
        ehr.idTokenClaims = claims -> claims.issueTime(at(59)).notBeforeTime(at(59));
        opened(complete(begin()));
    }

    @Test
    @Requirement(201)
    void case29RefusesAnIdTokenNobodyTrustworthySigned() {
        RSAKey own = SigningKeys.rsa("ehr-rsa", JWSAlgorithm.RS256);
        assertIdTokenRefused(claims -> new PlainJWT(claims).serialize());
        assertIdTokenRefused(claims -> StrictEhr.signed(own, JWSAlgorithm.RS256, claims));
        assertIdTokenRefused(claims -> StrictEhr.signed(
                own,
                new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(own.toPublicJWK()).build(),
                claims));
        assertIdTokenRefused(claims -> {
            SignedJWT confused = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("ehr-rsa").build(), claims);
            confused.sign(new MACSigner(ehr.rsa.toRSAPublicKey().getEncoded()));
            return confused.serialize();
        });
        assertIdTokenRefused(claims -> "not a token");
        ehr.tokenAnswer = answer -> without(answer, "id_token");
        assertRefused(complete(begin()), LaunchRefusal.IDENTITY);
    }

    @Test
    void takesAnIdTokenWithoutKeyIdWhereTheKeyIsClear() {
        ehr.idToken = token -> {
            try {
                return StrictEhr.signed(
                        ehr.rsa,
                        new JWSHeader.Builder(JWSAlgorithm.RS256).build(),
                        SignedJWT.parse(token).getJWTClaimsSet());
            } catch (java.text.ParseException impossible) {
                throw new IllegalStateException(impossible);
            }
        };
        opened(complete(begin()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../Observation/1", "a/b", "..", "p 1"})
    void refusesALaunchWithoutAPatientOrWithOneThatIsAPath(String patient) {
        ehr.context.put("patient", patient);
        assertRefused(complete(begin()), LaunchRefusal.NO_PATIENT);
        ehr.context.remove("patient");
        assertRefused(complete(begin()), LaunchRefusal.NO_PATIENT);
        ehr.context.put("patient", 17);
        assertRefused(complete(begin()), LaunchRefusal.NO_PATIENT);
    }

    @Test
    void case31KeepsNoScopeThatWasNotAskedFor() {
        ehr.tokenAnswer = answer -> {
            answer.put("scope", "openid patient/*.cruds user/*.cruds");
            return answer;
        };
        Scopes scopes = opened(complete(begin())).access().bearer().scopes();
        assertThat(scopes.resources())
                .map(ResourceScope::toString)
                .containsExactlyInAnyOrder("patient/Patient.rs", "patient/Condition.rs");
    }

    @Test
    void knowsAUserWhoIsNoPractitionerOfThisEhr() {
        ehr.idTokenClaims = claims -> claims.claim("fhirUser", "https://elsewhere.example/fhir/Practitioner/dr1");
        assertThat(opened(complete(begin())).user().practitioner()).isEmpty();
        ehr.idTokenClaims = claims -> claims.claim("fhirUser", "Patient/p1");
        assertThat(opened(complete(begin())).user().practitioner()).isEmpty();
    }

    @Test
    void twoLaunchesOfOneBrowserEndInTheirOwnCharts() {
        LaunchStart.Redirect one = begin();
        LaunchStart.Redirect other = begin();
        ehr.context.put("patient", "p2");
        OpenedChart second = opened(complete(other));
        ehr.context.put("patient", "p1");
        OpenedChart first = opened(complete(one));
        assertThat(first.patientId()).isEqualTo("p1");
        assertThat(second.patientId()).isEqualTo("p2");
        assertThat(first.access().bearer()).isNotEqualTo(second.access().bearer());
    }

    @Test
    void saysSoWhenTheEhrIsGoneAtTheCallback() {
        LaunchStart.Redirect redirect = begin();
        LaunchCallback callback = callback(redirect, with -> {});
        ehr.tokenStatus = 503;
        assertRefused(client.complete(callback), LaunchRefusal.UNAVAILABLE);
    }

    @Test
    void keepsItsSecretsOutOfWords() {
        LaunchStart.Redirect redirect = begin();
        LaunchCallback callback = callback(redirect, with -> {});
        assertThat(redirect.toString()).doesNotContain(redirect.state(), redirect.binding());
        assertThat(callback.toString())
                .doesNotContain(redirect.state(), callback.code().orElseThrow());
    }

    private void assertIdentityRefused(Consumer<JWTClaimsSet.Builder> changes) {
        assertIdTokenRefused(changes, LaunchRefusal.IDENTITY);
    }

    private void assertIdTokenRefused(Consumer<JWTClaimsSet.Builder> changes, LaunchRefusal why) {
        ehr.idTokenClaims = changes;
        assertRefused(complete(begin()), why);
        ehr.idTokenClaims = claims -> {};
    }

    private interface Forgery {
        String of(JWTClaimsSet claims) throws Exception;
    }

    private void assertIdTokenRefused(Forgery forgery) {
        ehr.idToken = token -> {
            try {
                return forgery.of(SignedJWT.parse(token).getJWTClaimsSet());
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        };
        assertRefused(complete(begin()), LaunchRefusal.IDENTITY);
        ehr.idToken = token -> token;
    }

    private static Map<String, Object> without(Map<String, Object> answer, String name) {
        Map<String, Object> less = new HashMap<>(answer);
        less.remove(name);
        return less;
    }

    private Date at(long seconds) {
        return Date.from(clock.instant().plusSeconds(seconds));
    }

    private LaunchStart.Redirect begin() {
        LaunchStart start = client.begin(ehr.fhirBase(), "opaque +&=%/handle");
        assertThat(start).isInstanceOf(LaunchStart.Redirect.class);
        return (LaunchStart.Redirect) start;
    }

    private LaunchEnd complete(LaunchStart.Redirect redirect) {
        return client.complete(callback(redirect, with -> {}));
    }

    private LaunchCallback callback(LaunchStart.Redirect redirect, Consumer<Map<String, String>> changes) {
        Map<String, String> with = new HashMap<>(query(URI.create(ehr.agree(redirect.authorization()))));
        with.put("binding", redirect.binding());
        changes.accept(with);
        return new LaunchCallback(
                Optional.ofNullable(with.get("state")),
                Optional.ofNullable(with.get("code")),
                Optional.ofNullable(with.get("error")),
                Optional.ofNullable(with.get("iss")),
                Optional.ofNullable(with.get("binding")));
    }

    private static OpenedChart opened(LaunchEnd end) {
        assertThat(end).isInstanceOf(LaunchEnd.Opened.class);
        return ((LaunchEnd.Opened) end).chart();
    }

    private static void assertRefused(LaunchEnd end, LaunchRefusal why) {
        assertThat(end).isInstanceOf(LaunchEnd.Refused.class);
        assertThat(((LaunchEnd.Refused) end).why()).isEqualTo(why);
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> query = new HashMap<>();
        URLUtils.parseParameters(address.getRawQuery()).forEach((name, values) -> query.put(name, values.getFirst()));
        return query;
    }

    private LaunchClient client(Ehr registered) throws Exception {
        SmartConfigurations configurations = new SmartConfigurations(http, clock);
        return new LaunchClient(
                new EhrRegistry(URI.create("http://localhost:8080"), List.of(registered)),
                configurations,
                new OpenedCharts(
                        new TokenRenewals(
                                new TokenRequests(http, configurations, SigningKeys.client(directory), clock),
                                clock,
                                Runnable::run),
                        new EhrTokens(http, configurations, clock),
                        http),
                SigningKeys.seal());
    }
}
