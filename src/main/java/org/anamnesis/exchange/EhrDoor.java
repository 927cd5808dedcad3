package org.anamnesis.exchange;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestFormatParamStyleEnum;
import ca.uhn.fhir.rest.client.apache.ApacheRestfulClientFactory;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.anamnesis.guard.Body;
import org.anamnesis.guard.RefusedInput;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpResponse;
import org.apache.http.HttpStatus;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.HttpClients;

/** Makes FHIR clients on one bounded pool of connections: no redirects, no cookies, no silent repeats, gzip. */
public final class EhrDoor implements AutoCloseable {

    private static final int CONNECT_MILLIS = 3_000;
    private static final int CONNECTIONS = 64;
    private static final int CONNECTIONS_PER_HOST = 32;
    private static final int IDLE_SECONDS = 20;

    private final FhirContext fhir;
    private final CloseableHttpClient http;
    private final ApacheRestfulClientFactory clients;

    /**
     * Opens the door.
     *
     * @param fhir an R4 context for this door alone: its client factory becomes the door's
     * @param perRequest how long an EHR may stay silent
     */
    public EhrDoor(FhirContext fhir, Duration perRequest) {
        this.fhir = fhir;
        int silence = Math.toIntExact(perRequest.toMillis());
        RequestConfig config = RequestConfig.custom()
                .setConnectTimeout(Math.min(CONNECT_MILLIS, silence))
                .setConnectionRequestTimeout(silence)
                .setSocketTimeout(silence)
                .setRedirectsEnabled(false)
                .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
                .build();
        HttpClientBuilder builder = HttpClients.custom()
                .setDefaultRequestConfig(config)
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS_PER_HOST)
                .setConnectionTimeToLive(IDLE_SECONDS, TimeUnit.SECONDS)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableCookieManagement();
        this.http = builder.build();
        this.clients = new ApacheRestfulClientFactory(fhir);
        clients.setServerValidationMode(ServerValidationModeEnum.NEVER);
        clients.setHttpClient(http);
        // A client made by one factory sends its requests through the factory of its context.
        fhir.setRestfulClientFactory(clients);
        fhir.setParserErrorHandler(new TolerantParsing());
    }

    /** The context of this door. */
    public FhirContext fhir() {
        return fhir;
    }

    /** A client for one exchange. */
    public IGenericClient client(EhrOrigin origin, GuardedExchange exchange) {
        IGenericClient client = clients.newGenericClient(origin.base().toString());
        client.setEncoding(EncodingEnum.JSON);
        client.setFormatParamStyle(RequestFormatParamStyleEnum.NONE);
        client.registerInterceptor(exchange);
        return client;
    }

    /** Fetches a file that is no FHIR resource, or may be none: bounded, with the token, without a redirect. */
    public Download download(EhrOrigin origin, FileRequest file, String token, Deadline deadline) {
        if (origin.within(file.address().toString()).isEmpty()) {
            throw new IllegalStateException("a request would have left the EHR");
        }
        HttpGet request = new HttpGet(file.address());
        request.addHeader(HttpHeaders.ACCEPT, file.accept());
        request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        try (CloseableHttpResponse response = http.execute(request)) {
            int status = response.getStatusLine().getStatusCode();
            HttpEntity body = response.getEntity();
            if (status != HttpStatus.SC_OK || body == null) {
                return new Download.Refused(
                        status,
                        RetryAfter.of(first(response, HttpHeaders.RETRY_AFTER), first(response, HttpHeaders.DATE)));
            }
            InputStream bounded = Body.bounded(new TimedStream(body.getContent(), deadline), file.most());
            return new Download.Arrived(bounded.readAllBytes(), contentType(body));
        } catch (RefusedInput tooLarge) {
            return new Download.TooLarge();
        } catch (InterruptedIOException late) {
            return new Download.Broken(true);
        } catch (IOException broken) {
            return new Download.Broken(deadline.isOver());
        }
    }

    private static Optional<String> first(HttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }

    private static String contentType(HttpEntity body) {
        return Optional.ofNullable(body.getContentType())
                .map(Header::getValue)
                .map(String::strip)
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
