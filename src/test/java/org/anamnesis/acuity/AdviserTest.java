package org.anamnesis.acuity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.anamnesis.draft.Authorship;
import org.anamnesis.frame.Frame;
import org.anamnesis.model.Cancellation;
import org.anamnesis.model.ModelCall;
import org.anamnesis.model.ModelGateway;
import org.anamnesis.model.ModelLimits;
import org.anamnesis.model.ModelSettings;
import org.anamnesis.privacy.ModelPrivacy;
import org.anamnesis.score.Ward;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of a visit reaches a model over real HTTP. */
class AdviserTest {

    private static final String ANSWER =
            "data: {\"choices\":[{\"delta\":{\"content\":\"\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> disclosed = new ArrayList<>();
    private HttpServer model;

    @BeforeEach
    void start() throws IOException {
        model = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        model.createContext("/v1/chat/completions", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(ANSWER.getBytes(UTF_8));
            }
        });
        model.start();
    }

    @AfterEach
    void stop() {
        model.stop(0);
    }

    @Test
    void whatBearsASensitiveLabelStaysAndTheRestGoes() {
        Ward visit = Visits.mild().with(problem("Gout")).with(problem("Opioid dependence", "ETH"));
        advise(visit);
        assertThat(received).singleElement().asString().contains("Gout").doesNotContain("Opioid dependence");
        assertThat(disclosed).containsExactly("ward triage-1");
    }

    @Test
    void aConsentThatDeniesKeepsTheWholeChartFromTheModel() {
        Consent denial = new Consent().setStatus(Consent.ConsentState.ACTIVE);
        denial.setId("Consent/denial");
        denial.setScope(new CodeableConcept().addCoding(new Coding().setCode("patient-privacy")));
        denial.getProvision().setType(Consent.ConsentProvisionType.DENY);
        assertThat(advise(Visits.mild().with(denial))).isEqualTo(new Advice.Failed(Authorship.Fallback.DENIED));
        assertThat(received).isEmpty();
        assertThat(disclosed).isEmpty();
    }

    @Test
    void aCallThatIsEndedSendsNothingToTheModel() {
        Cancellation end = new Cancellation();
        end.cancel();
        assertThat(advise(Visits.mild().with(problem("Gout")), end))
                .isEqualTo(new Advice.Failed(Authorship.Fallback.UNAVAILABLE));
        assertThat(received).isEmpty();
    }

    private Advice advise(Ward visit) {
        return advise(visit, new Cancellation());
    }

    private Advice advise(Ward visit, Cancellation end) {
        ModelSettings settings = ModelSettings.openAi(
                "ward",
                URI.create("http://127.0.0.1:" + model.getAddress().getPort() + "/v1"),
                "ward",
                Optional.empty(),
                ModelLimits.DEFAULT);
        try (var gateway = new ModelGateway(settings)) {
            return new Adviser(Optional.of(gateway), ehr -> ModelPrivacy.STRICT)
                    .advise(
                            Frame.WHOLE.of(visit.chart()),
                            ModelCall.Caller.of("north", "someone"),
                            (name, host, version) -> disclosed.add(name + " " + version),
                            end);
        }
    }

    private static Condition problem(String name, String... labels) {
        Condition condition = new Condition().setCode(new CodeableConcept().setText(name));
        condition.setId("Condition/" + name.replace(' ', '-'));
        for (String label : labels) {
            condition.getMeta().addSecurity(new Coding().setCode(label));
        }
        return condition;
    }
}
