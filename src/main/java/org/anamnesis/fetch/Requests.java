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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.exchange.Deadline;
import org.anamnesis.exchange.Download;
import org.anamnesis.exchange.EhrDoor;
import org.anamnesis.exchange.EhrOrigin;
import org.anamnesis.exchange.FileRequest;
import org.anamnesis.exchange.GuardedExchange;
import org.anamnesis.guard.DecimalGuard;
import org.anamnesis.guard.RefusedInput;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** The requests of one chart: each is sent, guarded, read and, where the EHR asks for a pause, sent again after it. */
final class Requests {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    /** An EHR that sheds load does so more than once. */
    private static final int MOST_TRIES = 3;

    private final FhirContext fhir;
    private final EhrDoor door;
    private final EhrOrigin origin;
    private final Optional<ChartToken> token;
    private final ReadLimits limits;
    private final Deadline deadline;
    private final Journal journal;
    private final LenientBundle lenient;
    private final BatchAnswers batches;

    Requests(FhirContext fhir, EhrDoor door, EhrOrigin origin, ChartToken token, ReadLimits limits, Deadline deadline) {
        this(fhir, door, origin, Optional.of(token), limits, deadline, new Journal());
    }

    Requests(
            FhirContext fhir,
            EhrDoor door,
            EhrOrigin origin,
            Optional<ChartToken> token,
            ReadLimits limits,
            Deadline deadline,
            Journal journal) {
        this.journal = journal;
        this.fhir = fhir;
        this.door = door;
        this.origin = origin;
        this.token = token;
        this.limits = limits;
        this.deadline = deadline;
        this.lenient = new LenientBundle(fhir, limits.answer());
        this.batches = new BatchAnswers(fhir, limits.answer());
    }

    /** Requests for what an EHR tells everybody. */
    static Requests withoutToken(FhirContext fhir, EhrDoor door, EhrOrigin origin, ReadLimits limits) {
        Deadline deadline = Deadline.in(limits.perRequest());
        return new Requests(fhir, door, origin, Optional.empty(), limits, deadline, new Journal());
    }

    /** What came of a request, and the body of its answer where the client could not read it. */
    private record Sent(Answer answer, Optional<byte[]> unread) {

        static Sent of(Answer answer) {
            return new Sent(answer, Optional.empty());
        }

        static Sent unread(byte[] body) {
            return new Sent(new Answer.Broken("unreadable-answer"), Optional.of(body));
        }

        Answer or(Function<byte[], Answer> rescue) {
            return unread.map(rescue).orElse(answer);
        }
    }

    Answer patient(String id) {
        return read(Patient.class, id);
    }

    Answer read(Class<? extends Resource> type, String id) {
        Answer answer = send(client -> client.read().resource(type).withId(id).execute())
                .answer();
        return journal.note(origin.base(), type.getSimpleName() + "/" + id, answer);
    }

    /** What the EHR says it can; asked without a token, as it tells everybody. */
    Answer capabilities() {
        GuardedExchange open = GuardedExchange.open(origin, limits.answer(), deadline.orSooner(limits.perRequest()));
        return sendOnce(
                        client -> client.capabilities()
                                .ofType(CapabilityStatement.class)
                                .execute(),
                        open)
                .answer();
    }

    /** A page of a search; the URL lies within the EHR. */
    Answer page(URI url) {
        Answer answer = send(client -> client.loadPage()
                        .byUrl(url.toString())
                        .andReturnBundle(Bundle.class)
                        .execute())
                .or(lenient::read);
        return journal.note(origin.base(), url.toString(), answer);
    }

    /** Several requests in one, each with its own answer; empty where the EHR gave none that can be read as such. */
    Optional<List<Answer>> batch(Bundle batch) {
        Sent sent = send(client -> client.transaction().withBundle(batch).execute());
        Optional<List<Answer>> answers =
                sent.unread().map(batches::read).orElseGet(() -> BatchAnswers.of(sent.answer()));
        journal.note(origin.base(), batch, answers.orElse(List.of()));
        return answers;
    }

