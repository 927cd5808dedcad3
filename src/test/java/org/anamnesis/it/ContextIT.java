package org.anamnesis.it;

import static org.anamnesis.it.Facade.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.it.Exchange.Answer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code $patient-context}, and charts that are sent along, against the EHR of the sandbox. */
@ExtendWith(ArquillianExtension.class)
class ContextIT {

    private static final Path OKONJO = Path.of("deploy/sandbox/charts/gold/long-surgical-admission/bundle.json");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```sh\n(.*?)```");

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
        token = ehr.wardToken("system/*.rs");
    }

    @Test
    void aFocusBringsItsFactsWithSourcesThatAreInTheEhr() {
        Parameters answer = context("Patient/okonjo", "{\"name\":\"focus\",\"valueString\":\"last potassium\"}");

        assertThat(value(answer, "noneFound")).isEqualTo("false");
        assertThat(value(answer, "digest")).contains("Potassium");
        assertThat(Integer.parseInt(value(answer, "tokens"))).isLessThanOrEqualTo(2_000);
        // One of this patient's notes lies on a foreign host: it is never fetched, and the coverage says so.
        assertThat(value(answer, "complete")).isEqualTo("false");
        List<String> sources = named(answer, "fact")
                .map(fact -> ((Reference) part(fact, "source").orElseThrow().getValue()).getReference())
                .distinct()
                .toList();
        assertThat(sources)
                .isNotEmpty()
                .allSatisfy(source ->
                        assertThat(ehr.read(source).status()).as(source).isEqualTo(200));
        Bundle bundle =
                (Bundle) named(answer, "bundle").findFirst().orElseThrow().getResource();
        List<String> held = bundle.getEntry().stream()
                .map(entry -> entry.getResource().fhirType() + "/"
                        + entry.getResource().getIdElement().getIdPart())
                .toList();
        assertThat(held)
                .containsAll(sources.stream()
                        .map(source -> source.replaceFirst("/_history/.*", ""))
                        .toList());
        assertThat(bundle.getEntryFirstRep().getFullUrl())
                .startsWith(Servers.sandbox().fhir().toString());
    }

    @Test
    void aContradictionIsToldWithBothSidesAndTheirSources() {
        Parameters answer = context("Patient/okonjo");
        List<ParametersParameterComponent> conflicts = named(answer, "conflict").toList();
        assertThat(conflicts).extracting(conflict -> text(conflict, "kind")).contains("laterality");
        assertThat(conflicts).allSatisfy(conflict -> {
            List<ParametersParameterComponent> sides = conflict.getPart().stream()
                    .filter(part -> part.getName().equals("side"))
                    .toList();
            assertThat(sides)
                    .hasSize(2)
                    .allSatisfy(side -> assertThat(ehr.read(((Reference)
                                                    part(part(side, "citation").orElseThrow(), "source")
                                                            .orElseThrow()
                                                            .getValue())
                                            .getReference())
                                    .status())
                            .isEqualTo(200));
        });
        Summary summary = facade.summarize("okonjo", token);
        assertThat(summary.text()).contains("CONTRADICTIONS IN THE CHART");
        assertThat(named(
                        context("Patient/okonjo", "{\"name\":\"focus\",\"valueString\":\"xylophone lessons\"}"),
                        "conflict"))
                .as("nothing that was chosen is contradicted")
                .noneMatch(conflict -> text(conflict, "kind").equals("laterality"));
    }

    @Test
    void theOrdersOfOneDrugAreFoldedIntoOneCourse() {
        Parameters answer = context("Patient/okonjo");
        List<String> drugs =
                named(answer, "course").map(course -> text(course, "drug")).toList();
        assertThat(drugs).isNotEmpty().doesNotHaveDuplicates();
        List<String> facts = named(answer, "course")
                .flatMap(course -> course.getPart().stream())
                .filter(part -> part.getName().equals("fact"))
                .map(part -> part.getValue().primitiveValue())
                .toList();
        assertThat(facts).doesNotHaveDuplicates().allMatch(id -> id.startsWith("M"));
    }

    @Test
    void aFocusThatNothingBearsOnIsSaidToBeThat() {
        Parameters answer = context("Patient/lindgren", "{\"name\":\"focus\",\"valueString\":\"xylophone lessons\"}");

        assertThat(value(answer, "noneFound")).isEqualTo("true");
        assertThat(named(answer, "searched")).isNotEmpty();
        assertThat(named(answer, "fact").map(fact -> text(fact, "kind"))).contains("allergy");
    }

    @Test
    void aVisitHasItsOwnPatientItsEndAsNowAndItsFactsFirst() {
        Parameters answer = context("Encounter/okonjo-e-ip");

        assertThat(value(answer, "asOf")).startsWith("2025-09-17T14:00");
        assertThat(named(answer, "period")).hasSize(1);
        assertThat(named(answer, "fact").filter(fact -> text(fact, "kind").equals("result")))
                .isNotEmpty()
                .noneMatch(result -> text(result, "when").compareTo("2025-09-18") > 0);
        assertThat(named(answer, "leftOut").map(left -> text(left, "reason"))).contains("period");
    }

    @Test
    void aVisitOfAnotherPatientIsUnknownToATokenOfOnePatient() {
        try (Bedside bedside = new Bedside("dr-hassan")) {
            String own = bedside.token("lindgren");
            for (String operation : List.of("$patient-context", "$summarize")) {
                assertRefused(
                        facade.post("Encounter/okonjo-e-ip/" + operation, own, Exchange.FHIR_JSON, Facade.NOTHING),
                        404,
                        "unknown-encounter");
                assertRefused(
                        facade.post("Encounter/nothing/" + operation, own, Exchange.FHIR_JSON, Facade.NOTHING),
                        404,
                        "unknown-encounter");
            }
            Answer visit =
                    facade.post("Encounter/lindgren-e-mar/$patient-context", own, Exchange.FHIR_JSON, Facade.NOTHING);
            assertThat(visit.status()).as(visit.text()).isEqualTo(200);
        }
    }

    @Test
    void aVisitIsSummarisedAsOfItsEnd() {
        Answer answer = facade.post("Encounter/okonjo-e-ip/$summarize", token, Exchange.FHIR_JSON, Facade.NOTHING);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Summary summary = new Summary(answer.resource(Parameters.class));
        assertThat(summary.text()).contains("CHART SUMMARY, as of 17 Sep 2025");
        assertThat(summary.shown()).isNotEmpty();
    }

    @Test
    void aChartThatIsSentIsUsedAndTheEhrIsNotAsked() throws IOException {
        ehr.faults("{\"kind\":\"status\",\"status\":500}");
        try {
            Parameters answer =
                    sent("$patient-context", Files.readString(OKONJO)).resource(Parameters.class);
            assertThat(value(answer, "digest")).contains("given by the caller");
            assertThat(named(answer, "coverage").map(line -> text(line, "asked")))
                    .containsOnly("given by the caller");
            assertThat(named(answer, "fact")).hasSizeGreaterThan(20);
            Summary summary =
                    new Summary(sent("$summarize", Files.readString(OKONJO)).resource(Parameters.class));
            assertThat(summary.text()).contains("The chart was given by the caller");
            assertThat(summary.shown()).isNotEmpty();
        } finally {
            ehr.faults();
        }
    }

    @Test
    void case42AChartOfAnotherPatientIsRefused() throws IOException {
        String other = Files.readString(OKONJO);
        for (String operation : List.of("$patient-context", "$summarize")) {
            Answer answer = facade.post("Patient/lindgren/" + operation, token, Exchange.FHIR_JSON, other);
            assertRefused(answer, 403, "other-patient");
        }
        try (Bedside bedside = new Bedside("dr-hassan")) {
            assertRefused(
                    facade.post(
                            "Encounter/okonjo-e-ip/$patient-context",
                            bedside.token("lindgren"),
                            Exchange.FHIR_JSON,
                            other),
                    403,
                    "other-patient");
        }
    }

    @Test
    void resourcesOfAnotherPatientInASentChartAreLeftOutAndCounted() throws IOException {
        String mixed = Files.readString(OKONJO)
                .replaceFirst(
                        "\"subject\": *\\{ *\"reference\": *\"Patient/okonjo\"",
                        "\"subject\": {\"reference\": \"Patient/lindgren\"");
        Parameters answer = sent("$patient-context", mixed).resource(Parameters.class);

        assertThat(value(answer, "complete")).isEqualTo("false");
        assertThat(named(answer, "coverage").map(line -> text(line, "detail"))).contains("1 unreadable");
        assertThat(value(answer, "digest")).doesNotContain("lindgren");
    }

    @Test
    void aQuestionIsAnsweredWithSourcesOrNotFoundOrRefused() {
        Parameters found = asked("What was the last potassium?").resource(Parameters.class);
        assertThat(value(found, "found")).isEqualTo("true");
        assertThat(named(found, "statement")
                        .flatMap(one -> part(one, "text").stream())
                        .map(text -> text.getValue().primitiveValue()))
                .anyMatch(text -> text.startsWith("Potassium") && text.contains("mmol/L"));
        assertThat(named(found, "statement"))
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(part(statement, "citation")).isPresent());
        Parameters none = asked("When were the xylophone lessons?").resource(Parameters.class);
        assertThat(value(none, "found")).isEqualTo("false");
        assertThat(named(none, "statement")).isEmpty();
        assertThat(named(none, "searched")).isNotEmpty();
        assertRefused(asked("Should we stop her apixaban?"), 422, "out-of-scope");
        assertRefused(
                facade.post("Patient/okonjo/$ask", token, Exchange.FHIR_JSON, Facade.NOTHING),
                400,
                "missing-parameter");
    }

    private Answer asked(String question) {
        return facade.post("Patient/okonjo/$ask", token, Exchange.FHIR_JSON, Facade.parameters("question", question));
    }

    @Test
    void aTextIsCheckedSentenceBySentence() {
        Parameters answer = facade.post(
                        "Encounter/okonjo-e-ip/$verify",
                        token,
                        Exchange.FHIR_JSON,
                        Facade.parameters("text", "She has a pleural effusion. She plays the xylophone every day."))
                .resource(Parameters.class);
        assertThat(named(answer, "statement").map(statement -> text(statement, "text")))
                .containsExactly("She has a pleural effusion.", "She plays the xylophone every day.");
        assertThat(named(answer, "statement").skip(1).map(statement -> text(statement, "verdict")))
                .doesNotContain("supported");
    }

    @Test
    void namesTheScopesThatAreMissing() {
        String little = ehr.wardToken("system/Patient.rs");
        Answer answer = facade.post("Patient/okonjo/$patient-context", little, Exchange.FHIR_JSON, Facade.NOTHING);
        OperationOutcome outcome = assertRefused(answer, 403, "insufficient-scope");
        assertThat(outcome.getIssueFirstRep().getDetails().getText()).contains("Observation.rs");
        assertRefused(
                facade.post(
                        "Patient/okonjo/$patient-context",
                        ehr.wardToken("system/Observation.rs"),
                        Exchange.FHIR_JSON,
                        "{\"resourceType\":\"Bundle\",\"type\":\"collection\"}"),
                403,
                "insufficient-scope");
    }

    @Test
    void namesTheParameterItDoesNotTake() {
        assertWrong("{\"name\":\"budget\",\"valueInteger\":100}", "wrong-parameter", "budget");
        assertWrong("{\"name\":\"budget\",\"valueInteger\":100000}", "wrong-parameter", "budget");
        assertWrong("{\"name\":\"patient\",\"valueString\":\"lindgren\"}", "unknown-parameter", "patient");
        assertWrong("{\"name\":\"focus\",\"valueString\":\"  \"}", "wrong-parameter", "focus");
    }

    private void assertWrong(String parameter, String code, String name) {
        OperationOutcome outcome = assertRefused(asking("Patient/okonjo", parameter), 400, code);
        assertThat(outcome.getIssueFirstRep().getExpression())
                .singleElement()
                .asString()
                .contains(name);
    }

    @Test
    void saysThatTheEhrIsDown() {
        ehr.faults("{\"kind\":\"status\",\"status\":500,\"type\":\"Encounter\",\"interaction\":\"read\"}");
        try {
            Answer answer = asking("Encounter/okonjo-e-ip");
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotBlank();
        } finally {
            ehr.faults();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "operations.md, '\"digest\" \"text-hash\" given by the caller'",
        "ask-and-verify.md, '\"found\" \"verdict\" \"hiddenCharacters\"'"
    })
    void theExamplesOfTheDocumentsWork(String page, String answers) throws Exception {
        Assumptions.assumeTrue(hasCurl(), "there is no curl here to run the examples of the documents with");
        String script = EXAMPLE.matcher(Files.readString(Path.of("docs", page)))
                .results()
                .map(example -> example.group(1))
                .collect(Collectors.joining("\n"));
        assertThat(script).contains("curl");
        ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-u", "-o", "pipefail", "-c", script);
        shell.environment().put("EHR", Servers.sandbox().ehr().toString());
        shell.environment().put("FACADE", Servers.product() + "/fhir/sandbox");
        Path said = Servers.directory().resolve(page + ".txt");
        Process process =
                shell.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        assertThat(Files.readString(said)).contains(answers.split(" (?=\"|given)"));
    }

    private static boolean hasCurl() throws InterruptedException {
        try {
            return new ProcessBuilder("curl", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        }
    }

    private Answer sent(String operation, String bundle) {
        Answer answer = facade.post("Patient/okonjo/" + operation, token, Exchange.FHIR_JSON, bundle);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private Answer asking(String of, String... parameters) {
        return facade.post(
                of + "/$patient-context",
                token,
                Exchange.FHIR_JSON,
                "{\"resourceType\":\"Parameters\",\"parameter\":[" + String.join(",", parameters) + "]}");
    }

    private Parameters context(String of, String... parameters) {
        Answer answer = asking(of, parameters);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.resource(Parameters.class);
    }

    private static String value(Parameters answer, String name) {
        return Optional.ofNullable(answer.getParameter(name))
                .map(parameter -> parameter.getValue().primitiveValue())
                .orElse("");
    }

    private static Stream<ParametersParameterComponent> named(Parameters answer, String name) {
        return answer.getParameter().stream().filter(one -> one.getName().equals(name));
    }

    private static Optional<ParametersParameterComponent> part(ParametersParameterComponent of, String name) {
        return of.getPart().stream().filter(one -> one.getName().equals(name)).findFirst();
    }

    private static String text(ParametersParameterComponent of, String name) {
        return part(of, name).map(one -> one.getValue().primitiveValue()).orElse("");
    }
}
