package org.anamnesis.store;

import java.util.Optional;

/**
 * Who signs: a person, in whichever of their roles.
 *
 * @param reference as the EHR named the user: {@code Practitioner/id} or {@code PractitionerRole/id}
 * @param practitioner the person as {@code Practitioner/id}; empty where the EHR did not say whose role it is
 */
public record Signer(String reference, Optional<String> practitioner) {

    private static final String PERSON = "Practitioner/";

    /** A Practitioner is the person; of a role nobody said whose it is. */
    public static Signer of(String reference) {
        return new Signer(reference, Optional.of(reference).filter(named -> named.startsWith(PERSON)));
    }

    /**
     * Whether both are the same person. Where both persons are known they alone count: a role may have passed on to another. Where one
     * is not, only the same reference is the same signer, as the EHR itself would have it; all else is unsure, and so not the same.
     */
    public boolean isSameAs(Signer other) {
        return practitioner.isPresent() && other.practitioner.isPresent()
                ? practitioner.equals(other.practitioner)
                : reference.equals(other.reference);
    }
}
