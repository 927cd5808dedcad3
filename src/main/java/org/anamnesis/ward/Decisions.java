package org.anamnesis.ward;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.fetch.RosterOutcome;
import org.anamnesis.store.AcuityOverride;
import org.anamnesis.store.AcuityOverrides;
import org.anamnesis.triage.WardOrder;
import org.anamnesis.ward.WardReadings.Asked;
import org.anamnesis.ward.WardReadings.Member;
import org.jspecify.annotations.Nullable;

/**
 * Keeps where a person puts a patient in the order, with what the rules said at that moment: so that it can be shown beside
 * them, and gives way once the patient has become worse.
 */
@ApplicationScoped
public class Decisions {

    private final @Nullable Wards wards;
    private final @Nullable WardReadings readings;
    private final @Nullable AcuityOverrides overrides;
    private final @Nullable AuditTrail audit;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected Decisions() {
        this.wards = null;
        this.readings = null;
        this.overrides = null;
        this.audit = null;
        this.clock = null;
    }

    @Inject
    public Decisions(Wards wards, WardReadings readings, AcuityOverrides overrides, AuditTrail audit, Clock clock) {
        this.wards = wards;
        this.readings = readings;
        this.overrides = overrides;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps a decision on a patient of a ward; one who is not on it is unknown there. */
    public DecisionOutcome decideOnWard(WardRequest request, Decision decision) {
        return switch (Objects.requireNonNull(wards).roster(request)) {
            case RosterOutcome.Read read ->
                read.roster().patients().contains(decision.patient())
                        ? decide(request.eyes(), decision)
                        : new DecisionOutcome.UnknownPatient();
            case RosterOutcome.Unknown ignored -> new DecisionOutcome.UnknownPatient();
            case RosterOutcome.NotPermitted ignored -> new DecisionOutcome.NotPermitted();
            case RosterOutcome.EhrUnavailable unavailable -> new DecisionOutcome.EhrUnavailable(unavailable.reason());
        };
    }

    /** Keeps a decision on a patient whom the caller may decide on. */
    public DecisionOutcome decide(Eyes eyes, Decision decision) {
        List<String> one = List.of(decision.patient());
        AuditTrail.Begun begun = begin(AuditEvent.Kind.CHART_READ, eyes, decision, "for a decision on the order");
        ClinicalTime moment = ClinicalTime.utc(now());
        WardReadings all = Objects.requireNonNull(readings);
        Asked asked = new Asked(eyes, Optional.empty(), moment);
        Member member =
                Objects.requireNonNull(all.of(asked, one, all.due(asked, one)).get(decision.patient()));
        trail().record(WardRecords.ended(begun, member));
        return switch (member) {
            case Member.Got got -> keep(eyes, decision, got.reading(), moment);
            case Member.Not not ->
                switch (not.why().why()) {
                    case UNKNOWN -> new DecisionOutcome.UnknownPatient();
                    case NOT_PERMITTED -> new DecisionOutcome.NotPermitted();
                    case FAILED, NOT_ASKED ->
                        new DecisionOutcome.EhrUnavailable(not.why().detail().orElse("timeout"));
                };
        };
    }

    private DecisionOutcome keep(Eyes eyes, Decision decision, Reading reading, ClinicalTime moment) {
        String computed = WardEntry.code(
                WardOrder.of(List.of(reading.at(moment))).getFirst().computed());
        Instant at = now().truncatedTo(ChronoUnit.MILLIS);
        AcuityOverride kept = new AcuityOverride(
                UUID.randomUUID(),
                eyes.ehr(),
                decision.patient(),
                decision.tier().map(WardEntry::code),
                computed,
                decision.reason(),
                decision.by(),
                at,
                at.plus(Duration.ofHours(decision.hours())));
        AuditTrail.Begun begun = begin(AuditEvent.Kind.ACUITY_OVERRIDDEN, eyes, decision, "decision " + kept.id());
        Objects.requireNonNull(overrides).keep(kept);
        trail().ended(begun, AuditEvent.Outcome.DONE, "decision " + kept.id() + " kept");
        return new DecisionOutcome.Kept(kept);
    }

    private AuditTrail.Begun begin(AuditEvent.Kind kind, Eyes eyes, Decision decision, String what) {
        return trail().begin(new AuditEvent(kind, eyes.ehr(), Optional.of(decision.patient()), eyes.actor(), what));
    }

    private AuditTrail trail() {
        return Objects.requireNonNull(audit);
    }

    private Instant now() {
        return Objects.requireNonNull(clock).instant();
    }
}
