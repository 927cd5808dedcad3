package org.anamnesis.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anamnesis.conformance.Requirement;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.SigningAlgorithm;
import org.anamnesis.smart.CallerCheck.Why;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opaque tokens of callers, over a real authorization server's wire. */
class IntrospectionsTest {

    private static final EhrId WARD = new EhrId("ward");
    private static final String FACADE = "http://localhost:8080/fhir/ward";
    private static final String INTROSPECT = "/oauth2/introspect";
    private static final String TOKEN = "opaque_9a8b7c";

    @TempDir
    private Path directory;

    private final SteppedClock clock = new SteppedClock();
    private final StrictEhr ehr = new StrictEhr(clock);
    private final EhrHttp http = new EhrHttp();
    private ClientKeys keys;
    private CallerTokens tokens;

    @BeforeEach
    void vouchForTheToken() throws Exception {
        keys = SigningKeys.client(directory);
        ehr.configuration.put("introspection_endpoint", ehr.issuer() + INTROSPECT);
        ehr.configuration.put("introspection_endpoint_auth_methods_supported", List.of("private_key_jwt"));
        ehr.opaque.put(TOKEN, said());
        tokens = tokens(Optional.of(new Ehr.Introspection(Optional.empty())));
    }

    @AfterEach
    void stop() {
        http.close();
        ehr.close();
    }

    @Test
    @Requirement(270)
    void acceptsATokenThatTheEhrVouchesForAndSaysWhoCalls() {
        Caller caller = accepted(TOKEN);
        assertThat(caller.clientId()).isEqualTo("ward-caller");
        assertThat(caller.subject()).isEqualTo("user-1");
        assertThat(caller.patient()).contains("p1");
        assertThat(caller.encounter()).contains("e1");
        assertThat(caller.practitioner()).contains("Practitioner/dr1");
        assertThat(caller.scopes().mayRead("Observation")).isTrue();
        assertThat(caller.tokenId()).startsWith("sha256:").doesNotContain(TOKEN);
        assertThat(ehr.lastForm()).containsEntry("token", TOKEN).containsKey("client_assertion");
    }

    @Test
    void asksWithATokenOfItsOwnWhereTheServerDoesNotSayThatItTakesOurProof() {
        ehr.configuration.remove("introspection_endpoint_auth_methods_supported");
        assertThat(accepted(TOKEN).clientId()).isEqualTo("ward-caller");
        assertThat(ehr.asked.getLast().headers().get("Authorization")).startsWith("Bearer access-");
        assertThat(ehr.lastForm()).doesNotContainKey("client_assertion");
    }

    @Test
    void refusesAnOpaqueTokenUnaskedWhereTheEhrIsNotSetUpToBeAsked() {
        tokens = tokens(Optional.empty());
        assertRefused(TOKEN, Why.MALFORMED);
        assertThat(ehr.asked).isEmpty();
    }

