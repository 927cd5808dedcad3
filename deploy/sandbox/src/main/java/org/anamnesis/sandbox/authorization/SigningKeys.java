package org.anamnesis.sandbox.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** Keys made anew at every start: tokens of an earlier run are worth nothing. */
final class SigningKeys {

    private static final int RSA_BITS = 2048;

    private SigningKeys() {}

    /** One RSA key with its private part. */
    static JWKSet generated(JWSAlgorithm algorithm) {
        try {
            RSAKey key = new RSAKeyGenerator(RSA_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(algorithm)
                    .keyIDFromThumbprint(true)
                    .generate();
            return new JWKSet(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("the platform cannot generate RSA keys", e);
        }
    }
}
