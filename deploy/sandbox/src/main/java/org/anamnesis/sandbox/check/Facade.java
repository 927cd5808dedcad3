package org.anamnesis.sandbox.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The product's FHIR facade, seen by a caller. */
final class Facade {

    private static final String FHIR_JSON = "application/fhir+json";

    private final URI base;
    private final Http http;

    Facade(URI base, Http http) {
        this.base = base;
        this.http = http;
    }

    Http.Answer get(String path, Optional<String> token) throws IOException, InterruptedException {
        return http.get(uri(path), token);
    }

    /** {@code $summarize} with some parameters of type code. */
    Http.Answer summarize(String patient, Optional<String> token, Map<String, String> codes)
            throws IOException, InterruptedException {
        ObjectNode parameters = parameters();
        codes.forEach((name, code) ->
                parameters.withArray("parameter").addObject().put("name", name).put("valueCode", code));
        return post("Patient/" + patient + "/$summarize", token, parameters.toString());
    }

    Http.Answer sign(String draft, Optional<String> token, String textHash) throws IOException, InterruptedException {
        ObjectNode parameters = parameters();
        parameters.withArray("parameter").addObject().put("name", "text-hash").put("valueString", textHash);
        return post("DocumentReference/" + draft + "/$sign", token, parameters.toString());
    }

    Http.Answer post(String path, Optional<String> token, String body) throws IOException, InterruptedException {
        return http.postJson(uri(path), token, FHIR_JSON, body);
    }

    private URI uri(String path) {
        return URI.create(base + "/" + path);
    }

    private static ObjectNode parameters() {
        return JsonNodeFactory.instance.objectNode().put("resourceType", "Parameters");
    }
}
