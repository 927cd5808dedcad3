package org.anamnesis.ward;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.fetch.Roster;
import org.anamnesis.fetch.RosterOutcome;
import org.anamnesis.fetch.RosterReader;
import org.anamnesis.store.AcuityOverride;
import org.anamnesis.store.AcuityOverrides;
import org.anamnesis.ward.WardReadings.Asked;
import org.anamnesis.ward.WardReadings.Member;
import org.jspecify.annotations.Nullable;

/**
 * Lists a ward in order. That a patient is read from the EHR is recorded before it is, one record a patient; that one is shown
 * from memory too. A list that the caller already has tells nothing new of anybody, and is one record.
 */
@ApplicationScoped
public class Wards {

    private final @Nullable RosterReader rosters;
    private final @Nullable WardReadings readings;
    private final @Nullable AcuityOverrides overrides;
    private final @Nullable AuditTrail audit;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected Wards() {
        this.rosters = null;
        this.readings = null;
        this.overrides = null;
        this.audit = null;
        this.clock = null;
    }

    @Inject
    public Wards(
            RosterReader rosters, WardReadings readings, AcuityOverrides overrides, AuditTrail audit, Clock clock) {
        this.rosters = rosters;
        this.readings = readings;
        this.overrides = overrides;
        this.audit = audit;
        this.clock = clock;
    }

    /** The ward in order, or that nothing of it has changed. */
    public WardOutcome list(WardRequest request) {
        return switch (roster(request)) {
            case RosterOutcome.Read read -> list(request, read.roster());
            case RosterOutcome.Unknown ignored -> new WardOutcome.UnknownWard();
            case RosterOutcome.NotPermitted ignored -> new WardOutcome.NotPermitted();
            case RosterOutcome.EhrUnavailable unavailable -> new WardOutcome.EhrUnavailable(unavailable.reason());
        };
    }

    /** The wards that a patient is on. That the patient's encounter is read for it is recorded before it is. */
    public List<RosterReader.NamedWard> wardsOf(Eyes eyes, String patient) {
        AuditTrail.Begun begun = trail().begin(new AuditEvent(
                AuditEvent.Kind.CHART_READ, eyes.ehr(), Optional.of(patient), eyes.actor(), "which wards"));
        return WardRecords.wards(
                trail(), begun, () -> Objects.requireNonNull(rosters).wardsOf(eyes.access(), patient));
    }

    /** Who is on the ward. That it is asked is recorded before it is. */
    public RosterOutcome roster(WardRequest request) {
        AuditTrail.Begun begun = trail().begin(event(request, Optional.empty(), "who is on it"));
        return WardRecords.roster(
                trail(),
                begun,
                () -> Objects.requireNonNull(rosters).read(request.eyes().access(), request.place(), now()));
    }

    private WardOutcome list(WardRequest request, Roster roster) {
        WardReadings all = Objects.requireNonNull(readings);
        ClinicalTime moment = request.asOf().orElseGet(() -> ClinicalTime.utc(now()));
        Asked asked = new Asked(request.eyes(), request.asOf(), moment);
        List<String> due = all.due(asked, roster.patients());
        List<AuditTrail.Begun> begun = trail().beginAll(events(request, due, "from the EHR"));
        Map<String, Member> members = all.of(asked, roster.patients(), due);
        trail().recordAll(WardRecords.read(begun, members));
        Map<String, AcuityOverride> decisions = Objects.requireNonNull(overrides)
                .holding(request.eyes().ehr(), roster.patients(), request.asOf().isEmpty() ? now() : instant(moment));
        boolean subscriptions = Objects.requireNonNull(rosters)
                .offersSubscriptions(request.eyes().access().fhirBase());
        WardList list = WardLists.of(roster, moment, members, decisions, subscriptions);
        if (request.since().filter(list.version()::equals).isPresent()) {
            trail().record(event(request, Optional.empty(), "unchanged").with(AuditEvent.Outcome.DONE));
            return new WardOutcome.Unchanged(
                    list.version(), moment, list.oldestReading().orElseGet(this::now));
        }
        List<String> fromMemory = Stream.concat(
                        list.entries().stream().map(entry -> entry.who().id()),
                        list.notRead().stream().map(WardList.NotRead::patient))
                .filter(patient -> !due.contains(patient))
                .toList();
        List<AuditEvent> shown = new ArrayList<>(events(request, fromMemory, "from memory"));
        shown.add(event(request, Optional.empty(), WardRecords.listed(list)).with(AuditEvent.Outcome.DONE));
        trail().recordAll(shown);
        return new WardOutcome.Listed(list);
    }

    private static Instant instant(ClinicalTime moment) {
        return moment.local().toInstant(moment.offset().orElse(ZoneOffset.UTC));
    }

    private static List<AuditEvent> events(WardRequest request, Collection<String> patients, String what) {
        return patients.stream()
                .map(patient -> event(request, Optional.of(patient), what))
                .toList();
    }

    private static AuditEvent event(WardRequest request, Optional<String> patient, String what) {
        return new AuditEvent(
                AuditEvent.Kind.CHART_READ,
                request.eyes().ehr(),
                patient,
                request.eyes().actor(),
                "ward " + request.place().reference() + ", " + what);
    }

    private AuditTrail trail() {
        return Objects.requireNonNull(audit);
    }

    private Instant now() {
        return Objects.requireNonNull(clock).instant();
    }
}
