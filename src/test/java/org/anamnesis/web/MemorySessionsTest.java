package org.anamnesis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.smart.AuthorizationFailed;
import org.anamnesis.smart.EhrHttp;
import org.anamnesis.smart.Launched;
import org.anamnesis.smart.OpenedChart;
import org.anamnesis.smart.SteppedClock;
import org.anamnesis.smart.StrictEhr;
import org.anamnesis.web.SessionStore.Lookup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers are those of the catalogue of attack cases. */
class MemorySessionsTest {

    @TempDir
    private Path directory;

    private final SteppedClock clock = new SteppedClock();
    private final StrictEhr ehr = new StrictEhr(clock);
    private final EhrHttp http = new EhrHttp();
    private final MemorySessions sessions = new MemorySessions(clock);
    private Launched launched;

    @BeforeEach
    void launch() throws Exception {
        ehr.lifetimeSeconds = Duration.ofDays(2).toSeconds();
        launched = new Launched(ehr, http, clock, directory);
    }

    @AfterEach
    void stop() {
        http.close();
        ehr.close();
    }

    @Test
    void case35KeepsTwoChartsOfOneSessionApart() {
        Launch one = launch("p1");
        Launch other = launch("p2");
        String session = sessions.open(one);
        assertThat(sessions.add(session, other)).isTrue();
        for (int at = 0; at < 1_000; at++) {
            Launch asked = at % 3 == 0 ? one : other;
            assertThat(sessions.find(session, asked.id())).isEqualTo(new Lookup.Open(asked));
            assertThat(((Lookup.Open) sessions.find(session, asked.id()))
                            .launch()
                            .patientId())
                    .isEqualTo(at % 3 == 0 ? "p1" : "p2");
        }
    }

    @Test
    void case41FindsAChartInItsOwnSessionOnly() {
        Launch mine = launch("p1");
        Launch yours = launch("p2");
        String my = sessions.open(mine);
        String your = sessions.open(yours);
        assertThat(sessions.find(my, yours.id())).isInstanceOf(Lookup.NotThisChart.class);
        assertThat(sessions.find(your, mine.id())).isInstanceOf(Lookup.NotThisChart.class);
        assertThat(sessions.find("unknown", mine.id())).isInstanceOf(Lookup.NoSession.class);
    }

    @Test
    void case33TakesNoOtherUserIntoASession() {
        String session = sessions.open(launch("p1"));
        ehr.idTokenClaims = claims -> claims.subject("user-2");
        assertThat(sessions.add(session, launch("p1"))).isFalse();
        assertThat(sessions.add("chosen-by-somebody", launch("p1"))).isFalse();
    }

    @Test
    void case38ForgetsASessionAndItsTokensAfterAQuarterOfAnHour() {
        Launch launch = launch("p1");
        String session = sessions.open(launch);
        clock.step(Duration.ofMinutes(14));
        assertThat(sessions.find(session, launch.id())).isInstanceOf(Lookup.Open.class);
        clock.step(Duration.ofMinutes(14));
        assertThat(sessions.find(session, launch.id())).isInstanceOf(Lookup.Open.class);
        clock.step(Duration.ofMinutes(15));
        assertThat(sessions.find(session, launch.id())).isInstanceOf(Lookup.NoSession.class);
        assertThatThrownBy(launch::bearer).isInstanceOf(AuthorizationFailed.class);
    }

    @Test
    void case38APageThatAsksByItselfKeepsNoSessionAlive() {
        Launch launch = launch("p1");
        String session = sessions.open(launch);
        for (int at = 0; at < 14; at++) {
            clock.step(Duration.ofMinutes(1));
            assertThat(sessions.peek(session, launch.id())).isEqualTo(new Lookup.Open(launch));
        }
        clock.step(Duration.ofMinutes(1));
        assertThat(sessions.peek(session, launch.id())).isInstanceOf(Lookup.NoSession.class);
        assertThat(sessions.peek("unknown", launch.id())).isInstanceOf(Lookup.NoSession.class);
    }

