package org.anamnesis.smart;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import org.anamnesis.ehr.SigningAlgorithm;
import org.anamnesis.ehr.WrongSetting;

/**
 * The keys by which authorization servers know the product: a JWK Set file with at least one RSA key for RS384 and one
 * P-384 key for ES384. The first of each kind signs; all are published, so that a key can be published before it is used
 * and after.
 */
public final class ClientKeys {

    /** The setting that names the file. */
    public static final String SETTING = "anamnesis.keys";

    private static final String EXPECTED =
            "a readable JWK Set file with private keys, at least one RSA key of 2048 bits"
                    + " or more with alg RS384 and one P-384 key with alg ES384, each with a kid of its own";
    private static final int RSA_BITS = 2048;

    private final List<JWK> keys;

    private ClientKeys(List<JWK> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads the file.
     *
     * @throws WrongSetting if it is absent, or is not what it must be; the message never holds anything of a key
     */
    public static ClientKeys read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException absent) {
            throw new WrongSetting(SETTING, "names a file that cannot be read", EXPECTED);
        }
        try {
            ClientKeys keys = new ClientKeys(JWKSet.parse(text).getKeys());
            keys.check();
            return keys;
        } catch (ParseException notKeys) {
            throw new WrongSetting(SETTING, "names a file that is not a JWK Set", EXPECTED);
        }
    }

    /** The public keys as a JWK Set, in JSON: what an authorization server fetches. */
    public String published() {
        return new JWKSet(keys.stream().map(ClientKeys::publicPart).toList()).toString();
    }

    /** Signs claims as a client assertion is signed. */
    SignedJWT sign(SigningAlgorithm algorithm, JWTClaimsSet claims) {
        JWK key = first(algorithm);
        SignedJWT signed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.parse(algorithm.name()))
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            signed.sign(signer(key));
        } catch (JOSEException broken) {
            throw new IllegalStateException("a checked key cannot sign", broken);
        }
        return signed;
    }

    private static JWSSigner signer(JWK key) throws JOSEException {
        return key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner(key.toECKey());
    }

    private JWK first(SigningAlgorithm algorithm) {
        return keys.stream()
                .filter(key -> algorithm.name().equals(String.valueOf(key.getAlgorithm())))
                .findFirst()
                .orElseThrow(() -> new WrongSetting(SETTING, "names a file without a key for " + algorithm, EXPECTED));
    }

    private void check() {
        for (JWK key : keys) {
            String wrong = wrongWith(key);
            if (!wrong.isEmpty()) {
                throw new WrongSetting(SETTING, "names a file with a key that " + wrong, EXPECTED);
            }
        }
        if (keys.stream().map(JWK::getKeyID).distinct().count() != keys.size()) {
            throw new WrongSetting(SETTING, "names a file in which two keys have one kid", EXPECTED);
        }
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            first(algorithm);
        }
    }

    private static String wrongWith(JWK key) {
        if (key.getKeyID() == null || key.getKeyID().isBlank()) {
            return "has no kid";
        }
        if (!key.isPrivate()) {
            return "is not private";
        }
        if (key.getKeyUse() != null && !key.getKeyUse().equals(KeyUse.SIGNATURE)) {
            return "is not for signatures";
        }
        JWSAlgorithm algorithm = JWSAlgorithm.parse(String.valueOf(key.getAlgorithm()));
        if (key instanceof RSAKey rsa) {
            return rsa.size() >= RSA_BITS && algorithm.equals(JWSAlgorithm.RS384)
                    ? ""
                    : "is RSA but short or not RS384";
        }
        if (key instanceof ECKey ec) {
            return ec.getCurve().equals(Curve.P_384) && algorithm.equals(JWSAlgorithm.ES384)
                    ? ""
                    : "is of an elliptic curve but not P-384 with ES384";
        }
        return "is neither RSA nor of an elliptic curve";
    }

    private static JWK publicPart(JWK key) {
        Set<KeyOperation> verify = Set.of(KeyOperation.VERIFY);
        if (key instanceof RSAKey rsa) {
            return new RSAKey.Builder(rsa.toPublicJWK())
                    .keyUse(KeyUse.SIGNATURE)
                    .keyOperations(verify)
                    .build();
        }
        return new ECKey.Builder(key.toECKey().toPublicJWK())
                .keyUse(KeyUse.SIGNATURE)
                .keyOperations(verify)
                .build();
    }
}
