package org.anamnesis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.anamnesis.smart.SigningKeys;
import org.anamnesis.smart.StrictEhr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One browser at two nodes behind one address, on PostgreSQL; then the first node is killed. The numbers are those of the
 * catalogue of attack cases.
 */
class SessionsIT {

    @TempDir
    private static Path directory;

    private static StrictEhr ehr;
    private static EmbeddedPostgres postgres;
    private static WildFly node;
    private static WildFly other;

    private final Browser browser = new Browser();

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("postgres"))
                .start();
        ehr = new StrictEhr(Clock.systemUTC());
        ehr.configuration.put("revocation_endpoint", ehr.issuer() + "/oauth2/revoke");
        Files.writeString(
                directory.resolve("keys.json"),
                new JWKSet(List.of(SigningKeys.CLIENT_RSA, (JWK) SigningKeys.CLIENT_EC)).toString(false));
        node = node("one", "http://localhost:PORT");
        other = node("two", node.origin());
    }

    @AfterAll
    static void stop() throws IOException {
        for (WildFly one : new WildFly[] {node, other}) {
            if (one != null) {
                one.close();
            }
        }
        ehr.close();
        postgres.close();
    }

    private static WildFly node(String name, String address) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("anamnesis.base-url", address);
        settings.put("anamnesis.keys", directory.resolve("keys.json").toString());
        settings.put("anamnesis.ehrs", "ward");
        settings.put("anamnesis.ehr.ward.fhir-base", ehr.fhirBase());
        settings.put("anamnesis.ehr.ward.issuer", ehr.issuer());
        settings.put("anamnesis.ehr.ward.backend-client-id", "backend");
        settings.put("anamnesis.ehr.ward.app-client-id", "app");
        settings.put("anamnesis.ehr.ward.allow-loopback-http", "true");
        return new WildFly(
                Path.of(System.getProperty("jboss.home")),
                directory.resolve(name),
                settings,
                Map.of(
                        "ANAMNESIS_DATA_KEYS",
                        "one:" + key("of text at rest, in a test only.."),
                        "ANAMNESIS_AUDIT_KEYS",
                        "trail:" + key("of an audit trail, in a test only"),
                        "ANAMNESIS_DB_DRIVER",
                        "postgresql",
                        "ANAMNESIS_DB_URL",
                        "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                        "ANAMNESIS_DB_USER",
                        "postgres",
                        "ANAMNESIS_DB_PASSWORD",
                        "postgres"));
    }

    private static String key(String words) {
        return Base64.getEncoder().encodeToString(words.substring(0, 32).getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void case38AChartIsOpenOnEveryNodeUntilItIsClosedOnOneOrTheLastNodeIsGone() throws Exception {
        String closed = launch();
        String kept = launch();
        JsonNode there = context(other, closed);
        assertThat(there).isEqualTo(context(node, closed));
        assertThat(there.path("patient").path("name").asText()).isEqualTo("Ada M. Example");

        HttpResponse<String> close = browser.post(
                node.origin() + closed + "api/close",
                "{}",
                "X-Launch-Token",
                there.path("csrf").asText(),
                "Origin",
                node.origin());
        assertThat(close.statusCode()).isEqualTo(204);
        assertThat(browser.get(other.origin() + closed + "api/context").statusCode())
                .isEqualTo(404);
        awaitRevoked();

        node.kill();
        assertThat(context(other, kept).path("csrf").asText()).isNotEmpty();
        String token = context(other, kept).path("csrf").asText();
        assertThat(browser.post(
                                other.origin() + kept + "api/close",
                                "{}",
                                "X-Launch-Token",
                                token,
                                "Origin",
                                node.origin())
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.get(other.origin() + kept + "api/context").statusCode())
                .isEqualTo(401);
    }

    /** The EHR is told afterwards; nobody who closes a chart waits for that. */
    private static void awaitRevoked() throws InterruptedException {
        String token = "";
        while (token != null && !token.startsWith("refresh-")) {
            token = ehr.revoked.poll(20, TimeUnit.SECONDS);
        }
        assertThat(token).as("a revoked refresh token").isNotNull();
    }

    private JsonNode context(WildFly at, String page) throws Exception {
        HttpResponse<String> answer = browser.get(at.origin() + page + "api/context");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    /** Begins at one node and comes back to the other; gives the page's path. */
    private String launch() throws Exception {
        HttpResponse<String> start = browser.get(
                node.origin() + "/app/launch?launch=handle&iss=" + encoded(ehr.fhirBase()),
                "Sec-Fetch-Dest",
                "document");
        URI back = URI.create(
                ehr.agree(URI.create(start.headers().firstValue("Location").orElseThrow())));
        HttpResponse<String> end = browser.get(other.origin() + back.getRawPath() + "?" + back.getRawQuery());
        return URI.create(end.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
