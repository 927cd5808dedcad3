package org.anamnesis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.anamnesis.audit.TrailDatabase;
import org.anamnesis.smart.AuthorizationFailed;
import org.anamnesis.smart.AuthorizationFailed.Reason;
import org.anamnesis.smart.EhrHttp;
import org.anamnesis.smart.Launched;
import org.anamnesis.smart.SteppedClock;
import org.anamnesis.smart.StrictEhr;
import org.anamnesis.store.KeptSessions;
import org.anamnesis.store.Seal;
import org.anamnesis.store.SealKeys;
import org.anamnesis.store.SessionBounds;
import org.anamnesis.web.SessionStore.Lookup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database. The numbers are those of the catalogue of attack cases. */
class SharedSessionsTest {

    private static final String TOKEN = "/oauth2/token";
    private static final String DATA_KEYS = "one:" + "QUFB".repeat(10) + "QUE=";

    @TempDir
    private Path directory;

    private final SteppedClock clock = new SteppedClock();
    private final StrictEhr ehr = new StrictEhr(clock);
    private final EhrHttp http = new EhrHttp();
    private final TrailDatabase database = new TrailDatabase();
    private Launched launched;
    private SessionStore node;
    private SessionStore other;

    @BeforeEach
    void start() throws Exception {
        ehr.configuration.put("revocation_endpoint", ehr.issuer() + "/oauth2/revoke");
        launched = new Launched(ehr, http, clock, directory);
        node = node(MemorySessions.BOUNDS, launched);
        other = node(MemorySessions.BOUNDS, new Launched(ehr, http, clock, directory));
    }

    @AfterEach
    void stop() {
        http.close();
        ehr.close();
        database.close();
    }

    @Test
    void aChartOpenedOnOneNodeIsTheSameOnTheOther() {
        ehr.context.put("intent", "triage");
        ehr.context.put(
                "fhirContext",
                List.of(Map.of("reference", "ImagingStudy/7"), Map.of("canonical", "urn:x", "role", "r")));
        Launch launch = launch("p1");
        String session = node.open(launch);
        Launch found = open(other, session, launch);
        assertThat(found.id()).isEqualTo(launch.id());
        assertThat(found.token()).isEqualTo(launch.token());
        assertThat(found.openedAt()).isEqualTo(launch.openedAt());
        assertThat(found.actor()).isEqualTo(launch.actor());
        assertThat(found.chart())
                .usingRecursiveComparison()
                .ignoringFields("access")
                .isEqualTo(launch.chart());
        assertThat(found.chart().context().intent()).hasValue("triage");
        assertThat(found.chart().context().resources()).hasSize(2);
        assertThat(found.scopes()).isEqualTo(open(node, session, launch).scopes());
        assertThat(found.mayRead("Condition")).isTrue();
        assertThat(found.bearer()).isEqualTo(open(node, session, launch).bearer());
    }

    @Test
    void aRestartEndsNoSession() throws Exception {
        Launch launch = launch("p1");
        String session = node.open(launch);
        clock.step(Duration.ofMinutes(10));
        SessionStore restarted = node(MemorySessions.BOUNDS, new Launched(ehr, http, clock, directory));
        assertThat(open(restarted, session, launch).bearer()).startsWith("access-");
        clock.step(Duration.ofMinutes(14));
        assertThat(restarted.find(session, launch.id())).isInstanceOf(Lookup.Open.class);
    }

    @Test
    void case35AThousandRequestsOnTwoNodesStayWithTheirOwnCharts() {
        Launch one = launch("p1");
        Launch two = launch("p2");
        String session = node.open(one);
        assertThat(other.add(session, two)).isTrue();
        for (int at = 0; at < 1_000; at++) {
            Launch asked = at % 3 == 0 ? one : two;
            Launch found = open(at % 2 == 0 ? node : other, session, asked);
            assertThat(found.id()).isEqualTo(asked.id());
            assertThat(found.patientId()).isEqualTo(at % 3 == 0 ? "p1" : "p2");
            assertThat(found.token()).isEqualTo(asked.token());
        }
    }

