package org.anamnesis.smart;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who calls us, as an EHR's authorization server vouches for it.
 *
 * @param clientId the calling software
 * @param subject the user, or the client itself where there is none
 * @param scopes what the token was granted for
 * @param patient the id of the only patient that {@code patient/} scopes are about
 * @param encounter the id of the encounter in context
 * @param practitioner the user as {@code Practitioner/id} or {@code PractitionerRole/id} of this EHR; absent for others
 * @param tokenId the token's {@code jti}, for the audit
 * @param expiresAt when the token ends
 */
public record Caller(
        String clientId,
        String subject,
        Scopes scopes,
        Optional<String> patient,
        Optional<String> encounter,
        Optional<String> practitioner,
        String tokenId,
        Instant expiresAt) {

    /**
     * What of the required scopes this caller lacks for a patient. Scopes of the {@code patient/} context count for the
     * token's own patient only. Those of the {@code user/} context reach what the user may see; that we cannot ask, and
     * we read with access of our own, so they count for practitioners only: to a patient or a relative, "all I may see"
     * is not everybody.
     */
    public List<ResourceScope> missingFor(String patientId, ResourceScope... required) {
        boolean own = patient.filter(patientId::equals).isPresent();
        return scopes.only(scope -> switch (scope.context()) {
                    case PATIENT -> own;
                    case USER -> practitioner.isPresent();
                    case SYSTEM -> true;
                })
                .missing(required);
    }

    /** See {@link #missingFor(String, ResourceScope...)}. */
    public List<ResourceScope> missingFor(String patientId, Scopes required) {
        return missingFor(patientId, required.resources().toArray(ResourceScope[]::new));
    }

    /**
     * What of the required {@code user/} scopes this caller lacks for whoever is there, not one patient: {@code system/}
     * scopes count, {@code user/} scopes as above for practitioners, {@code patient/} scopes never.
     */
    public List<ResourceScope> missingForMany(Scopes required) {
        return scopes.ofMany(practitioner.isPresent()).missing(required);
    }
}
