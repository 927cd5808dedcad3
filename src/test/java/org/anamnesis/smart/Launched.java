package org.anamnesis.smart;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.SigningAlgorithm;

/** The client's parts put together against a strict EHR, and charts opened through a whole launch. */
public final class Launched {

    public final EhrRegistry registry;
    public final LaunchClient client;

    public Launched(StrictEhr ehr, EhrHttp http, Clock clock, Path directory) throws Exception {
        registry = new EhrRegistry(
                URI.create("http://localhost:8080"), List.of(ehr.registered("ward", SigningAlgorithm.RS384)));
        SmartConfigurations configurations = new SmartConfigurations(http, clock);
        client = new LaunchClient(
                registry,
                configurations,
                new TokenRequests(http, configurations, SigningKeys.client(directory), clock),
                new EhrTokens(http, configurations, clock),
                clock);
    }

    /** A chart of the patient whom the EHR has in context. */
    public OpenedChart chart(StrictEhr ehr) {
        LaunchStart.Redirect redirect = (LaunchStart.Redirect) client.begin(ehr.fhirBase(), "launch");
        Map<String, List<String>> back = URLUtils.parseParameters(
                URI.create(ehr.agree(redirect.authorization())).getRawQuery());
        LaunchEnd end = client.complete(new LaunchCallback(
                Optional.of(redirect.state()),
                Optional.of(back.get("code").getFirst()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(redirect.binding())));
        return ((LaunchEnd.Opened) end).chart();
    }
}
