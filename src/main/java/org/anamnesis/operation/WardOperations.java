package org.anamnesis.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.fetch.SearchPlan;
import org.anamnesis.fetch.WardPlace;
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
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;

/** {@code $triage} on Group and Location: a ward in order; {@code Patient/[id]/$override-acuity}: a person's place in it. */
@ApplicationScoped
public class WardOperations {

    static final List<String> LISTED = List.of("asOf", "since");
    static final List<String> DECIDED = List.of("tier", "reason", "hours");

    /** The tier that takes an earlier decision back. */
    private static final String NONE = "none";

    private static final Set<String> TIERS = Set.of("emergency", "urgent", "raised", "steady", NONE);

    /** All callers read with our own access: what one of them read another may be shown, where his token covers it. */
    private static final String OWN_ACCESS = "backend";

    private static final Scopes READS_PATIENT = scopes("patient/", Stream.of("Patient"));

    private final @Nullable Wards wards;
    private final @Nullable Decisions decisions;
    private final @Nullable Subjects subjects;

    /** For the container's proxies only. */
    protected WardOperations() {
        this.wards = null;
        this.decisions = null;
        this.subjects = null;
    }

    @Inject
    public WardOperations(Wards wards, Decisions decisions, Subjects subjects) {
        this.wards = wards;
        this.decisions = decisions;
        this.subjects = subjects;
    }

    /** The members of a Group in order. */
    @Operation(name = "$triage", typeName = "Group")
    public Parameters ofGroup(@IdParam IdType group, ServletRequestDetails details) {
        return list(details, new WardPlace(WardPlace.Kind.GROUP, group.getIdPart()), "Group");
    }

    /** The patients at a Location in order. */
    @Operation(name = "$triage", typeName = "Location")
    public Parameters ofLocation(@IdParam IdType location, ServletRequestDetails details) {
        return list(details, new WardPlace(WardPlace.Kind.LOCATION, location.getIdPart()), "Location");
    }

    private Parameters list(ServletRequestDetails details, WardPlace place, String type) {
        Input input = Input.read(details, LISTED);
        Optional<ClinicalTime> asOf = input.time("asOf");
        Optional<String> since = input.text("since", 64);
        FacadeCall call = FacadeCall.of(details);
        call.requireMany(
                details,
                scopes(
                        "user/",
                        Stream.concat(
                                Stream.of(type, "Patient"),
                                SearchPlan.WARD.types().stream().sorted())));
        WardRequest request = new WardRequest(eyes(call), place, asOf, since);
        return switch (Objects.requireNonNull(wards).list(request)) {
            case WardOutcome.Listed listed -> WardParameters.of(listed.list());
            case WardOutcome.Unchanged unchanged -> WardParameters.of(unchanged);
            case WardOutcome.UnknownWard ignored -> throw new Refusal(Problem.unknownWard());
            case WardOutcome.NotPermitted ignored ->
                throw new Refusal(Problem.forbidden("The EHR does not let this product read who is on this ward."));
            case WardOutcome.EhrUnavailable unavailable -> throw Subjects.unavailable(unavailable.reason());
        };
    }

    /** Keeps where a person puts a patient in the order, and why. */
    @Operation(name = "$override-acuity", typeName = "Patient")
    public Parameters override(@IdParam IdType patient, ServletRequestDetails details) {
        Input input = Input.read(details, DECIDED);
        String tier = input.required("tier", String.join("|", TIERS), "one of " + String.join(", ", TIERS));
        String reason = input.requiredText("reason", Decision.LONGEST_REASON_CHARACTERS);
        int hours = input.integer("hours", 1, Decision.MOST_HOURS).orElse(Decision.USUAL_HOURS);
        FacadeCall call = FacadeCall.of(details);
        call.require(details, patient.getIdPart(), READS_PATIENT);
        String by = call.caller()
                .practitioner()
                .orElseThrow(() -> new Refusal(new Problem(
                        403,
                        IssueType.FORBIDDEN,
                        "no-practitioner",
                        "Only a practitioner can decide: the token's fhirUser is no Practitioner of this EHR.")));
        Optional<Tier> place = tier.equals(NONE) ? Optional.empty() : WardEntry.tier(tier);
        return switch (Objects.requireNonNull(decisions)
                .decide(eyes(call), new Decision(patient.getIdPart(), place, reason, hours, by))) {
            case DecisionOutcome.Kept kept -> WardParameters.of(kept.decision());
            case DecisionOutcome.UnknownPatient ignored -> throw new Refusal(Problem.unknownPatient());
            case DecisionOutcome.NotPermitted ignored ->
                throw new Refusal(Problem.forbidden("The EHR does not let this product read the patient."));
            case DecisionOutcome.EhrUnavailable unavailable -> throw Subjects.unavailable(unavailable.reason());
        };
    }

    private Eyes eyes(FacadeCall call) {
        return new Eyes(call.ehr().value(), Objects.requireNonNull(subjects).access(call), OWN_ACCESS, call.actor());
    }

    private static Scopes scopes(String context, Stream<String> types) {
        return Scopes.of(types.map(type -> context + type + ".rs").toList());
    }
}
