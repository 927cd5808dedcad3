package org.anamnesis.boot;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.audit.TrailKeys;
import org.anamnesis.store.NamedKeys;

/** The keys of the audit trail: those of its own setting, or made from those for text at rest. */
public final class AuditKeys {

    private static final String SETTING = "anamnesis.audit-keys";
    private static final String DATA_SETTING = "anamnesis.data-keys";

    private AuditKeys() {}

    /**
     * Reads them.
     *
     * @param settings by name
     * @param dataKeyFile where the embedded database's key is kept
     */
    public static TrailKeys read(Function<String, Optional<String>> settings, Path dataKeyFile) {
        return settings.apply(SETTING)
                .filter(text -> !text.isBlank())
                .map(text -> TrailKeys.of(NamedKeys.parse(SETTING, text)))
                .orElseGet(() ->
                        TrailKeys.derived(NamedKeys.read(DATA_SETTING, settings.apply(DATA_SETTING), dataKeyFile)));
    }
}
