package org.anamnesis.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.fetch.ReadLimits;
import org.anamnesis.fetch.WardPlace;
import org.anamnesis.guard.Limits;
import org.anamnesis.triage.Tier;
import org.anamnesis.ward.WardList.NotRead.Why;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A ward's list over real requests: its order, who could not be read, what asking again costs, what a person decided. */
class WardsTest {

    private static final String MORNING = "2024-03-10T07:30:00Z";
    private static final String JUST_NOW = "2024-03-10T11:50:00Z";
    private static final String AFTERNOON = "2024-03-10T12:20:00Z";

    private WardDesk desk = new WardDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void patientsStandInTheOrderOfAcuityAndChangeEachWithItsReasonAndItsSources() {
        desk.ehr
                .member("well", WardEhr.set("w", "16", JUST_NOW))
                .member("worse", WardEhr.set("a", "16", MORNING))
                .member("unseen")
                .member("raised", WardEhr.set("r", "10", JUST_NOW));
        desk.ehr.recorded("worse", WardEhr.set("b", "26", JUST_NOW));

        WardList list = desk.list();

        assertThat(ids(list)).containsExactly("worse", "unseen", "raised", "well");
        assertThat(list.isComplete()).isTrue();
        WardEntry first = list.entries().getFirst();
        assertThat(first.place().reasons()).contains("NEWS2 3 (low-medium)", "NEWS2 0 -> 3 in 4 h");
        assertThat(first.inputs())
                .anySatisfy(input ->
                        assertThat(input.source().orElseThrow().reference()).isEqualTo("Observation/b-rr"));
        assertThat(list.roster().name()).contains("Ward 7");
    }

    @Test
    void whoHasNoMeasurementsSaysWhatIsMissing() {
        desk.ehr.member("unseen", WardEhr.vital("x", "9279-1", "16", "/min", JUST_NOW));
        WardEntry entry = desk.list().entries().getFirst();
        assertThat(entry.place().tier()).isEqualTo(Tier.UNKNOWN);
        assertThat(entry.missing())
                .hasSize(6)
                .allSatisfy(missing -> assertThat(missing.sentence()).contains("not recorded"));
    }

    @Test
    void whoCannotBeReadIsListedWithWhyAndNeverDropped() {
        desk.close();
        desk = new WardDesk(new ReadLimits(
                Duration.ofMillis(600), Duration.ofMillis(500), 2, Limits.EHR, ReadLimits.Files.DEFAULT));
        desk.ehr
                .member("well", WardEhr.set("w", "16", JUST_NOW))
                .member("secret")
                .member("gone")
                .member("broken")
                .member("slow")
                .trouble("Patient/secret", 403)
                .trouble("Patient/gone", 404)
                .trouble("Patient/broken", 500)
                .silentOn("Patient/slow");

        WardList list = desk.list();

        assertThat(ids(list)).containsExactly("well");
        assertThat(list.isComplete()).isFalse();
        assertThat(list.notRead())
                .containsExactly(
                        new WardList.NotRead("secret", Why.NOT_PERMITTED, Optional.empty()),
                        new WardList.NotRead("gone", Why.UNKNOWN, Optional.empty()),
                        new WardList.NotRead("broken", Why.FAILED, Optional.of("http-500")),
                        new WardList.NotRead("slow", Why.FAILED, Optional.of("timeout")));
    }

    @Test
    void aPartOfAChartThatIsRefusedIsSaidAndTheRestIsListed() {
        desk.ehr.member("half", WardEhr.set("w", "16", JUST_NOW));
        desk.ehr.saysItCan(",\"interaction\":[{\"code\":\"search-system\"}]").trouble("Condition?", 403);

        WardEntry entry = desk.list().entries().getFirst();

        assertThat(entry.place().tier()).isEqualTo(Tier.STEADY);
        assertThat(entry.unread())
                .extracting(unread -> unread.type() + " " + unread.outcome().code())
                .containsExactly("Condition not-permitted");
    }

    @Test
    void askingAgainWithinAMinuteReadsNoChartAgainAndStillRecordsWhoWasShown() {
        desk.ehr.member("one", WardEhr.set("w", "16", JUST_NOW)).member("two", WardEhr.set("v", "16", JUST_NOW));
        desk.list();
        desk.ehr.requests.clear();
        int before = desk.trail.events().size();
        desk.after(Duration.ofSeconds(50));

        assertThat(desk.list().entries()).hasSize(2);

        assertThat(desk.ehr.requests).containsExactly("GET Group/ward");
        assertThat(desk.trail.events().subList(before, desk.trail.events().size()))
                .filteredOn(event -> event.patient().isPresent())
                .extracting(event -> event.patient().get() + ": " + event.detail())
                .containsExactly("one: ward Group/ward, from memory", "two: ward Group/ward, from memory");
    }

