package org.anamnesis.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.anamnesis.conformance.Requirement;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.Origin;
import org.anamnesis.ehr.SigningAlgorithm;
import org.anamnesis.smart.AuthorizationFailed.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartConfigurationsTest {

    private static final String WELL_KNOWN = "/fhir/.well-known/smart-configuration";

    private final SteppedClock clock = new SteppedClock();
    private final StrictEhr ehr = new StrictEhr(clock);
    private final EhrHttp http = new EhrHttp();
    private final SmartConfigurations configurations = new SmartConfigurations(http, clock);
    private final Ehr registered = ehr.registered("ward", SigningAlgorithm.RS384);

    @AfterEach
    void stop() {
        http.close();
        ehr.close();
    }

    @Test
    @Requirement({29, 226, 227})
    void readsWhereTheEndpointsAre() {
        SmartConfiguration found = configurations.of(registered);
        assertThat(found.tokenEndpoint()).hasToString(ehr.issuer() + "/oauth2/token");
        assertThat(found.authorizationEndpoint()).contains(URI.create(ehr.issuer() + "/oauth2/authorize"));
        assertThat(found.keys()).contains(URI.create(ehr.issuer() + "/oauth2/jwks"));
        assertThat(found.capabilities()).contains("permission-v2");
        assertThat(ehr.asked.getFirst().headers()).containsEntry("Accept", "application/json");
    }

    @Test
    @Requirement(379)
    void resolvesRelativeEndpointsAgainstTheFhirBase() {
        ehr.configuration.put("token_endpoint", "../oauth2/token");
        assertThat(configurations.of(registered).tokenEndpoint()).hasToString(ehr.issuer() + "/oauth2/token");
    }

    @Test
    void asksOnceAnHour() {
        configurations.of(registered);
        clock.step(Duration.ofMinutes(59));
        configurations.of(registered);
        assertThat(ehr.asked(WELL_KNOWN)).isEqualTo(1);
        clock.step(Duration.ofMinutes(1));
        configurations.of(registered);
        assertThat(ehr.asked(WELL_KNOWN)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "max-age=600, PT10M",
        "'public, max-age=600', PT10M",
        "no-store, PT1M",
        "max-age=5, PT1M",
        "max-age=999999, PT1H",
        "max-age=x, PT1H"
    })
    void asksAsOftenAsTheEhrWantsWithinBounds(String said, Duration kept) {
        ehr.cacheControl = said;
        configurations.of(registered);
        clock.step(kept.minusSeconds(1));
        configurations.of(registered);
        assertThat(ehr.asked(WELL_KNOWN)).isEqualTo(1);
        clock.step(Duration.ofSeconds(1));
        configurations.of(registered);
        assertThat(ehr.asked(WELL_KNOWN)).isEqualTo(2);
    }

    @Test
    void case22TellsNoOtherHostThatATokenIsDoneWith() {
        ehr.configuration.put("revocation_endpoint", "https://elsewhere.example/revoke");
        assertThat(configurations.of(registered).revocationEndpoint()).isEmpty();
    }

    @Test
    void case22RefusesEndpointsOfAnotherHost() {
        for (String name : List.of("token_endpoint", "authorization_endpoint", "jwks_uri")) {
            Object right = ehr.configuration.put(name, "https://elsewhere.example/x");
            assertThat(failure()).isEqualTo(Reason.ELSEWHERE);
            ehr.configuration.put(name, right);
            clock.step(Duration.ofSeconds(5));
        }
    }

    @Test
    void case22TakesAnotherHostThatTheConfigurationNames() {
        ehr.configuration.put("token_endpoint", "https://login.example.org/token");
        Ehr named = new Ehr(
                registered.id(),
                registered.name(),
                registered.fhirBase(),
                registered.issuer(),
                registered.backend(),
                registered.app(),
                new Ehr.Network(
                        List.of(), Set.of(new Origin("https://login.example.org")), true, Duration.ofSeconds(5)));
        assertThat(configurations.of(named).tokenEndpoint()).hasToString("https://login.example.org/token");
    }

    @Test
    void refusesAnotherIssuer() {
        ehr.configuration.put("issuer", ehr.issuer() + "/other");
        assertThat(failure()).isEqualTo(Reason.WRONG_ISSUER);
    }

    @Test
    void refusesAConfigurationWithoutATokenEndpoint() {
        ehr.configuration.remove("token_endpoint");
        assertThat(failure()).isEqualTo(Reason.UNUSABLE);
    }

    @Test
    void case21FollowsNoRedirect() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inside.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        HttpServer outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/", exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", "http://127.0.0.1:" + inside.getAddress().getPort() + "/");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        inside.start();
        outside.start();
        try {
            assertThat(failureAt("http://127.0.0.1:" + outside.getAddress().getPort()))
                    .isEqualTo(Reason.UNUSABLE);
            assertThat(asked).hasValue(0);
        } finally {
            inside.stop(0);
            outside.stop(0);
        }
    }

    @Test
    void case06HangsUpOnAnAnswerWithoutEnd() throws Exception {
        HttpServer endless = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endless.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = new byte[8192];
            java.util.Arrays.fill(blanks, (byte) ' ');
            try (exchange) {
                while (true) {
                    exchange.getResponseBody().write(blanks);
                }
            }
        });
        endless.start();
        try {
            assertThat(failureAt("http://127.0.0.1:" + endless.getAddress().getPort()))
                    .isEqualTo(Reason.UNUSABLE);
        } finally {
            endless.stop(0);
        }
    }

    @Test
    void saysWhenNobodyAnswers() {
        ehr.close();
        assertThat(failure()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void asksAnEhrThatFailedNotAgainForAMoment() {
        Object right = ehr.configuration.remove("token_endpoint");
        for (int at = 0; at < 20; at++) {
            assertThat(failure()).isEqualTo(Reason.UNUSABLE);
        }
        assertThat(ehr.asked(WELL_KNOWN)).isEqualTo(1);
        ehr.configuration.put("token_endpoint", right);
        clock.step(Duration.ofSeconds(5));
        assertThat(configurations.of(registered).tokenEndpoint()).hasToString(ehr.issuer() + "/oauth2/token");
    }

    private Reason failureAt(String origin) {
        Ehr there = new Ehr(
                registered.id(),
                registered.name(),
                URI.create(origin + "/fhir"),
                URI.create(origin),
                registered.backend(),
                registered.app(),
                registered.network());
        return catchThrowableOfType(AuthorizationFailed.class, () -> configurations.of(there))
                .reason();
    }

    private Reason failure() {
        return catchThrowableOfType(AuthorizationFailed.class, () -> configurations.of(registered))
                .reason();
    }
}
