package org.anamnesis.composition;

/**
 * Where a document was written.
 *
 * @param fhirBase the EHR's FHIR base, without a slash at its end
 * @param organization the EHR's name for people
 */
public record Place(String fhirBase, String organization) {

    String url(String reference) {
        return fhirBase + "/" + reference;
    }
}
