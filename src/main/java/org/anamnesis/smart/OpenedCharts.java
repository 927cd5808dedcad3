package org.anamnesis.smart;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.Registration;

/** Opens the chart that a token response is for, once who asked for it holds up. */
final class OpenedCharts {

    private final TokenRequests requests;
    private final Identity identity;
    private final Clock clock;
    private final Executor afterwards;

    /**
     * @param afterwards where what nobody waits for is done, e.g. telling the EHR that tokens are done with
     */
    OpenedCharts(TokenRequests requests, EhrTokens tokens, Clock clock, Executor afterwards) {
        this.requests = requests;
        this.identity = new Identity(tokens);
        this.clock = clock;
        this.afterwards = afterwards;
    }

    Clock clock() {
        return clock;
    }

    TokenRequests requests() {
        return requests;
    }

    LaunchEnd open(Ehr ehr, Registration app, Nonce nonce, AccessTokenResponse response) {
        Optional<OpenedChart.User> user = identity.of(ehr, app, nonce, response);
        if (user.isEmpty()) {
            return new LaunchEnd.Refused(LaunchRefusal.IDENTITY, Optional.of(ehr));
        }
        Optional<String> patient = id(response, "patient");
        if (patient.isEmpty()) {
            return new LaunchEnd.Refused(LaunchRefusal.NO_PATIENT, Optional.of(ehr));
        }
        LaunchContext context = LaunchContextReader.read(ehr, response.getCustomParameters());
        Optional<String> tenant = ehr.trust().tenant();
        if (tenant.isPresent() && !tenant.equals(context.tenant())) {
            return new LaunchEnd.Refused(LaunchRefusal.OTHER_TENANT, Optional.of(ehr));
        }
        return new LaunchEnd.Opened(new OpenedChart(
                ehr,
                patient.get(),
                id(response, "encounter"),
                user.get(),
                !Boolean.FALSE.equals(response.getCustomParameters().get("need_patient_banner")),
                context,
                new UserTokens(new UserTokens.Of(ehr, app, patient.get()), requests, clock, afterwards, response)));
    }

    private static Optional<String> id(AccessTokenResponse response, String name) {
        return response.getCustomParameters().get(name) instanceof String id && FhirUser.isId(id)
                ? Optional.of(id)
                : Optional.empty();
    }
}
