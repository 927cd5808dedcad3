package org.anamnesis.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.audit.AuditRecord;
import org.anamnesis.audit.ForwardedTrail;
import org.anamnesis.background.BackgroundWork;
import org.anamnesis.balp.BalpEvents;
import org.anamnesis.balp.Parties;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.WrongSetting;
import org.eclipse.microprofile.config.Config;
import org.hl7.fhir.r4.model.AuditEvent;
import org.jspecify.annotations.Nullable;

/**
 * Sends the trail on in its order, one request for all of it, which never ends. At least once: where an answer is lost the same
 * event is put again under the same id. What is not taken waits, and so does all that comes after it.
 */
@ApplicationScoped
public class AuditForwarding implements BackgroundWork {

    /** The work's name and the id of its one request. */
    public static final String NAME = "forward-audit";

    private static final String REPOSITORY = "anamnesis.audit.repository";
    private static final String TOKEN = "anamnesis.audit.repository-token";
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);
    private static final int AT_ONCE = 100;

    private final Optional<AuditRepository> repository;
    private final @Nullable ForwardedTrail trail;
    private final @Nullable Clock clock;
    private final BalpEvents events;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** For the container's proxies only. */
    protected AuditForwarding() {
        this(Optional.empty(), null, null, new Parties("", Map.of()));
    }

    @Inject
    public AuditForwarding(ForwardedTrail trail, Clock clock, EhrRegistry registry, Config config) {
        this(
                repository(
                        config.getOptionalValue(REPOSITORY, String.class),
                        config.getOptionalValue(TOKEN, String.class)),
                trail,
                clock,
                new Parties(
                        registry.baseUrl().toString(),
                        registry.all().stream()
                                .collect(Collectors.toMap(
                                        ehr -> ehr.id().value(),
                                        ehr -> ehr.fhirBase().toString()))));
    }

    AuditForwarding(
            Optional<AuditRepository> repository,
            @Nullable ForwardedTrail trail,
            @Nullable Clock clock,
            Parties parties) {
        this.repository = repository;
        this.trail = trail;
        this.clock = clock;
        this.events = BalpEvents.elsewhere(parties);
    }

    static Optional<AuditRepository> repository(Optional<String> base, Optional<String> token) {
        try {
            return base.map(address -> new AuditRepository(URI.create(address.replaceAll("/$", "")), token));
        } catch (IllegalArgumentException wrong) {
            throw new WrongSetting(
                    REPOSITORY, "is no address that can be used", "an https address, or http on this machine itself");
        }
    }

    /** Whether there is anywhere to send to. */
    public boolean isOn() {
        return repository.isPresent();
    }

    /** Notes that whoever is configured gets all of the trail. */
    public void promise() {
        Objects.requireNonNull(trail).promise();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String id) {
        Instant now = Objects.requireNonNull(clock).instant();
        if (repository.isEmpty()) {
            return new Next.Done();
        }
        ForwardedTrail kept = Objects.requireNonNull(trail);
        List<AuditRecord> rows = kept.next(AT_ONCE);
        for (AuditRecord row : rows) {
            AuditEvent event = events.of(row);
            if (!repository.get().take(http, event)) {
                return new Next.Again(now.plus(AFTER_REFUSAL));
            }
            kept.sent(row.place());
        }
        return new Next.Again(rows.size() < AT_ONCE ? now.plus(EVERY) : now);
    }
}
