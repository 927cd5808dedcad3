package org.anamnesis.sandbox.server;

import ca.uhn.fhir.context.FhirContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * Turns Bundles of any type into writes that keep every id: each resource is put under its own id, or where it has none
 * under the UUID of its {@code urn:uuid:} full URL; references by full URL become references by id. Conditional
 * references stay and are resolved against what is stored.
 */
@Component
public class ChartLoader {

    private static final String UUID_URN = "urn:uuid:";

    private final FhirContext fhir;
    private final ChartStore store;

    ChartLoader(FhirContext fhir, ChartStore store) {
        this.fhir = fhir;
        this.store = store;
    }

    /** Writes a Bundle whole or not at all; returns how many resources. The Bundle's resources are changed on the way. */
    public int load(Bundle bundle) {
        Map<String, Resource> byReference = new LinkedHashMap<>();
        Map<String, String> idOfFullUrl = new HashMap<>();
        for (var entry : bundle.getEntry()) {
            if (entry.hasResource()) {
                var reference = reference(entry);
                byReference.put(reference, entry.getResource());
                if (entry.hasFullUrl()) {
                    idOfFullUrl.put(entry.getFullUrl(), reference);
                }
            }
        }
        if (byReference.isEmpty()) {
            return 0;
        }
        var transaction = new Bundle().setType(BundleType.TRANSACTION);
        byReference.forEach((reference, resource) -> {
            resource.setId(reference);
            fhir.newTerser()
                    .getAllPopulatedChildElementsOfType(resource, IBaseReference.class)
                    .forEach(child -> rewrite(child, idOfFullUrl));
            transaction
                    .addEntry()
                    .setResource(resource)
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(reference);
        });
        store.write(transaction);
        return byReference.size();
    }

    private static String reference(Bundle.BundleEntryComponent entry) {
        var type = entry.getResource().fhirType();
        var id = entry.getResource().getIdElement().getIdPart();
        var name = id == null ? entry.getFullUrl() : id;
        if (name == null || (id == null && !name.startsWith(UUID_URN))) {
            throw new IllegalArgumentException(
                    "a " + type + " in the Bundle has neither an id nor a urn:uuid full URL");
        }
        return type + "/" + (name.startsWith(UUID_URN) ? name.substring(UUID_URN.length()) : name);
    }

    private static void rewrite(IBaseReference reference, Map<String, String> idOfFullUrl) {
        var target = reference.getReferenceElement().getValue();
        if (target != null && idOfFullUrl.containsKey(target)) {
            reference.setReference(idOfFullUrl.get(target));
            reference.setResource(null);
        }
    }
}
