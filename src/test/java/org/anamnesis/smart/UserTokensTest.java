package org.anamnesis.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.anamnesis.conformance.Requirement;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.smart.AuthorizationFailed.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers are those of the catalogue of attack cases. */
class UserTokensTest {

    private static final String TOKEN = "/oauth2/token";

    @TempDir
    private Path directory;

    private final SteppedClock clock = new SteppedClock();
    private final StrictEhr ehr = new StrictEhr(clock);
    private final EhrHttp http = new EhrHttp();
    private Launched launched;
    private UserTokens tokens;

    @BeforeEach
    void launch() throws Exception {
        ehr.configuration.put("revocation_endpoint", ehr.issuer() + "/oauth2/revoke");
        launched = new Launched(ehr, http, clock, directory);
        tokens = launched.chart(ehr).access();
    }

    @AfterEach
    void stop() {
        http.close();
        ehr.close();
    }

    @Test
    @Requirement({105, 108})
    void renewsAfterFourFifthsOfATokensLife() {
        Bearer first = tokens.bearer();
        clock.step(Duration.ofSeconds(239));
        assertThat(tokens.bearer()).isEqualTo(first);
        clock.step(Duration.ofSeconds(1));
        assertThat(tokens.bearer()).isNotEqualTo(first);
        assertThat(ehr.lastForm())
                .containsEntry("grant_type", "refresh_token")
                .containsOnlyKeys("grant_type", "refresh_token", "client_assertion", "client_assertion_type");
    }

    @Test
    @Requirement({106, 117})
    void usesEachRefreshTokenOnce() {
        for (int at = 0; at < 3; at++) {
            clock.step(Duration.ofMinutes(10));
            tokens.bearer();
        }
        assertThat(ehr.asked.stream()
                        .map(asked -> asked.form().get("refresh_token"))
                        .filter(java.util.Objects::nonNull))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void case32RenewsOnceForFiftyAtATime() throws Exception {
        clock.step(Duration.ofMinutes(4));
        ehr.tokenDelay = Duration.ofMillis(100);
        Callable<Bearer> ask = tokens::bearer;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Bearer>> all =
                    threads.invokeAll(IntStream.range(0, 50).mapToObj(at -> ask).toList());
            for (Future<Bearer> one : all) {
                assertThat(one.get()).isEqualTo(all.getFirst().get());
            }
        }
        assertThat(ehr.asked(TOKEN)).isEqualTo(2);
    }

    @Test
    void case32EndsForGoodWhenTheEhrRefusesTheRefreshToken() {
        clock.step(Duration.ofMinutes(4));
        ehr.tokenStatus = 400;
        ehr.tokenError = "invalid_grant";
        assertThat(failure()).isEqualTo(Reason.ENDED);
        ehr.tokenStatus = 200;
        assertThat(failure()).isEqualTo(Reason.ENDED);
        assertThat(ehr.asked(TOKEN)).isEqualTo(2);
    }

    @Test
    void keepsATokenThatStillServesWhileTheEhrIsAway() {
        Bearer first = tokens.bearer();
        clock.step(Duration.ofMinutes(4));
        ehr.tokenStatus = 503;
        for (int at = 0; at < 10; at++) {
            assertThat(tokens.bearer()).isEqualTo(first);
        }
        assertThat(ehr.asked(TOKEN)).isEqualTo(2);
        clock.step(Duration.ofMinutes(1));
        assertThat(failure()).isEqualTo(Reason.UNUSABLE);
        ehr.tokenStatus = 200;
        assertThat(tokens.bearer()).isNotEqualTo(first);
    }

    @Test
    void case31EndsWhenTheNewTokenIsForAnotherPatient() {
        clock.step(Duration.ofMinutes(4));
        ehr.tokenAnswer = answer -> {
            Map<String, Object> other = new HashMap<>(answer);
            other.put("patient", "p2");
            return other;
        };
        assertThat(failure()).isEqualTo(Reason.ENDED);
        assertThat(failure()).isEqualTo(Reason.ENDED);
    }

    @Test
    void endsWithTheTokenWhereThereIsNothingToRenewItWith() throws Exception {
        ehr.tokenAnswer = answer -> {
            Map<String, Object> less = new HashMap<>(answer);
            less.remove("refresh_token");
            return less;
        };
        UserTokens once = new Launched(ehr, http, clock, directory).chart(ehr).access();
        clock.step(Duration.ofSeconds(299));
        once.bearer();
        clock.step(Duration.ofSeconds(1));
        assertThat(catchThrowableOfType(AuthorizationFailed.class, once::bearer).reason())
                .isEqualTo(Reason.ENDED);
    }

