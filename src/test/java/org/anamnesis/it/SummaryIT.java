package org.anamnesis.it;

import static org.anamnesis.it.Facade.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Parameters;
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

/** Summaries of whole charts: with a model that behaves or not, and from an EHR that answers or not. */
@ExtendWith(ArquillianExtension.class)
class SummaryIT {

    private static final String READS = "system/*.rs";

    /** What names a patient of the charts, or stands in their notes only. */
    private static final List<String> IDENTIFYING = List.of(
            "Lindgren",
            "Mwale",
            "Tobias",
            "FH-204417",
            "1957-03-22",
            "Kiln Row",
            "555-0163",
            "Castellanos",
            "DL-118230",
            "1983-09-14",
            "Saltmarsh",
            "555-0185",
            "Okonjo",
            "SB-770351",
            "1954-01-17",
            "Vandersloot",
            "Ottilie",
            "QZ-555019",
            "1949-11-08",
            "Cobbler",
            "555-0199");

    private Ehr ehr;
    private Model model;
    private Facade facade;
    private String token;

    @Deployment(testable = false)
    static WebArchive product() {
        return Product.atRoot();
    }

    @BeforeEach
    void askWithAModelThatBehaves() {
        ehr = new Ehr();
        model = new Model();
        facade = new Facade();
        ehr.faults();
        model.play("behaves");
        token = ehr.wardToken(READS);
    }

