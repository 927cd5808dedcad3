package org.anamnesis.smart;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.anamnesis.ehr.ClientAuthentication;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.Origin;
import org.anamnesis.ehr.Registration;
import org.anamnesis.ehr.SigningAlgorithm;

/**
 * An EHR's authorization server over real HTTP that takes nothing but what the standard says, and records everything it
 * was asked. What a test makes it do wrong is a public field.
 */
public final class StrictEhr implements AutoCloseable {

    /** One request as it came in. */
    public record Asked(String method, String path, Map<String, String> form, Map<String, String> headers) {}

    /** A launch by its user, after which a code can be redeemed. */
    private record Granted(Map<String, String> request, Map<String, Object> context) {}

    public final List<Asked> asked = new CopyOnWriteArrayList<>();
    public final Map<String, Object> configuration = new ConcurrentHashMap<>();
    public final Map<String, Object> context = new ConcurrentHashMap<>();

    /** Further resources, each as JSON under its path, e.g. {@code /fhir/PractitionerRole/r1}. */
    public final Map<String, String> resources = new ConcurrentHashMap<>();

    /** What the issuer says of itself as OpenID provider; nothing where it is empty. */
    public final Map<String, Object> openid = new ConcurrentHashMap<>();

    /** How it looks; nothing where it is empty. */
    public final Map<String, Object> style = new ConcurrentHashMap<>();

    /** How long its SMART configuration may be kept, as the header says it. */
    public volatile String cacheControl = "";

    /** How the app must prove itself: {@code private_key_jwt}, {@code client_secret_basic}, {@code none}. */
    public volatile String proof = "private_key_jwt";

    /** Patients whom the bearer of a token of ours may see, beside p1. */
    public final Set<String> visible = ConcurrentHashMap.newKeySet();

    /** Access tokens that this server takes no longer, whatever it said of their life. */
    public final Set<String> withdrawn = ConcurrentHashMap.newKeySet();

    /** What is said of opaque tokens; of others that they are not active. */
    public final Map<String, Map<String, Object>> opaque = new ConcurrentHashMap<>();

    public volatile int introspectionStatus = 200;

    /** Tokens that were said to be done with, in order. */
    public final BlockingQueue<String> revoked = new LinkedBlockingQueue<>();

    public volatile UnaryOperator<Map<String, Object>> tokenAnswer = answer -> answer;
    public volatile Consumer<JWTClaimsSet.Builder> idTokenClaims = claims -> {};
    /** What it has of its patients. */
    public volatile String patient = PATIENT;

    public volatile UnaryOperator<String> idToken = token -> token;
    public volatile int tokenStatus = 200;
    public volatile String tokenError = "invalid_request";
    public volatile int keysStatus = 200;
    public volatile Duration tokenDelay = Duration.ZERO;
    public volatile long lifetimeSeconds = 300;
    public volatile List<JWK> keys;

    public final RSAKey rsa = SigningKeys.rsa("ehr-rsa", JWSAlgorithm.RS256);
    public final ECKey ec = SigningKeys.ec("ehr-ec", Curve.P_256, JWSAlgorithm.ES256);

    private final Map<String, Granted> codes = new ConcurrentHashMap<>();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
    private final Set<String> assertionIds = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Clock clock;

