package org.anamnesis.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.anamnesis.smart.SigningKeys;
import org.anamnesis.web.WildFly;

/** The product on its server in so much heap, with the sandbox's EHR and a slow model, and a clinician who opens charts. */
final class StreamingProduct implements AutoCloseable {

    private static final String CLINICIAN = "dr-hassan";

    // The product's cookies are of the single sessions, and it is at another name of this machine.
    private static final String EHR_HOST = "127.0.0.1";

    final SlowModel model = new SlowModel();
    final WildFly server;
    final SandboxEhr ehr;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(
                    null, (address, cookie) -> address.getHost().equals(EHR_HOST)))
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    StreamingProduct(Path home, Path sandbox, Path scratch, int heapMegabytes, int streams)
            throws IOException, InterruptedException {
        int port = WildFly.freePort();
        List<String> options = new ArrayList<>(List.of("--product-base", "http://localhost:" + port));
        for (String charts : List.of("gold", "synthea")) {
            options.addAll(List.of(
                    "--charts", sandbox.resolve("charts").resolve(charts).toString()));
        }
        ehr = new SandboxEhr(sandbox, scratch, options);
        Path keys = scratch.resolve("keys.json");
        Files.writeString(
                keys, new JWKSet(List.of(SigningKeys.CLIENT_RSA, (JWK) SigningKeys.CLIENT_EC)).toString(false));
        server = new WildFly(
                home,
                scratch.resolve("standalone"),
                settings(keys, streams),
                Map.of(
                        "JAVA_OPTS",
                        "-Xms64m -Xmx" + heapMegabytes + "m -Djava.net.preferIPv4Stack=true"
                                + " -Djboss.modules.system.pkgs=org.jboss.byteman -Djava.awt.headless=true -Xlog:gc:file="
                                + scratch.resolve("gc.log")),
                port);
        form("/sandbox/sign-in", "practitioner=" + CLINICIAN);
    }

    private Map<String, String> settings(Path keys, int streams) {
        Map<String, String> settings = new TreeMap<>();
        String sandbox = "anamnesis.ehr.sandbox.";
        settings.put("anamnesis.base-url", "http://localhost:PORT");
        settings.put("anamnesis.keys", keys.toString());
        settings.put("anamnesis.ehrs", "sandbox");
        settings.put(sandbox + "fhir-base", ehr.fhir().toString());
        settings.put(sandbox + "issuer", ehr.issuer().toString());
        settings.put(sandbox + "backend-client-id", "anamnesis-backend");
        settings.put(sandbox + "app-client-id", "anamnesis-app");
        settings.put(sandbox + "allow-loopback-http", "true");
        settings.put("anamnesis.model.base-url", model.base().toString());
        settings.put("anamnesis.model.name", "slow");
        settings.put("anamnesis.model.probe", "false");
        settings.put("anamnesis.model.concurrent", String.valueOf(streams));
        // So long as the last of so many streams needs to begin on a small machine.
        settings.put("anamnesis.model.timeout", "PT15M");
        settings.put("anamnesis.model.total-timeout", "PT15M");
        for (String bound : List.of("user-requests", "user-tokens", "ehr-requests", "ehr-tokens")) {
            settings.put("anamnesis.model.budget." + bound, "0");
        }
        return settings;
    }

    /** The ids of the patients whose charts can be opened. */
    List<String> patients() throws IOException, InterruptedException {
        String answer = client.send(
                        HttpRequest.newBuilder(URI.create(ehr.fhir() + "/Patient?_count=100&_elements=id"))
                                .header("Authorization", "Bearer " + ehr.token())
                                .build(),
                        BodyHandlers.ofString())
                .body();
        List<String> patients = new ArrayList<>();
        new ObjectMapper()
                .readTree(answer)
                .path("entry")
                .forEach(entry -> patients.add(entry.path("resource").path("id").asText()));
        return patients;
    }

    /** Opens a patient's chart in a session of its own. */
    OpenChart open(String patient) throws IOException, InterruptedException {
        String launch = form("/sandbox/launches", "patient=" + URLEncoder.encode(patient, StandardCharsets.UTF_8));
        return new OpenChart(
                client,
                URI.create(new ObjectMapper().readTree(launch).path("url").asText()));
    }

    private String form(String path, String body) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(ehr.issuer().resolve(path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    @Override
    public void close() throws IOException {
        model.close();
        server.close();
        ehr.close();
        client.shutdownNow();
    }
}
