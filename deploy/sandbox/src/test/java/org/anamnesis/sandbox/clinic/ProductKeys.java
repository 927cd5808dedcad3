package org.anamnesis.sandbox.clinic;

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
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The product as the authorization server sees it: a JWKS at a URL, and assertions signed by its keys. */
public final class ProductKeys implements AutoCloseable {

    private final RSAKey rsa;
    private final ECKey ec;
    private final RSAKey unpublished;
    private final HttpServer server;

    ProductKeys() throws IOException, JOSEException {
        rsa = new RSAKeyGenerator(2048)
                .keyID("rsa-1")
                .algorithm(JWSAlgorithm.RS384)
                .generate();
        ec = new ECKeyGenerator(Curve.P_384)
                .keyID("ec-1")
                .algorithm(JWSAlgorithm.ES384)
                .generate();
        unpublished = new RSAKeyGenerator(2048).keyID("rsa-2").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var keys = new JWKSet(List.of(rsa, ec)).toString(true).getBytes(StandardCharsets.UTF_8);
        server.createContext("/jwks.json", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    /** Where the product answers. */
    public URI base() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The published key of an algorithm. */
    public JWK key(JWSAlgorithm algorithm) {
        return algorithm.equals(JWSAlgorithm.ES384) ? ec : rsa;
    }

    /** A key that is in no JWKS. */
    public RSAKey unpublished() {
        return unpublished;
    }

    /** A good assertion of a client. */
    public String assertion(String client, String audience, JWSAlgorithm algorithm) {
        return assertion(client, audience, algorithm, key(algorithm), claims -> claims);
    }

    /** An assertion with something changed. */
    public static String assertion(
            String client,
            String audience,
            JWSAlgorithm algorithm,
            JWK key,
            UnaryOperator<JWTClaimsSet.Builder> change) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120)))
                .jwtID(UUID.randomUUID().toString());
        var header = new JWSHeader.Builder(algorithm)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        var jwt = new SignedJWT(header, change.apply(claims).build());
        try {
            JWSSigner signer = key instanceof ECKey curve ? new ECDSASigner(curve) : new RSASSASigner(key.toRSAKey());
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
