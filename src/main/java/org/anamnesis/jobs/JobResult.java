package org.anamnesis.jobs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/**
 * What the request was answered with, a refusal included.
 *
 * @param status the HTTP status
 * @param contentType of the body
 * @param body a FHIR resource, as text
 * @param about the patient whom it is about, for the record; empty where it is about none or many
 * @param completion how the caller wants to be told
 */
public record JobResult(int status, String contentType, String body, String about, JobSettings.Completion completion) {

    String toJson() {
        return Json.createObjectBuilder()
                .add("status", status)
                .add("contentType", contentType)
                .add("body", body)
                .add("about", about)
                .add("completion", completion.code())
                .build()
                .toString();
    }

    static JobResult ofJson(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new JobResult(
                    json.getInt("status"),
                    json.getString("contentType"),
                    json.getString("body"),
                    json.getString("about"),
                    JobRequest.completion(json.getString("completion")).orElse(JobSettings.Completion.REDIRECT));
        }
    }
}
