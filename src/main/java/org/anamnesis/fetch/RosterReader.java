package org.anamnesis.fetch;

import ca.uhn.fhir.context.FhirContext;
import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.exchange.Deadline;
import org.anamnesis.exchange.EhrDoor;
import org.anamnesis.exchange.EhrOrigin;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads who is on a ward: the members of a Group, or the patients with a current encounter at a Location or at a place within
 * it (its rooms and beds). Bounded; what was not read is said.
 */
public final class RosterReader implements AutoCloseable {

    /** More patients are not listed. */
    public static final int MOST_PATIENTS = 500;

    private static final Duration PATIENCE_FOR_CAPABILITY = Duration.ofSeconds(1);

    private final FhirContext fhir;
    private final ReadLimits limits;
    private final EhrDoor door;
    private final KnownEhrs known = new KnownEhrs(Ticker.systemTicker());

    /** @param fhir an R4 context for this reader alone */
    public RosterReader(FhirContext fhir, ReadLimits limits) {
        this.fhir = fhir;
        this.limits = limits;
        this.door = new EhrDoor(fhir, limits.perRequest());
    }

    /** @param now members who left before are not listed */
    public RosterOutcome read(EhrAccess access, WardPlace place, Instant now) {
        boolean permitted = access.mayRead().test(place.kind().type())
                && (place.kind() == WardPlace.Kind.GROUP || access.mayRead().test("Encounter"));
        if (!ChartReader.isId(place.id())) {
            return new RosterOutcome.Unknown();
        }
        if (!permitted) {
            return new RosterOutcome.NotPermitted();
        }
        EhrOrigin origin = new EhrOrigin(access.fhirBase());
        Deadline deadline = Deadline.in(limits.deadline());
        ChartToken token = new ChartToken(access, deadline);
        Requests requests = new Requests(fhir, door, origin, token, limits, deadline);
        return token.unlessEnded(
                switch (place.kind()) {
                    case GROUP -> group(requests.read(Group.class, place.id()), origin, place, now);
                    case LOCATION -> location(requests.read(Location.class, place.id()), requests, origin, place);
                });
    }

    /**
     * The wards that a patient is on: Groups that list the patient, the places of the current encounter and what they are
     * part of. What cannot be read is left out.
     */
    public List<NamedWard> wardsOf(EhrAccess access, String patientId) {
        if (!ChartReader.isId(patientId)) {
            return List.of();
        }
        EhrOrigin origin = new EhrOrigin(access.fhirBase());
        Deadline deadline = Deadline.in(limits.deadline());
        ChartToken token = new ChartToken(access, deadline);
        Requests requests = new Requests(fhir, door, origin, token, limits, deadline);
        WardSearches searches = new WardSearches(requests, origin);
        List<NamedWard> wards = new ArrayList<>();
        if (access.mayRead().test("Group")) {
            searches.groupsOf(patientId)
                    .forEach(group -> wards.add(new NamedWard(
                            new WardPlace(
                                    WardPlace.Kind.GROUP, group.getIdElement().getIdPart()),
                            Optional.ofNullable(group.getName()))));
        }
        if (access.mayRead().test("Location") && access.mayRead().test("Encounter")) {
            searches.placesOf(patientId)
                    .forEach(place -> wards.add(new NamedWard(
                            new WardPlace(
                                    WardPlace.Kind.LOCATION,
                                    place.getIdElement().getIdPart()),
                            Optional.ofNullable(place.getName()))));
        }
        return token.unlessEnded(wards);
    }

    /** A ward and what the EHR calls it. */
    public record NamedWard(WardPlace place, Optional<String> name) {}

    /** Whether an EHR says that it takes Subscriptions; false where it does not say so soon. */
    public boolean offersSubscriptions(URI fhirBase) {
        return Waiting.until(
                        Deadline.in(PATIENCE_FOR_CAPABILITY),
                        known.of(
                                        fhirBase,
                                        () -> Requests.withoutToken(fhir, door, new EhrOrigin(fhirBase), limits)
                                                .capabilities())
                                .copy())
                .map(what -> what.capability().subscribes())
                .orElse(false);
    }

    private static RosterOutcome group(Answer answer, EhrOrigin origin, WardPlace place, Instant now) {
        Optional<Group> read = arrived(answer, Group.class, place);
        return read.<RosterOutcome>map(group -> new RosterOutcome.Read(members(group, origin, place, now)))
                .orElseGet(() -> broken(answer));
    }

    private static Roster members(Group group, EhrOrigin origin, WardPlace place, Instant now) {
        List<Reference> references = group.getMember().stream()
                .filter(member -> !member.getInactive() && !isOver(member, now))
                .map(Group.GroupMemberComponent::getEntity)
                .toList();
        List<String> patients = references.stream()
                .flatMap(reference -> patient(reference, origin).stream())
                .distinct()
                .toList();
        int others = (int) references.stream()
                .filter(reference -> patient(reference, origin).isEmpty())
                .count();
        Optional<String> incomplete = patients.size() > MOST_PATIENTS
                ? Optional.of("cut-off")
                : Optional.of("no-members-listed")
                        .filter(word -> group.getMember().isEmpty());
        return new Roster(
                place,
                Optional.ofNullable(group.getName()),
                patients.stream().limit(MOST_PATIENTS).toList(),
                others,
                incomplete);
    }

    private static boolean isOver(Group.GroupMemberComponent member, Instant now) {
        return member.getPeriod().hasEnd()
                && member.getPeriod().getEnd().toInstant().isBefore(now);
    }

    private RosterOutcome location(Answer answer, Requests requests, EhrOrigin origin, WardPlace place) {
        Optional<Location> read = arrived(answer, Location.class, place);
        if (read.isEmpty()) {
            return broken(answer);
        }
        WardSearches searches = new WardSearches(requests, origin);
        List<String> places = searches.within(place.id());
        List<String> patients = new ArrayList<>();
        int others = 0;
        for (Encounter encounter : searches.current(places)) {
            Optional<String> patient = patient(encounter.getSubject(), origin);
            others += patient.isEmpty() ? 1 : 0;
            patient.filter(id -> !patients.contains(id)).ifPresent(patients::add);
        }
        Optional<String> incomplete = patients.size() > MOST_PATIENTS ? Optional.of("cut-off") : searches.incomplete();
        return new RosterOutcome.Read(new Roster(
                place,
                read.map(Location::getName),
                patients.stream().limit(MOST_PATIENTS).toList(),
                others,
                incomplete));
    }

    private static Optional<String> patient(Reference reference, EhrOrigin origin) {
        return Optional.ofNullable(reference.getReference()).flatMap(target -> origin.idOf("Patient", target));
    }

    /** What was asked for; an EHR that answers with another is not believed. */
    private static <T extends Resource> Optional<T> arrived(Answer answer, Class<T> type, WardPlace place) {
        return answer instanceof Answer.Arrived arrived
                        && type.isInstance(arrived.resource())
                        && place.id().equals(arrived.resource().getIdElement().getIdPart())
                ? Optional.of(type.cast(arrived.resource()))
                : Optional.empty();
    }

    private static RosterOutcome broken(Answer answer) {
        return switch (answer) {
            case Answer.Arrived ignored -> new RosterOutcome.EhrUnavailable("unreadable-answer");
            case Answer.Absent ignored -> new RosterOutcome.Unknown();
            case Answer.Refused ignored -> new RosterOutcome.NotPermitted();
            case Answer.Broken broken -> new RosterOutcome.EhrUnavailable(broken.reason());
        };
    }

    /** Closes the pool of connections. */
    @Override
    public void close() throws IOException {
        door.close();
    }
}
