package org.anamnesis.filing;

import ca.uhn.fhir.rest.api.CacheControlDirective;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.client.exceptions.NonFhirResponseException;
import ca.uhn.fhir.rest.gclient.ICreateTyped;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.anamnesis.exchange.Deadline;
import org.anamnesis.exchange.Download;
import org.anamnesis.exchange.EhrDoor;
import org.anamnesis.exchange.EhrOrigin;
import org.anamnesis.exchange.FileRequest;
import org.anamnesis.exchange.GuardedExchange;
import org.anamnesis.guard.Limits;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** The EHR's record while one draft is filed: find, create once, read. */
final class EhrRecord {

    /** A filing has at most eight requests; together they may take as long as four. */
    private static final int REQUESTS = 4;

    private static final int ACCEPTED = 202;
    private static final long LARGEST_TEXT = 1L << 20;

    private final EhrDoor door;
    private final EhrOrigin origin;
    private final String token;
    private final Deadline deadline;
    private Optional<GuardedExchange> last = Optional.empty();

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
        return findIdentified(type, query, isIt).orElseGet(() -> create(type, query, isIt, resource.get()));
    }

    /**
     * The reference of what a query by our identifier finds.
     *
     * @throws SearchNotHeeded where it finds others: then nobody can say that it is not there
     */
    <T extends Resource> Optional<String> findIdentified(Class<T> type, String query, Predicate<T> isIt) {
        List<T> found = found(type, search(query));
        Optional<String> known = reference(found, isIt);
        if (known.isEmpty() && !found.isEmpty()) {
            throw new SearchNotHeeded();
        }
        return known;
    }

    /**
     * The reference of the one that is it among what a query finds.
     *
     * @param most the number that was asked for
     * @throws SearchNotHeeded where it is not on the first page and there may be another
     */
    <T extends Resource> Optional<String> findAmong(Class<T> type, String query, Predicate<T> isIt, int most) {
        Bundle page = search(query);
        List<T> found = found(type, page);
        Optional<String> known = reference(found, isIt);
        // An EHR may give fewer a page than were asked for.
        if (known.isEmpty() && (page.getLink(Bundle.LINK_NEXT) != null || found.size() >= most)) {
            throw new SearchNotHeeded();
        }
        return known;
    }

    <T extends Resource> List<T> find(Class<T> type, String query) {
        return found(type, search(query));
    }

    private Bundle search(String query) {
        // A server may answer a search from its memory; here only what is true now counts.
        return client().search()
                .byUrl(query)
                .cacheControl(new CacheControlDirective().setNoCache(true))
                .returnBundle(Bundle.class)
                .execute();
    }

    private static <T extends Resource> List<T> found(Class<T> type, Bundle page) {
        return page.getEntry().stream()
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

    /** Changes a resource that was read; where it has changed since, the EHR refuses ({@code If-Match}). */
    void update(Resource resource) {
        client().update().resource(resource).execute();
    }

    /** The text behind an attachment's address, where it lies within the EHR and can be had. */
    Optional<String> text(String address) {
        Optional<URI> within = origin.within(address);
        if (within.isEmpty()) {
            return Optional.empty();
        }
        Download got = door.download(
                origin, new FileRequest(within.get(), "text/plain, */*;q=0.1", LARGEST_TEXT), token, deadline);
        return got instanceof Download.Arrived arrived
                ? Optional.of(new String(arrived.bytes(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /**
     * Sends a create, once.
     *
     * @param condition the query of {@code If-None-Exist}, where one is to be sent
     */
    <T extends Resource> Sent send(T resource, Optional<String> condition) {
        try {
            ICreateTyped create = client().create().resource(resource);
            MethodOutcome outcome = condition.isPresent()
                    ? create.conditionalByUrl(condition.get()).execute()
                    : create.execute();
            Optional<Sent.There> there = Places.of(
                    outcome.getFirstResponseHeader("location").or(() -> outcome.getFirstResponseHeader("Location")),
                    resource.fhirType());
            if (there.isPresent()) {
                return there.get();
            }
            return outcome.getResponseStatusCode() == ACCEPTED ? new Sent.Accepted() : new Sent.Somewhere();
        } catch (FhirClientConnectionException | NonFhirResponseException lost) {
            return new Sent.Lost();
        } catch (BaseServerResponseException e) {
            return no(e);
        }
    }

    /** Sends a transaction, once, and gives what came of its document. */
    Sent sendTogether(Bundle transaction) {
        try {
            Bundle answer = client().transaction().withBundle(transaction).execute();
            int place = Together.place(transaction);
            if (answer.getEntry().size() <= place) {
                return new Sent.Somewhere();
            }
            Optional<String> location = Optional.ofNullable(
                    answer.getEntry().get(place).getResponse().getLocation());
            return Places.of(location, "DocumentReference")
                    .<Sent>map(there -> there)
                    .orElseGet(Sent.Somewhere::new);
        } catch (FhirClientConnectionException | NonFhirResponseException lost) {
            return new Sent.Lost();
        } catch (BaseServerResponseException e) {
            return no(e);
        }
    }

    /** The EHR's last answer, an error, with its words and the pause it asks for. */
    Sent.No no(BaseServerResponseException e) {
        return new Sent.No(
                e.getStatusCode(),
                last.flatMap(exchange -> RefusalWords.of(door.fhir(), exchange.refusal())),
                last.flatMap(GuardedExchange::pause));
    }

    /** Creates under {@code If-None-Exist}; what may have been created all the same is looked for and not sent again. */
    <T extends Resource> String create(Class<T> type, String query, Predicate<T> isIt, T resource) {
        Sent sent = send(resource, Optional.of(query));
        if (sent instanceof Sent.There there) {
            return there.location();
        }
        if (sent instanceof Sent.No no && !no.mayBeThere()) {
            throw new NotTaken(no);
        }
        return reference(find(type, query), isIt)
                .orElseThrow(() -> sent instanceof Sent.No no
                        ? new NotTaken(no)
                        : new FhirClientConnectionException("the answer to a create was lost"));
    }

    static <T extends Resource> Optional<String> reference(List<T> found, Predicate<T> isIt) {
        return found.stream()
                .filter(isIt)
                .findFirst()
                .map(known -> known.fhirType() + "/" + known.getIdElement().getIdPart());
    }

    private IGenericClient client() {
        GuardedExchange exchange = new GuardedExchange(origin, token, Limits.EHR, deadline).keepingRefusal();
        last = Optional.of(exchange);
        return door.client(origin, exchange);
    }
}
