package org.anamnesis.filing;

import ca.uhn.fhir.rest.api.CacheControlDirective;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.anamnesis.exchange.Deadline;
import org.anamnesis.exchange.EhrDoor;
import org.anamnesis.exchange.EhrOrigin;
import org.anamnesis.exchange.GuardedExchange;
import org.anamnesis.guard.Limits;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** The EHR's record while one draft is filed: find, create once, read. */
final class EhrRecord {

    /** A filing has at most eight requests; together they may take as long as four. */
    private static final int REQUESTS = 4;

    private final EhrDoor door;
    private final EhrOrigin origin;
    private final String token;
    private final Deadline deadline;

    private EhrRecord(EhrDoor door, EhrOrigin origin, String token, Deadline deadline) {
        this.door = door;
        this.origin = origin;
        this.token = token;
        this.deadline = deadline;
    }

    static EhrRecord open(EhrDoor door, FilingTarget target) {
        return new EhrRecord(
                door, new EhrOrigin(target.fhirBase()), target.bearer().get(), Deadline.in(longest(target)));
    }

    /** How long the requests of one filing may take together. */
    static Duration longest(FilingTarget target) {
        return target.timeout().multipliedBy(REQUESTS);
    }

    /**
     * The reference of what the query finds, or of what is then created.
     *
     * @param isIt whether one that the EHR found is the one that was looked for
     * @throws SearchNotHeeded where the EHR finds others only: it does not heed the query, so nobody can say that ours is
     *     not there, and a second one could come of creating it
     */
    <T extends Resource> String findOrCreate(Class<T> type, String query, Predicate<T> isIt, Supplier<T> resource) {
        List<T> found = find(type, query);
        Optional<String> known = reference(found, isIt);
        if (known.isEmpty() && !found.isEmpty()) {
            throw new SearchNotHeeded();
        }
        return known.orElseGet(() -> create(type, query, isIt, resource.get()));
    }

    <T extends Resource> List<T> find(Class<T> type, String query) {
        // A server may answer a search from its memory; here only what is true now counts.
        Bundle found = client().search()
                .byUrl(query)
                .cacheControl(new CacheControlDirective().setNoCache(true))
                .returnBundle(Bundle.class)
                .execute();
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    <T extends Resource> T read(Class<T> type, String reference) {
        return client().read()
                .resource(type)
                .withId(reference.substring(reference.indexOf('/') + 1))
                .execute();
    }

    /**
     * Creates under {@code If-None-Exist}. Where the answer is lost or unclear, what may have been created all the same is
     * looked for; it is not sent again.
     */
    <T extends Resource> String create(Class<T> type, String query, Predicate<T> isIt, T resource) {
        try {
            MethodOutcome outcome =
                    client().create().resource(resource).conditionalByUrl(query).execute();
            Optional<String> id = Optional.ofNullable(outcome.getId())
                    .filter(IIdType::hasIdPart)
                    .map(created -> type.getSimpleName() + "/" + created.getIdPart());
            if (id.isPresent()) {
                return id.get();
            }
        } catch (FhirClientConnectionException e) {
            return reference(find(type, query), isIt).orElseThrow(() -> e);
        } catch (BaseServerResponseException e) {
            boolean mayBeThere = e.getStatusCode() >= 500 || e.getStatusCode() == 409 || e.getStatusCode() == 412;
            if (!mayBeThere) {
                throw e;
            }
            return reference(find(type, query), isIt).orElseThrow(() -> e);
        }
        return reference(find(type, query), isIt)
                .orElseThrow(() -> new FhirClientConnectionException("the answer to a create names no resource"));
    }

    private static <T extends Resource> Optional<String> reference(List<T> found, Predicate<T> isIt) {
        return found.stream()
                .filter(isIt)
                .findFirst()
                .map(known -> known.fhirType() + "/" + known.getIdElement().getIdPart());
    }

    private IGenericClient client() {
        return door.client(origin, new GuardedExchange(origin, token, Limits.EHR, deadline));
    }
}
