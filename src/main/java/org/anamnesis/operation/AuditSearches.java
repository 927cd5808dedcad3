package org.anamnesis.operation;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.NumberParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.audit.AuditEvent.Kind;
import org.anamnesis.audit.AuditEvent.Outcome;
import org.anamnesis.audit.AuditSearch;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.balp.BalpEvents;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.smart.Scopes;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail of one EHR as AuditEvents, the newest first: by patient, who acted, time and request. Only for callers whose
 * token names AuditEvent; that they looked is recorded too.
 */
@ApplicationScoped
public class AuditSearches implements IResourceProvider {

    private static final Scopes READ = Scopes.parse("system/AuditEvent.rs");
    private static final int A_PAGE = 100;
    private static final int MOST = 1_000;

    private final @Nullable AuditTrail audit;
    private final @Nullable EhrRegistry registry;

    /** For the container's proxies only. */
    protected AuditSearches() {
        this.audit = null;
        this.registry = null;
    }

    @Inject
    public AuditSearches(AuditTrail audit, EhrRegistry registry) {
        this.audit = audit;
        this.registry = registry;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return AuditEvent.class;
    }

    /** One event by its place in the trail. */
    @Read
    public AuditEvent read(@IdParam IdType id, ServletRequestDetails details) {
        FacadeCall call = FacadeCall.of(details);
        call.requireSystem(details, READ);
        OptionalLong place = id.getIdPart().matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(id.getIdPart()))
                : OptionalLong.empty();
        AuditSearch all = AuditSearch.of(call.ehr().value(), 1);
        return found(call, with(all, place, OptionalLong.empty()), "event " + id.getIdPart()).stream()
                .filter(ignored -> place.isPresent())
                .findFirst()
                .orElseThrow(() -> new Refusal(new Problem(
                        404, IssueType.NOTFOUND, "unknown-event", "The trail of this EHR has no event with this id.")));
    }

    /** What the trail holds; {@code before} goes on after the last event of a page. */
    @Search
    public List<AuditEvent> search(
            @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
            @OptionalParam(name = "agent") @Nullable ReferenceParam agent,
            @OptionalParam(name = "date") @Nullable DateRangeParam date,
            @OptionalParam(name = "request-id") @Nullable TokenParam request,
            @OptionalParam(name = "before") @Nullable NumberParam before,
            @Count @Nullable Integer count,
            ServletRequestDetails details) {
        FacadeCall call = FacadeCall.of(details);
        call.requireSystem(details, READ);
        AuditSearch search = new AuditSearch(
                call.ehr().value(),
                Optional.ofNullable(patient).map(ReferenceParam::getIdPart),
                Optional.ofNullable(agent).map(ReferenceParam::getValue),
                Optional.ofNullable(date)
                        .map(DateRangeParam::getLowerBoundAsInstant)
                        .map(Date::toInstant),
                Optional.ofNullable(date)
                        .map(DateRangeParam::getUpperBoundAsInstant)
                        .map(Date::toInstant)
                        .map(last -> last.plusMillis(1)),
                Optional.ofNullable(request).map(TokenParam::getValue),
                OptionalLong.empty(),
                before == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(before.getValue().longValue()),
                count == null ? A_PAGE : Math.clamp(count, 1, MOST));
        return found(call, search, "search");
    }

    private static AuditSearch with(AuditSearch all, OptionalLong place, OptionalLong before) {
        return new AuditSearch(
                all.ehr(),
                all.patient(),
                all.agent(),
                all.from(),
                all.until(),
                all.request(),
                place,
                before,
                all.most());
    }

    /** What there was before this search: it does not find itself. */
    private List<AuditEvent> found(FacadeCall call, AuditSearch search, String what) {
        AuditTrail trail = Objects.requireNonNull(audit);
        long here = trail.begin(new org.anamnesis.audit.AuditEvent(
                                Kind.AUDIT_READ, call.ehr().value(), search.patient(), call.actor(), what)
                        .with(Outcome.DONE))
                .place();
        OptionalLong before = OptionalLong.of(Math.min(search.before().orElse(here), here));
        BalpEvents events = new BalpEvents(AuditParties.of(Objects.requireNonNull(registry)));
        return trail.find(with(search, search.place(), before)).stream()
                .map(events::of)
                .toList();
    }
}