    /** A file that a note points at; the address lies within the EHR. */
    Download download(FileRequest file) {
        Download download = downloadOnce(file);
        for (int again = 1; again < MOST_TRIES && download instanceof Download.Refused refused; again++) {
            if (!status(refused.status()).isOverloaded() || !pause(refused.pause())) {
                break;
            }
            download = downloadOnce(file);
        }
        return journal.note(origin.base(), file.address(), download);
    }

    private Download downloadOnce(FileRequest file) {
        String used = bearer();
        Download download = downloadOnce(file, used);
        return download instanceof Download.Refused refused && refused.status() == UNAUTHORIZED
                ? another(used).map(renewed -> downloadOnce(file, renewed)).orElse(download)
                : download;
    }

    private Download downloadOnce(FileRequest file, String bearer) {
        Deadline sooner = deadline.orSooner(limits.perRequest());
        return sooner.isOver() ? new Download.Broken(true) : door.download(origin, file, bearer, sooner);
    }

    private String bearer() {
        return token.map(ChartToken::current).orElse("");
    }

    private Optional<String> another(String refused) {
        return token.flatMap(known -> known.after(refused));
    }

    private Sent send(Function<IGenericClient, Resource> request) {
        String used = bearer();
        Sent sent = send(request, used);
        return sent.answer() instanceof Answer.Refused refused && refused.isOfTheToken()
                ? another(used).map(renewed -> send(request, renewed)).orElse(sent)
                : sent;
    }

    private Sent send(Function<IGenericClient, Resource> request, String bearer) {
        GuardedExchange exchange = exchange(bearer);
        Sent sent = sendOnce(request, exchange);
        for (int again = 1; again < MOST_TRIES && sent.answer().isOverloaded(); again++) {
            if (!pause(exchange.pause())) {
                return sent;
            }
            exchange = exchange(bearer);
            sent = sendOnce(request, exchange);
        }
        return sent;
    }

    /** Waits as long as the EHR asks for; not where it names no pause, or one that the deadline does not leave. */
    private boolean pause(Optional<Duration> pause) {
        if (pause.isEmpty() || pause.get().compareTo(deadline.left()) >= 0) {
            return false;
        }
        try {
            Thread.sleep(pause.get());
            return true;
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private GuardedExchange exchange(String bearer) {
        return new GuardedExchange(origin, bearer, limits.answer(), deadline.orSooner(limits.perRequest()));
    }

    private Sent sendOnce(Function<IGenericClient, Resource> request, GuardedExchange exchange) {
        if (deadline.isOver()) {
            return Sent.of(new Answer.Broken("timeout"));
        }
        try {
            Resource arrived = request.apply(door.client(origin, exchange));
            return exchange.hidesNumber() && !isHarmless(arrived)
                    ? Sent.unread(exchange.body())
                    : Sent.of(new Answer.Arrived(arrived, 0));
        } catch (NonFhirResponseException
                | DataFormatException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | ClassCastException
                | NullPointerException unreadable) {
            // The last four are how HAPI's parser ends at what is no FHIR, see Parsing.
            return Sent.unread(exchange.body());
        } catch (FhirClientConnectionException broken) {
            return has(broken, DataFormatException.class) ? Sent.unread(exchange.body()) : Sent.of(connection(broken));
        } catch (BaseServerResponseException error) {
            return exchange.problem()
                    .map(problem -> problem instanceof RefusedInput
                            ? Sent.unread(exchange.body())
                            : Sent.of(connection(problem)))
                    .orElseGet(() -> Sent.of(status(error.getStatusCode())));
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
            case UNAUTHORIZED, FORBIDDEN -> new Answer.Refused(status == UNAUTHORIZED);
            case NOT_FOUND, GONE -> new Answer.Absent();
            default -> new Answer.Broken("http-" + status);
        };
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
