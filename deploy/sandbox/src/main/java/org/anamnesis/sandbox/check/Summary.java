package org.anamnesis.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What {@code $summarize} answered, as a caller reads it.
 *
 * @param draftId the draft's id
 * @param textHash SHA-256 of the text, in hex
 * @param composedBy model or rules
 * @param fallbackReason why rules wrote where a model was asked
 * @param complete whether the whole chart could be read
 */
record Summary(
        String draftId,
        String textHash,
        String composedBy,
        Optional<String> fallbackReason,
        boolean complete,
        List<Statement> statements,
        List<Coverage> coverage) {

    /**
     * @param sources the resources cited, relative references
     */
    record Statement(String section, String text, String verdict, boolean shown, List<String> sources, int citations) {}

    record Coverage(String type, String outcome) {}

    /** Reads the Parameters, which must have every part of the contract. */
    static Summary read(JsonNode parameters) throws Broken {
        Broken.unless(parameters.path("resourceType").asText().equals("Parameters"), "the answer is no Parameters");
        JsonNode document = required(parameters, "document").path("resource");
        Broken.unless(
                document.path("docStatus").asText().equals("preliminary"), "the draft's docStatus is not preliminary");
        List<Statement> statements = new ArrayList<>();
        for (JsonNode statement : all(parameters, "statement")) {
            statements.add(statement(statement));
        }
        List<Coverage> coverage = new ArrayList<>();
        for (JsonNode entry : all(parameters, "coverage")) {
            coverage.add(new Coverage(text(entry, "type"), text(entry, "outcome")));
        }
        return new Summary(
                document.path("id").asText(),
                value(required(parameters, "text-hash")),
                value(required(parameters, "composed-by")),
                all(parameters, "fallback-reason").stream().map(Summary::value).findFirst(),
                value(required(parameters, "complete")).equals("true"),
                List.copyOf(statements),
                List.copyOf(coverage));
    }

    /** What a reader is shown as text. */
    List<Statement> shown() {
        return statements.stream().filter(Statement::shown).toList();
    }

    /** What is listed as withheld. */
    List<Statement> withheld() {
        return statements.stream().filter(statement -> !statement.shown()).toList();
    }

    private static Statement statement(JsonNode part) throws Broken {
        List<String> sources = new ArrayList<>();
        List<JsonNode> citations = all(part, "citation");
        for (JsonNode citation : citations) {
            for (JsonNode source : all(citation, "source")) {
                String reference =
                        source.path("valueReference").path("reference").asText();
                if (!reference.isEmpty()) {
                    sources.add(reference);
                }
            }
        }
        return new Statement(
                text(part, "section"),
                text(part, "text"),
                text(part, "verdict"),
                text(part, "shown").equals("true"),
                List.copyOf(sources),
                citations.size());
    }

    private static String text(JsonNode part, String name) throws Broken {
        return value(required(part, name));
    }

    private static JsonNode required(JsonNode part, String name) throws Broken {
        return all(part, name).stream()
                .findFirst()
                .orElseThrow(() -> new Broken("the answer lacks the parameter " + name));
    }

    private static List<JsonNode> all(JsonNode part, String name) {
        JsonNode parts = part.has("parameter") ? part.path("parameter") : part.path("part");
        return StreamSupport.stream(parts.spliterator(), false)
                .filter(child -> child.path("name").asText().equals(name))
                .toList();
    }

    /** The text of a parameter's value, whichever type it has. */
    static String value(JsonNode parameter) {
        var fields = parameter.properties().stream()
                .filter(field -> field.getKey().startsWith("value"))
                .findFirst();
        return fields.map(field -> field.getValue().asText()).orElse("");
    }

    /** The text of a named parameter's value; empty where it is missing. */
    static Optional<String> value(JsonNode parameters, String name) {
        return all(parameters, name).stream().map(Summary::value).findFirst();
    }
}
