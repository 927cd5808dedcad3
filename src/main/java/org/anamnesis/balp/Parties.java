package org.anamnesis.balp;

import java.util.Map;

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

    /** The FHIR base of an EHR; its short name where it is not configured any more. */
    String ehr(String name) {
        return ehrs.getOrDefault(name, name);
    }
}
