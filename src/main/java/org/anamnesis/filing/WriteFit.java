package org.anamnesis.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether each EHR can serve the write profile that is configured for it, by its own statement: told when the product starts and
 * before anybody signs, not when a signed note is refused.
 */
@ApplicationScoped
public class WriteFit {

    private static final Logger LOG = LoggerFactory.getLogger(WriteFit.class);

    /** A page does not wait for a statement any longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final @Nullable EhrRegistry registry;
    private final @Nullable WriteProfiles profiles;
    private final @Nullable WriteCapabilities capabilities;

    /** For the container's proxies only. */
    protected WriteFit() {
        this.registry = null;
        this.profiles = null;
        this.capabilities = null;
    }

    @Inject
    public WriteFit(EhrRegistry registry, WriteProfiles profiles, EhrWriter writer) {
        this.registry = registry;
        this.profiles = profiles;
        this.capabilities = writer.capabilities();
    }

    /** Asks every EHR, in the background, and says in the log which cannot serve its profile. */
    public void tell() {
        for (Ehr ehr : Objects.requireNonNull(registry).all()) {
            var unused = capabilities().of(ehr.fhirBase()).thenAccept(said -> log(ehr, misfits(ehr, said)));
        }
    }

    private static void log(Ehr ehr, Set<Misfit> misfits) {
        if (!misfits.isEmpty()) {
            LOG.warn(
                    "write-profile-misfit: by its CapabilityStatement the EHR {} {}",
                    ehr.id().value(),
                    misfits.stream()
                            .map(misfit -> misfit.words() + " (" + misfit.code() + ")")
                            .collect(Collectors.joining("; ")));
        }
    }

    /** What an EHR cannot serve; nothing where it does not say, or not within a second. */
    public Set<Misfit> of(String id) {
        return find(id).map(ehr -> misfits(ehr, capabilities().of(ehr.fhirBase(), PATIENCE)))
                .orElse(Set.of());
    }

    /** The same as far as it is known at this moment, without waiting; empty where it is not known. */
    public Optional<Set<Misfit>> known(String id) {
        return find(id).flatMap(
                        ehr -> Optional.of(capabilities().of(ehr.fhirBase()).getNow(WriteCapability.UNKNOWN))
                                .filter(WriteCapability::isKnown)
                                .map(said -> misfits(ehr, said)));
    }

    private Set<Misfit> misfits(Ehr ehr, WriteCapability said) {
        return said.misfits(Objects.requireNonNull(profiles).of(ehr.id().value()));
    }

    private Optional<Ehr> find(String id) {
        return EhrId.parse(id).flatMap(Objects.requireNonNull(registry)::find);
    }

    private WriteCapabilities capabilities() {
        return Objects.requireNonNull(capabilities);
    }
}
