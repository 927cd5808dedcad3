package org.anamnesis.exchange;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.client.api.ClientResponseContext;
import ca.uhn.fhir.rest.client.api.IHttpRequest;
import ca.uhn.fhir.rest.client.api.IHttpResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.guard.Body;
import org.anamnesis.guard.JsonGuard;
import org.anamnesis.guard.Limits;
import org.anamnesis.guard.RefusedInput;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer: the token goes to the EHR alone, and nothing is parsed before it was read within bounds
 * and passed the guard. The bodies of error answers are thrown away: they are free text. Only who asks for one gets it.
 */
@Interceptor
public final class GuardedExchange {

    private static final Set<String> JSON =
            Set.of("application/fhir+json", "application/json", "application/json+fhir");
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;

    private static final int BAD_REQUEST = 400;

    /** What an EHR says of why it refuses: more than a sentence or two is not read. */
    private static final Limits REFUSAL = Limits.of(64L << 10);

    /** No EHR answers with it. */
    private static final int NOT_TAKEN = 599;

    private final EhrOrigin origin;
    private final Optional<String> token;
    private final Limits limits;
    private final Deadline deadline;
    private byte[] body = new byte[0];
    private boolean keepsRefusal;
    private byte[] refusal = new byte[0];
    private boolean hidesNumber;
    private Optional<Duration> pause = Optional.empty();
    private Optional<IOException> problem = Optional.empty();

    /** An exchange that ends at the deadline, whose answer stays within the limits. */
    public GuardedExchange(EhrOrigin origin, String token, Limits limits, Deadline deadline) {
        this(origin, Optional.of(token), limits, deadline);
    }

    private GuardedExchange(EhrOrigin origin, Optional<String> token, Limits limits, Deadline deadline) {
        this.origin = origin;
        this.token = token;
        this.limits = limits;
        this.deadline = deadline;
    }

    /** An exchange without a token, for what an EHR tells everybody. */
    public static GuardedExchange open(EhrOrigin origin, Limits limits, Deadline deadline) {
        return new GuardedExchange(origin, Optional.empty(), limits, deadline);
    }

    /** Keeps the body of an error answer for {@link #refusal()}, where it is small and passes the guard. */
    public GuardedExchange keepingRefusal() {
        keepsRefusal = true;
        return this;
    }

    /** Adds the token, for the EHR only. */
    @Hook(Pointcut.CLIENT_REQUEST)
    public void authorize(IHttpRequest request) {
        if (origin.within(request.getUri()).isEmpty()) {
            throw new IllegalStateException("a request would have left the EHR");
        }
        token.ifPresent(secret -> request.addHeader("Authorization", "Bearer " + secret));
    }

    /** Reads the answer within its bounds and puts it through the guard; the client sees it only if it passed. */
    @Hook(Pointcut.CLIENT_RESPONSE)
    public void guard(ClientResponseContext exchange) {
        IHttpResponse response = exchange.getHttpResponse();
        int status = response.getStatus();
        try {
            pause = RetryAfter.of(first(response.getHeaders("Retry-After")), first(response.getHeaders("Date")));
            if (status >= OK && status < MULTIPLE_CHOICES) {
                take(response);
            } else if (keepsRefusal && status >= BAD_REQUEST) {
                refusal = refusalOf(response);
            }
        } catch (IOException broken) {
            problem = Optional.of(broken);
        } finally {
            response.close();
        }
        // Thrown from here, the problem would be logged as an error of ours: it goes on as a status of its own.
        exchange.setHttpResponse(
                problem.isEmpty()
                        ? new HeldAnswer(response, status, body)
                        : new HeldAnswer(response, NOT_TAKEN, new byte[0]));
    }

    private void take(IHttpResponse response) throws IOException {
        body = Body.readAll(new TimedStream(response.readEntity(), deadline), limits);
        if (body.length == 0) {
            // As many EHRs answer a create; of what type nothing is, does not matter.
            return;
        }
        if (!JSON.contains(response.getMimeType())) {
            throw new RefusedInput(RefusedInput.Reason.MALFORMED);
        }
        hidesNumber = JsonGuard.check(body, limits);
    }

    /** An error answer that cannot be read says nothing; what it answered stays its status. */
    private byte[] refusalOf(IHttpResponse response) {
        try {
            if (!JSON.contains(response.getMimeType())) {
                return new byte[0];
            }
            byte[] said = Body.readAll(new TimedStream(response.readEntity(), deadline), REFUSAL);
            JsonGuard.check(said, REFUSAL);
            return said;
        } catch (IOException unreadable) {
            return new byte[0];
        }
    }

    /** Whether a text of the answer would be a number beyond the limits, where an element takes it for one. */
    public boolean hidesNumber() {
        return hidesNumber;
    }

    /** Why the answer was not given to the client: refused by the guard, or broken on its way. */
    public Optional<IOException> problem() {
        return problem;
    }

    /** The answer's bytes as they came; empty where none were accepted. */
    public byte[] body() {
        return body.clone();
    }

    /** What the EHR said with an error status; free text, perhaps about the patient. Empty where nothing usable was kept. */
    public byte[] refusal() {
        return refusal.clone();
    }

    /** The pause that an overloaded EHR asks for. */
    public Optional<Duration> pause() {
        return pause;
    }

    private static Optional<String> first(@Nullable List<String> values) {
        return Optional.ofNullable(values).stream().flatMap(List::stream).findFirst();
    }
}
