package org.anamnesis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anamnesis.conformance.Requirement;
import org.anamnesis.smart.SigningKeys;
import org.anamnesis.smart.StrictEhr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Launches on the provisioned server, over HTTP alone. The numbers are those of the catalogue of attack cases. */
class LaunchIT {

    private static final String STRICT =
            "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    @TempDir
    private static Path directory;

    private static StrictEhr ehr;
    private static WildFly server;

    private final Browser browser = new Browser();

    @BeforeAll
    static void start() throws IOException {
        Path keys = directory.resolve("keys.json");
        Files.writeString(
                keys, new JWKSet(List.of(SigningKeys.CLIENT_RSA, (JWK) SigningKeys.CLIENT_EC)).toString(false));
        ehr = new StrictEhr(Clock.systemUTC());
        ehr.configuration.put("capabilities", List.of("launch-ehr", "authorize-post", "permission-v2"));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("anamnesis.base-url", "http://localhost:PORT");
        settings.put("anamnesis.keys", keys.toString());
        settings.put("anamnesis.data-keys", "one:" + "QUFB".repeat(10) + "QUE=");
        settings.put("anamnesis.ehrs", "ward");
        settings.put("anamnesis.ehr.ward.fhir-base", ehr.fhirBase());
        settings.put("anamnesis.ehr.ward.issuer", ehr.issuer());
        settings.put("anamnesis.ehr.ward.backend-client-id", "backend");
        settings.put("anamnesis.ehr.ward.app-client-id", "app");
        settings.put("anamnesis.ehr.ward.frame-ancestors", ehr.issuer());
        settings.put("anamnesis.ehr.ward.allow-loopback-http", "true");
        server = new WildFly(Path.of(System.getProperty("jboss.home")), directory.resolve("standalone"), settings);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        ehr.close();
    }

    @BeforeEach
    void atPatientOne() {
        ehr.context.put("patient", "p1");
        ehr.idTokenClaims = claims -> {};
        ehr.asked.clear();
    }

    @Test
    @Requirement({22, 225, 291, 294, 299, 302, 303})
    void publishesItsPublicKeysToAnybody() throws Exception {
        HttpResponse<String> keys = browser.get(server.origin() + "/jwks.json");
        assertThat(keys.statusCode()).isEqualTo(200);
        assertThat(keys.headers().firstValue("Content-Type")).hasValue("application/json;charset=utf-8");
        assertThat(keys.headers().allValues("Cache-Control")).containsExactly("public, max-age=900");
        assertThat(JWKSet.parse(keys.body()).getKeys()).hasSize(2).noneMatch(JWK::isPrivate);
    }

