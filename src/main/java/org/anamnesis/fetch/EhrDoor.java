package org.anamnesis.fetch;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestFormatParamStyleEnum;
import ca.uhn.fhir.rest.client.apache.ApacheRestfulClientFactory;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.HttpClients;

/** Makes FHIR clients on one bounded pool of connections: no redirects, no cookies, no silent repeats, gzip. */
final class EhrDoor implements AutoCloseable {

    private static final int CONNECT_MILLIS = 3_000;
    private static final int CONNECTIONS = 64;
    private static final int CONNECTIONS_PER_HOST = 32;
    private static final int IDLE_SECONDS = 20;

    private final CloseableHttpClient http;
    private final ApacheRestfulClientFactory clients;

    EhrDoor(FhirContext fhir, ReadLimits limits) {
        int silence = Math.toIntExact(limits.perRequest().toMillis());
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
        // Impossible values still fail the parse; unknown elements pass, and what they hold is in no log.
        fhir.setParserErrorHandler(new LenientErrorHandler(false));
    }

    /** A client for one exchange. */
    IGenericClient client(EhrOrigin origin, GuardedExchange exchange) {
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
