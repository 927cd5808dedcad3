package org.anamnesis.operation;

import static org.anamnesis.operation.SentRequest.json;
import static org.anamnesis.operation.SentRequest.parameters;
import static org.anamnesis.operation.SentRequest.xml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.anamnesis.frame.Span;
import org.anamnesis.given.Format;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

    private static final List<String> KNOWN = List.of("kind", "focus", "period", "budget", "asOf", "context");

    @Test
    void readsEachParameterInItsKind() {
        Input input = read(parameters(
                "{'name':'kind','valueCode':'brief'}",
                "{'name':'focus','valueString':' last potassium '}",
                "{'name':'budget','valueInteger':600}",
                "{'name':'asOf','valueDateTime':'2024-11-20T09:00:00Z'}",
                "{'name':'period','valuePeriod':{'start':'2024-01','end':'2024-06-30'}}"));

        assertThat(input.code("kind", Set.of("brief"), "other")).isEqualTo("brief");
        assertThat(input.text("focus", 500)).contains("last potassium");
        assertThat(input.integer("budget", 200, 24_000)).contains(600);
        assertThat(input.time("asOf").orElseThrow().iso()).isEqualTo("2024-11-20 09:00");
        Span span = input.period("period").orElseThrow();
        assertThat(span.start().orElseThrow().iso()).isEqualTo("2024-01");
        assertThat(span.end().orElseThrow().iso()).isEqualTo("2024-06-30");
    }

    @Test
    void whatIsNotGivenIsAbsent() {
        Input input = read(json(""));

        assertThat(input.code("kind", Set.of("brief"), "brief")).isEqualTo("brief");
        assertThat(input.text("focus", 500)).isEmpty();
        assertThat(input.integer("budget", 200, 24_000)).isEmpty();
        assertThat(input.time("asOf")).isEmpty();
        assertThat(input.period("period")).isEmpty();
        assertThat(input.context()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"199", "24001", "-600", "'600x'", "'six'", "99999999999"})
    void aBudgetBeyondItsBoundsIsRefused(String budget) {
        String type = budget.startsWith("'") ? "valueString" : "valueDecimal";
        assertWrong(
                "{'name':'budget','" + type + "':" + budget + "}", input -> input.integer("budget", 200, 24_000), "budget");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'valuePeriod':{'start':'2024-06','end':'2024-05'}",
                "'valuePeriod':{'extension':[{'url':'urn:x','valueCode':'y'}]}",
                "'valueString':'2024'"
            })
    void aPeriodHasABeginningOrAnEndInThisOrder(String value) {
        assertWrong("{'name':'period'," + value + "}", input -> input.period("period"), "period");
    }

    @Test
    void aPeriodMayBeOpenOnOneSide() {
        Span span = read(parameters("{'name':'period','valuePeriod':{'start':'2024-06'}}"))
                .period("period")
                .orElseThrow();
        assertThat(span.end()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'valueString':'   '", "'valuePeriod':{'start':'2024'}"})
    void aFocusHasWords(String value) {
        assertWrong("{'name':'focus'," + value + "}", input -> input.text("focus", 500), "focus");
    }

    @Test
    void aFocusIsShort() {
        assertWrong(
                "{'name':'focus','valueString':'" + "x".repeat(501) + "'}", input -> input.text("focus", 500), "focus");
    }

    @Test
    void aContextIsCutIntoItsEntriesAndNotReadYet() {
        Input input = read(parameters(
                "{'name':'context','resource':{'resourceType':'Bundle','type':'collection','entry':["
                        + "{'resource':{'resourceType':'Patient','id':'p1'}},{'resource':{'rubbish':[]}}]}}",
                "{'name':'budget','valueInteger':600}"));

        assertThat(input.context().orElseThrow().entries()).hasSize(2);
        assertThat(input.context().orElseThrow().format()).isEqualTo(Format.JSON);
        assertThat(input.integer("budget", 200, 24_000)).contains(600);
    }

    @Test
    void aBundleByItselfIsTheContext() {
        Input input = read(json("{'resourceType':'Bundle','type':'collection','entry':["
                + "{'resource':{'resourceType':'Patient','id':'p1'}}]}"));
        assertThat(input.context().orElseThrow().entries()).hasSize(1);
    }

    @Test
    void xmlIsCutInTheSameWay() {
        Input input = read(xml("<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"context\"/><resource>"
                + "<Bundle><type value=\"collection\"/><entry><resource><Patient><id value=\"p1\"/></Patient></resource>"
                + "</entry></Bundle></resource></parameter><parameter><name value=\"budget\"/>"
                + "<valueInteger value=\"600\"/></parameter></Parameters>"));

        assertThat(input.context().orElseThrow().entries()).hasSize(1);
        assertThat(input.context().orElseThrow().format()).isEqualTo(Format.XML);
        assertThat(input.integer("budget", 200, 24_000)).contains(600);
    }

    @Test
    void aContextIsABundleAndNothingElseIsAResource() {
        String patient = "'resource':{'resourceType':'Patient','id':'p1'}";
        assertRefused(parameters("{'name':'context'," + patient + "}"), 400, "wrong-parameter");
        assertRefused(parameters("{'name':'context','valueString':'x'}"), 400, "wrong-parameter");
        assertRefused(parameters("{'name':'focus'," + patient + "}"), 400, "wrong-parameter");
    }

    @Test
    void whatIsUnknownRepeatedOrInTheAddressIsRefused() {
        assertRefused(parameters("{'name':'patient','valueString':'p2'}"), 400, "unknown-parameter");
        assertRefused(
                parameters("{'name':'budget','valueInteger':600}", "{'name':'budget','valueInteger':600}"),
                400,
                "repeated-parameter");
        String bundle = "{'name':'context','resource':{'resourceType':'Bundle'}}";
        assertRefused(parameters(bundle, bundle), 400, "repeated-parameter");
        assertRefused(parameters().at("focus", "potassium"), 400, "unknown-parameter");
    }

    @Test
    void case11AnUnknownElementIsRefusedAs422() {
        assertRefused(json("{'resourceType':'Parameters','colour':'red'}"), 422, "unknown-element");
        assertRefused(parameters("{'name':'budget','valueInteger':600,'colour':'red'}"), 422, "unknown-element");
        assertRefused(
                xml("<Parameters xmlns=\"http://hl7.org/fhir\"><colour value=\"red\"/></Parameters>"),
                422,
                "unknown-element");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType':'Patient'}",
                "{'resourceType':'Nothing'}",
                "{}",
                "{'resourceType':'Parameters','parameter':7}",
                "{'resourceType':'Parameters','parameter':[{'name':'asOf','valueDateTime':'yesterday'}]}"
            })
    void whatIsNoParametersIsRefused(String body) {
        assertRefused(json(body), 400, "not-parameters");
    }

    @Test
    void case01AHostileNumberIsRefusedAs400() {
        assertRefused(parameters("{'name':'budget','valueDecimal':'1e999999999'}"), 400, "number-too-big");
    }

    private static Input read(SentRequest request) {
        return Input.read(request, KNOWN);
    }

    private static void assertWrong(String parameter, Function<Input, ?> use, String name) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> use.apply(read(parameters(parameter))));
        assertThat(refusal).as(parameter).isNotNull();
        assertProblem(refusal, 400, "wrong-parameter");
        assertThat(outcome(refusal).getIssueFirstRep().getExpression().toString())
                .contains(name);
    }

    private static void assertRefused(SentRequest request, int status, String code) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(request));
        assertThat(refusal).isNotNull();
        assertProblem(refusal, status, code);
    }

    private static void assertProblem(Refusal refusal, int status, String code) {
        assertThat(outcome(refusal).getIssueFirstRep().getDetails().getCodingFirstRep().getCode())
                .isEqualTo(code);
        assertThat(refusal.getStatusCode()).isEqualTo(status);
    }

    private static OperationOutcome outcome(Refusal refusal) {
        return (OperationOutcome) refusal.getOperationOutcome();
    }
}
