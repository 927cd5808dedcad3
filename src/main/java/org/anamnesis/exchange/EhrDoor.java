package org.anamnesis.exchange;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestFormatParamStyleEnum;
import ca.uhn.fhir.rest.client.apache.ApacheRestfulClientFactory;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.HttpClients;

/** Makes FHIR clients on one bounded pool of connections: no redirects, no cookies, no silent repeats, gzip. */
public final class EhrDoor implements AutoCloseable {

    private static final int CONNECT_MILLIS = 3_000;
    private static final int CONNECTIONS = 64;
    private static final int CONNECTIONS_PER_HOST = 32;
    private static final int IDLE_SECONDS = 20;

    private final CloseableHttpClient http;
    private final ApacheRestfulClientFactory clients;

    /**
     * Opens the door.
     *
     * @param fhir an R4 context for this door alone: its client factory becomes the door's
     * @param perRequest how long an EHR may stay silent
     */
    public EhrDoor(FhirContext fhir, Duration perRequest) {
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

    /** A client for one exchange. */
    public IGenericClient client(EhrOrigin origin, GuardedExchange exchange) {
        IGenericClient client = clients.newGenericClient(origin.base().toString());
        client.setEncoding(EncodingEnum.JSON);
        client.setFormatParamStyle(RequestFormatParamStyleEnum.NONE);
        client.registerInterceptor(exchange);
        return client;
    }

    @Override
    public void close() throws java.io.IOException {
        http.close();
    }
}
