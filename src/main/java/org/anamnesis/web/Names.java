package org.anamnesis.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.store.PersonNames;
import org.jspecify.annotations.Nullable;

/** What the persons are called who edit, sign and decide: as the EHR said it when they opened a chart here. */
@ApplicationScoped
public class Names {

    private static final Logger LOG = System.getLogger(Names.class.getName());

    private final @Nullable PersonNames kept;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected Names() {
        this.kept = null;
        this.clock = null;
    }

    @Inject
    public Names(PersonNames kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** The names of one EHR. */
    @FunctionalInterface
    interface At {
        /** What the person of a reference is called; empty where that is not known. */
        Optional<String> of(String reference);
    }

    /** The names of one EHR. */
    At at(String ehr) {
        PersonNames names = Objects.requireNonNull(kept);
        return reference -> names.find(ehr, reference);
    }

    /** Keeps what the EHR calls the user of a launch. No launch fails for want of a name: two frames may keep it at once. */
    void heard(Launch launch, Optional<String> name) {
        try {
            launch.practitioner()
                    .ifPresent(reference -> name.ifPresent(words -> Objects.requireNonNull(kept)
                            .keep(
                                    launch.ehr().id().value(),
                                    reference,
                                    words,
                                    Objects.requireNonNull(clock).instant())));
        } catch (RuntimeException notKept) {
            LOG.log(
                    Logger.Level.DEBUG,
                    "a name was not kept: {0}",
                    notKept.getClass().getName());
        }
    }
}
