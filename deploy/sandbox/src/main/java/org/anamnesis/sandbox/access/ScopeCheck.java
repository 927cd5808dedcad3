package org.anamnesis.sandbox.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.util.UrlUtil;
import java.util.List;
import java.util.Optional;
import org.anamnesis.sandbox.authorization.Permission;
import org.anamnesis.sandbox.server.FhirInterceptor;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Every act must be covered by a scope for its type: c, r, u, d or s. A batch or transaction is looked at entry by entry.
 * What SMART has no scope for (operations, searches and histories across the server) is refused, but for the two operations
 * that read a whole chart: who may read every type may have them.
 */
@Component
@Order(2)
@Interceptor
public class ScopeCheck implements FhirInterceptor {

    /** Refuses with 403 once HAPI knows what is asked. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void check(RestOperationTypeEnum operation, RequestDetails request) {
        if (operation == RestOperationTypeEnum.METADATA || operation == RestOperationTypeEnum.GET_PAGE) {
            return;
        }
        var grant = Grant.of(request).orElseThrow(Refusal::noToken);
        if (isWholeChart(operation, request)) {
            requireAll(grant);
            return;
        }
        for (var act : acts(operation, request)) {
            if (!act.isCoveredBy(grant)) {
                throw Refusal.scopeMissing(act.scope(grant));
            }
        }
    }

    /** {@code Patient/[id]/$everything} and {@code $summary}: they read every type, so every type must be permitted. */
    private static boolean isWholeChart(RestOperationTypeEnum operation, RequestDetails request) {
        return operation == RestOperationTypeEnum.EXTENDED_OPERATION_INSTANCE
                && "Patient".equals(request.getResourceName())
                && RecordCheck.WHOLE_CHART.contains(request.getOperation());
    }

    private static void requireAll(Grant grant) {
        for (var permission : List.of(Permission.READ, Permission.SEARCH)) {
            var act = new Act("*", permission);
            if (!act.isCoveredBy(grant)) {
                throw Refusal.scopeMissing(act.scope(grant));
            }
        }
    }

    private static List<Act> acts(RestOperationTypeEnum operation, RequestDetails request) {
        if (operation == RestOperationTypeEnum.TRANSACTION && request.getResource() instanceof Bundle bundle) {
            return bundle.getEntry().stream().map(ScopeCheck::act).toList();
        }
        var type = Optional.ofNullable(request.getResourceName());
        return permission(operation)
                .flatMap(permission -> type.map(name -> List.of(new Act(name, permission))))
                .orElseThrow(Refusal::neverPermitted);
    }

    private static Optional<Permission> permission(RestOperationTypeEnum operation) {
        return Optional.ofNullable(
                switch (operation) {
                    case READ, VREAD, HISTORY_INSTANCE -> Permission.READ;
                    case SEARCH_TYPE -> Permission.SEARCH;
                    case CREATE -> Permission.CREATE;
                    case UPDATE, PATCH -> Permission.UPDATE;
                    case DELETE -> Permission.DELETE;
                    default -> null;
                });
    }

    private static Act act(Bundle.BundleEntryComponent entry) {
        var url = entry.getRequest().getUrl();
        var method = entry.getRequest().getMethod();
        if (url == null || method == null) {
            throw Refusal.neverPermitted();
        }
        var parts = UrlUtil.parseUrl(url);
        var type = parts.getResourceType();
        if (type == null || url.contains("$") || url.startsWith("http")) {
            throw Refusal.neverPermitted();
        }
        boolean hasId = parts.getResourceId() != null;
        return new Act(
                type,
                switch (method) {
                    case GET, HEAD -> hasId ? Permission.READ : Permission.SEARCH;
                    case POST -> Permission.CREATE;
                    case PUT, PATCH -> Permission.UPDATE;
                    case DELETE -> Permission.DELETE;
                    default -> throw Refusal.neverPermitted();
                });
    }
}
