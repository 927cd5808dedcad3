package org.anamnesis.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads the keys for text at rest: {@code name:base64[,name:base64...]}, each of 32 bytes, the first one seals.
 *
 * <p>Where none is configured, a key is made once and kept beside the embedded database, readable by the server's user only.
 */
public final class SealKeys {

    private static final int KEY_BYTES = 32;

    private SealKeys() {}

    /** The seal of configured keys, or of the key file. */
    public static Seal read(Optional<String> configured, Path keyFile) {
        return parse(
                configured.map(String::strip).filter(text -> !text.isEmpty()).orElseGet(() -> fromFile(keyFile)));
    }

    static Seal parse(String text) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (String part : text.strip().split(",")) {
            String[] pair = part.strip().split(":", 2);
            if (pair.length != 2 || !pair[0].matches("[A-Za-z0-9-]{1,20}")) {
                throw wrong();
            }
            keys.put(pair[0], new SecretKeySpec(decoded(pair[1]), "AES"));
        }
        return new Seal(keys, keys.keySet().iterator().next());
    }

    private static byte[] decoded(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
        throw wrong();
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException(
                "anamnesis.data-keys must be name:base64, each key of 32 bytes, several divided by commas");
    }

    private static String fromFile(Path file) {
        try {
            if (Files.exists(file)) {
                return Files.readString(file);
            }
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            String made = "local-1:" + Base64.getEncoder().encodeToString(key);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, made, StandardOpenOption.WRITE);
            return made;
        } catch (IOException e) {
            throw new IllegalStateException("the key file of the embedded database cannot be read or made", e);
        }
    }
}
