package org.anamnesis.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What persons are called, as their EHR said it when they last opened a chart. A name is for readers; who did something is the
 * reference. Every method is its own transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class PersonNames {

    @PersistenceContext
    private @Nullable EntityManager entities;

    private final @Nullable Seal seal;

    /** For the container's proxies only. */
    protected PersonNames() {
        this.seal = null;
    }

    @Inject
    public PersonNames(Seal seal) {
        this.seal = seal;
    }

    /**
     * Keeps a name; one that is known already is not written again.
     *
     * @param reference a Practitioner or PractitionerRole reference of the EHR
     */
    public void keep(String ehr, String reference, String name, Instant toldAt) {
        PersonNameRow.Key key = new PersonNameRow.Key(ehr, reference);
        PersonNameRow known = entities().find(PersonNameRow.class, key);
        if (known != null && open(known).equals(name)) {
            return;
        }
        PersonNameRow row = known == null ? new PersonNameRow() : known;
        row.key = key;
        row.sealedName = Objects.requireNonNull(seal).close(name, owner(key));
        row.toldAt = toldAt;
        if (known == null) {
            entities().persist(row);
            // Two may tell it at once. The second has to fail here: what a commit throws is no RuntimeException.
            entities().flush();
        }
    }

    /** What a person is called; empty where nobody told. */
    public Optional<String> find(String ehr, String reference) {
        return Optional.ofNullable(entities().find(PersonNameRow.class, new PersonNameRow.Key(ehr, reference)))
                .map(this::open);
    }

    private String open(PersonNameRow row) {
        return Objects.requireNonNull(seal).open(row.sealedName, owner(row.key));
    }

    private static String owner(PersonNameRow.Key key) {
        return "name " + key.ehr() + " " + key.reference();
    }

    private EntityManager entities() {
        return Objects.requireNonNull(entities, "injected by the container");
    }
}
