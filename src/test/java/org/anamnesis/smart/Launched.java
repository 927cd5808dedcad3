package org.anamnesis.smart;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.SigningAlgorithm;

/** The client's parts put together against a strict EHR, and charts opened through a whole launch. */
public final class Launched {

    public final EhrRegistry registry;
    public final LaunchClient client;
    public final ChartKeeper keeper;
    final TokenRenewals renewals;

    public Launched(StrictEhr ehr, EhrHttp http, Clock clock, Path directory) throws Exception {
        this(ehr.registered("ward", SigningAlgorithm.RS384), http, clock, directory);
    }

    public Launched(Ehr ehr, EhrHttp http, Clock clock, Path directory) throws Exception {
        registry = new EhrRegistry(URI.create("http://localhost:8080"), List.of(ehr));
        SmartConfigurations configurations = new SmartConfigurations(http, clock);
        renewals = new TokenRenewals(
                new TokenRequests(http, configurations, SigningKeys.client(directory), clock), clock, Runnable::run);
        keeper = new ChartKeeper(registry, renewals);
        client = new LaunchClient(
                registry,
                configurations,
                new OpenedCharts(renewals, new EhrTokens(http, configurations, clock), http),
                SigningKeys.seal());
    }

    /** A chart of the patient whom the EHR has in context. */
    public OpenedChart chart(StrictEhr ehr) {
        return ((LaunchEnd.Opened) end(ehr, (LaunchStart.Redirect) client.begin(ehr.fhirBase(), "launch"))).chart();
    }

    /** What comes of a launch to which the user agreed. */
    LaunchEnd end(StrictEhr ehr, LaunchStart.Redirect redirect) {
        Map<String, List<String>> back = URLUtils.parseParameters(
                URI.create(ehr.agree(redirect.authorization())).getRawQuery());
        return client.complete(new LaunchCallback(
                Optional.of(redirect.state()),
                Optional.of(back.get("code").getFirst()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(redirect.binding())));
    }

    /** The parameters of an authorization request. */
    static Map<String, String> query(LaunchStart start) {
        Map<String, String> query = new HashMap<>();
        URLUtils.parseParameters(((LaunchStart.Redirect) start).authorization().getRawQuery())
                .forEach((name, values) -> query.put(name, values.getFirst()));
        return query;
    }
}
