package org.anamnesis.smart;

import org.anamnesis.ehr.Ehr;

/**
 * Asks the EHR, with the caller's own token: whoever may read a Patient there may have it read here. A token that the EHR
 * does not take reaches nobody.
 *
 * @param http the wire
 * @param ehr where the token comes from and where alone it is sent
 * @param token the caller's token; a secret
 */
record AskedReach(EhrHttp http, Ehr ehr, Bearer token) implements UserReach {

    private static final int OK = 200;

    @Override
    public boolean sees(String patientId) {
        if (!FhirUser.isId(patientId)) {
            return false;
        }
        try {
            return http.getResource(ehr, "Patient/" + patientId, token).getStatusCode() == OK;
        } catch (AuthorizationFailed notAnswered) {
            return false;
        }
    }

    @Override
    public boolean isEverybody() {
        return false;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "AskedReach at " + ehr.id().value();
    }
}
