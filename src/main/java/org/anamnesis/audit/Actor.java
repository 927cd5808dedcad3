package org.anamnesis.audit;

import java.util.Optional;

/** Who acts, as the trail has it: client, user, and the user as a practitioner where that is known; a word each. */
public final class Actor {

    private Actor() {}

    /**
     * The words. Client and user come from a token: what is no word in them is made one, so that a user's id cannot pass for a
     * practitioner.
     *
     * @param practitioner {@code Practitioner/id} or {@code PractitionerRole/id} of the EHR
     */
    public static String of(String client, String user, Optional<String> practitioner) {
        return word(client) + " " + word(user)
                + practitioner.map(who -> " " + word(who)).orElse("");
    }

    private static String word(String text) {
        String one = text.replaceAll("[\\p{Z}\\s\\p{Cntrl}]+", "_");
        return one.isEmpty() ? "unknown" : one;
    }
}
