package org.anamnesis.store;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.Backing;
import org.anamnesis.draft.DocumentKind;
import org.anamnesis.draft.ModelTry;

/**
 * What a draft's text was made of, kept so that it can be traced after the chart has changed.
 *
 * @param document what it is filed as
 * @param authorship who wrote it
 * @param sources every resource a shown statement stands on, with its version
 * @param statements all statements, the withheld ones too
 * @param backing whose it is, and the words of what it cites
 * @param uncited every further resource that the model was told of, with its version
 */
public record DraftContent(
        DocumentKind document,
        Authorship authorship,
        List<String> sources,
        List<KeptStatement> statements,
        Backing backing,
        List<String> uncited) {

    private static final JsonBuilderFactory JSON = BackingJson.JSON;
    private static final JsonReaderFactory READING = Json.createReaderFactory(Map.of());

    public DraftContent {
        sources = List.copyOf(sources);
        statements = List.copyOf(statements);
        uncited = List.copyOf(uncited);
    }

    /** What stands on nothing but what it cites. */
    public DraftContent(
            DocumentKind document,
            Authorship authorship,
            List<String> sources,
            List<KeptStatement> statements,
            Backing backing) {
        this(document, authorship, sources, statements, backing, List.of());
    }

    /** What a summary was made of. */
    public DraftContent(Authorship authorship, List<String> sources, List<KeptStatement> statements) {
        this(DocumentKind.SUMMARY, authorship, sources, statements, Backing.NONE);
    }

    /** A statement with its verdict, as it was at the time. */
    public record KeptStatement(String section, String text, String verdict, String reason, List<String> citations) {

        public KeptStatement {
            citations = List.copyOf(citations);
        }
    }

    String toJson() {
        JsonArrayBuilder kept = JSON.createArrayBuilder();
        statements.forEach(statement -> kept.add(JSON.createObjectBuilder()
                .add("section", statement.section())
                .add("text", statement.text())
                .add("verdict", statement.verdict())
                .add("reason", statement.reason())
                .add("citations", JSON.createArrayBuilder(statement.citations()))));
        return JSON.createObjectBuilder()
                .add("document", document.code())
                .add("authorship", json(authorship))
                .add("sources", JSON.createArrayBuilder(sources))
                .add("uncited", JSON.createArrayBuilder(uncited))
                .add("statements", kept)
                .add("backing", BackingJson.of(backing))
                .build()
                .toString();
    }

    static DraftContent ofJson(String json) {
        try (JsonReader reader = READING.createReader(new StringReader(json))) {
            JsonObject content = reader.readObject();
            List<KeptStatement> statements = content.getJsonArray("statements").getValuesAs(JsonObject.class).stream()
                    .map(statement -> new KeptStatement(
                            statement.getString("section"),
                            statement.getString("text"),
                            statement.getString("verdict"),
                            statement.getString("reason"),
                            strings(statement, "citations")))
                    .toList();
            // Drafts kept before there were others are summaries.
            DocumentKind document = DocumentKind.ofCode(content.getString("document", DocumentKind.SUMMARY.code()))
                    .orElseThrow();
            return new DraftContent(
                    document,
                    authorship(content.getJsonObject("authorship")),
                    strings(content, "sources"),
                    statements,
                    BackingJson.read(content.getJsonObject("backing")),
                    // Of older drafts nobody kept it.
                    content.containsKey("uncited") ? strings(content, "uncited") : List.of());
        }
    }

    private static JsonObjectBuilder json(Authorship authorship) {
        JsonObjectBuilder object = JSON.createObjectBuilder().add("by", authorship.code());
        switch (authorship) {
            case Authorship.ByModel model ->
                object.add("model", model.model())
                        .add("promptVersion", model.promptVersion())
                        .add("promptHash", model.promptHash());
            case Authorship.ByRules rules ->
                rules.insteadOfModel().ifPresent(reason -> object.add("insteadOfModel", reason.code()));
        }
        JsonArrayBuilder tried = JSON.createArrayBuilder();
        authorship
                .tried()
                .forEach(turn -> tried.add(JSON.createObjectBuilder()
                        .add("model", turn.model())
                        .add("prompt", turn.prompt())
                        .add("outcome", turn.outcome())));
        object.add("tried", tried);
        return object;
    }

    /** Drafts kept before models' turns were kept have none. */
    private static List<ModelTry> tried(JsonObject object) {
        return object.containsKey("tried")
                ? object.getJsonArray("tried").getValuesAs(JsonObject.class).stream()
                        .map(turn -> new ModelTry(
                                turn.getString("model"), turn.getString("prompt"), turn.getString("outcome")))
                        .toList()
                : List.of();
    }

    private static Authorship authorship(JsonObject object) {
        if (object.getString("by").equals("model")) {
            return new Authorship.ByModel(
                    object.getString("model"),
                    object.getString("promptVersion"),
                    object.getString("promptHash"),
                    tried(object));
        }
        Optional<Authorship.Fallback> reason = Optional.ofNullable(object.getString("insteadOfModel", null))
                .flatMap(code -> Arrays.stream(Authorship.Fallback.values())
                        .filter(fallback -> fallback.code().equals(code))
                        .findFirst());
        return new Authorship.ByRules(reason, tried(object));
    }

    private static List<String> strings(JsonObject object, String key) {
        return object.getJsonArray(key).stream()
                .filter(value -> value.getValueType() == JsonValue.ValueType.STRING)
                .map(value -> ((JsonString) value).getString())
                .toList();
    }
}
