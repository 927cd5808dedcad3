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
 * Reads keys of a setting: {@code name:base64[,name:base64...]}, each of 32 bytes, in order.
 *
 * <p>Where none is configured, a key is made once and kept beside the embedded database, readable by the server's user only.
 */
public final class NamedKeys {

    private static final int KEY_BYTES = 32;

    private NamedKeys() {}

    /** The keys of a setting, or of the key file. */
    public static Map<String, SecretKey> read(String setting, Optional<String> configured, Path keyFile) {
        return parse(
                setting,
                configured.map(String::strip).filter(text -> !text.isEmpty()).orElseGet(() -> fromFile(keyFile)));
    }

    /** The keys of a text, which the message names by its setting where it is wrong. */
    public static Map<String, SecretKey> parse(String setting, String text) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (String part : text.strip().split(",")) {
            String[] pair = part.strip().split(":", 2);
            if (pair.length != 2 || !pair[0].matches("[A-Za-z0-9-]{1,20}")) {
                throw wrong(setting);
            }
            keys.put(pair[0], new SecretKeySpec(decoded(setting, pair[1]), "AES"));
        }
        return keys;
    }

    private static byte[] decoded(String setting, String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(setting);
        }
        throw wrong(setting);
    }

    private static IllegalArgumentException wrong(String setting) {
        return new IllegalArgumentException(
                setting + " must be name:base64, each key of 32 bytes, several divided by commas");
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
