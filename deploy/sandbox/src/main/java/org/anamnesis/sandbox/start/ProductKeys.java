package org.anamnesis.sandbox.start;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The key pairs the product signs its client assertions with: one for each algorithm SMART names, made anew at every start. */
final class ProductKeys {

    private static final int RSA_BITS = 2048;

    private ProductKeys() {}

    /** Writes a JWK Set with both private keys, readable by its owner only. */
    static void write(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, new JWKSet(pairs()).toString(false));
    }

    private static List<JWK> pairs() {
        try {
            return List.of(
                    new RSAKeyGenerator(RSA_BITS)
                            .algorithm(JWSAlgorithm.RS384)
                            .keyUse(KeyUse.SIGNATURE)
                            .keyIDFromThumbprint(true)
                            .generate(),
                    new ECKeyGenerator(Curve.P_384)
                            .algorithm(JWSAlgorithm.ES384)
                            .keyUse(KeyUse.SIGNATURE)
                            .keyIDFromThumbprint(true)
                            .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK cannot make RSA and P-384 keys", e);
        }
    }
}