    @Test
    void case32SendsNoRefreshTokenAgainWhoseRenewalWasLostOnTheWay() {
        MemoryPlace place = new MemoryPlace(held(clock.instant().plusSeconds(300)));
        UserTokens shared = sharing(place);
        clock.step(Duration.ofMinutes(4));
        HeldTokens held = place.read().orElseThrow();
        // A node took the turn, and was heard of no more.
        assertThat(place.replace(held, held.claimed(clock.instant().plusSeconds(20))))
                .isTrue();
        assertThat(shared.bearer()).as("serves meanwhile").isEqualTo(held.bearer());
        clock.step(Duration.ofSeconds(20));
        assertThat(shared.bearer()).as("and still").isEqualTo(held.bearer());
        assertThat(shared.isRenewable()).isFalse();
        clock.step(Duration.ofSeconds(40));
        assertThat(catchThrowableOfType(AuthorizationFailed.class, shared::bearer)
                        .reason())
                .isEqualTo(Reason.ENDED);
        assertThat(ehr.asked(TOKEN)).as("the launch's own").isEqualTo(1);
    }

    @Test
    void doesNotWaitForAnothersRenewalLongerThanForTheEhr() {
        MemoryPlace place = new MemoryPlace(held(clock.instant()));
        HeldTokens held = place.read().orElseThrow();
        assertThat(place.replace(held, held.claimed(clock.instant().plusSeconds(20))))
                .isTrue();
        assertThat(catchThrowableOfType(AuthorizationFailed.class, sharing(place)::bearer)
                        .reason())
                .isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void keepsWhatARenewalBroughtThoughTheEhrRefusedTheOldTokenMeanwhile() throws Exception {
        clock.step(Duration.ofMinutes(4));
        String old = tokens.held().orElseThrow().bearer().value();
        ehr.tokenAnswer = answer -> {
            tokens.refused(old);
            return answer;
        };
        Bearer fresh = tokens.bearer();
        assertThat(fresh.value()).isNotEqualTo(old);
        ehr.tokenAnswer = answer -> answer;
        assertThat(tokens.bearer()).isEqualTo(fresh);
        assertThat(ehr.asked(TOKEN)).isEqualTo(2);
    }

    private static HeldTokens held(Instant until) {
        return new HeldTokens(
                new Bearer("access-1", Scopes.NONE, until),
                until.minusSeconds(60),
                Optional.of("refresh-1"),
                Optional.empty(),
                0);
    }

    // Of an EHR that is not waited for long.
    private UserTokens sharing(TokenPlace place) {
        Ehr ward = launched.registry.all().iterator().next();
        Ehr hasty = new Ehr(
                ward.id(),
                ward.name(),
                ward.fhirBase(),
                ward.issuer(),
                ward.backend(),
                ward.app(),
                new Ehr.Network(List.of(), Set.of(), true, Duration.ofMillis(50)));
        return new UserTokens(new TokenRenewals.Of(hasty, ward.app().orElseThrow(), "p1"), launched.renewals, place);
    }

    @Test
    void whatIsKeptOfTokensComesBackAsItWas() {
        HeldTokens held = tokens.held().orElseThrow();
        assertThat(HeldTokens.parse(held.text(), held.version())).isEqualTo(held);
        HeldTokens refused = held.claimed(clock.instant()).refused();
        assertThat(HeldTokens.parse(refused.text(), refused.version())).isEqualTo(refused);
        assertThat(held.toString()).doesNotContain("access-", "refresh-");
    }

    @Test
    void givesNothingOnceItWasEnded() {
        tokens.end();
        assertThat(failure()).isEqualTo(Reason.ENDED);
    }

    @Test
    void case38EndingDoesNotWaitForARenewalThatThenBringsNothing() throws Exception {
        clock.step(Duration.ofMinutes(4));
        CountDownLatch answering = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        ehr.tokenAnswer = answer -> {
            answering.countDown();
            await(ended);
            return answer;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Reason> renewal = threads.submit(this::failure);
            await(answering);
            tokens.end();
            ended.countDown();
            assertThat(renewal.get()).isEqualTo(Reason.ENDED);
        }
        assertThat(failure()).isEqualTo(Reason.ENDED);
    }

    // Shorter than the EHR's timeout: who waits for the renewal fails here.
    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(3, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Reason failure() {
        return catchThrowableOfType(AuthorizationFailed.class, tokens::bearer).reason();
    }

    @Test
    void case38TellsTheEhrThatItsTokensAreDoneWith() {
        String access = tokens.bearer().value();
        tokens.end();
        assertThat(ehr.revoked).hasSize(2).contains(access).anyMatch(token -> token.startsWith("refresh-"));
        tokens.end();
        assertThat(ehr.asked("/oauth2/revoke")).isEqualTo(2);
    }

    @Test
    void endsAllTheSameWhereTheEhrIsAway() {
        ehr.close();
        tokens.end();
        assertThatThrownBy(tokens::bearer).isInstanceOf(AuthorizationFailed.class);
    }

    @Test
    void saysWhetherTheAccessCanBeRenewed() {
        assertThat(tokens.isRenewable()).isTrue();
        tokens.end();
        assertThat(tokens.isRenewable()).isFalse();
    }
}
