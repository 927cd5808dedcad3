package org.anamnesis.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts text at rest by AES-GCM with a random nonce of 96 bits, bound to the row it belongs to.
 *
 * <p>The sealed form names its key, so keys can be changed: new text is sealed with the first key, old text is opened with
 * the one it names.
 */
public final class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, SecretKey> keys;
    private final String current;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param keys by name; every key that stored text may name
     * @param current the name of the key that seals from now on
     */
    public Seal(Map<String, SecretKey> keys, String current) {
        if (!keys.containsKey(current)) {
            throw new IllegalArgumentException("the current key is not among the keys");
        }
        this.keys = Map.copyOf(keys);
        this.current = current;
    }

    /**
     * Seals a text.
     *
     * @param owner the row's id; the text opens for this row only
     */
    public String close(String text, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, current, nonce, owner).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] whole = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return current + ":" + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the text cannot be sealed", e);
        }
    }

    /**
     * Opens a sealed text.
     *
     * @throws IllegalStateException where the key is missing, or the text was altered or belongs to another row
     */
    public String open(String sealed, String owner) {
        int colon = sealed.indexOf(':');
        String name = sealed.substring(0, Math.max(0, colon));
        if (!keys.containsKey(name)) {
            throw new IllegalStateException("stored text names a key that is not configured");
        }
        byte[] whole = Base64.getDecoder().decode(sealed.substring(colon + 1));
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(whole, 0, nonce, 0, NONCE_BYTES);
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, name, nonce, owner)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("stored text was altered, or does not belong to its row", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the text cannot be opened", e);
        }
    }

    private Cipher cipher(int mode, String key, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
