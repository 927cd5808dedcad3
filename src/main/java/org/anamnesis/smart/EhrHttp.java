package org.anamnesis.smart;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.guard.JsonGuard;
import org.anamnesis.guard.Limits;
import org.anamnesis.guard.RefusedInput;
import org.anamnesis.smart.AuthorizationFailed.Reason;

/**
 * The wire to an EHR's authorization server and, for who is who, to its FHIR base. It sends to addresses of that EHR only,
 * follows no redirect, waits no longer than the EHR's timeout for the whole answer, and lets through JSON that passed the
 * guard and nothing else.
 */
public final class EhrHttp implements AutoCloseable {

    private static final Limits OAUTH = Limits.AUTHORIZATION;
    // A Patient may carry a photograph.
    private static final Limits RESOURCE = Limits.of(4L << 20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .sslParameters(encrypted())
            .build();

    // Whatever the machine's defaults are. Certificate and name of the host are checked as Java always does for https.
    private static SSLParameters encrypted() {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return parameters;
    }

    /**
     * Gets JSON.
     *
     * @throws AuthorizationFailed if there is no such answer; {@link Reason#ELSEWHERE} before anything is sent
     */
    HTTPResponse get(Ehr ehr, URI address) {
        return send(ehr, address, HttpRequest.newBuilder().GET().header("Accept", "application/json"), OAUTH);
    }

    /** Gets a resource of the EHR with a token. */
    HTTPResponse getResource(Ehr ehr, String reference, Bearer bearer) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .GET()
                .header("Accept", "application/fhir+json")
                .header("Authorization", "Bearer " + bearer.value());
        return send(ehr, URI.create(ehr.fhirBase() + "/" + reference), request, RESOURCE);
    }

    /** Posts a form that the OAuth library composed. */
    HTTPResponse post(Ehr ehr, HTTPRequest form) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .POST(HttpRequest.BodyPublishers.ofString(form.getBody() == null ? "" : form.getBody()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json");
        if (form.getAuthorization() != null) {
            request.header("Authorization", form.getAuthorization());
        }
        return send(ehr, form.getURI(), request, OAUTH);
    }

    private HTTPResponse send(Ehr ehr, URI address, HttpRequest.Builder request, Limits limits) {
        if (!ehr.owns(address)) {
            throw new AuthorizationFailed(Reason.ELSEWHERE);
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.uri(address).build(), start -> new BoundedBytes(limits.bytes()));
        try {
            return read(answer.get(ehr.network().timeout().toMillis(), TimeUnit.MILLISECONDS), limits);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new AuthorizationFailed(Reason.TIMEOUT);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new AuthorizationFailed(Reason.TIMEOUT);
        } catch (ExecutionException failed) {
            throw new AuthorizationFailed(reasonOf(failed));
        }
    }

    private static Reason reasonOf(ExecutionException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedInput) {
                return Reason.UNUSABLE;
            }
        }
        return Reason.UNREACHABLE;
    }

    private static HTTPResponse read(HttpResponse<byte[]> answer, Limits limits) {
        int status = answer.statusCode();
        if (status >= 500 || (status >= 300 && status < 400)) {
            throw new AuthorizationFailed(Reason.UNUSABLE);
        }
        HTTPResponse read = new HTTPResponse(status);
        try {
            if (answer.body().length > 0) {
                JsonGuard.check(answer.body(), limits);
                read.setContentType("application/json");
                read.setBody(new String(answer.body(), StandardCharsets.UTF_8));
            }
            answer.headers().firstValue("Cache-Control").ifPresent(read::setCacheControl);
        } catch (IOException | ParseException notJson) {
            // A refusal may come as a page for people; its status says enough.
            if (status < 400) {
                throw new AuthorizationFailed(Reason.UNUSABLE);
            }
        }
        return read;
    }

    /** Drops every connection. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