    @Test
    void everyPatientIsRecordedOnceBeforeBeingRead() {
        desk.ehr.member("one", WardEhr.set("w", "16", JUST_NOW)).member("two");
        desk.list();
        assertThat(desk.trail.events())
                .extracting(AuditEvent::kind, event -> event.patient().orElse("-"), AuditEvent::detail)
                .containsExactly(
                        tuple("-", "who is on it"), tuple("one", "from the EHR"), tuple("two", "from the EHR"));
        desk.trail.refuse();
        desk.ehr.requests.clear();
        assertThatThrownBy(() -> desk.list()).isInstanceOf(IllegalStateException.class);
        assertThat(desk.ehr.requests).isEmpty();
    }

    @Test
    void whatCameOfEachReadingAndOfTheWholeListIsRecorded() {
        desk.ehr.member("one", WardEhr.set("w", "16", JUST_NOW)).member("two").member("gone");
        desk.ehr.trouble("gone", 404);
        desk.list();
        assertThat(desk.trail.ends())
                .extracting(end -> end.patient().orElse("-") + " " + end.outcome() + " " + end.detail())
                .containsExactly(
                        "- DONE 3 patients",
                        "one DONE complete",
                        "two DONE complete",
                        "gone FAILED unknown-patient",
                        "- DONE ward Group/ward, listed 2, not read 1, incomplete");
    }

    @Test
    void aCallerWhoHasTheVersionIsToldThatNothingChangedAndOfNobody() {
        desk.ehr.member("one", WardEhr.set("w", "16", JUST_NOW));
        String version = desk.list().version();
        int before = desk.trail.events().size();
        assertThat(desk.since(version)).isInstanceOf(WardOutcome.Unchanged.class);
        assertThat(desk.trail.events().subList(before, desk.trail.events().size()))
                .noneMatch(event -> event.patient().isPresent());

        desk.ehr.recorded("one", WardEhr.set("n", "26", AFTERNOON));
        desk.after(Duration.ofMinutes(30));
        WardOutcome.Listed changed = (WardOutcome.Listed) desk.since(version);
        assertThat(changed.list().version()).isNotEqualTo(version);
        assertThat(changed.list().entries().getFirst().place().tier()).isEqualTo(Tier.URGENT);
    }

    @Test
    void valuesGrowTooOldAlthoughNothingIsReadAnew() {
        desk.ehr.member("one", WardEhr.set("w", "16", "2024-03-10T06:00:30Z"));
        assertThat(desk.list().entries().getFirst().place().tier()).isEqualTo(Tier.STEADY);
        desk.ehr.trouble("one", 503);
        desk.after(Duration.ofMinutes(2));
        WardEntry later = desk.list().entries().getFirst();
        assertThat(later.place().tier()).isEqualTo(Tier.UNKNOWN);
        assertThat(later.place().reasons().getFirst())
                .isEqualTo("NEWS2 not computable: 7 values are missing or too old");
        assertThat(later.missing())
                .hasSize(7)
                .allSatisfy(one -> assertThat(one.sentence()).contains("older than 6 h"));
    }

    @Test
    void aReadingThatCannotBeMadeAnewGivesWayToTheLastOneUntilThatIsTooOld() {
        desk.ehr.member("one", WardEhr.set("w", "16", JUST_NOW));
        WardEntry fresh = desk.list().entries().getFirst();
        desk.ehr.trouble("one", 500);
        desk.after(Duration.ofMinutes(3));

        WardEntry older = desk.list().entries().getFirst();
        assertThat(older.notRefreshed()).contains("http-500");
        assertThat(older.readAt()).isEqualTo(fresh.readAt());

        desk.after(Duration.ofMinutes(3));
        assertThat(desk.list().notRead()).extracting(WardList.NotRead::why).containsExactly(Why.FAILED);
    }

    @Test
    void whoWasNeverReadIsReadBeforeWhoIsToBeReadAnew() {
        desk.ehr.member("first", WardEhr.set("w", "16", JUST_NOW));
        desk.list();
        desk.ehr.member("newcomer");
        desk.after(Duration.ofMinutes(2));
        desk.list();
        assertThat(desk.trail
                        .events()
                        .subList(
                                desk.trail.events().size() - 2,
                                desk.trail.events().size()))
                .extracting(event -> event.patient().orElse("-"))
                .containsExactly("newcomer", "first");
    }

    @Test
    void whatIsRefusedNowIsNotShownFromBefore() {
        desk.ehr.member("one", WardEhr.set("w", "16", JUST_NOW));
        desk.list();
        desk.ehr.trouble("one", 403);
        desk.after(Duration.ofMinutes(2));
        assertThat(desk.list().notRead()).extracting(WardList.NotRead::why).containsExactly(Why.NOT_PERMITTED);
    }

