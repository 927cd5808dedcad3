package org.anamnesis.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The stand-in for a model: which script it plays, and what it was asked. */
final class Model {

    private final Sandbox sandbox = Servers.sandbox();
    private final Exchange http = new Exchange();

    void play(String script) {
        int status = http.post(
                        sandbox.model().resolve("/sandbox/script"),
                        "application/json",
                        "{\"script\":\"" + script + "\"}")
                .status();
        if (status != 200) {
            throw new IllegalStateException("no script " + script);
        }
    }

    /** Every request it remembers, the oldest first. */
    JsonNode received() {
        return http.get(sandbox.model().resolve("/sandbox/requests")).json();
    }

    /** The falsehoods in its last answer. */
    List<String> planted() {
        JsonNode all = received();
        return StreamSupport.stream(all.path(all.size() - 1).path("planted").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