    @Test
    void case41FindsAChartInItsOwnSessionOnly() {
        Launch mine = launch("p1");
        Launch yours = launch("p2");
        String my = node.open(mine);
        String your = other.open(yours);
        assertThat(node.find(my, yours.id())).isInstanceOf(Lookup.NotThisChart.class);
        assertThat(other.find(your, mine.id())).isInstanceOf(Lookup.NotThisChart.class);
        assertThat(node.find("unknown", mine.id())).isInstanceOf(Lookup.NoSession.class);
    }

    @Test
    void case33TakesNoOtherUserIntoASession() {
        String session = node.open(launch("p1"));
        ehr.idTokenClaims = claims -> claims.subject("user-2");
        Launch another = launch("p1");
        assertThat(other.add(session, another)).isFalse();
        assertThat(other.add("chosen-by-somebody", another)).isFalse();
        String second = other.open(another);
        assertThat(second).isNotEqualTo(session);
        assertThat(open(node, second, another).bearer()).startsWith("access-");
    }

    @Test
    void case32FiftyRequestsOnTwoNodesRenewOnce() throws Exception {
        Launch launch = launch("p1");
        String session = node.open(launch);
        clock.step(Duration.ofMinutes(5));
        ehr.tokenDelay = Duration.ofMillis(100);
        List<Callable<String>> asking = new ArrayList<>();
        for (int at = 0; at < 50; at++) {
            SessionStore asked = at % 2 == 0 ? node : other;
            asking.add(() -> open(asked, session, launch).bearer());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> all = threads.invokeAll(asking);
            for (Future<String> one : all) {
                assertThat(one.get()).isEqualTo(all.getFirst().get());
            }
        }
        assertThat(ehr.asked(TOKEN)).isEqualTo(2);
    }

