package org.anamnesis.fetch;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.client.exceptions.NonFhirResponseException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.exchange.Deadline;
import org.anamnesis.exchange.EhrDoor;
import org.anamnesis.exchange.EhrOrigin;
import org.anamnesis.exchange.GuardedExchange;
import org.anamnesis.guard.DecimalGuard;
import org.anamnesis.guard.RefusedInput;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** The requests of one chart: each is sent, guarded, read and, where the EHR asks for a pause, sent once more. */
final class Requests {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final FhirContext fhir;
    private final EhrDoor door;
    private final EhrOrigin origin;
    private final String token;
    private final ReadLimits limits;
    private final Deadline deadline;
    private final LenientBundle lenient;

    Requests(FhirContext fhir, EhrDoor door, EhrOrigin origin, String token, ReadLimits limits, Deadline deadline) {
        this.fhir = fhir;
        this.door = door;
        this.origin = origin;
        this.token = token;
        this.limits = limits;
        this.deadline = deadline;
        this.lenient = new LenientBundle(fhir, limits.answer());
    }

    Answer patient(String id) {
        return read(Patient.class, id);
    }

    Answer read(Class<? extends Resource> type, String id) {
        return send(client -> client.read().resource(type).withId(id).execute());
    }

    /** A page of a search; the URL lies within the EHR. */
    Answer page(URI url) {
        return send(client -> client.loadPage()
                .byUrl(url.toString())
                .andReturnBundle(Bundle.class)
                .execute());
    }

    /** Several requests in one; the answer is a batch-response. */
    Answer batch(Bundle batch) {
        return send(client -> client.transaction().withBundle(batch).execute());
    }

    private Answer send(Function<IGenericClient, Resource> request) {
        GuardedExchange first = exchange();
        Answer answer = sendOnce(request, first);
        Optional<Duration> pause = RetryAfter.of(first.retryAfter());
        if (!isOverloaded(answer) || pause.isEmpty() || pause.get().compareTo(deadline.left()) >= 0) {
            return answer;
        }
        try {
            Thread.sleep(pause.get());
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            return new Answer.Broken("timeout");
        }
        return sendOnce(request, exchange());
    }

    private GuardedExchange exchange() {
        return new GuardedExchange(origin, token, limits.answer(), deadline.orSooner(limits.perRequest()));
    }

    private Answer sendOnce(Function<IGenericClient, Resource> request, GuardedExchange exchange) {
        if (deadline.isOver()) {
            return new Answer.Broken("timeout");
        }
        try {
            Resource arrived = request.apply(door.client(origin, exchange));
            return exchange.hidesNumber() && !isHarmless(arrived)
                    ? lenient.read(exchange.body())
                    : new Answer.Arrived(arrived, 0);
        } catch (NonFhirResponseException | DataFormatException unreadable) {
            return lenient.read(exchange.body());
        } catch (FhirClientConnectionException broken) {
            return has(broken, DataFormatException.class) ? lenient.read(exchange.body()) : connection(broken);
        } catch (BaseServerResponseException error) {
            return exchange.problem()
                    .map(problem ->
                            problem instanceof RefusedInput ? lenient.read(exchange.body()) : connection(problem))
                    .orElseGet(() -> status(error.getStatusCode()));
        }
    }

    /** Whether no element took a text for a number beyond the limits; it mostly is somebody's lot number. */
    private boolean isHarmless(Resource arrived) {
        try {
            DecimalGuard.check(fhir, arrived, limits.answer());
            return true;
        } catch (RefusedInput refused) {
            return false;
        }
    }

    /** What an HTTP status that is no success means. */
    static Answer status(int status) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> new Answer.Refused();
            case NOT_FOUND, GONE -> new Answer.Absent();
            default -> new Answer.Broken("http-" + status);
        };
    }

    private static boolean isOverloaded(Answer answer) {
        return answer instanceof Answer.Broken broken
                && (broken.reason().equals("http-" + TOO_MANY_REQUESTS)
                        || broken.reason().equals("http-" + SERVICE_UNAVAILABLE));
    }

    /** Timeouts of sockets and of our own deadline are all {@link InterruptedIOException}s. */
    private Answer connection(Throwable broken) {
        boolean late = has(broken, InterruptedIOException.class)
                || deadline.isOver()
                || Thread.currentThread().isInterrupted();
        return new Answer.Broken(late ? "timeout" : "unreachable");
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
