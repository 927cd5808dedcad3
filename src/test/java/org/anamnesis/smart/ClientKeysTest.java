package org.anamnesis.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.anamnesis.conformance.Requirement;
import org.anamnesis.ehr.SigningAlgorithm;
import org.anamnesis.ehr.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientKeysTest {

    @TempDir
    private Path directory;

    @Test
    @Requirement({290, 294, 295, 313, 314, 315})
    void publishesPublicPartsOnlyAndSaysWhatTheyAreFor() throws Exception {
        String published = SigningKeys.client(directory).published();
        assertThat(published).doesNotContain("\"d\"", "\"p\"", "\"q\"", "\"dp\"", "\"dq\"", "\"qi\"");
        JWKSet keys = JWKSet.parse(published);
        assertThat(keys.getKeys()).hasSize(2).allSatisfy(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.toJSONObject()).containsKeys("kid", "alg").containsEntry("use", "sig");
            assertThat(key.toJSONObject().get("key_ops")).asString().isEqualTo("[verify]");
        });
        assertThat(keys.getKeys())
                .extracting(JWK::getAlgorithm)
                .containsExactly(JWSAlgorithm.RS384, JWSAlgorithm.ES384);
    }

    @Test
    @Requirement({290, 307, 308, 309})
    void signsWithBothAlgorithms() throws Exception {
        ClientKeys keys = SigningKeys.client(directory);
        JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer("x").build();
        SignedJWT rsa = keys.sign(SigningAlgorithm.RS384, claims);
        assertThat(rsa.verify(new RSASSAVerifier(SigningKeys.CLIENT_RSA.toRSAPublicKey())))
                .isTrue();
        SignedJWT ec = keys.sign(SigningAlgorithm.ES384, claims);
        assertThat(ec.verify(new ECDSAVerifier(SigningKeys.CLIENT_EC.toECPublicKey())))
                .isTrue();
        assertThat(ec.getHeader().toJSONObject()).containsEntry("typ", "JWT").containsEntry("kid", "client-ec");
    }

    @Test
    void publishesAKeyBeforeItSignsAndAfter() throws Exception {
        RSAKey next = SigningKeys.rsa("client-rsa-next", JWSAlgorithm.RS384);
        JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer("x").build();
        ClientKeys before =
                ClientKeys.read(SigningKeys.file(directory, SigningKeys.CLIENT_RSA, SigningKeys.CLIENT_EC, next));
        assertThat(before.sign(SigningAlgorithm.RS384, claims).getHeader().getKeyID())
                .isEqualTo("client-rsa");
        ClientKeys after =
                ClientKeys.read(SigningKeys.file(directory, next, SigningKeys.CLIENT_EC, SigningKeys.CLIENT_RSA));
        assertThat(after.sign(SigningAlgorithm.RS384, claims).getHeader().getKeyID())
                .isEqualTo("client-rsa-next");
        for (ClientKeys keys : List.of(before, after)) {
            assertThat(JWKSet.parse(keys.published()).getKeys())
                    .extracting(JWK::getKeyID)
                    .containsExactlyInAnyOrder("client-rsa", "client-rsa-next", "client-ec");
        }
    }

    @Test
    void refusesAFileThatIsAbsentOrNoKeySet() throws Exception {
        assertRefused(directory.resolve("absent.json"), "cannot be read");
        Path file = Files.writeString(directory.resolve("not.json"), "secret words");
        assertRefused(file, "is not a JWK Set");
    }

    @Test
    @Requirement({290, 313})
    void refusesKeysThatWouldNotDo() throws Exception {
        RSAKey rsa = SigningKeys.CLIENT_RSA;
        ECKey ec = SigningKeys.CLIENT_EC;
        assertRefused(SigningKeys.file(directory, rsa), "without a key for ES384");
        assertRefused(SigningKeys.file(directory, ec), "without a key for RS384");
        assertRefused(SigningKeys.file(directory, rsa.toPublicJWK(), ec), "is not private");
        assertRefused(
                SigningKeys.file(directory, rsa, SigningKeys.ec("x", Curve.P_256, JWSAlgorithm.ES256)), "not P-384");
        assertRefused(SigningKeys.file(directory, SigningKeys.rsa("x", JWSAlgorithm.RS256), ec), "not RS384");
        assertRefused(
                SigningKeys.file(directory, new RSAKey.Builder(rsa).keyID(null).build(), ec), "has no kid");
        assertRefused(
                SigningKeys.file(
                        directory,
                        rsa,
                        new ECKey.Builder(ec).keyID(rsa.getKeyID()).build()),
                "have one kid");
    }

    private static void assertRefused(Path file, String wrong) {
        WrongSetting refusal = catchThrowableOfType(WrongSetting.class, () -> ClientKeys.read(file));
        assertThat(refusal.key()).isEqualTo("anamnesis.keys");
        assertThat(refusal).hasMessageContaining(wrong).hasNoCause();
        assertThat(refusal.getMessage()).doesNotContain("secret words");
    }
}
