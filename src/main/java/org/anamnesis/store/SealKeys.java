package org.anamnesis.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/** Reads the keys for text at rest, the first of which seals; see {@link NamedKeys}. */
public final class SealKeys {

    private static final String SETTING = "anamnesis.data-keys";

    private SealKeys() {}

    /** The seal of configured keys, or of the key file. */
    public static Seal read(Optional<String> configured, Path keyFile) {
        return of(NamedKeys.read(SETTING, configured, keyFile));
    }

    static Seal parse(String text) {
        return of(NamedKeys.parse(SETTING, text));
    }

    private static Seal of(Map<String, SecretKey> keys) {
        return new Seal(keys, keys.keySet().iterator().next());
    }
}
