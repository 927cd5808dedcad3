package org.anamnesis.smart;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
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
import java.util.List;
import java.util.Optional;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.Registration;
import org.anamnesis.smart.PendingLaunches.Pending;
import org.jspecify.annotations.Nullable;

/**
 * The launch of our app from inside an EHR (SMART App Launch 2.2, EHR launch; authorization code with PKCE, a client that
 * signs its assertions). An {@code iss} that is no EHR of the registry is refused before anybody is asked anything.
 */
public final class LaunchClient {

    private static final int STATE_BITS = 256;
    // Long ones exist; what is longer than an address may be is not one.
    private static final int LONGEST_LAUNCH = 4_096;

    private final EhrRegistry registry;
    private final SmartConfigurations configurations;
    private final TokenRequests requests;
    private final Identity identity;
    private final Clock clock;
    private final PendingLaunches pending;

    LaunchClient(
            EhrRegistry registry,
            SmartConfigurations configurations,
            TokenRequests requests,
            EhrTokens tokens,
            Clock clock) {
        this.registry = registry;
        this.configurations = configurations;
        this.requests = requests;
        this.identity = new Identity(tokens);
        this.clock = clock;
        this.pending = new PendingLaunches(clock);
    }

    /** Where the authorization server sends the browser back to, as registered there. */
    public URI redirectUri() {
        return URI.create(registry.baseUrl() + "/app/callback");
    }

    /**
     * Begins a launch.
     *
     * @param iss the FHIR base that the EHR named
     * @param launch its opaque handle
     */
    public LaunchStart begin(String iss, String launch) {
        if (iss.isEmpty() || launch.isEmpty() || launch.length() > LONGEST_LAUNCH) {
            return new LaunchStart.Refused(LaunchRefusal.INCOMPLETE, Optional.empty());
        }
        Optional<Ehr> ehr = registry.namedBy(iss);
        if (ehr.isEmpty()) {
            return new LaunchStart.Refused(LaunchRefusal.UNKNOWN_EHR, Optional.empty());
        }
        Optional<Registration> app = ehr.get().app();
        if (app.isEmpty()) {
            return new LaunchStart.Refused(LaunchRefusal.NOT_SET_UP, ehr);
        }
        try {
            Optional<URI> endpoint = configurations.of(ehr.get()).authorizationEndpoint();
            if (endpoint.isEmpty()) {
                return new LaunchStart.Refused(LaunchRefusal.UNAVAILABLE, ehr);
            }
            return redirect(ehr.get(), app.get(), endpoint.get(), iss, launch);
        } catch (AuthorizationFailed failed) {
            return new LaunchStart.Refused(LaunchRefusal.UNAVAILABLE, ehr);
        }
    }

    private LaunchStart redirect(Ehr ehr, Registration app, URI endpoint, String iss, String launch) {
        CodeVerifier verifier = new CodeVerifier();
        Nonce nonce = new Nonce(STATE_BITS / 8);
        String state = Secrets.fresh(STATE_BITS);
        String binding = Secrets.fresh(STATE_BITS);
        pending.add(state, new Pending(ehr, app, verifier, nonce, binding, pending.until()));
        // aud repeats iss character by character: servers compare them so.
        URI authorization = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(app.scopes().toArray(String[]::new)),
                        new ClientID(app.clientId()),
                        redirectUri())
                .endpointURI(endpoint)
                .state(new State(state))
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .customParameter("launch", launch)
                .customParameter("aud", iss)
                .build()
                .toURI();
        return new LaunchStart.Redirect(authorization, state, binding);
    }

    /** Ends a launch: checks that the answer belongs to it and to this browser, and redeems the code. */
    public LaunchEnd complete(LaunchCallback callback) {
        Optional<Pending> found = callback.state().flatMap(pending::take);
        if (found.isEmpty()) {
            return new LaunchEnd.Refused(LaunchRefusal.UNKNOWN_STATE, Optional.empty());
        }
        Pending launch = found.get();
        Optional<Ehr> ehr = Optional.of(launch.ehr());
        if (callback.binding().isEmpty()) {
            return new LaunchEnd.Refused(LaunchRefusal.COOKIE_BLOCKED, ehr);
        }
        if (!Secrets.same(callback.binding().get(), launch.binding())) {
            return new LaunchEnd.Refused(LaunchRefusal.UNKNOWN_STATE, Optional.empty());
        }
        try {
            if (isOfAnother(launch.ehr(), callback.issuer().orElse(null))) {
                return new LaunchEnd.Refused(LaunchRefusal.OTHER_ISSUER, ehr);
            }
            if (callback.error().isPresent() || callback.code().isEmpty()) {
                return new LaunchEnd.Refused(refusalOf(callback.error().orElse("")), ehr);
            }
            return redeem(launch, callback.code().get());
        } catch (AuthorizationFailed failed) {
            return new LaunchEnd.Refused(refusalOf(failed), ehr);
        }
    }

    private boolean isOfAnother(Ehr ehr, @Nullable String issuer) {
        return issuer == null
                ? configurations.of(ehr).namesIssuerInCallback()
                : !issuer.equals(ehr.issuer().toString());
    }

    private LaunchEnd redeem(Pending launch, String code) {
        Ehr ehr = launch.ehr();
        AccessTokenResponse response = requests.ask(
                ehr,
                launch.app(),
                new AuthorizationCodeGrant(new AuthorizationCode(code), redirectUri(), launch.verifier()),
                List.of());
        Optional<OpenedChart.User> user = identity.of(ehr, launch.app(), launch.nonce(), response);
        if (user.isEmpty()) {
            return new LaunchEnd.Refused(LaunchRefusal.IDENTITY, Optional.of(ehr));
        }
        Optional<String> patient = contextId(response, "patient");
        if (patient.isEmpty()) {
            return new LaunchEnd.Refused(LaunchRefusal.NO_PATIENT, Optional.of(ehr));
        }
        return new LaunchEnd.Opened(new OpenedChart(
                ehr,
                patient.get(),
                contextId(response, "encounter"),
                user.get(),
                !Boolean.FALSE.equals(response.getCustomParameters().get("need_patient_banner")),
                new UserTokens(ehr, launch.app(), patient.get(), requests, clock, response)));
    }

    private static Optional<String> contextId(AccessTokenResponse response, String name) {
        return response.getCustomParameters().get(name) instanceof String id && FhirUser.isId(id)
                ? Optional.of(id)
                : Optional.empty();
    }

    private static LaunchRefusal refusalOf(String error) {
        return switch (error) {
            case "access_denied" -> LaunchRefusal.DENIED;
            case "temporarily_unavailable", "server_error" -> LaunchRefusal.UNAVAILABLE;
            default -> LaunchRefusal.REQUEST_REFUSED;
        };
    }

    private static LaunchRefusal refusalOf(AuthorizationFailed failed) {
        return switch (failed.reason()) {
            case CLIENT_REFUSED, REQUEST_REFUSED -> LaunchRefusal.REQUEST_REFUSED;
            case ENDED -> LaunchRefusal.DENIED;
            case UNREACHABLE, TIMEOUT, UNUSABLE, ELSEWHERE, WRONG_ISSUER -> LaunchRefusal.UNAVAILABLE;
        };
    }
}
