package org.anamnesis.sandbox.staff;

/**
 * Someone who can sign in to the sandbox's EHR.
 *
 * @param id the logical id of the Practitioner resource
 * @param name the name as shown
 * @param role the role as shown, e.g. "Hospital physician"
 */
public record Practitioner(String id, String name, String role) {

    /** The relative FHIR reference, e.g. {@code Practitioner/dr-hassan}. */
    public String reference() {
        return "Practitioner/" + id;
    }
}
