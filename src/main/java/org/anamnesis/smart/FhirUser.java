package org.anamnesis.smart;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.ehr.Ehr;

/** Reads {@code fhirUser}: who the user is, as a resource of this very EHR. */
final class FhirUser {

    private static final Pattern RELATIVE =
            Pattern.compile("(Practitioner|PractitionerRole|Patient|RelatedPerson|Person)/([A-Za-z0-9.-]{1,64})");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private FhirUser() {}

    /** The practitioner, as a relative reference; empty for other users and for resources of other servers. */
    static Optional<String> practitioner(Ehr ehr, String fhirUser) {
        return relative(ehr.fhirBase(), fhirUser).filter(reference -> reference.startsWith("Practitioner"));
    }

    private static Optional<String> relative(URI base, String fhirUser) {
        String prefix = base + "/";
        String rest = fhirUser.startsWith(prefix) ? fhirUser.substring(prefix.length()) : fhirUser;
        Matcher form = RELATIVE.matcher(rest);
        return form.matches() && isId(form.group(2)) ? Optional.of(rest) : Optional.empty();
    }

    /** Whether a text can be the id of a FHIR resource, and no path in disguise. */
    static boolean isId(String text) {
        return ID.matcher(text).matches() && !text.equals(".") && !text.equals("..");
    }
}
