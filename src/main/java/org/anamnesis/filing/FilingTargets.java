package org.anamnesis.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.smart.BackendTokens;
import org.anamnesis.smart.Bearer;
import org.jspecify.annotations.Nullable;

/** The EHRs to file into, with the product's own access: the signer's may have ended when a try is repeated. */
@ApplicationScoped
public class FilingTargets {

    private final @Nullable EhrRegistry registry;
    private final @Nullable BackendTokens tokens;
    private final @Nullable WriteProfiles profiles;

    /** For the container's proxies only. */
    protected FilingTargets() {
        this.registry = null;
        this.tokens = null;
        this.profiles = null;
    }

    @Inject
    public FilingTargets(EhrRegistry registry, BackendTokens tokens, WriteProfiles profiles) {
        this.registry = registry;
        this.tokens = tokens;
        this.profiles = profiles;
    }

    /** What is done with a target; empty where the EHR is not configured any more. */
    interface Use {
        FilingOutcome with(FilingTarget target);
    }

    FilingOutcome use(String id, Use use) {
        Optional<Ehr> known = EhrId.parse(id).flatMap(Objects.requireNonNull(registry)::find);
        if (known.isEmpty()) {
            return new FilingOutcome.Pending("ehr-not-configured");
        }
        Ehr ehr = known.get();
        BackendTokens access = Objects.requireNonNull(tokens);
        AtomicReference<Optional<Bearer>> sent = new AtomicReference<>(Optional.empty());
        FilingOutcome outcome = use.with(new FilingTarget(
                ehr.fhirBase(),
                () -> {
                    Bearer bearer = access.tokenFor(ehr.id());
                    sent.set(Optional.of(bearer));
                    return bearer.value();
                },
                ehr.name(),
                ehr.network().timeout(),
                Objects.requireNonNull(profiles).of(ehr.id().value())));
        // A token that the EHR does not take any more would fail every try until it expires.
        if (outcome instanceof FilingOutcome.Pending pending && pending.reason().equals("http-401")) {
            sent.get().ifPresent(bearer -> access.refused(ehr.id(), bearer));
        }
        return outcome;
    }
}