    @Test
    void case32EachRefreshTokenIsUsedOnceWhicheverNodeUsesIt() {
        Launch launch = launch("p1");
        String session = node.open(launch);
        for (int at = 0; at < 6; at++) {
            clock.step(Duration.ofMinutes(6));
            open(at % 2 == 0 ? node : other, session, launch).bearer();
        }
        assertThat(refreshTokens()).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void case32WhatTheEhrEndsIsEndedOnEveryNode() {
        Launch launch = launch("p1");
        String session = node.open(launch);
        Launch held = open(other, session, launch);
        clock.step(Duration.ofMinutes(4));
        ehr.tokenStatus = 400;
        ehr.tokenError = "invalid_grant";
        assertThat(failure(open(node, session, launch))).isEqualTo(Reason.ENDED);
        ehr.tokenStatus = 200;
        assertThat(failure(held)).isEqualTo(Reason.ENDED);
        assertThat(failure(open(other, session, launch))).isEqualTo(Reason.ENDED);
        assertThat(ehr.asked(TOKEN)).isEqualTo(2);
    }

    @Test
    void case31ATokenForAnotherPatientEndsTheAccessOnEveryNode() {
        Launch launch = launch("p1");
        String session = node.open(launch);
        clock.step(Duration.ofMinutes(4));
        ehr.tokenAnswer = answer -> {
            Map<String, Object> changed = new HashMap<>(answer);
            changed.put("patient", "p2");
            return changed;
        };
        assertThat(failure(open(node, session, launch))).isEqualTo(Reason.ENDED);
        assertThat(failure(open(other, session, launch))).isEqualTo(Reason.ENDED);
    }

    @Test
    void case38AChartClosedOnOneNodeIsClosedOnTheOtherAtOnce() {
        Launch one = launch("p1");
        Launch two = launch("p2");
        String session = node.open(one);
        node.add(session, two);
        Launch held = open(other, session, one);
        String access = held.bearer();
        node.close(session, one.id());
        assertThat(failure(held)).isEqualTo(Reason.ENDED);
        assertThat(other.find(session, one.id())).isInstanceOf(Lookup.NotThisChart.class);
        assertThat(ehr.revoked).hasSize(2).contains(access).anyMatch(token -> token.startsWith("refresh-"));
        assertThat(open(other, session, two).bearer()).startsWith("access-");
        other.close(session, two.id());
        assertThat(node.find(session, two.id())).isInstanceOf(Lookup.NoSession.class);
    }

    @Test
    void aTokenThatAnotherOpenChartHasTooIsForgottenAndNotRevoked() {
        ehr.tokenAnswer = answer -> {
            Map<String, Object> changed = new HashMap<>(answer);
            changed.put("refresh_token", "refresh-of-both");
            return changed;
        };
        Launch one = launch("p1");
        Launch two = launch("p2");
        String session = node.open(one);
        node.add(session, two);
        Launch held = open(other, session, one);
        other.close(session, one.id());
        assertThat(failure(held)).isEqualTo(Reason.ENDED);
        assertThat(ehr.revoked).isEmpty();
        assertThat(open(node, session, two).bearer()).startsWith("access-");
        node.close(session, two.id());
        assertThat(ehr.revoked).as("nobody has it any more").contains("refresh-of-both");
    }

    @Test
    void case38WhatARenewalBringsAfterTheCloseIsRevoked() throws Exception {
        Launch launch = launch("p1");
        String session = node.open(launch);
        Launch held = open(node, session, launch);
        clock.step(Duration.ofMinutes(5));
        CountDownLatch answering = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        List<Object> brought = new ArrayList<>();
        ehr.tokenAnswer = answer -> {
            brought.add(answer.get("access_token"));
            brought.add(answer.get("refresh_token"));
            answering.countDown();
            await(closed);
            return answer;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Reason> renewal = threads.submit(() -> failure(held));
            await(answering);
            other.close(session);
            closed.countDown();
            assertThat(renewal.get()).isEqualTo(Reason.ENDED);
        }
        assertThat(ehr.revoked)
                .containsAll(brought.stream().map(String::valueOf).toList());
        assertThat(rows("select id from web_launch")).isEmpty();
    }

    @Test
    void case38ForgetsASessionAfterAQuarterOfAnHourWithoutAPerson() {
        Launch launch = launch("p1");
        String session = node.open(launch);
        clock.step(Duration.ofMinutes(14));
        assertThat(other.find(session, launch.id())).isInstanceOf(Lookup.Open.class);
        for (int at = 0; at < 14; at++) {
            clock.step(Duration.ofMinutes(1));
            assertThat(node.peek(session, launch.id())).isInstanceOf(Lookup.Open.class);
        }
        clock.step(Duration.ofMinutes(1));
        assertThat(node.peek(session, launch.id())).isInstanceOf(Lookup.NoSession.class);
        assertThat(ehr.revoked).anyMatch(token -> token.startsWith("refresh-"));
        assertThat(other.find(session, launch.id())).isInstanceOf(Lookup.NoSession.class);
    }

    @Test
    void case38EndsTheTokensOfWhatIsOverOnceThoughNobodyAsksAndEveryNodeSweeps() {
        Launch left = launch("p1");
        node.open(left);
        clock.step(Duration.ofMinutes(14));
        Launch busy = launch("p2");
        String session = other.open(busy);
        clock.step(Duration.ofMinutes(1));
        other.sweep();
        node.sweep();
        assertThat(ehr.revoked).hasSize(1).allMatch(token -> token.startsWith("refresh-"));
        assertThat(ehr.asked("/oauth2/revoke")).isEqualTo(1);
        assertThat(node.find(session, busy.id())).isInstanceOf(Lookup.Open.class);
    }

    @Test
    void endsASessionAfterHalfADayHoweverBusy() {
        Launch launch = launch("p1");
        String session = node.open(launch);
        for (int at = 0; at < 71; at++) {
            clock.step(Duration.ofMinutes(10));
            assertThat((at % 2 == 0 ? node : other).find(session, launch.id())).isInstanceOf(Lookup.Open.class);
        }
        clock.step(Duration.ofMinutes(10));
        assertThat(node.find(session, launch.id())).isInstanceOf(Lookup.NoSession.class);
    }

    @Test
    void staysWithinItsNumbersOnAllNodesTogether() throws Exception {
        SessionBounds few = new SessionBounds(MemorySessions.IDLE, MemorySessions.LONGEST, 3, 2);
        SessionStore one = node(few, launched);
        SessionStore two = node(few, launched);
        List<Launch> all = new ArrayList<>();
        List<String> sessions = new ArrayList<>();
        for (int at = 0; at < 4; at++) {
            all.add(launch("p1"));
            sessions.add((at % 2 == 0 ? one : two).open(all.getLast()));
            clock.step(Duration.ofSeconds(1));
        }
        assertThat(one.find(sessions.getFirst(), all.getFirst().id())).isInstanceOf(Lookup.NoSession.class);
        assertThat(one.find(sessions.get(1), all.get(1).id())).isInstanceOf(Lookup.Open.class);
        String last = sessions.getLast();
        for (int at = 0; at < 2; at++) {
            all.add(launch("p1"));
            assertThat(two.add(last, all.getLast())).isTrue();
            clock.step(Duration.ofSeconds(1));
        }
        assertThat(one.find(last, all.get(3).id())).isInstanceOf(Lookup.NotThisChart.class);
        assertThat(one.find(last, all.get(4).id())).isInstanceOf(Lookup.Open.class);
        assertThat(ehr.revoked).as("those of the two that had to go").hasSize(4);
    }

    @Test
    void whoReadsTheDatabaseLearnsNoIdNoTokenAndNoPatient() throws Exception {
        Launch launch = launch("p-secret");
        String session = node.open(launch);
        String bearer = open(node, session, launch).bearer();
        List<String> all = rows("select id, session, ehr, subject, sealed_chart, sealed_tokens from web_launch");
        all.addAll(rows("select id, opened_at, used_at from web_session"));
        assertThat(all)
                .isNotEmpty()
                .noneMatch(text -> text.contains(session)
                        || text.contains(launch.id())
                        || text.contains(launch.token())
                        || text.contains(bearer)
                        || text.contains("refresh-")
                        || text.contains("user-1")
                        || text.contains("p-secret"));
    }

    @Test
    void aRowsTextOpensInNoOtherRowAndNoOtherColumn() throws Exception {
        Launch mine = launch("p1");
        Launch yours = launch("p2");
        String my = node.open(mine);
        String your = node.open(yours);
        change("update web_launch set sealed_chart = (select max(sealed_chart) from web_launch)");
        long open = List.of(node.find(my, mine.id()), node.find(your, yours.id())).stream()
                .filter(Lookup.Open.class::isInstance)
                .count();
        assertThat(open).isEqualTo(1);
        change("update web_launch set sealed_chart = sealed_tokens");
        assertThat(node.find(my, mine.id())).isInstanceOf(Lookup.NotThisChart.class);
        assertThat(node.find(your, yours.id())).isInstanceOf(Lookup.NotThisChart.class);
    }

    private SessionStore node(SessionBounds bounds, Launched parts) {
        Seal seal = SealKeys.read(java.util.Optional.of(DATA_KEYS), directory.resolve("none"));
        return new SharedSessions(new KeptSessions(database.source(), seal, bounds), parts.keeper, clock);
    }

    private static Launch open(SessionStore at, String session, Launch launch) {
        return ((Lookup.Open) at.find(session, launch.id())).launch();
    }

    private List<String> refreshTokens() {
        return ehr.asked.stream()
                .map(asked -> asked.form().get("refresh_token"))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private static Reason failure(Launch launch) {
        return catchThrowableOfType(AuthorizationFailed.class, launch::bearer).reason();
    }

    // Shorter than the EHR's timeout.
    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(3, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.append(found.getString(column)).append('\n');
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Launch launch(String patient) {
        ehr.context.put("patient", patient);
        return Launch.of(launched.chart(ehr), clock.instant());
    }
}
