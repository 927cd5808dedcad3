package org.anamnesis.it;

import static org.anamnesis.it.Facade.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.it.Exchange.Answer;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationDefinitionParameterComponent;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The facade's contract: what it says of itself, whom it lets in, and how it refuses. */
@ExtendWith(ArquillianExtension.class)
class FacadeIT {

    private static final String SUMMARIZE = "Patient/lindgren/$summarize";
    private static final String READS = "system/*.rs";

    private Ehr ehr;
    private Facade facade;
    private String token;

    @Deployment(testable = false)
    static WebArchive product() {
        return Product.atRoot();
    }

    @BeforeEach
    void callTheProduct() {
        ehr = new Ehr();
        ehr.faults();
        new Model().play("behaves");
        facade = new Facade();
        token = ehr.wardToken(READS);
    }

    @Test
    void everyOperationOfTheCapabilityStatementHasItsDefinition() {
        CapabilityStatement capability = facade.get("metadata").resource(CapabilityStatement.class);
        List<CapabilityStatementRestResourceOperationComponent> operations =
                capability.getRestFirstRep().getResource().stream()
                        .flatMap(resource -> resource.getOperation().stream())
                        .toList();
        assertThat(operations)
                .extracting(CapabilityStatementRestResourceOperationComponent::getName)
                .containsExactlyInAnyOrder(
                        "summarize",
                        "patient-context",
                        "ask",
                        "verify",
                        "summarize",
                        "patient-context",
                        "ask",
                        "verify",
                        "triage",
                        "triage",
                        "triage",
                        "triage",
                        "override-acuity",
                        "summarize",
                        "sign",
                        "filing-status");
        for (CapabilityStatementRestResourceOperationComponent operation : operations) {
            String url = operation.getDefinition();
            assertThat(url).startsWith(Servers.product() + "/fhir/sandbox/OperationDefinition/");
            OperationDefinition definition =
                    facade.send(HttpRequest.newBuilder(URI.create(url))).resource(OperationDefinition.class);
            assertThat(definition.getUrl()).isEqualTo(url);
            assertThat(definition.getCode()).isEqualTo(operation.getName());
        }
    }

    @Test
    void answersWithExactlyTheParametersItsDefinitionsPublish() {
        try (Bedside bedside = new Bedside("dr-hassan")) {
            String own = bedside.token("castellanos");
            Answer made = facade.summarizing("castellanos", own, Facade.NOTHING);
            assertPublished("summarize", made.resource(Parameters.class));
            assertPublished(
                    "patient-context",
                    facade.post("Patient/castellanos/$patient-context", own, Exchange.FHIR_JSON, Facade.NOTHING)
                            .resource(Parameters.class));
            assertPublished(
                    "ask",
                    facade.post(
                                    "Patient/castellanos/$ask",
                                    own,
                                    Exchange.FHIR_JSON,
                                    Facade.parameters("question", "Which medications does she take?"))
                            .resource(Parameters.class));
            assertPublished(
                    "verify",
                    facade.post(
                                    "Patient/castellanos/$verify",
                                    own,
                                    Exchange.FHIR_JSON,
                                    Facade.parameters("text", "She takes metformin. She had a stroke."))
                            .resource(Parameters.class));
            Summary summary = new Summary(made.resource(Parameters.class));
            assertPublished(
                    "sign", facade.sign(summary.draft(), own, summary.hash()).resource(Parameters.class));
        }
    }

    private void assertPublished(String operation, Parameters answer) {
        OperationDefinition definition =
                facade.get("OperationDefinition/" + operation).resource(OperationDefinition.class);
        Map<String, OperationDefinitionParameterComponent> published = definition.getParameter().stream()
                .filter(parameter -> parameter.getUse() == OperationParameterUse.OUT)
                .collect(Collectors.toMap(OperationDefinitionParameterComponent::getName, parameter -> parameter));
        assertThat(published.keySet()).containsAll(names(answer.getParameter()));
        assertThat(names(answer.getParameter()))
                .containsAll(published.values().stream()
                        .filter(parameter -> parameter.getMin() > 0)
                        .map(OperationDefinitionParameterComponent::getName)
                        .toList());
        for (ParametersParameterComponent parameter : answer.getParameter()) {
            OperationDefinitionParameterComponent of = published.get(parameter.getName());
            if (parameter.hasValue()) {
                assertThat(parameter.getValue().fhirType())
                        .as(parameter.getName())
                        .isEqualTo(of.getType());
            }
            assertThat(of.getPart().stream().map(OperationDefinitionParameterComponent::getName))
                    .as(parameter.getName())
                    .containsAll(names(parameter.getPart()));
        }
    }

