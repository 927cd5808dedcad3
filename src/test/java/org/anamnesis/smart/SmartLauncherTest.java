package org.anamnesis.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.ehr.ClientAuthentication;
import org.anamnesis.ehr.ClientAuthentication.Secret;
import org.anamnesis.ehr.ClientAuthentication.SignedAssertion;
import org.anamnesis.ehr.ClientAuthentication.Unproven;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.Registration;
import org.anamnesis.ehr.SigningAlgorithm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Our client against smart-on-fhir/smart-launcher-v2, a simulator that others wrote: ten flows. {@code deploy/interoperability}
 * runs it with the address of a running one; without an address it is skipped.
 */
class SmartLauncherTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SCOPES = new LinkedHashSet<>(
            List.of("launch", "openid", "fhirUser", "offline_access", "patient/Patient.rs", "patient/Observation.rs"));

    @TempDir
    private Path directory;

    private final HttpClient browser = HttpClient.newHttpClient();
    private final EhrHttp http = new EhrHttp();
    private final SteppedClock clock = new SteppedClock(Clock.systemUTC().instant());
    private String launcher = "";
    private HttpServer records;

    @BeforeEach
    void start() throws IOException {
        launcher = System.getProperty("anamnesis.launcher", "");
        assumeTrue(!launcher.isEmpty(), "no address of a smart-launcher-v2: see deploy/interoperability");
        records = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        records.createContext("/fhir/", exchange -> {
            String path = exchange.getRequestURI().getPath().substring("/fhir/".length());
            int slash = path.indexOf('/');
            byte[] body = ("{\"resourceType\":\"" + (slash < 0 ? path : path.substring(0, slash)) + "\",\"id\":\""
                            + path.substring(slash + 1) + "\",\"name\":[{\"text\":\"Ada Example\"}]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/fhir+json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        records.start();
    }

    @AfterEach
    void stop() {
        http.close();
        browser.close();
        if (records != null) {
            records.stop(0);
        }
    }

    @Test
    void flow01AnEhrLaunchOfAPublicClientByGet() throws Exception {
        HttpResponse<String> launch = get(launcher
                + "/launcher?fhir_ver=4&patient=p1&provider=d1&encounter=e1&skip_login=1&skip_auth=1&launch_uri="
                + "http://localhost:8080/app/launch");
        Map<String, List<String>> asked = URLUtils.parseParameters(
                URI.create(launch.headers().firstValue("Location").orElseThrow())
                        .getRawQuery());
        String iss = asked.get("iss").getFirst();
        Launched launched = launched(iss, new Unproven());
        LaunchStart start = launched.client.begin(iss, sim("0", "0", "", "", ""));
        assertThat(asked.get("launch").getFirst()).isNotBlank();
        assertOpened(complete(launched, start, false));
    }

    @Test
    void flow02AnEhrLaunchOfAPublicClientByPost() throws Exception {
        String iss = launcher + "/v/r4/fhir";
        Launched launched = launched(iss, new Unproven());
        assertOpened(complete(launched, launched.client.begin(iss, sim("0", "0", "", "", "")), true));
    }

    @Test
    void flow03AStandaloneLaunchOfAPublicClientThatReadsItsPatient() throws Exception {
        Launched launched = launched(standalone("2", "0", "", "", ""), new Unproven());
        OpenedChart chart = assertOpened(complete(launched, launched.client.beginAlone("ward"), false));
        BannerReader reader = new BannerReader(http);
        assertThat(reader.patient(chart).name()).contains("Ada Example");
        assertThat(reader.user(chart)).contains("Ada Example");
    }

    @Test
    // The simulator does not undo the encoding of RFC 6749, 2.3.1: only a secret of plain letters passes it.
    void flow04AClientWithASecretAndOneWithAWrongOne() throws Exception {
        String base = standalone("2", "1", "secret", "", "");
        Launched right = launched(base, new Secret("secret"));
        assertOpened(complete(right, right.client.beginAlone("ward"), false));
        Launched wrong = launched(base, new Secret("another"));
        assertRefused(complete(wrong, wrong.client.beginAlone("ward"), false), LaunchRefusal.REQUEST_REFUSED);
    }

    @ParameterizedTest
    @EnumSource(SigningAlgorithm.class)
    void flow05And06AClientThatSigns(SigningAlgorithm algorithm) throws Exception {
        Launched launched = launched(standalone("2", "2", "", "", published()), new SignedAssertion(algorithm));
        OpenedChart chart = assertOpened(complete(launched, launched.client.beginAlone("ward"), false));
        String before = chart.access().bearer().value();
        clock.step(Duration.ofDays(1));
        assertThat(chart.access().bearer().value()).as("flow 9, renewed").isNotEqualTo(before);
    }

    @Test
    void flow06AKeyThatWasNotRegisteredOpensNothing() throws Exception {
        String others = "{\"keys\":["
                + SigningKeys.ec("others", com.nimbusds.jose.jwk.Curve.P_384, com.nimbusds.jose.JWSAlgorithm.ES384)
                        .toPublicJWK()
                        .toJSONString()
                + "]}";
        Launched launched = launched(standalone("2", "2", "", "", others), new SignedAssertion(SigningAlgorithm.ES384));
        assertRefused(complete(launched, launched.client.beginAlone("ward"), false), LaunchRefusal.REQUEST_REFUSED);
    }

    @ParameterizedTest
    @EnumSource(SigningAlgorithm.class)
    void flow07And08ABackendServiceThatReads(SigningAlgorithm algorithm) throws Exception {
        String base = standalone("4", "3", "", "", published());
        Ehr ehr = ehr(base, new Unproven(), algorithm);
        SmartConfigurations configurations = new SmartConfigurations(http, clock);
        Bearer token = new BackendTokens(
                        new EhrRegistry(URI.create("http://localhost:8080"), List.of(ehr)),
                        new TokenRequests(http, configurations, SigningKeys.client(directory), clock),
                        clock)
                .tokenFor(ehr.id());
        assertThat(token.scopes()
                        .covers(ResourceScope.parse("system/Patient.rs").orElseThrow()))
                .isTrue();
        assertThat(http.getResource(ehr, "Patient/p1", token).getStatusCode()).isEqualTo(200);
    }

    @Test
    void flow09TheTokenIsOneThatTheServerKnows() throws Exception {
        Launched launched = launched(standalone("2", "0", "", "", ""), new Unproven());
        OpenedChart chart = assertOpened(complete(launched, launched.client.beginAlone("ward"), false));
        String token = chart.access().bearer().value();
        HttpResponse<String> known = browser.send(
                HttpRequest.newBuilder(URI.create(launcher + "/v/r4/auth/introspect"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("token=" + token))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(known.body()).contains("\"active\":true");
    }

    @ParameterizedTest
    @CsvSource({
        "auth_invalid_client_id, REQUEST_REFUSED",
        "auth_invalid_redirect_uri, REQUEST_REFUSED",
        "auth_invalid_scope, REQUEST_REFUSED",
        "token_invalid_token, REQUEST_REFUSED"
    })
    void flow10EveryErrorThatItSimulatesIsARefusal(String error, LaunchRefusal why) throws Exception {
        Launched launched = launched(standalone("2", "0", "", error, ""), new Unproven());
        assertRefused(complete(launched, launched.client.beginAlone("ward"), false), why);
    }

    @Test
    void flow10ARefreshTokenThatIsOverEndsTheAccess() throws Exception {
        Launched launched = launched(standalone("2", "0", "", "token_expired_refresh_token", ""), new Unproven());
        OpenedChart chart = assertOpened(complete(launched, launched.client.beginAlone("ward"), false));
        clock.step(Duration.ofDays(1));
        assertThat(catchThrowableOfType(
                        AuthorizationFailed.class, () -> chart.access().bearer()))
                .isNotNull();
    }

    private String published() throws IOException {
        return SigningKeys.client(directory).published();
    }

    /** The simulator's options as it reads them: who is launched, how the client proves itself, what goes wrong. */
    private String sim(String type, String client, String secret, String error, String keys) {
        List<Object> options = List.of(
                Integer.valueOf(type),
                type.equals("4") ? "" : "p1",
                type.equals("4") ? "" : "d1",
                type.equals("4") ? "" : "e1",
                1,
                1,
                0,
                "",
                "",
                type.equals("4") ? "backend" : "app",
                secret,
                error,
                "",
                keys,
                Integer.valueOf(client),
                2,
                "http://127.0.0.1:" + records.getAddress().getPort() + "/fhir");
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(options));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String standalone(String type, String client, String secret, String error, String keys) {
        return launcher + "/v/r4/sim/" + sim(type, client, secret, error, keys) + "/fhir";
    }

    private Launched launched(String base, ClientAuthentication authentication) throws Exception {
        return new Launched(ehr(base, authentication, SigningAlgorithm.RS384), http, clock, directory);
    }

    private static Ehr ehr(String base, ClientAuthentication authentication, SigningAlgorithm backend) {
        return new Ehr(
                new EhrId("ward"),
                "Simulator",
                URI.create(base),
                URI.create(base),
                new Registration("backend", backend, Set.of("system/Patient.rs")),
                Optional.of(new Registration("app", authentication, SCOPES)),
                new Ehr.Network(List.of(), Set.of(), true, Duration.ofSeconds(20)));
    }

    private LaunchEnd complete(Launched launched, LaunchStart start, boolean asForm) throws Exception {
        LaunchStart.Redirect redirect = (LaunchStart.Redirect) start;
        URI authorization = redirect.authorization();
        HttpResponse<String> agreed = asForm
                ? browser.send(
                        HttpRequest.newBuilder(
                                        URI.create(authorization.toString().replaceAll("\\?.*", "")))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(authorization.getRawQuery()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                : get(authorization.toString());
        assertThat(agreed.statusCode()).as(agreed.body()).isBetween(300, 399);
        Map<String, List<String>> back = URLUtils.parseParameters(
                URI.create(agreed.headers().firstValue("Location").orElseThrow())
                        .getRawQuery());
        return launched.client.complete(new LaunchCallback(
                one(back, "state"),
                one(back, "code"),
                one(back, "error"),
                one(back, "iss"),
                Optional.of(redirect.binding())));
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(address)).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Optional<String> one(Map<String, List<String>> back, String name) {
        return Optional.ofNullable(back.get(name)).map(List::getFirst);
    }

    private static OpenedChart assertOpened(LaunchEnd end) {
        assertThat(end).isInstanceOf(LaunchEnd.Opened.class);
        OpenedChart chart = ((LaunchEnd.Opened) end).chart();
        assertThat(chart.patientId()).isEqualTo("p1");
        assertThat(chart.user().practitioner()).contains("Practitioner/d1");
        assertThat(chart.access().bearer().scopes().mayRead("Patient")).isTrue();
        return chart;
    }

    private static void assertRefused(LaunchEnd end, LaunchRefusal why) {
        assertThat(end).isInstanceOf(LaunchEnd.Refused.class);
        assertThat(((LaunchEnd.Refused) end).why()).isEqualTo(why);
    }
}
