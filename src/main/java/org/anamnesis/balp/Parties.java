package org.anamnesis.balp;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * Who talks with whom.
 *
 * @param product our own base address
 * @param ehrs the FHIR base of each EHR, by its short name
 */
public record Parties(String product, Map<String, String> ehrs) {

    public Parties {
        ehrs = Map.copyOf(ehrs);
    }

    /** A word for this installation among others, made of its address. */
    String installation() {
        return UUID.nameUUIDFromBytes(product.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The address of a resource of an EHR; below our own facade where the EHR is not configured any more. */
    String address(String ehr, String reference) {
        String base = ehrs.getOrDefault(ehr, product.replaceAll("/$", "") + "/fhir/" + ehr);
        return reference.contains("://") ? reference : base.replaceAll("/$", "") + "/" + reference;
    }

    /** The FHIR base of an EHR; its short name where it is not configured any more. */
    String ehr(String name) {
        return ehrs.getOrDefault(name, name);
    }
}
