package org.anamnesis.sandbox.authorization;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.sandbox.server.EhrAddress;

/**
 * Which resource server a token is for: asked by {@code aud} (SMART) or {@code resource} (RFC 8707), one of the two that
 * exist, the EHR's FHIR base where nothing was asked.
 */
public final class Audience {

    private static final String AUD = "aud";
    private static final String RESOURCE = "resource";

    private final String usual;
    private final Set<String> known;

    /** The EHR's FHIR base, and the product's facade as the other. */
    public Audience(EhrAddress address) {
        usual = address.fhirBase();
        known = Set.of(address.fhirBase(), address.facadeBase());
    }

    /** The audience asked for by the parameters of a request; empty where it is none of those known. */
    Optional<String> of(Map<String, Object> parameters) {
        Object asked = parameters.containsKey(AUD) ? parameters.get(AUD) : parameters.get(RESOURCE);
        if (asked == null) {
            return Optional.of(usual);
        }
        return asked instanceof String one && known.contains(one) ? Optional.of(one) : Optional.empty();
    }
}
