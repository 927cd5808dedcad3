package org.anamnesis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.anamnesis.audit.TrailDatabase;
import org.anamnesis.background.BackgroundWork.Next;
import org.anamnesis.smart.AuthorizationFailed;
import org.anamnesis.smart.EhrHttp;
import org.anamnesis.smart.Launched;
import org.anamnesis.smart.SteppedClock;
import org.anamnesis.smart.StrictEhr;
import org.anamnesis.store.KeptSessions;
import org.anamnesis.store.Seal;
import org.anamnesis.store.SealKeys;
import org.anamnesis.web.SessionStore.Lookup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that are over end in every frame, with the tokens that the EHR gave for them. */
class SessionEndsTest {

    @TempDir
    private Path directory;

    private final SteppedClock clock = new SteppedClock();
    private final StrictEhr ehr = new StrictEhr(clock);
    private final EhrHttp http = new EhrHttp();
    private final TrailDatabase database = new TrailDatabase();
    private Launched launched;
    private SessionStore sessions;

    @BeforeEach
    void start() throws Exception {
        ehr.lifetimeSeconds = Duration.ofDays(2).toSeconds();
        ehr.configuration.put("revocation_endpoint", ehr.issuer() + "/oauth2/revoke");
        launched = new Launched(ehr, http, clock, directory);
        Seal seal = SealKeys.read(Optional.of("one:" + "QUFB".repeat(10) + "QUE="), directory.resolve("none"));
        sessions = new SharedSessions(
                new KeptSessions(database.source(), seal, MemorySessions.BOUNDS), launched.keeper, clock);
    }

    @AfterEach
    void stop() {
        http.close();
        ehr.close();
        database.close();
    }

    @Test
    void case38WhatIsOverEndsInEveryFrameAndItsTokensAreRevokedThoughNobodyAsks() {
        Launch one = launch("p1");
        Launch other = launch("p2");
        String session = sessions.open(one);
        assertThat(sessions.add(session, other)).isTrue();
        Launch inOneFrame = open(session, one);
        Launch inTheSecond = open(session, one);
        Launch inAnother = open(session, other);
        clock.step(Duration.ofMinutes(15));
        assertThat(new SessionEnds(sessions, clock).run(""))
                .isEqualTo(new Next.Again(clock.instant().plusSeconds(60)));
        for (Launch held : new Launch[] {inOneFrame, inTheSecond, inAnother}) {
            assertThatThrownBy(held::bearer).isInstanceOf(AuthorizationFailed.class);
            assertThat(sessions.find(session, held.id())).isInstanceOf(Lookup.NoSession.class);
        }
        assertThat(ehr.revoked)
                .as("access and renewal of both charts")
                .hasSize(4)
                .doesNotHaveDuplicates();
    }

    @Test
    void case38LeavingAChartEndsItInEveryFrameAndRevokesItsTokensAlone() {
        Launch one = launch("p1");
        Launch other = launch("p2");
        String session = sessions.open(one);
        sessions.add(session, other);
        Launch inOneFrame = open(session, one);
        Launch inTheSecond = open(session, one);
        sessions.close(session, one.id());
        assertThatThrownBy(inOneFrame::bearer).isInstanceOf(AuthorizationFailed.class);
        assertThatThrownBy(inTheSecond::bearer).isInstanceOf(AuthorizationFailed.class);
        assertThat(sessions.find(session, one.id())).isInstanceOf(Lookup.NotThisChart.class);
        assertThat(open(session, other).bearer()).startsWith("access-");
        assertThat(ehr.revoked).hasSize(2);
    }

    @Test
    void endsNothingThatSomebodyUsesAndAsksAgainInAMinute() {
        Launch launch = launch("p1");
        String session = sessions.open(launch);
        clock.step(Duration.ofMinutes(14));
        new SessionEnds(sessions, clock).run("");
        assertThat(open(session, launch).bearer()).startsWith("access-");
        assertThat(ehr.revoked).isEmpty();
    }

    @Test
    void leavesSessionsOfOneProcessToThatProcess() {
        assertThat(new SessionEnds(new MemorySessions(clock), clock).run("")).isEqualTo(new Next.Done());
    }

    private Launch open(String session, Launch launch) {
        return ((Lookup.Open) sessions.find(session, launch.id())).launch();
    }

    private Launch launch(String patient) {
        ehr.context.put("patient", patient);
        return Launch.of(launched.chart(ehr), clock.instant());
    }
}
