package org.anamnesis.it;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.it.Exchange.Answer;

/** A practitioner's tool: signs in at the EHR and gets tokens for the facade by the code flow with PKCE (SMART App Launch 2.2). */
final class Bedside implements AutoCloseable {

    private static final String CLIENT = "bedside-caller";
    private static final String REDIRECT = "http://127.0.0.1:8099/callback";
    private static final String SCOPES = "openid fhirUser launch patient/*.rs patient/DocumentReference.cruds";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final Sandbox sandbox = Servers.sandbox();
    private final Exchange http = new Exchange();
    private final SecureRandom random = new SecureRandom();

    Bedside(String practitioner) {
        http.form(sandbox.ehr().resolve("/sandbox/sign-in"), Map.of("practitioner", practitioner));
    }

    /** A token for whomever the practitioner may see, bound to no patient. */
    String userToken() {
        return token(new TreeMap<>(Map.of("scope", "openid fhirUser user/*.rs")));
    }

    /** A token for one patient's chart. */
    String token(String patient) {
        String launch = http.form(sandbox.ehr().resolve("/sandbox/launches"), Map.of("patient", patient))
                .json()
                .required("launch")
                .asText();
        return token(new TreeMap<>(Map.of("scope", SCOPES, "launch", launch)));
    }

    private String token(Map<String, String> query) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String verifier = encoded(bytes);
        query.putAll(Map.of(
                "response_type",
                "code",
                "client_id",
                CLIENT,
                "redirect_uri",
                REDIRECT,
                "aud",
                Servers.product() + "/fhir/sandbox",
                "state",
                "of-this-request",
                "code_challenge",
                challenge(verifier),
                "code_challenge_method",
                "S256"));
        Answer agreed = http.get(URI.create(sandbox.ehr() + "/oauth2/authorize?" + Exchange.encoded(query)));
        Matcher code = CODE.matcher(agreed.header("Location"));
        if (!code.find()) {
            throw new IllegalStateException("no code: " + agreed.status() + " " + agreed.header("Location"));
        }
        return http.form(
                        sandbox.ehr().resolve("/oauth2/token"),
                        Map.of(
                                "grant_type", "authorization_code",
                                "client_id", CLIENT,
                                "redirect_uri", REDIRECT,
                                "code", code.group(1),
                                "code_verifier", verifier))
                .json()
                .required("access_token")
                .asText();
    }

    private static String challenge(String verifier) {
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
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
