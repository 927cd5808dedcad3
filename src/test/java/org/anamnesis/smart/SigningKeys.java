package org.anamnesis.smart;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.anamnesis.store.Seal;

/** Keys made anew for every test run. */
public final class SigningKeys {

    public static final RSAKey CLIENT_RSA = rsa("client-rsa", JWSAlgorithm.RS384);
    public static final ECKey CLIENT_EC = ec("client-ec", Curve.P_384, JWSAlgorithm.ES384);

    private static final SecretKeySpec SEALING = new SecretKeySpec(new byte[32], "AES");

    private SigningKeys() {}

    /** A client's key file as the product reads it. */
    public static ClientKeys client(Path directory) throws IOException {
        return ClientKeys.read(file(directory, CLIENT_RSA, CLIENT_EC));
    }

    /** What a browser keeps for us, sealed with a key of this run. */
    public static LaunchSeal seal() {
        Seal seal = new Seal(Map.of("test", SEALING), "test");
        return new LaunchSeal(seal::close, seal::open);
    }

    static Path file(Path directory, JWK... keys) throws IOException {
        Path file = directory.resolve("keys.json");
        Files.writeString(file, new JWKSet(List.of(keys)).toString(false));
        return file;
    }

    static RSAKey rsa(String kid, JWSAlgorithm algorithm) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(kid)
                    .algorithm(algorithm)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ECKey ec(String kid, Curve curve, JWSAlgorithm algorithm) {
        try {
            return new ECKeyGenerator(curve)
                    .keyID(kid)
                    .algorithm(algorithm)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
