package org.anamnesis.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.store.AcuityOverride;
import org.anamnesis.triage.Tier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's place for a patient: kept with who and why, beside what the rules say, and never stronger than a deterioration. */
class DecisionsTest {

    private final WardDesk desk = new WardDesk();

    @BeforeEach
    void aWardOfTwo() {
        desk.ehr
                .member("well", WardEhr.set("w", "16", "2024-03-10T11:50:00Z"))
                .member("ill", WardEhr.set("i", "26", "2024-03-10T11:50:00Z"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void putsThePatientWhereThePersonSaysAndKeepsTheComputedPlaceInView() {
        AcuityOverride kept = decide("well", Optional.of(Tier.EMERGENCY));

        WardEntry first = desk.list().entries().getFirst();
        assertThat(first.who().id()).isEqualTo("well");
        assertThat(first.place().tier()).isEqualTo(Tier.EMERGENCY);
        assertThat(first.place().computed()).isEqualTo(Tier.STEADY);
        assertThat(first.place().reasons().getFirst())
                .isEqualTo("placed by Practitioner/ana at 10 Mar 2024 12:00: looks grey");
        assertThat(first.decision()).contains(kept);
        assertThat(kept.computed()).isEqualTo("steady");
        assertThat(desk.trail.events())
                .anyMatch(event -> event.kind() == AuditEvent.Kind.ACUITY_OVERRIDDEN
                        && event.patient().equals(Optional.of("well"))
                        && !event.detail().contains("grey"));
    }

    @Test
    void givesWayAsSoonAsThePatientIsWorseThanWhenItWasDecided() {
        decide("well", Optional.of(Tier.STEADY));
        desk.ehr.recorded("well", WardEhr.set("n", "26", "2024-03-10T12:20:00Z"));
        desk.after(Duration.ofMinutes(30));

        WardEntry entry = entry("well");
        assertThat(entry.place().tier()).isEqualTo(Tier.URGENT);
        assertThat(entry.outgrown()).isTrue();
        assertThat(entry.decision()).isPresent();
    }

    @Test
    void aLowerPlaceThanTheRulesHoldsWhileThePatientIsAsWhenItWasDecided() {
        decide("ill", Optional.of(Tier.STEADY));
        WardEntry entry = entry("ill");
        assertThat(entry.place().tier()).isEqualTo(Tier.STEADY);
        assertThat(entry.place().computed()).isEqualTo(Tier.URGENT);
        assertThat(entry.outgrown()).isFalse();
    }

    @Test
    void endsByItselfAndWhenItIsTakenBackAndStaysInTheHistory() {
        decide("well", Optional.of(Tier.URGENT));
        desk.after(Duration.ofHours(3));
        assertThat(entry("well").decision()).isEmpty();

        decide("well", Optional.of(Tier.URGENT));
        decide("well", Optional.empty());
        assertThat(entry("well").decision()).isEmpty();
        assertThat(desk.overrides.history("clinic", "well")).hasSize(3);
    }

    @Test
    void changesTheVersionOfTheList() {
        String version = desk.list().version();
        decide("well", Optional.of(Tier.URGENT));
        assertThat(desk.since(version)).isInstanceOf(WardOutcome.Listed.class);
    }

    @Test
    void aPatientWhoIsNotOnTheWardOrCannotBeReadIsNotDecidedOn() {
        assertThat(desk.decisions.decideOnWard(
                        WardRequest.now(desk.eyes(), WardDesk.WARD), decision("stranger", Optional.of(Tier.URGENT))))
                .isInstanceOf(DecisionOutcome.UnknownPatient.class);
        desk.ehr.trouble("Patient/ill", 403);
        assertThat(desk.decisions.decide(desk.eyes(), decision("ill", Optional.of(Tier.URGENT))))
                .isInstanceOf(DecisionOutcome.NotPermitted.class);
        assertThat(desk.overrides.history("clinic", "ill")).isEmpty();
    }

    private AcuityOverride decide(String patient, Optional<Tier> tier) {
        return ((DecisionOutcome.Kept) desk.decisions.decideOnWard(
                        WardRequest.now(desk.eyes(), WardDesk.WARD), decision(patient, tier)))
                .decision();
    }

    private static Decision decision(String patient, Optional<Tier> tier) {
        return new Decision(patient, tier, "looks grey", 2, "Practitioner/ana");
    }

    private WardEntry entry(String patient) {
        return desk.list().entries().stream()
                .filter(entry -> entry.who().id().equals(patient))
                .findFirst()
                .orElseThrow();
    }
}
