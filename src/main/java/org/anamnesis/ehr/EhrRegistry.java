package org.anamnesis.ehr;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The EHRs of this installation and our own address, as configured; fixed while the product runs. */
public final class EhrRegistry {

    private final URI baseUrl;
    private final Map<EhrId, Ehr> ehrs = new LinkedHashMap<>();

    /**
     * Holds what was configured.
     *
     * @param baseUrl our own address as callers and browsers know it, without a slash at its end
     * @param ehrs the EHRs, each id once
     */
    public EhrRegistry(URI baseUrl, Collection<Ehr> ehrs) {
        this.baseUrl = baseUrl;
        for (Ehr ehr : ehrs) {
            if (this.ehrs.put(ehr.id(), ehr) != null) {
                throw new IllegalArgumentException("two EHRs with one id");
            }
        }
    }

    /** Our own address as callers and browsers know it, without a slash at its end. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** Our FHIR facade for an EHR, the {@code aud} a caller's token must name. */
    public URI facadeBase(EhrId id) {
        return URI.create(baseUrl + "/fhir/" + id.value());
    }

    /** Every EHR, in the order of the configuration. */
    public List<Ehr> all() {
        return List.copyOf(ehrs.values());
    }

    /** The EHR of this id, where there is one. */
    public Optional<Ehr> find(EhrId id) {
        return Optional.ofNullable(ehrs.get(id));
    }

    /**
     * The EHR of this id.
     *
     * @throws IllegalArgumentException where there is none; for ids that come from this registry
     */
    public Ehr get(EhrId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no EHR of this id"));
    }

    /** The EHR that the {@code iss} of a launch names, compared character by character. */
    public Optional<Ehr> namedBy(String iss) {
        return ehrs.values().stream().filter(ehr -> ehr.isNamedBy(iss)).findFirst();
    }
}