    public StrictEhr(Clock clock) {
        this.clock = clock;
        this.keys = List.of(rsa, ec);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        configuration.putAll(Map.of(
                "issuer", issuer(),
                "token_endpoint", issuer() + "/oauth2/token",
                "authorization_endpoint", issuer() + "/oauth2/authorize",
                "jwks_uri", issuer() + "/oauth2/jwks",
                "capabilities", List.of("launch-ehr", "client-confidential-asymmetric", "permission-v2"),
                "code_challenge_methods_supported", List.of("S256"),
                "an_unknown_member", Map.of("nested", 1)));
        context.putAll(Map.of("patient", "p1", "encounter", "e1", "need_patient_banner", true));
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String fhirBase() {
        return issuer() + "/fhir";
    }

    /** The secret of the app, with letters that must be encoded. */
    public static final String SECRET = "s\u00e9cret:+&/%=";

    // RFC 6749, 2.3.1: each part encoded as in a form, then joined, then base64.
    private static final String BASIC = "Basic "
            + Base64.getEncoder()
                    .encodeToString(("app:" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8));

    /** How a registry holds this EHR with another way for the app to prove itself, and other scopes for it. */
    public Ehr registered(String id, ClientAuthentication authentication, Set<String> scopes) {
        Ehr usual = registered(id, SigningAlgorithm.RS384);
        return new Ehr(
                usual.id(),
                usual.name(),
                usual.fhirBase(),
                usual.issuer(),
                usual.backend(),
                Optional.of(new Registration("app", authentication, scopes)),
                usual.network());
    }

    /** How a registry holds this EHR. */
    public Ehr registered(String id, SigningAlgorithm algorithm) {
        Set<String> app = new LinkedHashSet<>(
                List.of("launch", "openid", "fhirUser", "online_access", "patient/Patient.rs", "patient/Condition.rs"));
        return new Ehr(
                new EhrId(id),
                "Ward",
                URI.create(fhirBase()),
                URI.create(issuer()),
                new Registration("backend", algorithm, Set.of("system/Patient.rs", "system/Observation.rs")),
                Optional.of(new Registration("app", algorithm, app)),
                new Ehr.Network(List.of(new Origin(issuer())), Set.of(), true, Duration.ofSeconds(5)));
    }

    /** How often a path was asked for. */
    public long asked(String path) {
        return asked.stream().filter(one -> one.path().equals(path)).count();
    }

    /** What a token request brought, the newest. */
    public Map<String, String> lastForm() {
        return asked.stream()
                .filter(one -> !one.form().isEmpty())
                .reduce((one, next) -> next)
                .orElseThrow()
                .form();
    }

    /** The user agrees: gives the address that the browser is sent back to. */
    public String agree(URI authorization) {
        Map<String, String> request = form(authorization.getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, new Granted(request, Map.copyOf(context)));
        return request.get("redirect_uri") + "?code=" + code + "&state=" + request.get("state");
    }

    /** An access token as this server makes them, with changes. */
    public String accessToken(String audience, Consumer<JWTClaimsSet.Builder> changes) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("user-1")
                .audience(audience)
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(300)))
                .jwtID(UUID.randomUUID().toString())
                .claim("client_id", "ward-caller")
                .claim("scope", "system/Patient.rs system/Observation.rs");
        changes.accept(claims);
        return signed(rsa, JWSAlgorithm.RS256, claims.build());
    }

    public static String signed(JWK key, JWSAlgorithm algorithm, JWTClaimsSet claims) {
        return signed(
                key, new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
    }

    public static String signed(JWK key, JWSHeader header, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            JWSSigner signer = key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner(key.toECKey());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        asked.add(new Asked(exchange.getRequestMethod(), path, form(body), headers));
        switch (path) {
            case "/fhir/.well-known/smart-configuration" -> {
                if (!cacheControl.isEmpty()) {
                    exchange.getResponseHeaders().add("Cache-Control", cacheControl);
                }
                send(exchange, 200, JSONObjectUtils.toJSONString(configuration));
            }
            case "/.well-known/openid-configuration" ->
                send(exchange, openid.isEmpty() ? 404 : 200, JSONObjectUtils.toJSONString(openid));
            case "/oauth2/jwks" -> send(exchange, keysStatus, new JWKSet(keys).toString());
            case "/oauth2/token" -> token(exchange, form(body), headers);
            case "/fhir/Patient/p1", "/fhir/Patient/p-other" ->
                send(
                        exchange,
                        authorized(headers) ? 200 : 401,
                        patient.replace("\"p1\"", "\"" + path.substring("/fhir/Patient/".length()) + "\""));
            case "/fhir/Practitioner/dr1" -> send(exchange, authorized(headers) ? 200 : 401, PRACTITIONER);
            case "/styles/v1.json" -> send(exchange, style.isEmpty() ? 404 : 200, JSONObjectUtils.toJSONString(style));
            case "/oauth2/introspect" -> introspect(exchange, form(body), headers);
            case "/oauth2/revoke" -> revoke(exchange, form(body), headers);
            default -> other(exchange, path, headers);
        }
    }

    private void other(HttpExchange exchange, String path, Map<String, String> headers) throws IOException {
        String resource = resources.get(path);
        if (resource == null) {
            send(exchange, mayRead(path, headers) ? 200 : 404, "{}");
        } else {
            send(exchange, authorized(headers) ? 200 : 401, resource);
        }
    }

    private void revoke(HttpExchange exchange, Map<String, String> form, Map<String, String> headers)
            throws IOException {
        String wrong = wrongClient(form, headers);
        if (wrong.isEmpty()) {
            revoked.add(form.getOrDefault("token", ""));
        }
        send(exchange, wrong.isEmpty() ? 200 : 401, "{}");
    }

    /** Asked by a client that proves itself, or with a token of its own. */
    private void introspect(HttpExchange exchange, Map<String, String> form, Map<String, String> headers)
            throws IOException {
        boolean isKnown = authorized(headers) || isProven(form);
        Map<String, Object> said = opaque.getOrDefault(form.getOrDefault("token", ""), Map.of("active", false));
        send(exchange, isKnown ? introspectionStatus : 401, isKnown ? JSONObjectUtils.toJSONString(said) : "{}");
    }

    /** A token that is for us too opens the patients whom its user may see. */
    private boolean mayRead(String path, Map<String, String> headers) {
        String bearer = headers.getOrDefault("Authorization", "").replace("Bearer ", "");
        try {
            return path.startsWith("/fhir/Patient/")
                    && visible.contains(path.substring("/fhir/Patient/".length()))
                    && SignedJWT.parse(bearer).getJWTClaimsSet().getAudience().contains(fhirBase());
        } catch (ParseException notOurs) {
            return false;
        }
    }

    private boolean authorized(Map<String, String> headers) {
        String bearer = headers.getOrDefault("Authorization", "");
        return bearer.startsWith("Bearer access-") && !withdrawn.contains(bearer.substring("Bearer ".length()));
    }

    private void token(HttpExchange exchange, Map<String, String> form, Map<String, String> headers)
            throws IOException {
        try {
            Thread.sleep(tokenDelay);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        String wrong = tokenStatus == 200 ? wrongWith(form, headers) : tokenError;
        if (!wrong.isEmpty()) {
            send(exchange, tokenStatus == 200 ? 400 : tokenStatus, "{\"error\":\"" + wrong + "\"}");
            return;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", "access-" + UUID.randomUUID());
        answer.put("token_type", "bearer");
        answer.put("expires_in", lifetimeSeconds);
        if (form.get("grant_type").equals("client_credentials")) {
            answer.put("scope", form.get("scope"));
        } else {
            user(form, answer);
        }
        send(exchange, 200, JSONObjectUtils.toJSONString(tokenAnswer.apply(answer)));
    }

    private void user(Map<String, String> form, Map<String, Object> answer) {
        String refresh = "refresh-" + UUID.randomUUID();
        refreshTokens.add(refresh);
        answer.put("refresh_token", refresh);
        Granted granted = codes.remove(form.getOrDefault("code", ""));
        if (granted != null) {
            answer.put("scope", granted.request().get("scope"));
            answer.putAll(granted.context());
            JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                    .issuer(issuer())
                    .subject("user-1")
                    .audience("app")
                    .issueTime(Date.from(clock.instant()))
                    .expirationTime(Date.from(clock.instant().plusSeconds(300)))
                    .claim("nonce", granted.request().get("nonce"))
                    .claim("fhirUser", fhirBase() + "/Practitioner/dr1");
            idTokenClaims.accept(claims);
            answer.put("id_token", idToken.apply(signed(rsa, JWSAlgorithm.RS256, claims.build())));
        }
    }

    private String wrongWith(Map<String, String> form, Map<String, String> headers) {
        String client = wrongClient(form, headers);
        if (!client.isEmpty()) {
            return client;
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> form.containsKey("scope") ? "" : "invalid_scope";
            case "refresh_token" -> refreshTokens.remove(form.get("refresh_token")) ? "" : "invalid_grant";
            case "authorization_code" -> isRedeemable(form) ? "" : "invalid_grant";
            default -> "unsupported_grant_type";
        };
    }

    private String wrongClient(Map<String, String> form, Map<String, String> headers) {
        String basic = headers.getOrDefault("Authorization", "");
        boolean backend = "client_credentials".equals(form.get("grant_type"));
        boolean good = switch (backend ? "private_key_jwt" : proof) {
            case "client_secret_basic" ->
                basic.equals(BASIC) && !form.containsKey("client_id") && !form.containsKey("client_secret");
            case "none" -> basic.isEmpty() && "app".equals(form.get("client_id")) && isUnproven(form);
            default -> basic.isEmpty() && !form.containsKey("client_id") && isProven(form);
        };
        return good ? "" : "invalid_client";
    }

    private static boolean isUnproven(Map<String, String> form) {
        return !form.containsKey("client_assertion") && !form.containsKey("client_secret");
    }

    private boolean isProven(Map<String, String> form) {
        try {
            return isGood(SignedJWT.parse(form.getOrDefault("client_assertion", "")), form);
        } catch (ParseException | JOSEException notAnAssertion) {
            return false;
        }
    }

    private boolean isRedeemable(Map<String, String> form) {
        Granted granted = codes.get(form.getOrDefault("code", ""));
        if (granted == null || !form.containsKey("code_verifier")) {
            return false;
        }
        String challenge = CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(form.get("code_verifier")))
                .getValue();
        return challenge.equals(granted.request().get("code_challenge"))
                && granted.request().get("redirect_uri").equals(form.get("redirect_uri"));
    }

    private boolean isGood(SignedJWT assertion, Map<String, String> form) throws ParseException, JOSEException {
        JWSHeader header = assertion.getHeader();
        JWTClaimsSet claims = assertion.getJWTClaimsSet();
        JWK key = List.<JWK>of(SigningKeys.CLIENT_RSA, SigningKeys.CLIENT_EC).stream()
                .filter(one -> one.getKeyID().equals(header.getKeyID()))
                .findFirst()
                .orElseThrow(() -> new ParseException("kid", 0));
        var publicKey = key instanceof RSAKey rsaKey
                ? rsaKey.toRSAPublicKey()
                : key.toECKey().toECPublicKey();
        Date latest = Date.from(clock.instant().plusSeconds(300));
        return "JWT".equals(String.valueOf(header.getType()))
                && Set.of(JWSAlgorithm.RS384, JWSAlgorithm.ES384).contains(header.getAlgorithm())
                && assertion.verify(new DefaultJWSVerifierFactory().createJWSVerifier(header, publicKey))
                && "urn:ietf:params:oauth:client-assertion-type:jwt-bearer".equals(form.get("client_assertion_type"))
                && Set.of("backend", "app").contains(claims.getIssuer())
                && claims.getIssuer().equals(claims.getSubject())
                && claims.getAudience().equals(List.of(issuer() + "/oauth2/token"))
                && claims.getExpirationTime().after(Date.from(clock.instant()))
                && !claims.getExpirationTime().after(latest)
                && claims.getJWTID().length() <= 151
                && assertionIds.add(claims.getJWTID());
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private static final String PATIENT = """
            {"resourceType":"Patient","id":"p1","gender":"female","birthDate":"1950-05-06",
             "name":[{"use":"maiden","family":"Before"},{"use":"official","family":"Example","given":["Ada","M."]}],
             "identifier":[{"system":"urn:x","value":"other"},
              {"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}]},"value":"M-17"}]}
            """;

    private static final String PRACTITIONER = """
            {"resourceType":"Practitioner","id":"dr1","name":[{"family":"Hand","given":["Eva"],"prefix":["Dr."]}]}
            """;
}