    @Test
    void case38EndsTheTokensOfASessionThatIsOverThoughNobodyAsks() {
        Launch left = launch("p1");
        sessions.open(left);
        clock.step(Duration.ofMinutes(14));
        Launch busy = launch("p2");
        String session = sessions.open(busy);
        clock.step(Duration.ofMinutes(1));
        sessions.sweep();
        assertThatThrownBy(left::bearer).isInstanceOf(AuthorizationFailed.class);
        assertThat(sessions.find(session, busy.id())).isInstanceOf(Lookup.Open.class);
    }

    @Test
    void endsASessionAfterHalfADayHoweverBusy() {
        Launch launch = launch("p1");
        String session = sessions.open(launch);
        for (int at = 0; at < 71; at++) {
            clock.step(Duration.ofMinutes(10));
            assertThat(sessions.find(session, launch.id())).isInstanceOf(Lookup.Open.class);
        }
        clock.step(Duration.ofMinutes(10));
        assertThat(sessions.find(session, launch.id())).isInstanceOf(Lookup.NoSession.class);
    }

    @Test
    void case38WipesTheTokensOfWhatIsClosed() {
        Launch one = launch("p1");
        Launch other = launch("p2");
        String session = sessions.open(one);
        sessions.add(session, other);
        sessions.close(session, one.id());
        assertThatThrownBy(one::bearer).isInstanceOf(AuthorizationFailed.class);
        assertThat(sessions.find(session, other.id())).isInstanceOf(Lookup.Open.class);
        sessions.close(session, other.id());
        assertThat(sessions.find(session, other.id())).isInstanceOf(Lookup.NoSession.class);
    }

    @Test
    void aTokenThatAnotherOpenChartHasTooIsForgottenAndNotRevoked() {
        ehr.configuration.put("revocation_endpoint", ehr.issuer() + "/oauth2/revoke");
        ehr.tokenAnswer = answer -> {
            Map<String, Object> changed = new HashMap<>(answer);
            changed.put("refresh_token", "refresh-of-both");
            return changed;
        };
        Launch one = launch("p1");
        Launch two = launch("p2");
        String session = sessions.open(one);
        sessions.add(session, two);
        sessions.close(session, one.id());
        assertThatThrownBy(one::bearer).isInstanceOf(AuthorizationFailed.class);
        assertThat(ehr.revoked).isEmpty();
        assertThat(two.bearer()).startsWith("access-");
        sessions.close(session, two.id());
        assertThat(ehr.revoked).as("nobody has it any more").contains("refresh-of-both");
    }

    @Test
    void closesTheOldestChartWhenASessionHasTooMany() {
        List<Launch> all = new ArrayList<>();
        all.add(launch("p1"));
        String session = sessions.open(all.getFirst());
        for (int at = 0; at < MemorySessions.MOST_LAUNCHES; at++) {
            all.add(launch("p1"));
            sessions.add(session, all.getLast());
        }
        assertThat(sessions.find(session, all.getFirst().id())).isInstanceOf(Lookup.NotThisChart.class);
        assertThat(sessions.find(session, all.get(1).id())).isInstanceOf(Lookup.Open.class);
    }

    @Test
    void endsTheLeastUsedSessionWhenThereAreTooMany() {
        OpenedChart chart = launched.chart(ehr);
        Set<String> ids = new HashSet<>();
        Launch first = Launch.of(chart, clock.instant());
        String oldest = sessions.open(first);
        Launch second = Launch.of(chart, clock.instant());
        String next = sessions.open(second);
        sessions.find(oldest, first.id());
        for (int at = 0; at < MemorySessions.MOST_SESSIONS - 1; at++) {
            assertThat(ids.add(sessions.open(Launch.of(chart, clock.instant()))))
                    .isTrue();
        }
        assertThat(sessions.find(next, second.id())).isInstanceOf(Lookup.NoSession.class);
        assertThat(sessions.find(oldest, first.id())).isInstanceOf(Lookup.Open.class);
    }

    private Launch launch(String patient) {
        ehr.context.put("patient", patient);
        return Launch.of(launched.chart(ehr), clock.instant());
    }
}
