package org.anamnesis.sandbox.clinic;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.anamnesis.sandbox.ehr.Ehr;
import org.anamnesis.sandbox.ehr.EhrSettings;

/** One EHR with two charts, and what a client needs to speak to it. */
public final class Clinic implements AutoCloseable {

    /** The scopes the product's backend asks for in most tests. */
    public static final String BACKEND_SCOPES =
            "system/Patient.rs system/Observation.rs system/DocumentReference.crs system/Provenance.crs system/Device.crs";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProductKeys product;
    private final Ehr ehr;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    Clinic() throws Exception {
        product = new ProductKeys();
        ehr = Ehr.start(EhrSettings.usual().onPort(0).forProduct(product.base()));
        ehr.load(Charts.all());
    }

    public Ehr ehr() {
        return ehr;
    }

    public ProductKeys product() {
        return product;
    }

    /** The product's own FHIR facade, the other audience. */
    public String facade() {
        return product.base() + "/fhir/sandbox";
    }

    public String tokenEndpoint() {
        return ehr.baseUrl() + "/oauth2/token";
    }

    public FhirContext fhir() {
        return FhirContext.forR4Cached();
    }

    /** A browser or script with its own cookies, not signed in. */
    public HttpClient visitor() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .cookieHandler(new CookieManager())
                .build();
    }

    /** The same, signed in. */
    public HttpClient signedIn(String practitioner) {
        var visitor = visitor();
        send(visitor, form(ehr.baseUrl() + "/sandbox/sign-in", Map.of("practitioner", practitioner)));
        return visitor;
    }

    /** A backend access token for scopes at the EHR. */
    public String backendToken(String scopes) {
        var answer = tokenRequest(Map.of(
                "grant_type",
                "client_credentials",
                "scope",
                scopes,
                "client_assertion",
                product.assertion("anamnesis-backend", tokenEndpoint(), JWSAlgorithm.RS384)));
        return json(answer).get("access_token").asText();
    }

    /** The token endpoint's answer. */
    public HttpResponse<String> tokenRequest(Map<String, String> parameters) {
        var all = new HashMap<>(parameters);
        if (parameters.containsKey("client_assertion")) {
            all.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        }
        return send(http, form(tokenEndpoint(), all));
    }

    /** A FHIR request with a token; body JSON where there is one. */
    public HttpResponse<String> fhir(String method, String path, String token, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(ehr.fhirBase() + path))
                .timeout(PATIENCE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/fhir+json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(http, request.build());
    }

    /** A request of any other kind to the EHR. */
    public HttpResponse<String> plain(String method, String path, String body, String contentType) {
        return send(
                http,
                HttpRequest.newBuilder(URI.create(ehr.baseUrl() + path))
                        .header("Content-Type", contentType)
                        .method(method, BodyPublishers.ofString(body))
                        .build());
    }

    public HttpResponse<String> get(String path) {
        return send(
                http, HttpRequest.newBuilder(URI.create(ehr.baseUrl() + path)).build());
    }

    /** Sends, and makes a checked failure an unchecked one. */
    public static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A form to be posted. */
    public static HttpRequest form(String url, Map<String, String> parameters) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(query(parameters)))
                .build();
    }

    /** Parameters as in a query or a form. */
    public static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The members of a JSON answer. */
    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The claims of a token. */
    public static Map<String, Object> claims(String token) {
        try {
            return JWTParser.parse(token).getJWTClaimsSet().getClaims();
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        ehr.close();
        product.close();
    }
}
