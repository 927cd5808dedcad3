package org.anamnesis.sandbox.check;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A practitioner's tool that gets its token by the authorization code flow with PKCE (SMART App Launch 2.2, a public client), after
 * the practitioner signed in at the EHR and opened a chart.
 */
final class Bedside implements AutoCloseable {

    private static final String CLIENT = "bedside-caller";
    private static final String REDIRECT = "http://127.0.0.1:8099/callback";

    /** What the tool needs to show a draft and to have it signed. */
    static final String SCOPES = "openid fhirUser launch patient/*.rs patient/DocumentReference.cruds";

    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

    private final Places places;
    private final Http http = new Http();
    private final SecureRandom random = new SecureRandom();

    Bedside(Places places) {
        this.places = places;
    }

    /** Signs a practitioner in; there are no passwords in the sandbox. */
    void signIn(String practitioner) throws IOException, InterruptedException, Broken {
        Http.Answer answer =
                http.postForm(places.ehr().resolve("/sandbox/sign-in"), Map.of("practitioner", practitioner));
        Broken.unless(answer.status() == 303 || answer.status() == 302, "sign-in answered " + answer.status());
    }

    /** A token for one patient's chart at one of the two resource servers. */
    String token(String patient, URI audience, String scopes) throws IOException, InterruptedException, Broken {
        String launch = http.postForm(places.ehr().resolve("/sandbox/launches"), Map.of("patient", patient))
                .expect(200)
                .body()
                .path("launch")
                .asText();
        String verifier = randomText();
        String code = code(Map.of(
                "response_type",
                "code",
                "client_id",
                CLIENT,
                "redirect_uri",
                REDIRECT,
                "scope",
                scopes,
                "aud",
                audience.toString(),
                "launch",
                launch,
                "code_challenge",
                challenge(verifier),
                "code_challenge_method",
                "S256"));
        Http.Answer answer = http.postForm(
                        places.ehr().resolve("/oauth2/token"),
                        Map.of(
                                "grant_type", "authorization_code",
                                "client_id", CLIENT,
                                "redirect_uri", REDIRECT,
                                "code", code,
                                "code_verifier", verifier))
                .expect(200);
        Broken.unless(
                answer.body().path("patient").asText().equals(patient),
                "the token is for another patient than the launch");
        return answer.body().path("access_token").asText();
    }

    private String code(Map<String, String> parameters) throws IOException, InterruptedException, Broken {
        String state = randomText();
        Map<String, String> query = new HashMap<>(parameters);
        query.put("state", state);
        Http.Answer answer =
                http.get(URI.create(places.ehr() + "/oauth2/authorize?" + Http.encoded(query)), Optional.empty());
        String location = answer.headers().firstValue("Location").orElse("");
        Matcher code = CODE.matcher(location);
        Matcher returned = STATE.matcher(location);
        Broken.unless(
                location.startsWith(REDIRECT) && code.find(),
                "authorization answered " + answer.status() + " without a code");
        Broken.unless(returned.find() && returned.group(1).equals(state), "the state came back changed");
        return code.group(1);
    }

    private String randomText() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return encoded(bytes);
    }

    private static String challenge(String verifier) {
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        http.close();
    }
}
