package org.anamnesis.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.anamnesis.conformance.Requirement;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.SigningAlgorithm;
import org.anamnesis.smart.AuthorizationFailed.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackendTokensTest {

    private static final EhrId WARD = new EhrId("ward");
    private static final String TOKEN = "/oauth2/token";

    @TempDir
    private Path directory;

    private final SteppedClock clock = new SteppedClock();
    private final StrictEhr ehr = new StrictEhr(clock);
    private final EhrHttp http = new EhrHttp();
    private BackendTokens tokens;

    @BeforeEach
    void registerWithRsa() throws Exception {
        tokens = tokens(SigningAlgorithm.RS384);
    }

    @AfterEach
    void stop() {
        http.close();
        ehr.close();
    }

    @ParameterizedTest
    @EnumSource(SigningAlgorithm.class)
    @Requirement({226, 229, 233, 234, 235, 236, 237, 238})
    void getsATokenWithBothAlgorithms(SigningAlgorithm algorithm) throws Exception {
        Bearer token = tokens(algorithm).tokenFor(WARD);
        assertThat(token.value()).startsWith("access-");
        assertThat(token.scopes()
                        .covers(ResourceScope.parse("patient/Observation.rs").orElseThrow()))
                .isTrue();
        Map<String, String> form = ehr.lastForm();
        assertThat(form)
                .containsEntry("grant_type", "client_credentials")
                .containsOnlyKeys("grant_type", "scope", "client_assertion", "client_assertion_type");
        SignedJWT assertion = SignedJWT.parse(form.get("client_assertion"));
        assertThat(assertion.getHeader().getAlgorithm().getName()).isEqualTo(algorithm.name());
        assertThat(assertion.getJWTClaimsSet().getAudience()).containsExactly(ehr.issuer() + TOKEN);
    }

    @Test
    @Requirement(263)
    void keepsATokenUntilShortlyBeforeItExpires() {
        Bearer first = tokens.tokenFor(WARD);
        clock.step(Duration.ofSeconds(239));
        assertThat(tokens.tokenFor(WARD)).isEqualTo(first);
        clock.step(Duration.ofSeconds(1));
        assertThat(tokens.tokenFor(WARD)).isNotEqualTo(first);
        assertThat(ehr.asked(TOKEN)).isEqualTo(2);
    }

    @Test
    void keepsAShortTokenForMostOfItsLife() {
        ehr.lifetimeSeconds = 20;
        Bearer first = tokens.tokenFor(WARD);
        clock.step(Duration.ofSeconds(15));
        assertThat(tokens.tokenFor(WARD)).isEqualTo(first);
    }

    @Test
    void asksOnceHoweverManyWait() throws Exception {
        ehr.tokenDelay = Duration.ofMillis(100);
        Callable<Bearer> ask = () -> tokens.tokenFor(WARD);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Bearer>> all =
                    threads.invokeAll(IntStream.range(0, 50).mapToObj(at -> ask).toList());
            for (Future<Bearer> one : all) {
                assertThat(one.get()).isEqualTo(all.getFirst().get());
            }
        }
        assertThat(ehr.asked(TOKEN)).isEqualTo(1);
    }

    @Test
    void pausesAfterARefusalInsteadOfStorming() {
        ehr.tokenStatus = 400;
        ehr.tokenError = "invalid_client";
        for (int at = 0; at < 20; at++) {
            assertThat(failure()).isEqualTo(Reason.CLIENT_REFUSED);
        }
        assertThat(ehr.asked(TOKEN)).isEqualTo(1);
        clock.step(Duration.ofSeconds(5));
        assertThat(failure()).isEqualTo(Reason.CLIENT_REFUSED);
        clock.step(Duration.ofSeconds(5));
        assertThat(failure()).isEqualTo(Reason.CLIENT_REFUSED);
        assertThat(ehr.asked(TOKEN)).isEqualTo(2);
        ehr.tokenStatus = 200;
        clock.step(Duration.ofSeconds(5));
        assertThat(tokens.tokenFor(WARD).value()).startsWith("access-");
    }

    @Test
    void asksForTheConfigurationAgainAfterAClientWasRefused() {
        tokens.tokenFor(WARD);
        clock.step(Duration.ofSeconds(300));
        ehr.tokenStatus = 401;
        ehr.tokenError = "invalid_client";
        assertThat(failure()).isEqualTo(Reason.CLIENT_REFUSED);
        clock.step(Duration.ofSeconds(5));
        ehr.tokenStatus = 200;
        tokens.tokenFor(WARD);
        assertThat(ehr.asked("/fhir/.well-known/smart-configuration")).isEqualTo(2);
    }

    @Test
    void getsAnotherTokenOnceTheEhrRefusedOne() {
        Bearer first = tokens.tokenFor(WARD);
        tokens.refused(WARD, first);
        Bearer second = tokens.tokenFor(WARD);
        assertThat(second).isNotEqualTo(first);
        tokens.refused(WARD, first);
        assertThat(tokens.tokenFor(WARD)).isEqualTo(second);
    }

    @Test
    void refusesATokenOfAnotherTypeAndAnAnswerThatIsNone() {
        ehr.tokenAnswer = answer -> Map.of("access_token", "access-1", "token_type", "mac", "expires_in", 300);
        assertThat(failure()).isEqualTo(Reason.UNUSABLE);
        clock.step(Duration.ofMinutes(1));
        ehr.tokenAnswer = answer -> Map.of("token_type", "bearer");
        assertThat(failure()).isEqualTo(Reason.UNUSABLE);
        clock.step(Duration.ofMinutes(1));
        ehr.tokenStatus = 503;
        assertThat(failure()).isEqualTo(Reason.UNUSABLE);
    }

    @Test
    void keepsNoTokenInWords() {
        Bearer token = tokens.tokenFor(WARD);
        assertThat(token.toString()).doesNotContain(token.value());
    }

    private Reason failure() {
        return catchThrowableOfType(AuthorizationFailed.class, () -> tokens.tokenFor(WARD))
                .reason();
    }

    private BackendTokens tokens(SigningAlgorithm algorithm) throws Exception {
        SmartConfigurations configurations = new SmartConfigurations(http, clock);
        EhrRegistry registry =
                new EhrRegistry(URI.create("http://localhost:8080"), List.of(ehr.registered("ward", algorithm)));
        return new BackendTokens(
                registry, new TokenRequests(http, configurations, SigningKeys.client(directory), clock), clock);
    }
}
