package org.anamnesis.smart;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.anamnesis.ehr.ClientAuthentication;
import org.anamnesis.ehr.Registration;
import org.anamnesis.ehr.SigningAlgorithm;

/** By what a client proves itself to an authorization server, made anew for every request. */
final class ClientProofs {

    // The standard allows five minutes; one less leaves room for clocks that differ.
    private static final Duration ASSERTION = Duration.ofMinutes(4);

    private final ClientKeys keys;
    private final Clock clock;

    ClientProofs(ClientKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The proof; none for a public client, which names itself in the form instead.
     *
     * @param tokenEndpoint where it is sent, the only audience of an assertion
     */
    Optional<com.nimbusds.oauth2.sdk.auth.ClientAuthentication> of(Registration client, URI tokenEndpoint) {
        return switch (client.authentication()) {
            case ClientAuthentication.SignedAssertion signs ->
                Optional.of(new PrivateKeyJWT(assertion(client.clientId(), signs.algorithm(), tokenEndpoint)));
            case ClientAuthentication.Secret secret ->
                Optional.of(new ClientSecretBasic(new ClientID(client.clientId()), new Secret(secret.value())));
            case ClientAuthentication.Unproven ignored -> Optional.empty();
        };
    }

    /** Whether a server that says how clients may prove themselves takes this one's way. */
    static boolean isTaken(Registration client, SmartConfiguration configuration) {
        String way = way(client);
        // SMART lists how confidential clients do it; many servers take public ones without saying so.
        return way.equals("none")
                || configuration.authenticationMethods().isEmpty()
                || configuration.authenticationMethods().contains(way);
    }

    /** A client's way to prove itself, as servers name it. */
    static String way(Registration client) {
        return switch (client.authentication()) {
            case ClientAuthentication.SignedAssertion ignored -> "private_key_jwt";
            case ClientAuthentication.Secret ignored -> "client_secret_basic";
            case ClientAuthentication.Unproven ignored -> "none";
        };
    }

    private SignedJWT assertion(String clientId, SigningAlgorithm algorithm, URI tokenEndpoint) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(tokenEndpoint.toString())
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(ASSERTION)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        return keys.sign(algorithm, claims);
    }
}
