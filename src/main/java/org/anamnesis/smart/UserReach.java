package org.anamnesis.smart;

/**
 * Whom the user behind a token may see. We read with access of our own, so a token's {@code user/} scopes ("all that I may
 * see") mean nothing until the EHR has said who that is.
 */
public interface UserReach {

    /** Nobody. */
    UserReach NOBODY = new UserReach() {

        @Override
        public boolean sees(String patientId) {
            return false;
        }

        @Override
        public boolean isEverybody() {
            return false;
        }
    };

    /** Everybody: an EHR that is set up so. */
    UserReach EVERYBODY = new UserReach() {

        @Override
        public boolean sees(String patientId) {
            return true;
        }

        @Override
        public boolean isEverybody() {
            return true;
        }
    };

    /** One patient, whom the EHR has let the user see. */
    static UserReach only(String patient) {
        return new UserReach() {

            @Override
            public boolean sees(String patientId) {
                return patient.equals(patientId);
            }

            @Override
            public boolean isEverybody() {
                return false;
            }
        };
    }

    /** Whether the user may see this patient. */
    boolean sees(String patientId);

    /** Whether the user may see whoever is there, so that nobody needs to be asked. */
    boolean isEverybody();
}
