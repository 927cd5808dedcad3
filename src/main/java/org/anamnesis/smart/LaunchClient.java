package org.anamnesis.smart;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.Registration;
import org.jspecify.annotations.Nullable;

/**
 * Launches from inside an EHR and launches of our own (SMART App Launch 2.2; authorization code with PKCE). An {@code iss}
 * that is no EHR of the registry is refused before anybody is asked anything.
 */
public final class LaunchClient {

    // Long ones exist; what is longer than an address may be is not one.
    private static final int LONGEST_LAUNCH = 4_096;

    private final EhrRegistry registry;
    private final SmartConfigurations configurations;
    private final AuthorizationRequests authorizations;
    private final OpenedCharts charts;
    private final UsedOnce used;

    LaunchClient(EhrRegistry registry, SmartConfigurations configurations, OpenedCharts charts, LaunchSeal seal) {
        this.registry = registry;
        this.configurations = configurations;
        this.charts = charts;
        this.authorizations = new AuthorizationRequests(seal, redirectUri(), charts.clock());
        this.used = new UsedOnce(charts.clock());
    }

    /** Where the authorization server sends the browser back to, as registered there. */
    public URI redirectUri() {
        return URI.create(registry.baseUrl() + "/app/callback");
    }

    /**
     * Begins a launch that an EHR asked for.
     *
     * @param iss the FHIR base that the EHR named
     * @param launch its opaque handle
     */
    public LaunchStart begin(String iss, String launch) {
        if (iss.isEmpty() || launch.isEmpty() || launch.length() > LONGEST_LAUNCH) {
            return new LaunchStart.Refused(LaunchRefusal.INCOMPLETE, Optional.empty());
        }
        return registry.namedBy(iss)
                .map(ehr -> begin(ehr, iss, Optional.of(launch)))
                .orElseGet(() -> new LaunchStart.Refused(LaunchRefusal.UNKNOWN_EHR, Optional.empty()));
    }

    /** Begins a launch of our own: the EHR's authorization server lets the user choose a patient. */
    public LaunchStart beginAlone(String ehrId) {
        return EhrId.parse(ehrId)
                .flatMap(registry::find)
                .map(ehr -> begin(ehr, ehr.fhirBase().toString(), Optional.empty()))
                .orElseGet(() -> new LaunchStart.Refused(LaunchRefusal.UNKNOWN_EHR, Optional.empty()));
    }

    private LaunchStart begin(Ehr ehr, String aud, Optional<String> launch) {
        Optional<Registration> app = ehr.app();
        if (app.isEmpty()) {
            return new LaunchStart.Refused(LaunchRefusal.NOT_SET_UP, Optional.of(ehr));
        }
        try {
            SmartConfiguration configuration = configurations.of(ehr);
            if (configuration.authorizationEndpoint().isEmpty()) {
                return new LaunchStart.Refused(LaunchRefusal.UNAVAILABLE, Optional.of(ehr));
            }
            if (!ClientProofs.isTaken(app.get(), configuration)) {
                return new LaunchStart.Refused(LaunchRefusal.PROOF_NOT_TAKEN, Optional.of(ehr));
            }
            return authorizations.compose(ehr, app.get(), configuration, aud, launch);
        } catch (AuthorizationFailed failed) {
            return new LaunchStart.Refused(LaunchRefusal.UNAVAILABLE, Optional.of(ehr));
        }
    }

    /** Ends a launch: checks that the answer belongs to it and to this browser, and redeems the code. */
    public LaunchEnd complete(LaunchCallback callback) {
        String state = callback.state().orElse("");
        if (callback.binding().isEmpty()) {
            Optional<Ehr> named = ehrOf(state);
            return new LaunchEnd.Refused(
                    named.isPresent() ? LaunchRefusal.COOKIE_BLOCKED : LaunchRefusal.UNKNOWN_STATE, named);
        }
        Optional<PendingLaunch> pending =
                authorizations.pending(state, callback.binding().get());
        // A state is good for one callback, whatever comes of it.
        if (pending.isEmpty() || !used.use(state, pending.get().until())) {
            return new LaunchEnd.Refused(LaunchRefusal.UNKNOWN_STATE, Optional.empty());
        }
        Optional<Ehr> ehr = registry.find(pending.get().ehr());
        Optional<Registration> app = ehr.flatMap(Ehr::app);
        if (ehr.isEmpty() || app.isEmpty()) {
            return new LaunchEnd.Refused(LaunchRefusal.NOT_SET_UP, ehr);
        }
        return answered(ehr.get(), app.get(), pending.get(), callback);
    }

    private LaunchEnd answered(Ehr ehr, Registration app, PendingLaunch launch, LaunchCallback callback) {
        try {
            if (isOfAnother(ehr, callback.issuer().orElse(null))) {
                return new LaunchEnd.Refused(LaunchRefusal.OTHER_ISSUER, Optional.of(ehr));
            }
            if (callback.error().isPresent() || callback.code().isEmpty()) {
                return new LaunchEnd.Refused(refusalOf(callback.error().orElse("")), Optional.of(ehr));
            }
            AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                    new AuthorizationCode(callback.code().get()), redirectUri(), launch.verifier());
            AccessTokenResponse response = charts.requests().ask(ehr, app, grant, List.of());
            return charts.open(ehr, app, launch.nonce(), response);
        } catch (AuthorizationFailed failed) {
            return new LaunchEnd.Refused(refusalOf(failed), Optional.of(ehr));
        }
    }

    private boolean isOfAnother(Ehr ehr, @Nullable String issuer) {
        return issuer == null
                ? configurations.of(ehr).namesIssuerInCallback()
                : !issuer.equals(ehr.issuer().toString());
    }

    // Unproven: good for choosing in whose frame some words are shown, and for nothing else.
    private Optional<Ehr> ehrOf(String state) {
        return EhrId.parse(state.substring(state.indexOf('.') + 1)).flatMap(registry::find);
    }

    private static LaunchRefusal refusalOf(String error) {
        return switch (error) {
            case "access_denied" -> LaunchRefusal.DENIED;
            case "temporarily_unavailable", "server_error" -> LaunchRefusal.UNAVAILABLE;
            case "invalid_scope" -> LaunchRefusal.SCOPE_REFUSED;
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
