package org.anamnesis.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the index needs to know of a resource, found in one pass over its JSON and without a parse.
 *
 * @param type its resource type
 * @param id its logical id
 * @param patient the logical id of the patient it is of; empty where it names none, as a Medication does
 * @param references what it refers to, as written
 * @param identifiers its business identifiers, each as {@code system|value}
 * @param medicationCodes the codes of the medication it names without referring to one, each as {@code system|code}
 */
record ResourceScan(
        String type,
        String id,
        Optional<String> patient,
        Set<String> references,
        List<String> identifiers,
        List<String> medicationCodes) {

    private static final JsonFactory TOKENS = new JsonFactory();
    private static final Set<String> OWNERS = Set.of("subject", "patient", "for", "beneficiary");
    private static final String PATIENT = "Patient/";

    /** @throws IOException where it is no JSON object, or has no type or id */
    static ResourceScan of(byte[] json) throws IOException {
        try (JsonParser parser = TOKENS.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no JSON object");
            }
            return new Pass(parser).scan();
        }
    }

    /** The resource of a Bundle's entry. An entry without one, or whose resource has no type or id, is an error. */
    static ResourceScan ofEntry(byte[] json) throws IOException {
        try (JsonParser parser = TOKENS.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isResource = parser.currentName().equals("resource");
                if (parser.nextToken() == JsonToken.START_OBJECT && isResource) {
                    return new Pass(parser).scan();
                }
                parser.skipChildren();
            }
            throw new IOException("no resource");
        }
    }

    /** {@code Type/id}. */
    String reference() {
        return type + "/" + id;
    }

    private static final class Pass {

        private final JsonParser parser;
        private final Set<String> owners = new LinkedHashSet<>();
        private final Set<String> mentioned = new LinkedHashSet<>();
        private final Set<String> references = new LinkedHashSet<>();
        private final List<String> identifiers = new ArrayList<>();
        private final List<String> medicationCodes = new ArrayList<>();
        private String type = "";
        private String id = "";

        Pass(JsonParser parser) {
            this.parser = parser;
        }

        ResourceScan scan() throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (field) {
                    case "resourceType" -> type = parser.getValueAsString("");
                    case "id" -> id = parser.getValueAsString("");
                    case "identifier" -> pairs("value", identifiers);
                    case "medicationCodeableConcept" -> pairs("code", medicationCodes);
                    default -> references(value, OWNERS.contains(field) ? owners : mentioned);
                }
            }
            if (type.isEmpty() || id.isEmpty() || parser.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException("no resource");
            }
            return new ResourceScan(type, id, patient(), references, identifiers, medicationCodes);
        }

        /** The patient it is said of; else the only one it mentions, as an Appointment does among its participants. */
        private Optional<String> patient() {
            if (type.equals("Patient")) {
                return Optional.of(id);
            }
            Set<String> candidates = owners.isEmpty() ? mentioned : owners;
            return candidates.size() == 1 ? Optional.of(candidates.iterator().next()) : Optional.empty();
        }

        private void references(JsonToken value, Set<String> patients) throws IOException {
            for (int depth = depth(value, 0); depth > 0; depth = depth(parser.nextToken(), depth)) {
                if (parser.currentToken() == JsonToken.VALUE_STRING && "reference".equals(parser.currentName())) {
                    references.add(parser.getText());
                    patientOf(parser.getText()).ifPresent(patients::add);
                }
            }
        }

        /** Collects what stands behind a name together with the system that stands before or behind it. */
        private void pairs(String name, List<String> into) throws IOException {
            String system = "";
            String value = "";
            for (int depth = depth(parser.currentToken(), 0); depth > 0; depth = depth(parser.nextToken(), depth)) {
                if (parser.currentToken().isStructStart()) {
                    system = "";
                    value = "";
                } else if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    system = "system".equals(parser.currentName()) ? parser.getText() : system;
                    value = name.equals(parser.currentName()) ? parser.getText() : value;
                    if (!system.isEmpty() && !value.isEmpty()) {
                        into.add(system + "|" + value);
                        value = "";
                    }
                }
            }
        }

        private static int depth(JsonToken token, int depth) throws IOException {
            if (token == null) {
                throw new IOException("it does not end");
            }
            return depth + (token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0);
        }

        private static Optional<String> patientOf(String reference) {
            int start = reference.lastIndexOf(PATIENT);
            boolean starts = start == 0 || (start > 0 && reference.charAt(start - 1) == '/');
            return starts
                    ? Optional.of(reference.substring(start + PATIENT.length()).replaceFirst("/.*$", ""))
                    : Optional.empty();
        }
    }
}
