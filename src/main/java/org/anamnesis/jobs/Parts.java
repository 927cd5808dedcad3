package org.anamnesis.jobs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parts that are done, as JSON. */
final class Parts {

    private Parts() {}

    static String write(Map<String, String> parts) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        parts.forEach(json::add);
        return json.build().toString();
    }

    static Map<String, String> read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            Map<String, String> parts = new LinkedHashMap<>();
            json.keySet().forEach(name -> parts.put(name, json.getString(name)));
            return parts;
        }
    }
}
