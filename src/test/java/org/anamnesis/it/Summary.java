package org.anamnesis.it;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;

/** What {@code $summarize} answered. */
record Summary(Parameters parameters) {

    record Statement(String text, String verdict, boolean shown, List<String> sources, int citations) {}

    record Coverage(String type, String outcome) {}

    DocumentReference document() {
        return (DocumentReference) parameters.getParameter().stream()
                .filter(each -> each.getName().equals("document"))
                .findFirst()
                .orElseThrow()
                .getResource();
    }

    String draft() {
        return document().getIdElement().getIdPart();
    }

    String text() {
        return new String(document().getContentFirstRep().getAttachment().getData(), StandardCharsets.UTF_8);
    }

    String hash() {
        return value("text-hash").orElseThrow();
    }

    boolean complete() {
        return value("complete").orElseThrow().equals("true");
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(parameters.getParameter(name))
                .map(each -> each.getValue().primitiveValue());
    }

    List<Statement> statements() {
        return named("statement").map(Summary::statement).toList();
    }

    List<Statement> shown() {
        return statements().stream().filter(Statement::shown).toList();
    }

    List<String> shownTexts() {
        return shown().stream().map(Statement::text).toList();
    }

    List<String> withheldTexts() {
        return statements().stream()
                .filter(each -> !each.shown())
                .map(Statement::text)
                .toList();
    }

    List<Coverage> coverage() {
        return named("coverage")
                .map(each -> new Coverage(part(each, "type"), part(each, "outcome")))
                .toList();
    }

    private java.util.stream.Stream<ParametersParameterComponent> named(String name) {
        return parameters.getParameter().stream().filter(each -> each.getName().equals(name));
    }

    private static Statement statement(ParametersParameterComponent of) {
        List<ParametersParameterComponent> citations = of.getPart().stream()
                .filter(each -> each.getName().equals("citation"))
                .toList();
        List<String> sources = citations.stream()
                .flatMap(each -> each.getPart().stream())
                .filter(each -> each.getName().equals("source"))
                .map(each -> ((Reference) each.getValue()).getReference())
                .toList();
        return new Statement(
                part(of, "text"), part(of, "verdict"), part(of, "shown").equals("true"), sources, citations.size());
    }

    private static String part(ParametersParameterComponent of, String name) {
        return of.getPart().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue()
                .primitiveValue();
    }
}
