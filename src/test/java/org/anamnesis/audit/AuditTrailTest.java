package org.anamnesis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.anamnesis.audit.AuditEvent.Kind;
import org.anamnesis.audit.AuditEvent.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The trail on the embedded database. */
class AuditTrailTest {

    /** As the version before the trail was keyed made it. */
    private static final String OLD_HASH = "0b5d7616546ff137f83b1868f9ae157e0776dd8f99502c78087bdc13e4a56240";

    private static final String OLD_ROW =
            "insert into audit_event (place, recorded_at, kind, ehr, patient, actor, detail, previous_hash, hash)"
                    + " values (1, timestamp with time zone '2025-03-04 12:00:00+00', 'CHART_READ', 'ward', 'p1',"
                    + " 'client user', 'old', '" + Chain.START + "', '" + OLD_HASH + "')";

    private TrailDatabase database;
    private AuditTrail trail;

    @BeforeEach
    void open() {
        database = new TrailDatabase();
        trail = database.trail();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void case63AnActorsNameWritesNeitherLinesNorWhatADatabaseWouldChange() {
        assertThat(Text.bounded("caller\r\n\u0000forged \u001b[31m", 400)).isEqualTo("caller   forged  [31m");
        assertThat(Text.bounded("half \ud83d, whole \ud83d\ude00, Ångström", 400))
                .isEqualTo("half  , whole  , Ångström");
        assertThat(Text.bounded("a".repeat(500), 400)).hasSize(400);
    }

    @Test
    void keepsAnActWithWhereItCameFromAndWhatCameOfIt() throws Exception {
        CallOrigin.of("req-1", "192.0.2.7").during(() -> {
            AuditTrail.Begun begun = trail.begin(event("a summary"));
            trail.ended(begun, Outcome.FAILED, "timeout");
            return true;
        });
        List<AuditRecord> rows = trail.find(AuditSearch.of("ward", 10));
        assertThat(rows).extracting(AuditRecord::detail).containsExactly("timeout", "a summary");
        assertThat(rows.getFirst().begun()).hasValue(rows.getLast().place());
        assertThat(rows.getFirst().outcome()).hasValue("FAILED");
        assertThat(rows.getLast().outcome()).hasValue("BEGUN");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.origin()).isEqualTo(new CallOrigin(Optional.of("req-1"), Optional.of("192.0.2.7")));
            assertThat(row.client()).isEqualTo("client");
        });
        assertThat(CallOrigin.current()).isEqualTo(CallOrigin.NONE);
        assertThat(trail.isIntact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set detail = 'another' where place = 3",
                "update audit_event set patient = null where place = 3",
                "update audit_event set outcome = 'DONE' where place = 3",
                "update audit_event set address = '192.0.2.9' where place = 3",
                "update audit_event set recorded_at = dateadd('SECOND', 1, recorded_at) where place = 3",
                "update audit_event set key_name = null where place >= 3",
                "delete from audit_event where place = 3",
                "delete from audit_event where place = 1",
                "delete from audit_event where place = 6",
                "delete from audit_event where place > 4",
                "update audit_event set place = 13 - place where place in (6)",
                "insert into audit_event (place, recorded_at, kind, ehr, client, actor, detail, previous_hash, hash)"
                        + " select 7, recorded_at, kind, ehr, client, actor, detail, hash, hash from audit_event where place = 6",
                "update audit_head set place = 5, hash = (select hash from audit_event where place = 5)",
                "update audit_head set seal = null, key_name = null",
                "insert into audit_checkpoint (place, hash, key_name, seal, purged_at)"
                        + " select place, hash, 'one', hash, recorded_at from audit_event where place = 2"
            })
    void case60EveryRowAlteredRemovedOrAddedByHandIsDetected(String sql) throws SQLException {
        record(6);
        TrailWatch watch = new TrailWatch(database.source(), TrailDatabase.keys("one"));
        assertThat(watch.look().broken()).isEmpty();
        assertThat(watch.look().rounds()).isEqualTo(2);
        assertThat(database.run(sql)).isPositive();
        assertThat(trail.check()).isInstanceOf(TrailCheck.Broken.class);
        assertThat(watch.look().broken()).isPresent();
    }

    @Test
    void twoRowsThatChangedTheirPlacesAreDetected() throws SQLException {
        record(6);
        database.run("update audit_event set place = -3 where place = 3");
        database.run("update audit_event set place = 3 where place = 4");
        database.run("update audit_event set place = 4 where place = -3");
        assertThat(trail.check()).isEqualTo(new TrailCheck.Broken(3, TrailCheck.Why.ALTERED));
    }

    @Test
    void aTrailRewrittenWithoutTheKeyIsDetected() throws SQLException {
        record(3);
        AuditTrail forger = database.trail(TrailDatabase.NOON, TrailDatabase.keys("other"));
        database.run("delete from audit_event");
        database.run("update audit_head set place = 0, seal = null, key_name = null, hash = '" + Chain.START + "'");
        forger.record(event("forged"));
        assertThat(forger.isIntact()).isTrue();
        assertThat(trail.check()).isEqualTo(new TrailCheck.Broken(1, TrailCheck.Why.SEAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_head set place = 5, hash = (select hash from audit_event where place = 5)",
                "update audit_head set place = 5, seal = null, key_name = null,"
                        + " hash = (select hash from audit_event where place = 5)",
                "update audit_head set place = 5, seal = hash, hash = (select hash from audit_event where place = 5)"
            })
    void case60AnEndCutOffStaysBrokenWhateverIsRecordedAfterwards(String sql) throws SQLException {
        record(6);
        database.run("delete from audit_event where place = 6");
        database.run(sql);
        record(3);
        assertThat(trail.check()).isEqualTo(new TrailCheck.Broken(8, TrailCheck.Why.SEAL));
        assertThat(new TrailWatch(database.source(), TrailDatabase.keys("one"))
                        .look()
                        .broken())
                .isPresent();
    }

    @Test
    void case60AColumnThatTheOldHashDidNotKnowIsNotFilledUnseen() throws SQLException {
        database.run(OLD_ROW);
        database.run("update audit_head set place = 1, hash = '" + OLD_HASH + "'");
        record(1);
        assertThat(trail.isIntact()).isTrue();
        database.run("update audit_event set outcome = 'REFUSED' where place = 1");
        assertThat(trail.check()).isEqualTo(new TrailCheck.Broken(1, TrailCheck.Why.ALTERED));
    }

    @Test
    void rowsFromBeforeTheTrailWasKeyedAreVerifiedAndCounted() throws SQLException {
        database.run(OLD_ROW);
        database.run("update audit_head set place = 1, hash = '" + OLD_HASH + "'");
        assertThat(trail.isIntact()).isTrue();
        record(2);
        assertThat(trail.check()).isInstanceOfSatisfying(TrailCheck.Intact.class, intact -> {
            assertThat(intact.rows()).isEqualTo(3);
            assertThat(intact.unkeyed()).isEqualTo(1);
        });
    }

    @Test
    void keysCanBeChangedAndOldRowsStayVerifiable() {
        record(2);
        AuditTrail later = database.trail(TrailDatabase.NOON, TrailDatabase.keys("two", "one"));
        later.record(event("by the new key"));
        assertThat(later.isIntact()).isTrue();
        assertThat(trail.isIntact()).as("without the new key").isFalse();
    }

    @Test
    void manyAtOnceLeaveOneChainWithoutGaps() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 300).forEach(i -> threads.execute(() -> trail.record(event("act " + i))));
        }
        assertThat(trail.check())
                .isInstanceOfSatisfying(
                        TrailCheck.Intact.class,
                        intact -> assertThat(intact.rows()).isEqualTo(300));
    }

    @Test
    void twoNodesWriteOneChain() {
        AuditTrail other = database.trail();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50).forEach(i -> threads.execute(() -> trail.record(event("here " + i))));
            IntStream.range(0, 50).forEach(i -> threads.execute(() -> other.record(event("there " + i))));
        }
        assertThat(trail.check())
                .isInstanceOfSatisfying(
                        TrailCheck.Intact.class,
                        intact -> assertThat(intact.rows()).isEqualTo(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop table audit_event", "delete from audit_head", "drop table audit_head"})
    void case60WithTheSinkDownRecordingRefuses(String sql) throws SQLException {
        record(1);
        database.run(sql);
        assertThatThrownBy(() -> trail.record(event("more"))).isInstanceOf(AuditUnavailable.class);
        assertThatThrownBy(() -> trail.begin(event("more"))).isInstanceOf(AuditUnavailable.class);
        assertThatThrownBy(() -> trail.recordAll(List.of(event("more")))).isInstanceOf(AuditUnavailable.class);
    }

    @Test
    void recordsTogetherAllOrNone() throws SQLException {
        database.run("alter table audit_event add constraint short check (char_length(detail) < 20)");
        assertThatThrownBy(() -> trail.recordAll(List.of(event("short"), event("longer than may be kept here"))))
                .isInstanceOf(AuditUnavailable.class);
        assertThat(trail.find(AuditSearch.of("ward", 10))).isEmpty();
        trail.record(event("short"));
        assertThat(trail.isIntact()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "p1, , 2",
        "p2, , 1",
        "p3, , 0",
        ", Practitioner/hassan, 1",
        ", client, 3",
        ", clien, 0",
        ", %, 0",
        "p1, Practitioner/hassan, 1"
    })
    void isSearchedByPatientAndWhoActed(String patient, String agent, int found) {
        trail.record(new AuditEvent(Kind.CHART_READ, "ward", Optional.of("p1"), "client user", "a"));
        trail.record(new AuditEvent(Kind.CHART_READ, "ward", Optional.of("p1"), "client u2 Practitioner/hassan", "b"));
        trail.record(new AuditEvent(Kind.CHART_READ, "ward", Optional.of("p2"), "client user", "c"));
        trail.record(new AuditEvent(Kind.CHART_READ, "elsewhere", Optional.of("p1"), "client user", "d"));
        AuditSearch all = AuditSearch.of("ward", 10);
        assertThat(trail.find(new AuditSearch(
                        "ward",
                        Optional.ofNullable(patient),
                        Optional.ofNullable(agent),
                        all.from(),
                        all.until(),
                        all.request(),
                        all.place(),
                        all.before(),
                        10)))
                .hasSize(found);
    }

    @Test
    void aPurgeLeavesAVerifiableTrailAndStopsAtALegalHold() throws SQLException {
        trail.record(new AuditEvent(Kind.CHART_READ, "ward", Optional.of("p1"), "client user", "a"));
        trail.record(new AuditEvent(Kind.CHART_READ, "ward", Optional.of("p2"), "client user", "b"));
        trail.record(new AuditEvent(Kind.CHART_READ, "ward", Optional.of("p3"), "client user", "c"));
        AuditTrail later = database.trail(TrailDatabase.NOON.plus(Duration.ofDays(10)), TrailDatabase.keys("one"));
        later.record(event("young"));
        TrailPurge purge = new TrailPurge(database.source(), TrailDatabase.keys("one"));
        Instant weekLater = TrailDatabase.NOON.plus(Duration.ofDays(7));
        assertThat(rows(purge, weekLater, "*")).isZero();
        assertThat(rows(purge, weekLater, "ward/p2")).isEqualTo(1);
        assertThat(trail.check())
                .isInstanceOfSatisfying(
                        TrailCheck.Intact.class,
                        intact -> assertThat(intact.from()).isEqualTo(1));
        assertThat(rows(purge, weekLater)).isEqualTo(2);
        assertThat(rows(purge, weekLater)).isZero();
        assertThat(trail.find(AuditSearch.of("ward", 10)))
                .extracting(AuditRecord::detail)
                .containsExactly("young");
        later.record(event("after"));
        assertThat(later.isIntact()).isTrue();
        assertThat(new TrailWatch(database.source(), TrailDatabase.keys("one"))
                        .look()
                        .broken())
                .isEmpty();
        database.run("delete from audit_event where place = 4");
        assertThat(later.isIntact()).isFalse();
    }

    @Test
    void aPurgeLeavesWhatARepositoryWasPromisedAndDoesNotHaveYetHeldOrNot() throws SQLException {
        for (String patient : List.of("p1", "p2", "p3", "p4")) {
            trail.record(new AuditEvent(Kind.CHART_READ, "ward", Optional.of(patient), "client user", patient));
        }
        ForwardedTrail forwarded = new ForwardedTrail(database.source());
        forwarded.promise();
        Instant weekLater = TrailDatabase.NOON.plus(Duration.ofDays(7));
        TrailPurge purge = new TrailPurge(database.source(), TrailDatabase.keys("one"));
        assertThat(purge.before(weekLater, Set.of(), false, weekLater))
                .as("nothing was sent yet")
                .isEqualTo(new TrailPurge.Purged(0, 4));
        forwarded.sent(2);
        assertThat(purge.before(weekLater, Set.of("ward/p2"), false, weekLater))
                .as("the hold keeps more than the repository does")
                .isEqualTo(new TrailPurge.Purged(1, 0));
        assertThat(purge.before(weekLater, Set.of("ward/p4"), false, weekLater))
                .as("the repository keeps more than the hold does")
                .isEqualTo(new TrailPurge.Purged(1, 1));
        assertThat(forwarded.next(10)).extracting(AuditRecord::detail).containsExactly("p3", "p4");
        assertThat(trail.isIntact()).isTrue();
        assertThat(purge.before(weekLater, Set.of(), true, weekLater)).isEqualTo(new TrailPurge.Purged(2, 0));
        assertThat(trail.isIntact()).isTrue();
    }

    @Test
    void aWatchThatLooksSeldomTakesAPurgeForNoBreak() throws SQLException {
        record(2);
        TrailWatch watch = new TrailWatch(database.source(), TrailDatabase.keys("one"));
        watch.look();
        record(4);
        Instant weekLater = TrailDatabase.NOON.plus(Duration.ofDays(7));
        rows(new TrailPurge(database.source(), TrailDatabase.keys("one")), weekLater);
        assertThat(watch.look().broken()).isEmpty();
        record(1);
        assertThat(watch.look().broken()).isEmpty();
    }

    @Test
    void aHoldThatCannotBeUnderstoodRemovesNothing() {
        record(2);
        Instant weekLater = TrailDatabase.NOON.plus(Duration.ofDays(7));
        TrailPurge purge = new TrailPurge(database.source(), TrailDatabase.keys("one"));
        assertThatThrownBy(() -> rows(purge, weekLater, "p1")).isInstanceOf(IllegalArgumentException.class);
        assertThat(trail.find(AuditSearch.of("ward", 10))).hasSize(2);
    }

    private static long rows(TrailPurge purge, Instant moment, String... holds) throws SQLException {
        return purge.before(moment, Set.of(holds), false, moment).rows();
    }

    @Test
    void aNodeNoticesThatTheEndWasPutBack() throws SQLException {
        record(3);
        database.run("create table kept as select * from audit_head");
        record(2);
        TrailWatch watch = new TrailWatch(database.source(), TrailDatabase.keys("one"));
        watch.look();
        database.run("delete from audit_event where place > 3");
        database.run("delete from audit_head");
        database.run("insert into audit_head select * from kept");
        assertThat(trail.isIntact()).as("by the tables alone nobody can tell").isTrue();
        assertThat(watch.look().broken()).hasValue(new TrailCheck.Broken(3, TrailCheck.Why.END));
    }

    private void record(int many) {
        IntStream.range(0, many).forEach(i -> trail.record(event("act " + i)));
    }

    private static AuditEvent event(String detail) {
        return new AuditEvent(Kind.CHART_READ, "ward", Optional.of("p1"), "client user", detail);
    }
}
