package org.anamnesis.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of the trail: whoever can write the database but has no key cannot make a row that holds.
 *
 * <p>Each row names its key, so keys can be changed: new rows take the first, old ones are verified with the one they name.
 */
public final class TrailKeys {

    private static final String HMAC = "HmacSHA256";

    private final Map<String, SecretKey> keys;
    private final String current;

    private TrailKeys(Map<String, SecretKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("the trail needs a key");
        }
        this.keys = Map.copyOf(keys);
        this.current = keys.keySet().iterator().next();
    }

    /** Keys of the trail's own, the first one for new rows. */
    public static TrailKeys of(Map<String, SecretKey> keys) {
        return new TrailKeys(keys);
    }

    /** Keys made from those for text at rest, where the trail has none of its own; neither tells anything of the other. */
    public static TrailKeys derived(Map<String, SecretKey> others) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        others.forEach((name, key) -> keys.put(
                name, new SecretKeySpec(mac(key, "anamnesis audit trail 1".getBytes(StandardCharsets.UTF_8)), HMAC)));
        return new TrailKeys(keys);
    }

    /** The name of the key for new rows. */
    String current() {
        return current;
    }

    /** HMAC-SHA-256 in hex; empty where there is no key of this name. */
    Optional<String> hash(String name, byte[] content) {
        return Optional.ofNullable(keys.get(name)).map(key -> HexFormat.of().formatHex(mac(key, content)));
    }

    private static byte[] mac(SecretKey key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