    @Test
    void refusesATokenThatIsNotActive() {
        assertRefused("never-given-out", Why.INACTIVE);
        ehr.opaque.put(TOKEN, Map.of("active", false));
        assertRefused(TOKEN, Why.INACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope", "client_id", "exp", "aud"})
    void refusesWhatDoesNotSayForWhatForWhomAndHowLong(String missing) {
        Map<String, Object> less = said();
        less.remove(missing);
        ehr.opaque.put(TOKEN, less);
        assertRefused(TOKEN, Why.CLAIMS);
    }

    @Test
    void refusesATokenForSomebodyElseOrFromSomewhereElse() {
        ehr.opaque.put(TOKEN, with("aud", ehr.fhirBase()));
        assertRefused(TOKEN, Why.CLAIMS);
        ehr.opaque.put(TOKEN, with("iss", "https://evil.example"));
        assertRefused(TOKEN, Why.CLAIMS);
        ehr.opaque.put(TOKEN, with("patient", "../Practitioner/dr1"));
        assertRefused(TOKEN, Why.CLAIMS);
        ehr.opaque.put(TOKEN, with("patient", 7));
        assertRefused(TOKEN, Why.CLAIMS);
    }

    @Test
    void refusesATokenThatIsOverWhateverTheEhrSaysOfIt() {
        ehr.opaque.put(TOKEN, with("exp", clock.instant().minusSeconds(61).getEpochSecond()));
        assertRefused(TOKEN, Why.TIME);
    }

    @Test
    void asksOnceForHalfAMinuteAndNeverBelievesPastTheEnd() {
        ehr.opaque.put(TOKEN, with("exp", clock.instant().plusSeconds(10).getEpochSecond()));
        accepted(TOKEN);
        accepted(TOKEN);
        assertThat(ehr.asked(INTROSPECT)).isEqualTo(1);
        clock.step(Duration.ofSeconds(11));
        ehr.opaque.put(TOKEN, Map.of("active", false));
        assertRefused(TOKEN, Why.INACTIVE);
        assertThat(ehr.asked(INTROSPECT)).isEqualTo(2);
    }

    @Test
    void asksAgainAfterHalfAMinuteSoThatARevokedTokenIsFound() {
        accepted(TOKEN);
        ehr.opaque.put(TOKEN, Map.of("active", false));
        accepted(TOKEN);
        clock.step(Duration.ofSeconds(31));
        assertRefused(TOKEN, Why.INACTIVE);
    }

    @Test
    void neverAsksAboutWhatIsMadeLikeASignedToken() throws Exception {
        RSAKey own = SigningKeys.rsa("ehr-rsa", JWSAlgorithm.RS256);
        String forged = StrictEhr.signed(
                own,
                JWSAlgorithm.RS256,
                SignedJWT.parse(ehr.accessToken(FACADE, claims -> {})).getJWTClaimsSet());
        ehr.opaque.put(forged, said());
        assertRefused(forged, Why.SIGNATURE);
        assertThat(ehr.asked(INTROSPECT)).isZero();
    }

    @Test
    void admitsNobodyWhileTheEhrCannotBeAsked() {
        ehr.introspectionStatus = 500;
        assertThat(verify(TOKEN)).isInstanceOf(CallerCheck.Unverifiable.class);
        ehr.introspectionStatus = 404;
        assertThat(verify(TOKEN)).isInstanceOf(CallerCheck.Unverifiable.class);
    }

    @Test
    void case22SendsATokenToNoAddressThatIsNotTheEhrs() {
        ehr.configuration.put("introspection_endpoint", "https://evil.example/introspect");
        assertThat(verify(TOKEN)).isInstanceOf(CallerCheck.Unverifiable.class);
        tokens = tokens(Optional.of(new Ehr.Introspection(Optional.of(URI.create("https://evil.example/introspect")))));
        assertThat(verify(TOKEN)).isEqualTo(new CallerCheck.Unverifiable(AuthorizationFailed.Reason.ELSEWHERE));
        assertThat(ehr.asked(INTROSPECT)).isZero();
    }

    @Test
    void asksAtTheAddressOfTheSettingWhereDiscoveryNamesNone() {
        ehr.configuration.remove("introspection_endpoint");
        assertThat(verify(TOKEN)).isInstanceOf(CallerCheck.Unverifiable.class);
        tokens = tokens(Optional.of(new Ehr.Introspection(Optional.of(URI.create(ehr.issuer() + INTROSPECT)))));
        accepted(TOKEN);
    }

    @Test
    void manyAtOnceAreAnsweredEachForItself() throws Exception {
        List<Callable<CallerCheck>> calls = new ArrayList<>();
        for (int at = 0; at < 8; at++) {
            String one = "opaque_" + at;
            ehr.opaque.put(one, with("patient", "p" + at));
            calls.add(() -> verify(one));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<CallerCheck>> checks = threads.invokeAll(calls);
            for (int at = 0; at < checks.size(); at++) {
                assertThat(((CallerCheck.Accepted) checks.get(at).get())
                                .caller()
                                .patient())
                        .contains("p" + at);
            }
        }
    }

    private Map<String, Object> said() {
        Map<String, Object> said = new HashMap<>();
        said.put("active", true);
        said.put("scope", "patient/Observation.rs");
        said.put("client_id", "ward-caller");
        said.put("sub", "user-1");
        said.put("aud", FACADE);
        said.put("exp", clock.instant().plusSeconds(300).getEpochSecond());
        said.put("patient", "p1");
        said.put("encounter", "e1");
        said.put("fhirUser", ehr.fhirBase() + "/Practitioner/dr1");
        return said;
    }

    private Map<String, Object> with(String name, Object value) {
        Map<String, Object> said = said();
        said.put(name, value);
        return said;
    }

    private CallerTokens tokens(Optional<Ehr.Introspection> introspection) {
        Ehr usual = ehr.registered("ward", SigningAlgorithm.RS384);
        EhrRegistry registry = new EhrRegistry(
                URI.create("http://localhost:8080"),
                List.of(new Ehr(
                        usual.id(),
                        usual.name(),
                        usual.fhirBase(),
                        usual.issuer(),
                        usual.backend(),
                        usual.app(),
                        usual.network(),
                        usual.searchPlan(),
                        usual.models(),
                        new Ehr.Trust(Optional.empty(), false, introspection))));
        SmartConfigurations configurations = new SmartConfigurations(http, clock);
        BackendTokens own = new BackendTokens(registry, new TokenRequests(http, configurations, keys, clock), clock);
        return new CallerTokens(
                registry,
                new EhrTokens(http, configurations, clock),
                new Introspections(http, configurations, keys, own, clock),
                http);
    }

    private CallerCheck verify(String token) {
        return tokens.verify(WARD, "Bearer " + token);
    }

    private Caller accepted(String token) {
        CallerCheck check = verify(token);
        assertThat(check).isInstanceOf(CallerCheck.Accepted.class);
        return ((CallerCheck.Accepted) check).caller();
    }

    private void assertRefused(String token, Why why) {
        assertThat(verify(token)).isEqualTo(new CallerCheck.Invalid(why));
    }
}
