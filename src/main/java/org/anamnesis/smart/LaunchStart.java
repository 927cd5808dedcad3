package org.anamnesis.smart;

import java.net.URI;
import java.util.Optional;
import org.anamnesis.ehr.Ehr;

/** What came of a launch request. */
public sealed interface LaunchStart {

    /**
     * The browser is sent to the EHR.
     *
     * @param ehr the EHR
     * @param authorization where to, with the request as its query
     * @param asForm whether the query is to be sent as a form, which this server takes, because it is long
     * @param state names this launch in the callback
     * @param binding a secret for this browser alone, which it must show at the callback
     */
    record Redirect(Ehr ehr, URI authorization, boolean asForm, String state, String binding) implements LaunchStart {

        /** Without its secrets. */
        @Override
        public String toString() {
            return "Redirect";
        }
    }

    /**
     * It ends here.
     *
     * @param ehr the EHR, where the request named one of ours
     */
    record Refused(LaunchRefusal why, Optional<Ehr> ehr) implements LaunchStart {}
}
