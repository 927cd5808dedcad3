package org.anamnesis.ehr;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One EHR the product may talk to.
 *
 * @param id its short name
 * @param name for people
 * @param fhirBase the FHIR R4 base, without a slash at its end
 * @param issuer the {@code iss} of the tokens its authorization server gives out
 * @param backend our registration for reading and filing without a user
 * @param app our registration for launches by a clinician, where there is one
 * @param network where else it may be met, and how patiently
 * @param searchPlan the file that says what to ask it for a chart, where it has its own
 */
public record Ehr(
        EhrId id,
        String name,
        URI fhirBase,
        URI issuer,
        Registration backend,
        Optional<Registration> app,
        Network network,
        Optional<Path> searchPlan) {

    /** An EHR that is asked for charts as all others are. */
    public Ehr(
            EhrId id,
            String name,
            URI fhirBase,
            URI issuer,
            Registration backend,
            Optional<Registration> app,
            Network network) {
        this(id, name, fhirBase, issuer, backend, app, network, Optional.empty());
    }

    /**
     * What an EHR is allowed on the network.
     *
     * @param frameAncestors the origins whose pages may show ours in a frame
     * @param endpointOrigins further origins at which its authorization endpoints may lie
     * @param loopbackHttp whether http without encryption is accepted from this machine itself
     * @param timeout for one request to it
     */
    public record Network(
            List<Origin> frameAncestors, Set<Origin> endpointOrigins, boolean loopbackHttp, Duration timeout) {

        public Network {
            frameAncestors = List.copyOf(frameAncestors);
            endpointOrigins = Set.copyOf(endpointOrigins);
        }
    }

    /**
     * Whether an address is one of this EHR's: on the origin of its FHIR base or of its issuer, or on one named in the
     * configuration, and encrypted unless it is a loopback address that may do without.
     */
    public boolean owns(URI address) {
        return Origin.of(address)
                .filter(origin -> origins().contains(origin))
                .filter(origin -> origin.isEncrypted() || (network.loopbackHttp() && origin.isLoopback()))
                .isPresent();
    }

    /** Whether {@code iss} of a launch names this EHR: its FHIR base, character by character, or with one slash after. */
    public boolean isNamedBy(String iss) {
        return iss.equals(fhirBase.toString()) || iss.equals(fhirBase + "/");
    }

    private Set<Origin> origins() {
        Set<Origin> all = new LinkedHashSet<>(network.endpointOrigins());
        Origin.of(fhirBase).ifPresent(all::add);
        Origin.of(issuer).ifPresent(all::add);
        return all;
    }
}
