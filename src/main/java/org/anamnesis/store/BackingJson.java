package org.anamnesis.store;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.draft.Backing;
import org.jspecify.annotations.Nullable;

/** What a document says around its text, as JSON. */
final class BackingJson {

    /** Made once: {@link Json} itself looks its provider up anew for each object. */
    static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private BackingJson() {}

    static JsonObjectBuilder of(Backing backing) {
        JsonArrayBuilder cited = JSON.createArrayBuilder();
        backing.cited().forEach(each -> {
            JsonObjectBuilder one = JSON.createObjectBuilder()
                    .add("reference", each.reference())
                    .add("kind", each.kind())
                    .add("words", each.words());
            each.when().ifPresent(when -> one.add("when", when));
            cited.add(one);
        });
        JsonObjectBuilder object = JSON.createObjectBuilder().add("cited", cited);
        backing.patient().ifPresent(patient -> object.add("patient", patient(patient)));
        return object;
    }

    /** @param object absent in drafts of before this was kept */
    static Backing read(@Nullable JsonObject object) {
        if (object == null) {
            return Backing.NONE;
        }
        List<Backing.Cited> cited = object.getJsonArray("cited").getValuesAs(JsonObject.class).stream()
                .map(each -> new Backing.Cited(
                        each.getString("reference"),
                        each.getString("kind"),
                        text(each, "when"),
                        each.getString("words")))
                .toList();
        return new Backing(Optional.ofNullable(object.getJsonObject("patient")).map(BackingJson::patient), cited);
    }

    private static JsonObjectBuilder patient(Backing.Banner patient) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        patient.name().ifPresent(name -> object.add("name", name));
        patient.birthDate().ifPresent(date -> object.add("birthDate", date));
        patient.sex().ifPresent(sex -> object.add("sex", sex));
        patient.recordNumber().ifPresent(number -> object.add("recordNumber", number));
        return object;
    }

    private static Backing.Banner patient(JsonObject object) {
        return new Backing.Banner(
                text(object, "name"), text(object, "birthDate"), text(object, "sex"), text(object, "recordNumber"));
    }

    private static Optional<String> text(JsonObject object, String key) {
        return Optional.ofNullable(object.getString(key, null));
    }
}
