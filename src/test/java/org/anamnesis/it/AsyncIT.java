package org.anamnesis.it;

import static org.anamnesis.it.Facade.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.anamnesis.it.Exchange.Answer;
import org.anamnesis.web.WildFly;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that are answered later, on the real server (ASY-01 to ASY-10 of the acceptance list). */
@ExtendWith(ArquillianExtension.class)
class AsyncIT {

    private static final String PATIENT = "okonjo";
    private static final String SUMMARIZE = "Patient/" + PATIENT + "/$summarize";
    private static final String BY_RULES =
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"model\",\"valueCode\":\"rules\"}]}";

    private Ehr ehr;
    private Facade facade;
    private Bedside bedside;
    private String token;

    @Deployment(testable = false)
    static WebArchive product() {
        return Product.atRoot();
    }

    @BeforeEach
    void openAChart() {
        ehr = new Ehr();
        ehr.faults();
        new Model().play("behaves");
        facade = new Facade();
        bedside = new Bedside("dr-hassan");
        token = bedside.token(PATIENT);
    }

    @AfterEach
    void leave() {
        new Model().play("behaves");
        bedside.close();
    }

    @Test
    void aSummaryIsAnsweredLaterByARedirectToWhatItWouldHaveBeenAnsweredWithAtOnce() throws Exception {
        Later later = asked(SUMMARIZE, Facade.NOTHING);
        Answer complete = later.complete();
        assertThat(complete.status()).as(complete.text()).isEqualTo(303);
        assertThat(complete.header("Location")).endsWith("/result");
        Answer result = later.result();
        assertThat(result.status()).as(result.text()).isEqualTo(200);
        Summary summary = new Summary(result.resource(Parameters.class));
        assertThat(summary.text()).contains("Drafted by artificial intelligence");
        assertThat(facade.sign(summary.draft(), token, summary.hash()).status()).isEqualTo(200);
        assertThat(later.giveUp().status()).isEqualTo(202);
        assertRefused(later.result(), 404, "unknown-request");
    }

    @Test
    void everyOtherOperationToo() throws Exception {
        Map<String, String> bodies = Map.of(
                "Patient/" + PATIENT + "/$ask",
                Facade.parameters("question", "What was the last potassium?"),
                "Patient/" + PATIENT + "/$verify",
                Facade.parameters("text", "The patient takes metoprolol."),
                "Patient/" + PATIENT + "/$patient-context",
                Facade.NOTHING,
                "Encounter/okonjo-e-ed/$triage",
                BY_RULES);
        for (Map.Entry<String, String> operation : bodies.entrySet()) {
            Later later = asked(operation.getKey(), operation.getValue());
            assertThat(later.complete().status()).as(operation.getKey()).isEqualTo(303);
            Answer result = later.result();
            assertThat(result.status()).as(result.text()).isEqualTo(200);
            assertThat(result.resource(Parameters.class).getParameter()).isNotEmpty();
        }
    }

    @Test
    void aBundleHoldsTheAnswerWhereTheCallerWantsOneAndARefusalToo() throws Exception {
        Later later = asked("Patient/" + PATIENT + "/$summarize?_asyncMode=bundle", BY_RULES);
        Answer complete = later.complete();
        assertThat(complete.status()).as(complete.text()).isEqualTo(200);
        Bundle bundle = complete.resource(Bundle.class);
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.BATCHRESPONSE);
        assertThat(bundle.getEntryFirstRep().getResponse().getStatus()).startsWith("200");
        assertThat(bundle.getEntryFirstRep().getResource()).isInstanceOf(Parameters.class);

