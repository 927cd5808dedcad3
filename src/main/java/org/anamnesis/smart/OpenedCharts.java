package org.anamnesis.smart;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Clock;
import java.util.Optional;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.Registration;

/** Opens the chart that a token response is for, once who asked for it holds up. */
final class OpenedCharts {

    private final TokenRenewals renewals;
    private final Identity identity;
    private final RoleHolder roles;

    OpenedCharts(TokenRenewals renewals, EhrTokens tokens, EhrHttp http) {
        this.renewals = renewals;
        this.identity = new Identity(tokens);
        this.roles = new RoleHolder(http);
    }

    Clock clock() {
        return renewals.clock();
    }

    TokenRequests requests() {
        return renewals.requests();
    }

    LaunchEnd open(Ehr ehr, Registration app, Nonce nonce, AccessTokenResponse response) {
        return switch (identity.of(ehr, app, nonce, response)) {
            case Identity.Told.User known -> open(ehr, app, known.user(), response);
            case Identity.Told.Nobody nobody -> new LaunchEnd.Refused(nobody.why(), Optional.of(ehr));
        };
    }

    private LaunchEnd open(Ehr ehr, Registration app, OpenedChart.User user, AccessTokenResponse response) {
        Optional<String> patient = id(response, "patient");
        if (patient.isEmpty()) {
            return new LaunchEnd.Refused(LaunchRefusal.NO_PATIENT, Optional.of(ehr));
        }
        LaunchContext context = LaunchContextReader.read(ehr, response.getCustomParameters());
        Optional<String> tenant = ehr.trust().tenant();
        if (tenant.isPresent() && !tenant.equals(context.tenant())) {
            return new LaunchEnd.Refused(LaunchRefusal.OTHER_TENANT, Optional.of(ehr));
        }
        TokenRenewals.Of of = new TokenRenewals.Of(ehr, app, patient.get());
        HeldTokens tokens = renewals.first(of, response);
        return new LaunchEnd.Opened(new OpenedChart(
                ehr,
                patient.get(),
                id(response, "encounter"),
                user.whoIs(user.practitioner().flatMap(named -> roles.of(ehr, named, tokens.bearer()))),
                !Boolean.FALSE.equals(response.getCustomParameters().get("need_patient_banner")),
                context,
                new UserTokens(of, renewals, new MemoryPlace(tokens))));
    }

    private static Optional<String> id(AccessTokenResponse response, String name) {
        return response.getCustomParameters().get(name) instanceof String id && FhirUser.isId(id)
                ? Optional.of(id)
                : Optional.empty();
    }
}
