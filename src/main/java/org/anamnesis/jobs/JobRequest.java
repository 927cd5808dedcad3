package org.anamnesis.jobs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.anamnesis.smart.Caller;
import org.anamnesis.smart.Scopes;
import org.anamnesis.smart.UserReach;

/**
 * What was asked, and by whom with which rights: it is done later just as it would have been done at once.
 *
 * @param ehr which EHR's facade
 * @param path below the facade's base, e.g. {@code /Patient/p1/$summarize}
 * @param query as sent, without the question mark; empty where there is none
 * @param contentType of the body
 * @param accept the format of the answer
 * @param body as sent, unpacked and guarded
 * @param caller with the scopes of the token that was sent; what these allow is decided anew when it is done
 * @param seen the one patient whom the caller was found to be allowed, where it is about one: the token that the EHR was asked
 *     with is not kept
 * @param completion how the caller wants to be told
 */
public record JobRequest(
        String ehr,
        String path,
        String query,
        Optional<String> contentType,
        Optional<String> accept,
        byte[] body,
        Caller caller,
        Optional<String> seen,
        JobSettings.Completion completion) {

    String toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("ehr", ehr)
                .add("path", path)
                .add("query", query)
                .add("body", Base64.getEncoder().encodeToString(body))
                .add("client", caller.clientId())
                .add("subject", caller.subject())
                .add("scopes", caller.scopes().toString())
                .add("token", caller.tokenId())
                .add("tokenEnds", caller.expiresAt().toString())
                .add("completion", completion.code());
        contentType.ifPresent(type -> json.add("contentType", type));
        accept.ifPresent(type -> json.add("accept", type));
        caller.patient().ifPresent(id -> json.add("patient", id));
        caller.encounter().ifPresent(id -> json.add("encounter", id));
        caller.practitioner().ifPresent(who -> json.add("practitioner", who));
        seen.ifPresent(patient -> json.add("seen", patient));
        json.add("everybody", caller.reach().isEverybody());
        return json.build().toString();
    }

    static JobRequest ofJson(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            Caller caller = new Caller(
                    json.getString("client"),
                    json.getString("subject"),
                    Scopes.parse(json.getString("scopes")),
                    text(json, "patient"),
                    text(json, "encounter"),
                    text(json, "practitioner"),
                    json.getString("token"),
                    Instant.parse(json.getString("tokenEnds")),
                    reach(json));
            return new JobRequest(
                    json.getString("ehr"),
                    json.getString("path"),
                    json.getString("query"),
                    text(json, "contentType"),
                    text(json, "accept"),
                    Base64.getDecoder().decode(json.getString("body")),
                    caller,
                    text(json, "seen"),
                    completion(json.getString("completion")).orElse(JobSettings.Completion.REDIRECT));
        }
    }

    private static UserReach reach(JsonObject json) {
        return json.getBoolean("everybody")
                ? UserReach.EVERYBODY
                : text(json, "seen").map(UserReach::only).orElse(UserReach.NOBODY);
    }

    /** By its word. */
    public static Optional<JobSettings.Completion> completion(String code) {
        return Arrays.stream(JobSettings.Completion.values())
                .filter(completion -> completion.code().equals(code))
                .findFirst();
    }

    private static Optional<String> text(JsonObject json, String key) {
        return Optional.ofNullable(json.getString(key, null));
    }
}