        Later wrong = Later.asked(
                Servers.product(),
                "Patient/nobody-of-this-id/$summarize?_asyncMode=bundle",
                ehr.wardToken("system/*.rs"),
                BY_RULES);
        Bundle.BundleEntryResponseComponent response =
                wrong.complete().resource(Bundle.class).getEntryFirstRep().getResponse();
        assertThat(response.getStatus()).startsWith("404");
        assertThat(response.getOutcome()).isInstanceOf(OperationOutcome.class);
    }

    @Test
    void whatIsWrongWithARequestIsSaidAtOnce() {
        assertRefused(later(SUMMARIZE, token, Facade.parameters("colour", "red")), 400, "unknown-parameter");
        assertRefused(later("Patient/castellanos/$summarize", token, Facade.NOTHING), 403, "insufficient-scope");
        assertRefused(
                later(SUMMARIZE + "?_outputFormat=application/fhir%2Bndjson", token, Facade.NOTHING),
                400,
                "output-format");
        assertRefused(
                facade.post(
                        "Group/ward-nine-patients/$summarize",
                        ehr.wardToken("system/*.rs"),
                        Exchange.FHIR_JSON,
                        BY_RULES),
                400,
                "async-required");
    }

    @Test
    void onlyItsCallerSeesItAndWhoAsksTooOftenWaits() throws Exception {
        new Model().play("stalls");
        Later later = asked(SUMMARIZE, Facade.NOTHING);
        Answer first = later.status();
        assertThat(first.status()).as(first.text()).isEqualTo(202);
        assertThat(first.header("X-Progress")).isNotEmpty().hasSizeLessThan(100);
        assertRefused(later.status(), 429, "asked-too-often");
        try (Bedside other = new Bedside("np-lindqvist")) {
            Later theirs = later.at(Servers.product(), other.token(PATIENT));
            assertRefused(theirs.status(), 404, "unknown-request");
            assertRefused(theirs.result(), 404, "unknown-request");
            assertRefused(theirs.giveUp(), 404, "unknown-request");
        }
        assertThat(later.giveUp().status()).isEqualTo(202);
        assertRefused(later.status(), 404, "unknown-request");
    }

    @Test
    void aWardIsSummarisedPatientByPatientAndNoneIsDropped() throws Exception {
        Later later = Later.asked(
                Servers.product(), "Group/ward-nine-patients/$summarize", ehr.wardToken("system/*.rs"), BY_RULES);
        assertThat(later.complete().status()).isEqualTo(303);
        List<ParametersParameterComponent> summaries = later.result().resource(Parameters.class).getParameter().stream()
                .filter(one -> one.getName().equals("summary"))
                .toList();
        assertThat(summaries)
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.getPart())
                        .extracting(ParametersParameterComponent::getName)
                        .contains("subject", "document", "text-hash", "composed-by"));
    }

    @Test
    void whatOneNodeHadBegunWhenItStoppedAnotherBringsToAnEnd() throws Exception {
        Map<String, String> settings = new TreeMap<>(Servers.settings());
        settings.keySet().removeIf(key -> key.startsWith("jboss."));
        settings.put("anamnesis.model.first-token-timeout", "PT50S");
        settings.put("anamnesis.model.timeout", "PT55S");
        settings.put("anamnesis.data-keys", "it:" + "A".repeat(43) + "=");
        Path home = Path.of(System.getProperty("jboss.home"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(Servers.directory().resolve("postgres-async"))
                .start()) {
            Map<String, String> database = Map.of(
                    "ANAMNESIS_DB_DRIVER", "postgresql",
                    "ANAMNESIS_DB_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                    "ANAMNESIS_DB_USER", "postgres",
                    "ANAMNESIS_DB_PASSWORD", "postgres");
            new Model().play("stalls");
            Later later;
            try (WildFly first = new WildFly(home, Servers.directory().resolve("async-1"), settings, database)) {
                later = Later.asked(URI.create(first.origin()), SUMMARIZE, token, Facade.NOTHING);
                assertThat(begun(later)).contains("read");
            }
            new Model().play("behaves");
            try (WildFly second = new WildFly(home, Servers.directory().resolve("async-2"), settings, database)) {
                Later there = later.at(URI.create(second.origin()), token);
                assertThat(there.complete().status()).isEqualTo(303);
                assertThat(there.result().status()).isEqualTo(200);
            }
        }
    }

    /** Asks until something is being done. */
    private static String begun(Later later) throws InterruptedException {
        for (int poll = 0; poll < 20; poll++) {
            Answer status = later.status();
            String progress = status.header("X-Progress");
            if (!progress.isEmpty() && !progress.equals("waiting")) {
                return progress;
            }
            TimeUnit.SECONDS.sleep(Long.parseLong(status.header("Retry-After")));
        }
        throw new AssertionError("nothing was begun");
    }

    private Later asked(String path, String body) {
        return Later.asked(Servers.product(), path, token, body);
    }

    private Answer later(String path, String bearer, String body) {
        return facade.post(path, bearer, Exchange.FHIR_JSON, body, "Prefer", "respond-async");
    }
}
