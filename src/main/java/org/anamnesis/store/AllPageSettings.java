package org.anamnesis.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the settings of each user of each EHR. Every method is its own transaction; the last who keeps wins. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class AllPageSettings {

    @PersistenceContext
    private @Nullable EntityManager entities;

    /** What a user chose; empty where that user chose nothing. */
    public Optional<PageSettings> find(String ehr, String who) {
        return Optional.ofNullable(
                        Objects.requireNonNull(entities).find(PageSettingsRow.class, new PageSettingsRow.Key(ehr, who)))
                .map(row -> read(row.choices));
    }

    /** Keeps what a user chose. */
    public void keep(String ehr, String who, PageSettings settings) {
        PageSettingsRow row = new PageSettingsRow();
        row.key = new PageSettingsRow.Key(ehr, who);
        row.choices = written(settings);
        Objects.requireNonNull(entities).merge(row);
    }

    private static String written(PageSettings settings) {
        return Json.createObjectBuilder()
                .add("theme", settings.theme())
                .add("density", settings.density())
                .add("fontPercent", settings.fontPercent())
                .add("lockMinutes", settings.lockMinutes())
                .add("kind", settings.kind())
                .add("length", settings.length())
                .add("lookBack", settings.lookBack())
                .add("sections", Json.createArrayBuilder(settings.sections()))
                .build()
                .toString();
    }

    private static PageSettings read(String choices) {
        try (JsonReader reader = Json.createReader(new StringReader(choices))) {
            JsonObject chosen = reader.readObject();
            return new PageSettings(
                    chosen.getString("theme"),
                    chosen.getString("density"),
                    chosen.getInt("fontPercent"),
                    chosen.getInt("lockMinutes"),
                    chosen.getString("kind"),
                    // Settings kept before there were these choices have none.
                    chosen.getString("length", PageSettings.USUAL.length()),
                    chosen.getString("lookBack", PageSettings.USUAL.lookBack()),
                    chosen.getJsonArray("sections").getValuesAs(JsonString::getString));
        }
    }
}
