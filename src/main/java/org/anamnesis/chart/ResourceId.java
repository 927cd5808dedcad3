package org.anamnesis.chart;

/**
 * Names a resource of the EHR.
 *
 * @param type the FHIR resource type
 * @param id the logical id
 */
public record ResourceId(String type, String id) {

    /** {@code Type/id}, relative to the EHR's base. */
    public String reference() {
        return type + "/" + id;
    }
}
