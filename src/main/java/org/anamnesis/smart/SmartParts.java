package org.anamnesis.smart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.WrongSetting;
import org.eclipse.microprofile.config.Config;

/** Puts this package's parts together for the container: one of each, made when first asked for. */
@ApplicationScoped
public class SmartParts {

    /** The wire, hung up at the end. */
    @Produces
    @Singleton
    public EhrHttp http() {
        return new EhrHttp();
    }

    void hangUp(@Disposes EhrHttp http) {
        http.close();
    }

    /** The keys of the file that {@code anamnesis.keys} names. */
    @Produces
    @Singleton
    public ClientKeys keys(Config config) {
        return ClientKeys.read(config.getOptionalValue(ClientKeys.SETTING, String.class)
                .map(Path::of)
                .orElseThrow(() -> new WrongSetting(ClientKeys.SETTING, "is missing", "the path of a JWK Set file")));
    }

    /** Discovery. */
    @Produces
    @Singleton
    public SmartConfigurations configurations(EhrHttp http, Clock clock) {
        return new SmartConfigurations(http, clock);
    }

    /** Our requests to token endpoints. */
    @Produces
    @Singleton
    public TokenRequests requests(EhrHttp http, SmartConfigurations configurations, ClientKeys keys, Clock clock) {
        return new TokenRequests(http, configurations, keys, clock);
    }

    /** What EHRs signed. */
    @Produces
    @Singleton
    public EhrTokens tokens(EhrHttp http, SmartConfigurations configurations, Clock clock) {
        return new EhrTokens(http, configurations, clock);
    }

    /** Tokens for us without a user. */
    @Produces
    @Singleton
    public BackendTokens backendTokens(EhrRegistry registry, TokenRequests requests, Clock clock, AuditTrail audit) {
        return new BackendTokens(
                registry,
                requests,
                clock,
                (ehr, token) -> audit.record(new AuditEvent(
                                AuditEvent.Kind.TOKEN_OBTAINED,
                                ehr.value(),
                                Optional.empty(),
                                registry.get(ehr).backend().clientId(),
                                "of our own, until " + token.expiresAt().truncatedTo(ChronoUnit.SECONDS))
                        .with(AuditEvent.Outcome.DONE)));
    }

    /** Tokens of those who call us. */
    @Produces
    @Singleton
    public CallerTokens callerTokens(
            EhrRegistry registry,
            EhrTokens tokens,
            EhrHttp http,
            SmartConfigurations configurations,
            ClientKeys keys,
            BackendTokens own,
            Clock clock) {
        return new CallerTokens(registry, tokens, new Introspections(http, configurations, keys, own, clock), http);
    }

    /** What is asked of EHRs about launched users' tokens. */
    @Produces
    @Singleton
    public TokenRenewals renewals(TokenRequests requests, Clock clock) {
        return new TokenRenewals(requests, clock, task -> Thread.startVirtualThread(task));
    }

    /** Charts that are kept where every node finds them. */
    @Produces
    @Singleton
    public ChartKeeper chartKeeper(EhrRegistry registry, TokenRenewals renewals) {
        return new ChartKeeper(registry, renewals);
    }

    /** Launches by clinicians. */
    @Produces
    @Singleton
    public LaunchClient launchClient(
            EhrRegistry registry,
            SmartConfigurations configurations,
            TokenRenewals renewals,
            EhrTokens tokens,
            EhrHttp http,
            LaunchSeal seal) {
        return new LaunchClient(registry, configurations, new OpenedCharts(renewals, tokens, http), seal);
    }

    /** Launches handed over to windows of their own. */
    @Produces
    @Singleton
    public Handoffs handoffs(LaunchSeal seal, Clock clock) {
        return new Handoffs(seal, clock);
    }

    /** Whose chart, and who reads it. */
    @Produces
    @Singleton
    public BannerReader bannerReader(EhrHttp http) {
        return new BannerReader(http);
    }

    /** How EHRs look. */
    @Produces
    @Singleton
    public Styles styles(EhrHttp http) {
        return new Styles(http);
    }
}