    @Test
    void whatOneReadByHisRightIsNotShownToAnother() {
        desk.ehr.member("one", WardEhr.set("w", "16", JUST_NOW));
        desk.list();
        desk.ehr.trouble("one", 403);
        WardOutcome other = desk.wards.list(WardRequest.now(desk.eyes("somebody else"), WardDesk.WARD));
        assertThat(((WardOutcome.Listed) other).list().notRead())
                .extracting(WardList.NotRead::why)
                .containsExactly(Why.NOT_PERMITTED);
    }

    @Test
    void aLocationsPatientsAreThoseWithACurrentEncounterThereOrInItsBeds() {
        desk.ehr
                .member("here", WardEhr.set("w", "16", JUST_NOW))
                .member("moved")
                .with("{\"resourceType\":\"Location\",\"id\":\"w7\",\"name\":\"Ward 7 West\"}")
                .with("{\"resourceType\":\"Location\",\"id\":\"bed3\",\"partOf\":{\"reference\":\"Location/w7\"}}")
                .with(stay("e1", "here", "bed3", "active"))
                .with(stay("e2", "moved", "w7", "completed"));

        WardList list = desk.list(new WardPlace(WardPlace.Kind.LOCATION, "w7"));

        assertThat(list.roster().name()).contains("Ward 7 West");
        assertThat(list.roster().patients()).containsExactly("here");
        assertThat(desk.ehr.requests)
                .contains("GET Encounter?location=w7,bed3&status=arrived,triaged,in-progress,onleave&_count=100");
    }

    @Test
    void aRosterThatCannotBeReadToItsEndSaysSo() {
        desk.ehr
                .with("{\"resourceType\":\"Location\",\"id\":\"w7\",\"name\":\"Ward 7 West\"}")
                .trouble("Encounter?", 500);
        WardList list = desk.list(new WardPlace(WardPlace.Kind.LOCATION, "w7"));
        assertThat(list.roster().incomplete()).contains("http-500");
        assertThat(list.isComplete()).isFalse();
    }

    @Test
    void aWardThatIsNotThereOrIsRefusedIsToldApart() {
        assertThat(desk.wards.list(WardRequest.now(desk.eyes(), new WardPlace(WardPlace.Kind.GROUP, "none"))))
                .isInstanceOf(WardOutcome.UnknownWard.class);
        desk.ehr.trouble("Group/ward", 403);
        assertThat(desk.wards.list(WardRequest.now(desk.eyes(), WardDesk.WARD)))
                .isInstanceOf(WardOutcome.NotPermitted.class);
        desk.ehr.trouble("Group/ward", 502);
        assertThat(desk.wards.list(WardRequest.now(desk.eyes(), WardDesk.WARD)))
                .isEqualTo(new WardOutcome.EhrUnavailable("http-502"));
    }

    @Test
    void anEhrThatTakesSubscriptionsIsToldApart() {
        assertThat(desk.list().subscriptions()).isFalse();
        desk.close();
        desk = new WardDesk();
        desk.ehr.saysItCan(",\"resource\":[{\"type\":\"Subscription\",\"interaction\":[{\"code\":\"create\"}]}]");
        assertThat(desk.list().subscriptions()).isTrue();
    }

    @Test
    void anOpenEmergencyVisitCountsWithItsLevel() {
        desk.ehr.member(
                "ed",
                "{\"resourceType\":\"Encounter\",\"id\":\"v\",\"status\":\"in-progress\","
                        + "\"class\":{\"code\":\"EMER\",\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\","
                        + "\"display\":\"emergency\"},\"reasonCode\":[{\"text\":\"Cardiac arrest\"}],"
                        + "\"period\":{\"start\":\"2024-03-10T11:30:00Z\"}}");
        WardEntry entry = desk.list().entries().getFirst();
        assertThat(entry.place().tier()).isEqualTo(Tier.EMERGENCY);
        assertThat(entry.place().reasons()).contains("triage level 1");
    }

    private static org.assertj.core.groups.Tuple tuple(String patient, String what) {
        return org.assertj.core.groups.Tuple.tuple(AuditEvent.Kind.CHART_READ, patient, "ward Group/ward, " + what);
    }

    private static List<String> ids(WardList list) {
        return list.entries().stream().map(entry -> entry.who().id()).toList();
    }

    private static String stay(String id, String patient, String place, String status) {
        return "{\"resourceType\":\"Encounter\",\"id\":\"" + id + "\",\"status\":\"in-progress\","
                + "\"class\":{\"code\":\"IMP\"},\"subject\":{\"reference\":\"Patient/" + patient + "\"},"
                + "\"location\":[{\"location\":{\"reference\":\"Location/" + place + "\"},\"status\":\"" + status
                + "\"}]}";
    }
}
