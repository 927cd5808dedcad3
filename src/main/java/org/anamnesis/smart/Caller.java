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
 * @param reach whom the user may see
 */
public record Caller(
        String clientId,
        String subject,
        Scopes scopes,
        Optional<String> patient,
        Optional<String> encounter,
        Optional<String> practitioner,
        String tokenId,
        Instant expiresAt,
        UserReach reach) {

    /**
     * What of the required scopes this caller lacks for a patient. Scopes of the {@code patient/} context count for the
     * token's own patient only. Those of the {@code user/} context reach what the user may see, and we read with access of
     * our own: they count for a practitioner, and for the token's own patient or one whom the EHR lets that user see. The
     * EHR is asked only where nothing else covers what is required.
     */
    public List<ResourceScope> missingFor(String patientId, ResourceScope... required) {
        boolean own = patient.filter(patientId::equals).isPresent();
        List<ResourceScope> missing = missing(own, own, required);
        boolean isForUserToCover = !own
                && !missing.isEmpty()
                && practitioner.isPresent()
                && !missing(false, true, required).equals(missing);
        return isForUserToCover && reach.sees(patientId) ? missing(false, true, required) : missing;
    }

    private List<ResourceScope> missing(boolean own, boolean seen, ResourceScope... required) {
        return scopes.only(scope -> switch (scope.context()) {
                    case PATIENT -> own;
                    case USER -> seen && practitioner.isPresent();
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
     * scopes count, {@code user/} scopes for practitioners of an EHR that is set up so, {@code patient/} scopes never.
     */
    public List<ResourceScope> missingForMany(Scopes required) {
        return scopes.ofMany(practitioner.isPresent() && reach.isEverybody()).missing(required);
    }
}
