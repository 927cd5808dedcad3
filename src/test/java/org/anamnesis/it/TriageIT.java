package org.anamnesis.it;

import static org.anamnesis.it.Facade.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.it.Exchange.Answer;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code $triage} against the EHR of the sandbox: with a model that behaves or not, and up to the filed document. */
@ExtendWith(ArquillianExtension.class)
class TriageIT {

    /** In the emergency visit of this chart, forty minutes after its vital signs. */
    private static final String THEN = "{\"name\":\"asOf\",\"valueDateTime\":\"2025-08-28T01:00:00-04:00\"}";

    private static final String RULES = "{\"name\":\"model\",\"valueCode\":\"rules\"}";
    private static final Path OKONJO = Path.of("deploy/sandbox/charts/gold/long-surgical-admission/bundle.json");

    private Ehr ehr;
    private Model model;
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
        model = new Model();
        model.play("behaves");
        facade = new Facade();
        token = ehr.wardToken("system/*.rs");
    }

    @AfterEach
    void mend() {
        ehr.faults();
        model.play("behaves");
    }

    @Test
    void levelAndScoresHaveTheirInputsFromSourcesThatAreInTheEhr() {
        Parameters answer = triage("Encounter/okonjo-e-ed", THEN, RULES);
        ParametersParameterComponent acuity =
                named(answer, "acuity").findFirst().orElseThrow();
        assertThat(value(acuity, "level")).isIn("1", "2", "3");
        List<String> sources = deep(answer.getParameter(), "source").toList();
        assertThat(sources)
                .hasSizeGreaterThan(4)
                .allSatisfy(source ->
                        assertThat(ehr.read(source).status()).as(source).isEqualTo(200));
        assertThat(named(answer, "score").map(score -> value(score, "name"))).contains("NEWS2", "qSOFA", "Shock Index");
        assertThat(named(answer, "missing")).isNotEmpty();
        assertThat(value(answer, "composed-by")).isEqualTo("rules");
        assertThat(named(answer, "remark")).isEmpty();
        assertThat(named(answer, "coverage")).isNotEmpty();
    }

    @Test
    void onThePatientItIsTheVisitThePatientIsInAtTheMoment() {
        ParametersParameterComponent acuity = named(triage("Patient/okonjo", THEN, RULES), "acuity")
                .findFirst()
                .orElseThrow();
        assertThat(acuity.getPart().stream()
                        .filter(part -> part.getName().equals("visit"))
                        .map(part -> ((Reference) part.getValue()).getReference()))
                .singleElement()
                .asString()
                .contains("Encounter/okonjo-e-ed");
    }

    @Test
    void aModelsWordsStandBesideTheScoresEachCheckedAndCited() {
        Parameters answer = triage("Encounter/okonjo-e-ed", THEN);
        assertThat(value(answer, "composed-by")).isEqualTo("model");
        assertThat(named(answer, "remark")
                        .filter(remark -> value(remark, "shown").equals("true")))
                .isNotEmpty()
                .allSatisfy(remark -> assertThat(value(remark, "verdict")).isEqualTo("supported"));
        assertThat(text(answer)).contains("BY THE MODEL", "drafted by artificial intelligence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hallucinates", "cites-wrongly", "obeys", "rubbish", "truncates"})
    void aLyingModelNeverLowersALevelAndChangesNoScore(String script) {
        for (String of :
                List.of("Encounter/okonjo-e-ed", "Patient/lindgren", "Patient/castellanos", "Patient/instructed")) {
            model.play("behaves");
            Parameters alone = triage(of, THEN, RULES);
            model.play(script);
            Parameters answer = triage(of, THEN);
            assertThat(level(answer, "levelByRules")).as(of).isEqualTo(level(alone, "levelByRules"));
            assertThat(level(answer, "level")).as(of).isLessThanOrEqualTo(level(alone, "level"));
            assertThat(scores(answer)).as(of).isEqualTo(scores(alone));
            assertThat(text(answer)).doesNotContain("NEWS2 is 0", "send home", "collect.example");
        }
    }

    @ParameterizedTest
    @CsvSource({"500, model-unavailable", "stalls, model-timeout", "rubbish, model-unusable", "refuses, model-refused"})
    void withoutTheModelEverythingElseAnswersAndSaysSo(String script, String reason) {
        Parameters alone = triage("Encounter/okonjo-e-ed", THEN, RULES);
        model.play(script);
        Parameters answer = triage("Encounter/okonjo-e-ed", THEN);
        assertThat(value(answer, "composed-by")).isEqualTo("rules");
        assertThat(value(answer, "fallback-reason")).isEqualTo(reason);
        assertThat(scores(answer)).isEqualTo(scores(alone));
        assertThat(text(answer)).contains("(" + reason + ")");
    }

    @Test
    void theTextIsSignedAndFiledOnceAsATriageNote() {
        try (Bedside bedside = new Bedside("dr-hassan")) {
            String own = bedside.token("okonjo");
            Summary triage =
                    new Summary(post("Encounter/okonjo-e-ed", own, THEN, RULES).resource(Parameters.class));
            assertThat(facade.sign(triage.draft(), own, "0".repeat(64)).status())
                    .isEqualTo(409);
            Parameters filed = facade.sign(triage.draft(), own, triage.hash()).resource(Parameters.class);
            assertThat(value(filed, "outcome")).isEqualTo("filed");
            DocumentReference document = ehr.read(value(filed, "location")).resource(DocumentReference.class);
            assertThat(document.getDocStatus().toCode()).isEqualTo("final");
            assertThat(document.getType().getCodingFirstRep().getCode()).isEqualTo("54094-8");
            assertThat(new String(document.getContentFirstRep().getAttachment().getData(), StandardCharsets.UTF_8))
                    .isEqualTo(triage.text());
            assertThat(value(facade.sign(triage.draft(), own, triage.hash()).resource(Parameters.class), "outcome"))
                    .isEqualTo("already-filed");
        }
    }

    @Test
    void anotherPatientsVisitAndChartAreRefused() throws Exception {
        try (Bedside bedside = new Bedside("dr-hassan")) {
            String own = bedside.token("lindgren");
            assertRefused(post("Encounter/okonjo-e-ed", own), 404, "unknown-encounter");
            assertRefused(post("Patient/okonjo", own), 403, "insufficient-scope");
        }
        assertRefused(
                facade.post("Patient/lindgren/$triage", token, Exchange.FHIR_JSON, Files.readString(OKONJO)),
                403,
                "other-patient");
        assertRefused(post("Patient/okonjo", ehr.wardToken("system/Patient.rs")), 403, "insufficient-scope");
        assertRefused(
                post("Patient/okonjo", token, "{\"name\":\"level\",\"valueInteger\":5}"), 400, "unknown-parameter");
    }

    @Test
    void whatCouldNotBeReadIsMissingAsNotReadAndNeverZero() {
        ehr.faults("{\"kind\":\"status\",\"status\":500,\"type\":\"Observation\",\"interaction\":\"search\"}");
        Parameters answer = triage("Encounter/okonjo-e-ed", THEN, RULES);
        assertThat(value(answer, "complete")).isEqualTo("false");
        assertThat(named(answer, "score")
                        .filter(score -> value(score, "name").equals("NEWS2"))
                        .map(score -> value(score, "outcome")))
                .containsExactly("not-computable");
        assertThat(named(answer, "missing").map(missing -> value(missing, "why")))
                .contains("not-read");
        assertThat(text(answer)).contains("INCOMPLETE");
    }

    private Parameters triage(String of, String... parameters) {
        Answer answer = post(of, token, parameters);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.resource(Parameters.class);
    }

    private Answer post(String of, String bearer, String... parameters) {
        return facade.post(
                of + "/$triage",
                bearer,
                Exchange.FHIR_JSON,
                "{\"resourceType\":\"Parameters\",\"parameter\":[" + String.join(",", parameters) + "]}");
    }

    private static int level(Parameters answer, String name) {
        String level = value(named(answer, "acuity").findFirst().orElseThrow(), name);
        return level.isEmpty() ? 6 : Integer.parseInt(level);
    }

    private static List<String> scores(Parameters answer) {
        return named(answer, "score").map(score -> value(score, "text")).toList();
    }

    private static String text(Parameters answer) {
        return new Summary(answer).text();
    }

    private static Stream<ParametersParameterComponent> named(Parameters answer, String name) {
        return answer.getParameter().stream().filter(one -> one.getName().equals(name));
    }

    private static String value(Parameters answer, String name) {
        return answer.getParameter(name).getValue().primitiveValue();
    }

    private static String value(ParametersParameterComponent of, String name) {
        return of.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue().primitiveValue())
                .findFirst()
                .orElse("");
    }

    /** The references of all parts of a name, however deep. */
    private static Stream<String> deep(List<ParametersParameterComponent> parts, String name) {
        List<String> found = new ArrayList<>();
        for (ParametersParameterComponent part : parts) {
            if (part.getName().equals(name) && part.getValue() instanceof Reference reference) {
                found.add(reference.getReference());
            }
            deep(part.getPart(), name).forEach(found::add);
        }
        return found.stream().distinct();
    }
}
