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
 * @param models what of its charts language models may see
 * @param trust what is believed of what its authorization server says
 */
public record Ehr(
        EhrId id,
        String name,
        URI fhirBase,
        URI issuer,
        Registration backend,
        Optional<Registration> app,
        Network network,
        Optional<Path> searchPlan,
        Models models,
        Trust trust) {

    /** An EHR that is asked for charts as all others are. */
    public Ehr(
            EhrId id,
            String name,
            URI fhirBase,
            URI issuer,
            Registration backend,
            Optional<Registration> app,
            Network network) {
        this(id, name, fhirBase, issuer, backend, app, network, Optional.empty(), Models.STRICT, Trust.STRICT);
    }

    /**
     * What of an EHR's charts language models may see beyond what bears no sensitive label.
     *
     * @param labels security labels whose facts may go, e.g. {@code R}
     * @param hosts the hosts whose models they may go to
     * @param pseudonyms whether names, numbers, contacts, places and dates are replaced by substitutes
     */
    public record Models(Set<String> labels, Set<String> hosts, boolean pseudonyms) {

        /** Nothing with a sensitive label, to nobody. */
        public static final Models STRICT = new Models(Set.of(), Set.of(), false);

        public Models {
            labels = Set.copyOf(labels);
            hosts = Set.copyOf(hosts);
        }

        /** The labels that may go where these hosts are all that text may be sent to. */
        public Set<String> labelsFor(Set<String> used) {
            return !used.isEmpty() && hosts.containsAll(used) ? labels : Set.of();
        }
    }

    /**
     * What is believed of what an EHR's authorization server says.
     *
     * @param tenant the {@code tenant} that its launches must name, where they must name one
     * @param userScopes whether a caller's {@code user/} scopes reach everybody without the EHR being asked whom that user
     *     may see
     * @param introspection whether it is asked what a caller's opaque token is worth; such a token is refused where it is not
     */
    public record Trust(Optional<String> tenant, boolean userScopes, Optional<Introspection> introspection) {

        /** What is believed where opaque tokens are refused. */
        public Trust(Optional<String> tenant, boolean userScopes) {
            this(tenant, userScopes, Optional.empty());
        }

        /** No tenant is asked for, and the EHR is asked whom a user may see. */
        public static final Trust STRICT = new Trust(Optional.empty(), false);
    }

    /**
     * Where an EHR's authorization server is asked about opaque tokens (RFC 7662).
     *
     * @param endpoint the address; empty where discovery names it
     */
    public record Introspection(Optional<URI> endpoint) {}

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
