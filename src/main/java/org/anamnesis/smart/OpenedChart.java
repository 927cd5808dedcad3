package org.anamnesis.smart;

import java.util.Optional;
import org.anamnesis.ehr.Ehr;

/**
 * One patient's chart, opened by one user of one EHR; it never becomes another's.
 *
 * @param ehr the EHR
 * @param patientId the patient's logical id there
 * @param encounterId the encounter's, where the EHR gave one
 * @param user who opened it
 * @param needPatientBanner whether the EHR's own frame leaves it to us to say whose chart this is
 * @param context what else the EHR told of the launch
 * @param access the user's tokens
 */
public record OpenedChart(
        Ehr ehr,
        String patientId,
        Optional<String> encounterId,
        User user,
        boolean needPatientBanner,
        LaunchContext context,
        UserTokens access) {

    /**
     * A user of the EHR.
     *
     * @param subject its id at the authorization server
     * @param practitioner the user as a {@code Practitioner/id} or {@code PractitionerRole/id} of the EHR; absent for
     *     patients, relatives and users nobody says more about
     * @param person whose role it is where {@code practitioner} is a PractitionerRole, as a {@code Practitioner/id} of the EHR;
     *     absent where it is no role, or the EHR did not say
     * @param name as the id token has it
     */
    public record User(String subject, Optional<String> practitioner, Optional<String> person, Optional<String> name) {

        /** The same, as the person who has the role. */
        User whoIs(Optional<String> known) {
            return new User(subject, practitioner, known, name);
        }
    }
}
