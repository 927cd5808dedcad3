package org.anamnesis.sandbox.clinic;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An app that goes through the authorization-code flow, step by step, with PKCE. */
public final class LaunchFlow {

    /** What the product asks for when it is launched. */
    public static final String APP_SCOPES = "openid fhirUser launch online_access patient/Patient.rs "
            + "patient/Observation.rs patient/DocumentReference.crs";

    private final Clinic clinic;
    private final String client;
    private final String redirect;
    private final String verifier = UUID.randomUUID() + "" + UUID.randomUUID();
    private final String state = UUID.randomUUID().toString();
    private final Map<String, String> parameters = new HashMap<>();

    private LaunchFlow(Clinic clinic, String client, String redirect) {
        this.clinic = clinic;
        this.client = client;
        this.redirect = redirect;
        with("response_type", "code");
        with("client_id", client);
        with("redirect_uri", redirect);
        with("state", state);
        with("aud", clinic.ehr().fhirBase().toString());
        with("code_challenge", challenge(verifier));
        with("code_challenge_method", "S256");
    }

    /** The product. */
    public static LaunchFlow ofProduct(Clinic clinic) {
        return new LaunchFlow(clinic, "anamnesis-app", clinic.product().base() + "/app/callback")
                .with("scope", APP_SCOPES);
    }

    /** A practitioner's tool that calls the facade. */
    public static LaunchFlow ofBedsideTool(Clinic clinic) {
        return new LaunchFlow(clinic, "bedside-caller", "http://127.0.0.1:8099/callback")
                .with("aud", clinic.facade())
                .with("scope", "openid fhirUser user/DocumentReference.crs user/Patient.rs");
    }

    /** Another value, or none where it is empty. */
    public LaunchFlow with(String name, String value) {
        if (value.isEmpty()) {
            parameters.remove(name);
        } else {
            parameters.put(name, value);
        }
        return this;
    }

    /** A launch of a patient's chart, as the EHR's page makes it. */
    public static String launch(Clinic clinic, HttpClient signedIn, String patient) {
        var answer = Clinic.send(
                signedIn, Clinic.form(clinic.ehr().baseUrl() + "/sandbox/launches", Map.of("patient", patient)));
        return Clinic.json(answer).get("launch").asText();
    }

    public URI authorizeUrl() {
        return URI.create(clinic.ehr().baseUrl() + "/oauth2/authorize?" + Clinic.query(parameters));
    }

    /** The answer to the authorization request. */
    public HttpResponse<String> authorize(HttpClient browser) {
        return Clinic.send(browser, HttpRequest.newBuilder(authorizeUrl()).build());
    }

    /** What came back to the redirect URI. */
    public Map<String, String> returned(HttpResponse<String> answer) {
        var location = answer.headers().firstValue("Location").orElse("");
        if (!location.startsWith(redirect + "?")) {
            throw new AssertionError("not sent back to the client: " + answer.statusCode() + " " + location);
        }
        return Arrays.stream(URI.create(location).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    public String state() {
        return state;
    }

    /** The token endpoint's answer for a code. */
    public HttpResponse<String> redeem(@Nullable String code) {
        return redeem(code, verifier);
    }

    /** The same, with another verifier. */
    public HttpResponse<String> redeem(@Nullable String code, String otherVerifier) {
        var request = new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                Objects.requireNonNull(code, "no code was given"),
                "redirect_uri",
                redirect,
                "code_verifier",
                otherVerifier));
        authenticate(request);
        return clinic.tokenRequest(request);
    }

    /** The token endpoint's answer for a refresh token. */
    public HttpResponse<String> refresh(String token) {
        var request = new HashMap<>(Map.of("grant_type", "refresh_token", "refresh_token", token));
        authenticate(request);
        return clinic.tokenRequest(request);
    }

    /** The whole way, signed in. */
    public HttpResponse<String> tokens(HttpClient browser) {
        return redeem(returned(authorize(browser)).get("code"));
    }

    private void authenticate(Map<String, String> request) {
        if (client.equals("bedside-caller")) {
            request.put("client_id", client);
        } else {
            request.put(
                    "client_assertion", clinic.product().assertion(client, clinic.tokenEndpoint(), JWSAlgorithm.ES384));
        }
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
