package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.fetch.SearchPlan;
import org.anamnesis.fetch.WardPlace;
import org.anamnesis.smart.ResourceScope;
import org.anamnesis.smart.Scopes;
import org.anamnesis.triage.Tier;
import org.anamnesis.ward.Decision;
import org.anamnesis.ward.DecisionOutcome;
import org.anamnesis.ward.Decisions;
import org.anamnesis.ward.Eyes;
import org.anamnesis.ward.WardEntry;
import org.anamnesis.ward.WardOutcome;
import org.anamnesis.ward.WardRequest;
import org.anamnesis.ward.Wards;
import org.jspecify.annotations.Nullable;

/**
 * A ward in order, for users whose token reaches more than the launched patient. It is read with the user's own token: the EHR
 * decides whom the user may see, and what it refuses is listed as refused.
 */
@Path("{launchId}/api")
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class WardResource {

    private static final int LONGEST_VERSION = 64;

    @Inject
    private CurrentLaunch current;

    @Inject
    private Wards wards;

    @Inject
    private Decisions decisions;

    @Inject
    private Names names;

    /** What a person decided. */
    public record Decided(
            @Nullable String patient,
            @Nullable String tier,
            @Nullable String reason,
            @Nullable Integer hours) {}

    /** The wards that the launched patient is on; none, where the user's token reaches no other patient. */
    @GET
    @Path("wards")
    @Produces(MediaType.APPLICATION_JSON)
    public WardView.Wards wards() {
        Launch launch = current.launch();
        boolean reaches = Stream.of(WardPlace.Kind.values())
                .anyMatch(kind -> missing(launch, kind).isEmpty());
        return new WardView.Wards(
                reaches
                        ? wards.wardsOf(eyes(launch), launch.patientId()).stream()
                                .filter(ward ->
                                        missing(launch, ward.place().kind()).isEmpty())
                                .map(ward -> new WardView.Ward(
                                        ward.place().kind().type(),
                                        ward.place().id(),
                                        ward.name().orElse(null)))
                                .toList()
                        : List.of());
    }

    /** The ward in order, or that nothing has changed since a version. */
    @GET
    @Path("ward/{type}/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public WardView ward(
            @PathParam("type") String type, @PathParam("id") String id, @QueryParam("since") @Nullable String since) {
        Launch launch = current.launch();
        WardRequest request = new WardRequest(
                eyes(launch),
                place(launch, type, id),
                Optional.empty(),
                Optional.ofNullable(since).filter(version -> version.length() <= LONGEST_VERSION));
        return switch (wards.list(request)) {
            case WardOutcome.Listed listed -> WardView.of(listed.list(), names(launch));
            case WardOutcome.Unchanged unchanged -> WardView.of(unchanged);
            case WardOutcome.UnknownWard ignored -> throw unknownWard();
            case WardOutcome.NotPermitted ignored -> throw notPermitted();
            case WardOutcome.EhrUnavailable unavailable -> throw unavailable(unavailable.reason());
        };
    }

    /** Keeps a decision on a patient who is on the ward, as the launch's practitioner and nobody else. */
    @POST
    @Path("ward/{type}/{id}/override")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public OverrideView override(@PathParam("type") String type, @PathParam("id") String id, Decided decided) {
        Launch launch = current.launch();
        String by = launch.practitioner()
                .orElseThrow(() -> new ApiRefusal(
                        403, "no-practitioner", "Your EHR does not name you as a practitioner, so you cannot decide."));
        WardRequest request = WardRequest.now(eyes(launch), place(launch, type, id));
        return switch (decisions.decideOnWard(request, decision(decided, by))) {
            case DecisionOutcome.Kept kept -> OverrideView.of(kept.decision(), false, names(launch));
            case DecisionOutcome.UnknownPatient ignored ->
                throw new ApiRefusal(422, "not-on-ward", "This patient is not on this ward any more.");
            case DecisionOutcome.NotPermitted ignored -> throw notPermitted();
            case DecisionOutcome.EhrUnavailable unavailable -> throw unavailable(unavailable.reason());
        };
    }

    private Names.At names(Launch launch) {
        return names.at(launch.ehr().id().value());
    }

    private static Decision decision(Decided decided, String by) {
        String tier = Optional.ofNullable(decided.tier()).orElse("");
        Optional<Tier> place = WardEntry.tier(tier).filter(known -> known != Tier.UNKNOWN);
        String reason = Optional.ofNullable(decided.reason()).orElse("").strip();
        int hours = Optional.ofNullable(decided.hours()).orElse(Decision.USUAL_HOURS);
        boolean isReadable = decided.patient() != null
                && (place.isPresent() || tier.equals("none"))
                && !reason.isEmpty()
                && reason.length() <= Decision.LONGEST_REASON_CHARACTERS
                && hours >= 1
                && hours <= Decision.MOST_HOURS;
        if (!isReadable) {
            throw new ApiRefusal(400, "request-unreadable", "This request cannot be read.");
        }
        return new Decision(String.valueOf(decided.patient()), place, reason, hours, by);
    }

    private static WardPlace place(Launch launch, String type, String id) {
        WardPlace.Kind kind = WardPlace.Kind.of(type).orElseThrow(WardResource::unknownWard);
        if (!missing(launch, kind).isEmpty()) {
            throw new ApiRefusal(
                    403, "ehr-not-permitted", "Your EHR sign-in reaches the launched patient only, not a ward.");
        }
        return new WardPlace(kind, id);
    }

    /** What the user's token lacks to read others than the launched patient. */
    private static List<ResourceScope> missing(Launch launch, WardPlace.Kind kind) {
        Scopes needed = Scopes.of(Stream.concat(Stream.of(kind.type(), "Patient"), SearchPlan.WARD.types().stream())
                .map(type -> "user/" + type + ".rs")
                .toList());
        return launch.scopes().ofMany(launch.practitioner().isPresent()).missing(needed);
    }

    private static Eyes eyes(Launch launch) {
        return new Eyes(launch.ehr().id().value(), launch.access(), "launch " + launch.id(), launch.actor());
    }

    private static ApiRefusal unknownWard() {
        return new ApiRefusal(422, "unknown-ward", "The EHR has no such ward.");
    }

    private static ApiRefusal notPermitted() {
        return new ApiRefusal(403, "ehr-not-permitted", "The EHR does not let you see this ward.");
    }

    private static ApiRefusal unavailable(String reason) {
        return new ApiRefusal(502, "ehr-" + reason, "The EHR cannot be read at the moment.");
    }
}