    @AfterEach
    void mend() {
        ehr.faults();
        model.play("behaves");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lindgren", "castellanos", "okonjo"})
    void everyShownStatementIsSupportedAndItsSourcesAreInTheEhr(String patient) {
        Summary summary = facade.summarize(patient, token);
        assertThat(summary.value("composed-by")).hasValue("model");
        // One note of this chart lies on another host, which is never asked.
        assertThat(summary.complete()).isEqualTo(!patient.equals("okonjo"));
        assertThat(summary.shown()).hasSizeGreaterThan(5);
        Set<String> sources = new HashSet<>();
        for (Summary.Statement statement : summary.statements()) {
            assertThat(statement.shown())
                    .as(statement.text())
                    .isEqualTo(statement.verdict().equals("supported"));
            if (statement.shown()) {
                assertThat(statement.citations()).as(statement.text()).isPositive();
                assertThat(summary.text()).contains(statement.text());
                sources.addAll(statement.sources());
            }
        }
        assertThat(sources).hasSizeGreaterThan(5);
        for (String source : sources) {
            assertThat(ehr.read(source).status()).as(source).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lindgren", "okonjo"})
    void invariant2NothingAModelInventsIsShown(String patient) {
        model.play("hallucinates");
        Summary summary = facade.summarize(patient, token);
        List<String> planted = model.planted();
        assertThat(planted).hasSizeGreaterThanOrEqualTo(5);
        assertThat(summary.shownTexts()).doesNotContainAnyElementsOf(planted);
        assertThat(summary.withheldTexts()).containsAll(planted);
        assertThat(summary.text().lines().map(line -> line.replaceFirst("^- ", "")))
                .doesNotContainAnyElementsOf(planted);
        assertThat(summary.text()).contains("withheld");
    }

    @ParameterizedTest
    @CsvSource({
        "hospital-course, HOSPITAL COURSE, THE STAY",
        "handoff, HANDOFF, PENDING OR PLANNED",
        "since-last-visit, SINCE THE LAST VISIT, ALLERGIES AND INTOLERANCES",
        "problem, PROBLEM SUMMARY, WHAT THE CHART HOLDS ON IT",
        "patient-friendly, YOUR HEALTH RECORD IN BRIEF, YOUR MEDICINES"
    })
    void everyKindHasItsOwnHeadingsAndIsWrittenByRulesToo(String kind, String title, String heading) {
        Summary summary = new Summary(facade.post(
                        "Patient/okonjo/$summarize",
                        token,
                        Exchange.FHIR_JSON,
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"kind\",\"valueCode\":\"" + kind
                                + "\"},{\"name\":\"focus\",\"valueString\":\"pleural effusion\"},"
                                + "{\"name\":\"model\",\"valueCode\":\"rules\"}]}")
                .resource(Parameters.class));
        assertThat(summary.text()).startsWith(title + ", as of ").contains("\n" + heading + "\n");
        assertThat(summary.shown()).hasSizeGreaterThan(2);
    }

    @Test
    void looksBackAsFarAsTheCallerSaysAndSaysWhatItDoesNotUse() {
        String body = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"lookBack\",\"valueCode\":\"P1M\"},"
                + "{\"name\":\"model\",\"valueCode\":\"rules\"}]}";
        Parameters answer = facade.post("Patient/okonjo/$summarize", token, Exchange.FHIR_JSON, body)
                .resource(Parameters.class);
        assertThat(answer.getParameter("lookBack").getPartFirstRep().getValue().primitiveValue())
                .isEqualTo("P1M");
        assertThat(new Summary(answer).text()).contains("LOOKS BACK 1 MONTH, to ", "ALLERGIES AND INTOLERANCES");
        assertRefused(
                facade.post("Patient/okonjo/$summarize", token, Exchange.FHIR_JSON, body.replace("P1M", "a month")),
                400,
                "wrong-parameter");
    }

    @Test
    void showsNoStatementUnderTheCitationOfAnother() {
        model.play("cites-wrongly");
        Summary summary = facade.summarize("lindgren", token);
        assertThat(model.planted()).isNotEmpty();
        if (summary.value("composed-by").orElseThrow().equals("model")) {
            assertThat(summary.shownTexts()).doesNotContainAnyElementsOf(model.planted());
            assertThat(summary.text()).as("what was withheld and must be told").contains("ADDED BY RULES");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "500, model-unavailable",
        "429, model-unavailable",
        "refuses, model-refused",
        "rubbish, model-unusable",
        "truncates, model-unusable",
        "stalls, model-timeout",
        "endless, model-unusable"
    })
    void invariant8RulesWriteWhereTheModelDoesNotAndSaySo(String script, String reason) {
        model.play(script);
        Summary summary = facade.summarize("lindgren", token);
        assertThat(summary.value("composed-by")).hasValue("rules");
        assertThat(summary.value("fallback-reason")).hasValue(reason);
        assertThat(summary.text()).contains("from rules, without a language model");
        assertThat(summary.shown())
                .hasSizeGreaterThan(5)
                .allMatch(each -> each.verdict().equals("supported"));
    }

    @Test
    void invariant10AnInstructionInAChartChangesNothingThatIsShown() {
        Summary before = facade.summarize("instructed", token);
        model.play("obeys");
        Summary after = facade.summarize("instructed", token);
        List<String> obeyed = model.planted();
        assertThat(obeyed)
                .as("what it was told to say, and what it insists on when it is asked to repair")
                .hasSize(4);
        assertThat(after.shownTexts()).doesNotContainAnyElementsOf(obeyed).isEqualTo(before.shownTexts());
        assertThat(String.join("\n", after.shownTexts())).doesNotContain("collect.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'status','status':500,'type':'Condition','interaction':'search'}   | Condition | failed",
                "{'kind':'status','status':403,'type':'Condition','interaction':'search'}   | Condition | not-permitted",
                "{'kind':'delay','delayMs':15000,'type':'Condition','interaction':'search'} | Condition | failed",
                "{'kind':'drop-connection','type':'Condition','interaction':'search'}       | Condition | failed"
            })
    void invariant5WhatCouldNotBeReadIsSaid(String fault, String type, String outcome) {
        ehr.faults(fault.replace('\'', '"'));
        Summary summary = facade.summarize("lindgren", token);
        assertThat(summary.complete()).isFalse();
        assertThat(summary.coverage()).contains(new Summary.Coverage(type, outcome));
        assertThat(summary.text()).contains("INCOMPLETE", type);
        assertThat(summary.shown()).isNotEmpty();
        assertThat(summary.shownTexts()).noneMatch(text -> text.contains("No active problems"));
    }

    /** As HAPI servers were seen to: status 200, no next link, with the total or without it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void invariant5ASearchThatEndsEarlyWithoutAWordIsSaidWithCounts(boolean total) {
        ehr.faults("{\"kind\":\"truncate\",\"size\":2,\"total\":" + total
                + ",\"type\":\"Encounter\",\"interaction\":\"search\"}");
        Summary summary = facade.summarize("lindgren", token);
        assertThat(summary.complete()).isFalse();
        assertThat(summary.coverage()).contains(new Summary.Coverage("Encounter", "cut-off"));
        assertThat(summary.text()).containsPattern("Encounter \\(newest 100\\): only 2 read of [0-9]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostile-decimal", "malformed-resource"})
    void invariant5AnAnswerThatCannotBeReadWholeIsSaid(String kind) {
        ehr.faults("{\"kind\":\"" + kind + "\",\"type\":\"Observation\",\"interaction\":\"search\"}");
        Summary summary = facade.summarize("lindgren", token);
        assertThat(summary.complete()).isFalse();
        assertThat(summary.text()).contains("INCOMPLETE", "Observation");
        assertThat(summary.shown()).isNotEmpty();
    }

    @Test
    void saysThatTheEhrIsDown() {
        ehr.faults("{\"kind\":\"down\"}");
        assertThat(facade.summarizing("lindgren", token, Facade.NOTHING))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(503))
                .satisfies(answer -> assertThat(answer.header("Content-Type")).startsWith(Exchange.FHIR_JSON))
                .satisfies(answer -> assertThat(answer.text()).contains("OperationOutcome", Facade.PROBLEMS));
        ehr.faults("{\"kind\":\"status\",\"status\":500,\"type\":\"Patient\"}");
        assertThat(facade.summarizing("lindgren", token, Facade.NOTHING).status())
                .isEqualTo(503);
        ehr.faults();
        assertThat(facade.summarize("lindgren", token).complete()).isTrue();
    }

    @Test
    void invariant1NothingThatNamesThePatientReachesTheModel() {
        for (String patient : List.of("lindgren", "castellanos", "okonjo", "instructed")) {
            facade.summarize(patient, token);
        }
        JsonNode received = model.received();
        assertThat(received).hasSizeGreaterThanOrEqualTo(4);
        for (JsonNode request : received) {
            assertThat(request.path("prompt").toString())
                    .contains("<chart>")
                    .doesNotContain(IDENTIFYING.toArray(String[]::new));
        }
    }

    @Test
    void invariant9NeitherPatientNorTokenIsInTheLog() throws Exception {
        facade.summarize("lindgren", token);
        model.play("rubbish");
        facade.summarize("castellanos", token);
        ehr.faults("{\"kind\":\"malformed-resource\"}", "{\"kind\":\"status\",\"status\":500,\"type\":\"Condition\"}");
        facade.summarizing("okonjo", token, Facade.NOTHING);
        assertRefused(
                facade.summarizing("lindgren", token + "x", "{\"resourceType\":\"Parameters\"}"),
                401,
                "token-required");
        assertThat(Servers.log())
                .contains("Anamnesis serves 1 EHR(s)")
                .doesNotContain(IDENTIFYING.toArray(String[]::new))
                .doesNotContain("eyJ", "monofilament", "Walks the dog", "low risk", token);
    }
}