    private static Set<String> names(List<ParametersParameterComponent> parameters) {
        return parameters.stream()
                .map(ParametersParameterComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=brief", "model=rules", "model=configured"})
    void takesEveryParameterItsDefinitionPublishes(String given) {
        String[] pair = given.split("=");
        Answer answer = facade.summarizing("castellanos", token, codes(pair[0], pair[1]));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void saysWhereItsTokensComeFrom() {
        JsonNode configuration = facade.get(".well-known/smart-configuration").json();
        assertThat(configuration.path("issuer").asText())
                .isEqualTo(Servers.sandbox().ehr().toString());
        assertThat(configuration.path("token_endpoint").asText())
                .startsWith(Servers.sandbox().ehr().toString());
        assertThat(configuration.path("code_challenge_methods_supported").toString())
                .isEqualTo("[\"S256\"]");
    }

    @Test
    void asksWhoeverHasNoTokenForOne() {
        Answer answer = facade.send(HttpRequest.newBuilder(facade.at(SUMMARIZE))
                .header("Content-Type", Exchange.FHIR_JSON)
                .POST(BodyPublishers.ofString(Facade.NOTHING)));
        assertRefused(answer, 401, "token-required");
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"" + Servers.product() + "/fhir/sandbox\"");
    }

    @Test
    void refusesATokenThatWasAlteredOrIsForAnotherServer() {
        String altered = token.substring(0, token.length() - 6) + (token.endsWith("AAAAAA") ? "BBBBBB" : "AAAAAA");
        for (String wrong : List.of("rubbish", altered, ehr.ownToken(READS))) {
            Answer answer = facade.summarizing("lindgren", wrong, Facade.NOTHING);
            assertRefused(answer, 401, "token-required");
            assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        }
    }

    @Test
    void namesTheScopesThatAreMissing() {
        Answer answer =
                facade.summarizing("lindgren", ehr.wardToken("system/Patient.rs system/Condition.rs"), Facade.NOTHING);
        OperationOutcome outcome = assertRefused(answer, 403, "insufficient-scope");
        assertThat(outcome.getIssueFirstRep().getDetails().getText())
                .contains("Observation.rs", "AllergyIntolerance.rs")
                .doesNotContain("Condition");
        assertThat(answer.header("WWW-Authenticate")).contains("insufficient_scope", "Observation.rs");
    }

    @Test
    void letsACallerOfOnePatientReadNoOther() {
        try (Bedside bedside = new Bedside("dr-hassan")) {
            Answer answer = facade.summarizing("castellanos", bedside.token("lindgren"), Facade.NOTHING);
            assertThat(answer.status()).isIn(403, 404);
            assertThat(answer.text()).contains("OperationOutcome").doesNotContain("Castellanos");
        }
    }

    @Test
    void knowsNoOtherPatientDraftOrEhr() {
        assertRefused(facade.summarizing("nobody", token, Facade.NOTHING), 404, "unknown-patient");
        String draft = "00000000-0000-4000-8000-000000000000";
        assertRefused(
                facade.sign(draft, ehr.wardToken("system/DocumentReference.cruds"), "0".repeat(64)),
                404,
                "unknown-draft");
        URI other = URI.create(Servers.product() + "/fhir/elsewhere/metadata");
        assertRefused(facade.send(HttpRequest.newBuilder(other)), 404, "unknown-ehr");
    }

    @Test
    void namesTheParameterItDoesNotTake() {
        assertNamed(codes("colour", "red"), "unknown-parameter", "colour");
        assertNamed(codes("kind", "novel"), "wrong-parameter", "kind");
        assertNamed(
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"kind\",\"valueCode\":\"brief\"},"
                        + "{\"name\":\"kind\",\"valueCode\":\"brief\"}]}",
                "repeated-parameter",
                "kind");
        Answer missing = facade.post(
                "DocumentReference/00000000-0000-4000-8000-000000000000/$sign",
                token,
                Exchange.FHIR_JSON,
                Facade.NOTHING);
        assertThat(assertRefused(missing, 400, "missing-parameter")
                        .getIssueFirstRep()
                        .getExpression())
                .singleElement()
                .asString()
                .contains("text-hash");
    }

    private void assertNamed(String body, String code, String name) {
        OperationOutcome outcome = assertRefused(facade.summarizing("lindgren", token, body), 400, code);
        assertThat(outcome.getIssueFirstRep().getDetails().getText()).contains(name);
        assertThat(outcome.getIssueFirstRep().getExpression())
                .singleElement()
                .asString()
                .contains(name);
    }

    @Test
    void refusesMethodsAndFormatsItDoesNotSpeak() {
        assertRefused(
                facade.send(
                        HttpRequest.newBuilder(facade.at("Patient/lindgren")).DELETE(), "Authorization", bearer()),
                405,
                "method");
        Answer read = facade.get(SUMMARIZE, "Authorization", bearer());
        assertThat(read.status()).isIn(400, 405);
        assertThat(read.text()).contains("OperationOutcome", Facade.PROBLEMS);
        Answer context = facade.get("Patient/lindgren/$patient-context?focus=gout", "Authorization", bearer());
        assertThat(context.status()).isIn(400, 405);
        assertThat(context.text()).contains("OperationOutcome", Facade.PROBLEMS);
        assertRefused(facade.post(SUMMARIZE, token, "text/plain", "hello"), 415, "content-type");
        assertRefused(
                facade.post(SUMMARIZE + "?model=rules", token, Exchange.FHIR_JSON, Facade.NOTHING),
                400,
                "unknown-parameter");
        for (String accept : List.of("text/html", "application/pdf", "application/fhir+turtle")) {
            assertRefused(
                    facade.post(SUMMARIZE, token, Exchange.FHIR_JSON, Facade.NOTHING, "Accept", accept), 406, "accept");
        }
        assertRefused(
                facade.post(SUMMARIZE + "?_format=ttl", token, Exchange.FHIR_JSON, Facade.NOTHING), 406, "accept");
        assertRefused(facade.get("metadata", "Accept", "image/png"), 406, "accept");
        assertThat(facade.get("metadata", "Accept", "text/html, */*;q=0.1").status())
                .isEqualTo(200);
        assertThat(facade.get("metadata?_format=json", "Accept", "text/html").status())
                .isEqualTo(200);
    }

    @Test
    void speaksXmlToWhoeverSpeaksIt() {
        Answer answer = facade.post(
                "Patient/castellanos/$summarize",
                token,
                Exchange.FHIR_XML,
                "<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"model\"/><valueCode value=\"rules\"/>"
                        + "</parameter></Parameters>",
                "Accept",
                Exchange.FHIR_XML);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith(Exchange.FHIR_XML);
        Summary summary = new Summary(answer.resource(Parameters.class));
        assertThat(summary.value("composed-by")).hasValue("rules");
        assertThat(summary.shown()).isNotEmpty();
        Answer refused = facade.get("DocumentReference/unknown", "Accept", Exchange.FHIR_XML);
        assertThat(refused.header("Content-Type")).startsWith(Exchange.FHIR_XML);
        assertRefused(refused, 401, "token-required");
    }

    @Test
    void answersWhatItDoesNotSupportInTheSameWords() {
        for (String path : Stream.of(
                        "Patient/lindgren",
                        "Observation?patient=lindgren",
                        "Patient/lindgren/$everything",
                        "$summarize")
                .toList()) {
            Answer answer = facade.get(path, "Authorization", bearer());
            assertThat(answer.status()).as(path).isBetween(400, 499);
            assertThat(answer.text())
                    .as(path)
                    .contains("OperationOutcome", Facade.PROBLEMS)
                    .doesNotContain("Exception", "HAPI-", "\tat ");
        }
    }

    private String bearer() {
        return "Bearer " + token;
    }

    private static String codes(String name, String code) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"" + name + "\",\"valueCode\":\"" + code
                + "\"}]}";
    }
}
