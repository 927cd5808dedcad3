package org.anamnesis.given;

import ca.uhn.fhir.context.FhirContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Makes every reference within a given Bundle one of the form {@code Type/id} (FHIR R4, Bundle, resolving references). One
 * that leads out of it keeps its words only: what stands elsewhere is not what stands here under the same id.
 */
final class References {

    private final FhirContext fhir;
    private final String base;
    private final Map<String, String> byUrl = new HashMap<>();

    /** @param base the base of the server that the Bundle's resources are of */
    References(FhirContext fhir, String base, List<GivenEntry> entries) {
        this.fhir = fhir;
        this.base = base + "/";
        entries.forEach(entry -> entry.url().ifPresent(url -> byUrl.putIfAbsent(url, entry.reference())));
    }

    void resolveIn(Resource resource) {
        Stream<Resource> all = resource instanceof DomainResource domain
                ? Stream.concat(Stream.of(resource), domain.getContained().stream())
                : Stream.of(resource);
        all.flatMap(one -> fhir.newTerser().getAllPopulatedChildElementsOfType(one, Reference.class).stream())
                .filter(Reference::hasReference)
                .forEach(this::resolve);
    }

    private void resolve(Reference reference) {
        reference.setReference(target(reference.getReference()).orElse(null));
    }

    /** {@code Type/id} for what may stand in the Bundle; empty for what stands elsewhere. */
    Optional<String> target(String written) {
        String unversioned = written.replaceFirst("/_history/[^/]*$", "");
        String known = byUrl.get(unversioned);
        if (known != null) {
            return Optional.of(known);
        }
        if (unversioned.startsWith(base)) {
            return Optional.of(unversioned.substring(base.length()));
        }
        return written.contains(":") ? Optional.empty() : Optional.of(written);
    }
}
