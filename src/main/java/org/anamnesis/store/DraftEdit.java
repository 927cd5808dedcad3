package org.anamnesis.store;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;

/**
 * One edit of a draft by a reviewer.
 *
 * @param at when
 * @param by the reviewer's Practitioner or PractitionerRole reference
 * @param statement the statement it is about: its place among the draft's statements, and after them the inserted ones in the
 *     order of their insertion
 * @param after for an insertion: the statement it stands after
 * @param text the reviewer's words, where the action has some
 * @param reason why, a stable word
 * @param check what the chart says of the reviewer's words
 */
public record DraftEdit(
        Instant at,
        String by,
        Action action,
        int statement,
        Optional<Integer> after,
        Optional<String> text,
        Optional<String> reason,
        Optional<Check> check) {

    /** What a reviewer can do to a statement. */
    public enum Action {
        /** Other words in its place. */
        EDIT,
        /** It is taken out. */
        REJECT,
        /** It is as it was drafted again. */
        RESTORE,
        /** A statement of the reviewer's own. */
        INSERT,
        /** The reviewer stands by words that the chart contradicts. */
        ACKNOWLEDGE
    }

    /**
     * What the chart says of a reviewer's words.
     *
     * @param verdict {@code supported}, {@code contradicted}, {@code not-found}, {@code not-checkable} or {@code unchecked}
     * @param reason why, in words
     */
    public record Check(String verdict, String reason) {}

    String toJson() {
        JsonObjectBuilder edit = Json.createObjectBuilder()
                .add("at", at.toString())
                .add("by", by)
                .add("action", action.name())
                .add("statement", statement);
        after.ifPresent(place -> edit.add("after", place));
        text.ifPresent(words -> edit.add("text", words));
        reason.ifPresent(word -> edit.add("reason", word));
        check.ifPresent(found -> edit.add(
                "check",
                Json.createObjectBuilder().add("verdict", found.verdict()).add("reason", found.reason())));
        return edit.build().toString();
    }

    static DraftEdit ofJson(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject edit = reader.readObject();
            Optional<JsonObject> check = Optional.ofNullable(edit.getJsonObject("check"));
            return new DraftEdit(
                    Instant.parse(edit.getString("at")),
                    edit.getString("by"),
                    Action.valueOf(edit.getString("action")),
                    edit.getInt("statement"),
                    edit.containsKey("after") ? Optional.of(edit.getInt("after")) : Optional.empty(),
                    Optional.ofNullable(edit.getString("text", null)),
                    Optional.ofNullable(edit.getString("reason", null)),
                    check.map(found -> new Check(found.getString("verdict"), found.getString("reason"))));
        }
    }
}
