package org.anamnesis.sandbox.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.interceptor.auth.AuthorizedList;
import ca.uhn.fhir.rest.server.interceptor.auth.SearchNarrowingInterceptor;
import java.util.Optional;
import org.anamnesis.sandbox.authorization.SmartScope;
import org.anamnesis.sandbox.server.FhirInterceptor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A search with nothing but patient scopes for its type is a search in that patient's compartment. Without this a count
 * would tell of other patients, since a count shows no record that {@link RecordCheck} could refuse.
 */
@Component
@Order(4)
public class SearchNarrowing extends SearchNarrowingInterceptor implements FhirInterceptor {

    SearchNarrowing() {}

    @Override
    protected AuthorizedList buildAuthorizedList(RequestDetails request) {
        var list = new AuthorizedList();
        Grant.of(request)
                .filter(grant -> isForOnePatient(grant, Optional.ofNullable(request.getResourceName())))
                .flatMap(Grant::patient)
                .ifPresent(patient -> list.addCompartment("Patient/" + patient));
        return list;
    }

    /** A batch has no type of its own: all scopes count. */
    private static boolean isForOnePatient(Grant grant, Optional<String> type) {
        return grant.scopes().resourceScopes().stream()
                .filter(scope -> type.map(scope::concerns).orElse(true))
                .allMatch(scope -> scope.context() == SmartScope.Context.PATIENT);
    }
}