    @Test
    void opensAChartInTheFrameOfItsEhrAndNowhereElse() throws Exception {
        String page = launch();
        HttpResponse<String> answer = browser.get(page);
        assertHeaders(answer);
        assumeThat(answer.body()).as("built with its page").doesNotContain("page-not-built");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        String nonce = policy.replaceAll(".*'nonce-([A-Za-z0-9_-]+)'.*", "$1");
        assertThat(policy)
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce
                        + "'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                        + "object-src 'none'; require-trusted-types-for 'script'; frame-ancestors " + ehr.issuer());
        assertThat(answer.body()).contains("content=\"" + nonce + "\"").doesNotContain("__CSP_NONCE__", "Ada");
        String script = answer.body().replaceAll("(?s).*src=\"(/app/assets/[^\"]+\\.js)\".*", "$1");
        HttpResponse<String> asset = browser.get(server.origin() + script);
        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.headers().firstValue("Content-Type")).hasValue("text/javascript;charset=utf-8");
        assertThat(asset.headers().allValues("Cache-Control")).containsExactly("public, max-age=31536000, immutable");
        assertThat(browser.get(page).headers().firstValue("Content-Security-Policy"))
                .isNotEqualTo(answer.headers().firstValue("Content-Security-Policy"));
        assertThat(browser.get(page.substring(0, page.length() - 1)).headers().firstValue("Location"))
                .hasValue(page);
    }

    @Test
    void tellsThePageWhoseChartItIsAndWhoHasItOpen() throws Exception {
        String page = launch();
        HttpResponse<String> answer = browser.get(page + "api/context", "Sec-Fetch-Site", "same-origin");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertHeaders(answer);
        assertThat(answer.headers().allValues("Content-Security-Policy")).containsExactly(STRICT);
        JsonNode context = new ObjectMapper().readTree(answer.body());
        assertThat(page).endsWith("/" + context.path("launchId").asText() + "/");
        assertThat(context.path("csrf").asText()).hasSizeGreaterThanOrEqualTo(43);
        JsonNode patient = context.path("patient");
        assertThat(patient.path("id").asText()).isEqualTo("p1");
        assertThat(patient.path("name").asText()).isEqualTo("Ada M. Example");
        assertThat(patient.path("birthDate").asText()).isEqualTo("1950-05-06");
        assertThat(patient.path("age").asInt()).isGreaterThan(70);
        assertThat(patient.path("sex").asText()).isEqualTo("female");
        assertThat(patient.path("mrn").asText()).isEqualTo("M-17");
        assertThat(context.path("user").path("name").asText()).isEqualTo("Dr. Eva Hand");
        assertThat(context.path("user").path("canSign").asBoolean()).isTrue();
        assertThat(context.path("ehr").asText()).isEqualTo("ward");
        assertThat(context.path("needPatientBanner").asBoolean()).isTrue();
        assertThat(context.path("intent").isNull()).isTrue();
        assertThat(context.path("unavailable")).isEmpty();
        assertThat(context.path("misfits").isArray()).isTrue();
        assertThat(context.path("styled").asBoolean()).isFalse();
        assertThat(browser.get(page + "api/style").body())
                .isEqualTo("{\"bodyFont\":null,\"headingFont\":null,\"radius\":null}");
    }

    @Test
    void aTokenOfOneChartOpensNoWard() throws Exception {
        String page = launch();
        ehr.asked.clear();
        HttpResponse<String> wards = browser.get(page + "api/wards");
        assertThat(wards.statusCode()).isEqualTo(200);
        assertThat(wards.body()).isEqualTo("{\"wards\":[]}");
        assertRefused(browser.get(page + "api/ward/Group/seven"), 403, "ehr-not-permitted");
        assertRefused(browser.get(page + "api/ward/Patient/p2"), 422, "unknown-ward");
        assertRefused(browser.post(page + "api/ward/Group/seven/override", "{}"), 403, "request-foreign");
        assertThat(ehr.asked).as("nothing is asked of the EHR").isEmpty();
    }

    @Test
    @Requirement({7, 8, 9, 90})
    void case34SetsItsCookiesInExactlyTheseWords() throws Exception {
        HttpResponse<String> start = begin();
        assertThat(start.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .matches(
                        "__Host-launch-[A-Za-z0-9_-]{16}=[a-z0-9-]{1,20}\\.[A-Za-z0-9_-]{100,400}; Max-Age=600; Path=/; Secure; HttpOnly; "
                                + "SameSite=None; Partitioned");
        HttpResponse<String> end = browser.get(agreed(start));
        assertThat(end.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .first()
                .asString()
                .matches("__Host-sid=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=None; Partitioned");
        assertThat(end.headers().allValues("Set-Cookie").get(1))
                .matches("__Host-launch-[A-Za-z0-9_-]{16}=; Max-Age=0; Path=/; Secure; HttpOnly; "
                        + "SameSite=None; Partitioned");
    }

    @Test
    void case33TakesOverNoSessionIdThatSomebodyChose() throws Exception {
        browser.cookies.put(Cookies.SESSION, "chosen-by-somebody");
        String page = launch();
        assertThat(browser.cookies.get(Cookies.SESSION)).isNotEqualTo("chosen-by-somebody");
        assertThat(browser.get(page + "api/context").statusCode()).isEqualTo(200);
        browser.cookies.put(Cookies.SESSION, "chosen-by-somebody");
        assertThat(browser.get(page + "api/context").statusCode()).isEqualTo(401);
    }

    @Test
    void case33EndsTheSessionOfTheUserBefore() throws Exception {
        String first = launch();
        String before = browser.cookies.get(Cookies.SESSION);
        ehr.idTokenClaims = claims -> claims.subject("user-2");
        String second = launch();
        assertThat(browser.cookies.get(Cookies.SESSION)).isNotEqualTo(before);
        assertThat(browser.get(second + "api/context").statusCode()).isEqualTo(200);
        assertThat(browser.get(first + "api/context").statusCode()).isEqualTo(404);
        browser.cookies.put(Cookies.SESSION, before);
        assertThat(browser.get(first + "api/context").statusCode()).isEqualTo(401);
    }

    @Test
    void case35KeepsTwoChartsOpenSideBySide() throws Exception {
        HttpResponse<String> one = begin();
        HttpResponse<String> other = begin();
        String first = browser.get(agreed(one)).headers().firstValue("Location").orElseThrow();
        String second =
                browser.get(agreed(other)).headers().firstValue("Location").orElseThrow();
        assertThat(first).isNotEqualTo(second);
        for (String page : List.of(first, second, first)) {
            JsonNode context = new ObjectMapper()
                    .readTree(browser.get(page + "api/context").body());
            assertThat(page).contains(context.path("launchId").asText());
        }
    }

    @Test
    void case35AThousandRequestsOfTwoChartsStayWithTheirOwnPatients() throws Exception {
        String first = launch();
        ehr.context.put("patient", "p-other");
        String second = launch();
        Map<String, String> patients = Map.of(first, "p1", second, "p-other");
        List<Callable<HttpResponse<String>>> asking = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        for (int at = 0; at < 1_000; at++) {
            String page = at % 3 == 0 ? first : second;
            pages.add(page);
            asking.add(() -> browser.get(page + "api/context"));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<HttpResponse<String>>> answers = threads.invokeAll(asking);
            for (int at = 0; at < answers.size(); at++) {
                HttpResponse<String> answer = answers.get(at).get();
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                JsonNode context = new ObjectMapper().readTree(answer.body());
                assertThat(context.path("patient").path("id").asText()).isEqualTo(patients.get(pages.get(at)));
                assertThat(pages.get(at)).contains(context.path("launchId").asText());
            }
        }
    }

    @Test
    void case41KnowsAChartInItsOwnBrowserOnly() throws Exception {
        String page = launch();
        try (Browser another = new Browser()) {
            assertRefused(another.get(page + "api/context"), 401, "session-lost");
            assertThat(another.get(page).statusCode()).isEqualTo(404);
        }
        assertRefused(browser.get(server.origin() + "/app/AAAAAAAAAAAAAAAAAAAAAA/api/context"), 404, "launch-unknown");
        assertThat(browser.get(server.origin() + "/app/AAAAAAAAAAAAAAAAAAAAAA/").body())
                .contains("This chart is not open here");
    }

    @Test
    void case25RefusesACallbackTwice() throws Exception {
        String callback = agreed(begin());
        Map<String, String> cookies = Map.copyOf(browser.cookies);
        assertThat(browser.get(callback).statusCode()).isEqualTo(303);
        browser.cookies.putAll(cookies);
        HttpResponse<String> again = browser.get(callback);
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("launch-unknown-state");
    }

    @Test
    void saysInPlainWordsThatTheBrowserBlockedTheCookie() throws Exception {
        String callback = agreed(begin());
        browser.cookies.clear();
        HttpResponse<String> answer = browser.get(callback);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("The browser blocked a cookie that Anamnesis needs");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'; style-src 'nonce-")
                .endsWith("frame-ancestors " + ehr.issuer());
    }

    @Test
    void asksInAFrameWhetherTheBrowserKeepsCookiesBeforeTheEhrHearsOfIt() throws Exception {
        HttpResponse<String> probe = browser.get(ehrLaunch(), "Sec-Fetch-Dest", "iframe");
        assertThat(probe.headers().allValues("Set-Cookie"))
                .containsExactly("__Host-probe=1; Max-Age=60; Path=/; Secure; HttpOnly; SameSite=None; Partitioned");
        String again = probe.headers().firstValue("Location").orElseThrow();
        assertThat(again).startsWith(server.origin() + "/app/launch?");
        HttpResponse<String> start = browser.get(again, "Sec-Fetch-Dest", "iframe");
        assertThat(start.headers().firstValue("Location").orElseThrow()).startsWith(ehr.issuer());
        assertThat(browser.cookies).doesNotContainKey("__Host-probe");
        assertThat(browser.get(agreed(start)).statusCode()).isEqualTo(303);
    }

    @Test
    void handsOverToAWindowOfItsOwnWhereTheFrameKeepsNoCookie() throws Exception {
        HttpResponse<String> probe = browser.get(ehrLaunch(), "Sec-Fetch-Dest", "iframe");
        browser.cookies.clear();
        HttpResponse<String> blocked =
                browser.get(probe.headers().firstValue("Location").orElseThrow(), "Sec-Fetch-Dest", "iframe");
        assertThat(blocked.statusCode()).isEqualTo(403);
        assertThat(blocked.headers().firstValue("Content-Security-Policy").orElseThrow())
                .endsWith("frame-ancestors " + ehr.issuer());
        assertThat(blocked.body())
                .contains("launch-cookie-blocked", "target=\"_blank\" rel=\"noopener\"")
                .doesNotContain("handle\"", ehr.fhirBase());
        assertThat(ehr.asked("/oauth2/token")).isZero();
        String window = blocked.body().replaceAll("(?s).*<a href=\"([^\"]+)\".*", "$1");
        HttpResponse<String> start = browser.get(window, "Sec-Fetch-Dest", "document");
        assertThat(start.headers().firstValue("Location").orElseThrow())
                .startsWith(ehr.issuer())
                .contains("launch=handle");
        assertThat(browser.get(agreed(start)).statusCode()).isEqualTo(303);
        assertThat(browser.get(window).body()).contains("launch-handoff-over");
        assertThat(browser.get(server.origin() + "/app/launch?handoff=chosen").body())
                .contains("launch-handoff-over");
    }

    @Test
    void opensAChartWithoutAnEhrsPage() throws Exception {
        HttpResponse<String> start = browser.get(server.origin() + "/app/launch?ehr=ward");
        String authorization = start.headers().firstValue("Location").orElseThrow();
        assertThat(authorization)
                .startsWith(ehr.issuer())
                .contains("launch%2Fpatient")
                .doesNotContain("&launch=");
        assertThat(browser.get(agreed(start)).statusCode()).isEqualTo(303);
        assertThat(browser.get(server.origin() + "/app/launch?ehr=another").body())
                .contains("launch-unknown-ehr");
    }

    @Test
    @Requirement({50, 52, 133})
    void sendsALongRequestAsAFormOfItsOwn() throws Exception {
        String handle = "<\">&" + "x".repeat(2_000);
        HttpResponse<String> form = browser.get(
                server.origin() + "/app/launch?launch=" + encoded(handle) + "&iss=" + encoded(ehr.fhirBase()),
                "Sec-Fetch-Dest",
                "document");
        assertThat(form.statusCode()).isEqualTo(200);
        String policy = form.headers().firstValue("Content-Security-Policy").orElseThrow();
        String nonce = policy.replaceAll(".*'nonce-([A-Za-z0-9_-]+)'.*", "$1");
        assertThat(policy)
                .isEqualTo("default-src 'none'; script-src 'nonce-" + nonce + "'; base-uri 'none'; frame-ancestors "
                        + ehr.issuer());
        // Without an enctype a browser sends application/x-www-form-urlencoded.
        assertThat(form.body())
                .contains("<form method=\"post\" action=\"" + ehr.issuer() + "/oauth2/authorize\">")
                .contains("<input type=\"hidden\" name=\"launch\" value=\"&lt;&quot;&gt;&amp;xxx")
                .contains("name=\"code_challenge_method\" value=\"S256\"")
                .contains("<script nonce=\"" + nonce + "\">document.forms[0].submit();</script>")
                .doesNotContain("enctype", "<\">");
    }

    @Test
    @Requirement(6)
    void forwardsNothingOfACallbackToAnAddressThatItNames() throws Exception {
        String elsewhere = encoded("https://evil.example/");
        HttpResponse<String> unknown = browser.get(server.origin() + "/app/callback?state=" + elsewhere + "&code="
                + elsewhere + "&redirect_uri=" + elsewhere + "&error_uri=" + elsewhere);
        assertThat(unknown.statusCode()).isEqualTo(403);
        assertThat(unknown.headers().firstValue("Location")).isEmpty();
        assertThat(unknown.body()).doesNotContain("evil.example");
        HttpResponse<String> known = browser.get(agreed(begin()) + "&redirect_uri=" + elsewhere + "&next=" + elsewhere);
        assertThat(known.headers().firstValue("Location").orElseThrow()).startsWith(server.origin() + "/app/");
    }

    @Test
    @Requirement(5)
    void case18AsksNobodyForAnIssThatIsNotOurs() throws Exception {
        HttpResponse<String> answer = browser.get(
                server.origin() + "/app/launch?launch=x&iss=" + encoded("http://127.0.0.1:1/fhir?<script>"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("launch-unknown-ehr").doesNotContain("127.0.0.1", "<script");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .endsWith("frame-ancestors 'none'");
        assertThat(ehr.asked).isEmpty();
        String twice = server.origin() + "/app/launch?launch=x&iss=" + encoded(ehr.fhirBase()) + "&iss="
                + encoded(ehr.fhirBase());
        assertThat(browser.get(twice).body()).contains("launch-incomplete");
    }

    @Test
    void case36ChangesNothingUnlessOurOwnPageAsks() throws Exception {
        String page = launch();
        String token = new ObjectMapper()
                .readTree(browser.get(page + "api/context").body())
                .path("csrf")
                .asText();
        String close = page + "api/close";
        assertRefused(browser.post(close, "{}"), 403, "request-foreign");
        assertRefused(browser.post(close, "{}", "Origin", server.origin()), 403, "request-foreign");
        assertRefused(browser.post(close, "{}", "X-Launch-Token", token), 403, "request-foreign");
        assertRefused(
                browser.post(close, "{}", "X-Launch-Token", token, "Origin", ehr.issuer()), 403, "request-foreign");
        assertRefused(browser.post(close, "{}", "X-Launch-Token", token, "Origin", "null"), 403, "request-foreign");
        assertRefused(
                browser.post(
                        close,
                        "{}",
                        "X-Launch-Token",
                        token,
                        "Origin",
                        server.origin(),
                        "Sec-Fetch-Site",
                        "cross-site"),
                403,
                "request-foreign");
        assertRefused(
                browser.post(close, "{}", "X-Launch-Token", token + "x", "Origin", server.origin()),
                403,
                "request-foreign");
        assertRefused(
                browser.post(close, "x".repeat(70_000), "X-Launch-Token", token, "Origin", server.origin()),
                413,
                "request-too-large");
        assertRefused(browser.get(page + "api/context", "Sec-Fetch-Site", "cross-site"), 403, "request-foreign");
        assertThat(browser.get(page + "api/context").statusCode()).isEqualTo(200);

        HttpResponse<String> closed = browser.post(
                close, "{}", "X-Launch-Token", token, "Origin", server.origin(), "Sec-Fetch-Site", "same-origin");
        assertThat(closed.statusCode()).isEqualTo(204);
        assertRefused(browser.get(page + "api/context"), 401, "session-lost");
    }

    @Test
    void answersEveryOtherAddressWithoutDetail() throws Exception {
        String page = launch();
        assertThat(browser.get(page + "api/context/more").statusCode()).isEqualTo(404);
        assertRefused(browser.get(page + "api/unknown"), 404, "request-unusable");
        assertThat(browser.post(page + "api/context", "{}").statusCode()).isEqualTo(405);
        for (String path : List.of(
                "/app/assets/..%2f..%2fbeans.xml",
                "/app/assets/../index.html",
                "/app/assets/unknown.js",
                "/app/assets/index.html",
                "/app/assets/",
                "/WEB-INF/beans.xml",
                "/app/WEB-INF/smart-app/index.html")) {
            HttpResponse<String> answer = browser.get(server.origin() + path);
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            assertThat(answer.body()).as(path).doesNotContain("<beans", "Exception", "java.");
        }
    }

    @Test
    void case63WritesNoSecretAndNoPatientToItsLog() throws Exception {
        String page = launch();
        browser.get(page + "api/context");
        ehr.context.put("patient", "p2");
        assertThat(browser.get(launch() + "api/context").statusCode()).isEqualTo(502);
        assertThat(server.log())
                .contains("incident")
                .doesNotContain("Example", "1950-05-06", "M-17", "access-", "refresh-", "eyJ")
                .doesNotContain(browser.cookies.get(Cookies.SESSION));
    }

    private String launch() throws Exception {
        HttpResponse<String> end = browser.get(agreed(begin()));
        assertThat(end.statusCode()).isEqualTo(303);
        return end.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> begin() throws Exception {
        HttpResponse<String> start = browser.get(ehrLaunch(), "Sec-Fetch-Dest", "document");
        assertThat(start.statusCode()).isEqualTo(303);
        return start;
    }

    private static String ehrLaunch() {
        return server.origin() + "/app/launch?launch=handle&iss=" + encoded(ehr.fhirBase());
    }

    private static String agreed(HttpResponse<String> start) {
        return ehr.agree(URI.create(start.headers().firstValue("Location").orElseThrow()));
    }

    private static void assertHeaders(HttpResponse<String> answer) {
        Map<String, List<String>> headers = answer.headers().map();
        assertThat(headers.get("Cache-Control")).containsExactly("no-store");
        assertThat(headers.get("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.get("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.get("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(headers.get("Content-Security-Policy")).hasSize(1);
        assertThat(headers.get("Permissions-Policy")).hasSize(1);
        assertThat(headers).doesNotContainKeys("X-Frame-Options", "Access-Control-Allow-Origin");
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode body = new ObjectMapper().readTree(answer.body());
        assertThat(body.path("code").asText()).isEqualTo(code);
        assertThat(body.path("message").asText()).isNotBlank();
        assertThat(body.path("incident").asText()).hasSizeGreaterThan(8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
