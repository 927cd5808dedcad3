package org.anamnesis.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stand-in's desk, seen over HTTP: chooses its script and tells what reached it. */
final class ModelDesk {

    private final URI base;
    private final Http http;

    ModelDesk(URI base, Http http) {
        this.base = base;
        this.http = http;
    }

    void play(String script) throws IOException, InterruptedException, Broken {
        http.postJson(
                        base.resolve("/sandbox/script"),
                        Optional.empty(),
                        "application/json",
                        "{\"script\":\"" + script + "\"}")
                .expect(200);
    }

    /** The sentences of its last answer that are false on purpose. */
    List<String> planted() throws IOException, InterruptedException, Broken {
        List<String> planted = new ArrayList<>();
        last().path("planted").forEach(text -> planted.add(text.asText()));
        return planted;
    }

    /** Everything its last prompt said. */
    String prompt() throws IOException, InterruptedException, Broken {
        return last().path("prompt").toString();
    }

    private JsonNode last() throws IOException, InterruptedException, Broken {
        JsonNode all = http.get(base.resolve("/sandbox/requests"), Optional.empty())
                .expect(200)
                .body();
        Broken.unless(!all.isEmpty(), "nothing reached the model");
        return all.get(all.size() - 1);
    }
}
