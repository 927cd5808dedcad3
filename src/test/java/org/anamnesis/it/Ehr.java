package org.anamnesis.it;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.anamnesis.it.Exchange.Answer;
import org.hl7.fhir.r4.model.Bundle;

/** The sandbox's EHR as its own staff and scripts use it: tokens, faults, and what it holds. */
final class Ehr {

    private final Sandbox sandbox = Servers.sandbox();
    private final Exchange http = new Exchange();

    /** A token of the ward's system for the product's facade. */
    String wardToken(String scopes) {
        return token(Map.of("scope", scopes));
    }

    /** A token of the ward's system for the EHR itself. */
    String ownToken(String scopes) {
        return token(Map.of("scope", scopes, "resource", sandbox.fhir().toString()));
    }

    private String token(Map<String, String> form) {
        Answer answer = http.form(sandbox.ehr().resolve("/sandbox/ward-token"), form);
        return answer.json().required("access_token").asText();
    }

    Answer read(String reference) {
        return http.get(
                URI.create(sandbox.fhir() + "/" + reference),
                "Authorization",
                "Bearer " + ownToken("system/*.rs"),
                // The same search again is answered from memory otherwise.
                "Cache-Control",
                "no-cache");
    }

    Bundle search(String query) {
        return read(query).resource(Bundle.class);
    }

    /** Switches these faults on and all others off; one JSON object each. */
    void faults(String... faults) {
        Answer answer = http.send(
                HttpRequest.newBuilder(faults())
                        .PUT(HttpRequest.BodyPublishers.ofString("[" + String.join(",", faults) + "]")),
                "Content-Type",
                "application/json");
        if (answer.status() != 200) {
            throw new IllegalStateException("faults not understood: " + answer.text());
        }
    }

    /** Switches one more on. */
    void fault(String fault) {
        Answer answer = http.send(
                HttpRequest.newBuilder(faults()).POST(HttpRequest.BodyPublishers.ofString(fault)),
                "Content-Type",
                "application/json");
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("fault not understood: " + answer.text());
        }
    }

    /** Whether one of this kind is still to strike. */
    boolean hasFault(String kind) {
        return http.get(faults()).text().contains("\"" + kind + "\"");
    }

    private URI faults() {
        return sandbox.ehr().resolve("/sandbox/faults");
    }

    /** Takes on the manner of a kind of EHR, e.g. {@code epic-like}. */
    void become(String personality) {
        Answer answer = http.send(
                HttpRequest.newBuilder(sandbox.ehr().resolve("/sandbox/personality"))
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"name\":\"" + personality + "\"}")),
                "Content-Type",
                "application/json");
        if (answer.status() != 200) {
            throw new IllegalStateException("no such personality: " + answer.text());
        }
    }
}
