package org.anamnesis.smart;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.Registration;

/** Composes what a launch sends the browser to the EHR's authorization server with (SMART App Launch 2.2). */
final class AuthorizationRequests {

    // Nothing else that is sealed for a browser has such an owner.
    private static final String OWNER = "state ";
    private static final int SECRET_BITS = 256;
    private static final Duration KEPT = Duration.ofMinutes(10);
    // Longer addresses than this do not pass everywhere.
    private static final int LONGEST_ADDRESS = 2_000;

    private final LaunchSeal seal;
    private final URI redirectUri;
    private final Clock clock;

    AuthorizationRequests(LaunchSeal seal, URI redirectUri, Clock clock) {
        this.seal = seal;
        this.redirectUri = redirectUri;
        this.clock = clock;
    }

    /**
     * The request.
     *
     * @param aud the FHIR base, character by character as the EHR named it: servers compare them so
     * @param launch the EHR's handle; empty where nobody launched us and the EHR is asked to have a patient chosen
     */
    LaunchStart.Redirect compose(
            Ehr ehr, Registration app, SmartConfiguration configuration, String aud, Optional<String> launch) {
        CodeVerifier verifier = new CodeVerifier();
        Nonce nonce = new Nonce(SECRET_BITS / 8);
        // The short name lets a callback without its cookie be answered in that EHR's frame.
        String state = Secrets.fresh(SECRET_BITS) + "." + ehr.id().value();
        PendingLaunch pending =
                new PendingLaunch(ehr.id(), verifier, nonce, clock.instant().plus(KEPT));
        List<String> scopes = configuration.spelled(scopes(app, configuration, launch.isPresent()));
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(scopes.toArray(String[]::new)),
                        new ClientID(app.clientId()),
                        redirectUri)
                .endpointURI(configuration.authorizationEndpoint().orElseThrow())
                .state(new State(state))
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .customParameter("aud", aud);
        launch.ifPresent(handle -> request.customParameter("launch", handle));
        URI address = request.build().toURI();
        boolean asForm = configuration.takesForms() && address.toString().length() > LONGEST_ADDRESS;
        return new LaunchStart.Redirect(ehr, address, asForm, state, seal.close(pending.text(), OWNER + state));
    }

    /** The launch that a state and the cookie of its browser stand for; empty where they do not belong together. */
    Optional<PendingLaunch> pending(String state, String binding) {
        return seal.open(binding, OWNER + state)
                .flatMap(PendingLaunch::parse)
                .filter(launch -> clock.instant().isBefore(launch.until()));
    }

    private static Set<String> scopes(Registration app, SmartConfiguration configuration, boolean launched) {
        Set<String> scopes = new LinkedHashSet<>(app.scopes());
        if (!launched) {
            scopes.remove("launch");
            scopes.add("launch/patient");
            if (configuration.capabilities().contains("context-standalone-encounter")) {
                scopes.add("launch/encounter");
            }
        }
        return scopes;
    }
}
