package org.anamnesis.given;

import ca.uhn.fhir.context.FhirContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        String target = reference.getReference();
        String unversioned = target.replaceFirst("/_history/[^/]*$", "");
        String known = byUrl.get(unversioned);
        if (known != null) {
            reference.setReference(known);
        } else if (unversioned.startsWith(base)) {
            reference.setReference(unversioned.substring(base.length()));
        } else if (target.contains(":")) {
            reference.setReference(null);
        }
    }
}
