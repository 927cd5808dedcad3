package org.anamnesis.smart;

import java.util.Optional;
import org.anamnesis.ehr.Ehr;

/** What came of a callback. */
public sealed interface LaunchEnd {

    /** A clinician has a chart open. */
    record Opened(OpenedChart chart) implements LaunchEnd {}

    /**
     * It ends here.
     *
     * @param ehr the EHR, where the callback belongs to a launch
     */
    record Refused(LaunchRefusal why, Optional<Ehr> ehr) implements LaunchEnd {}
}
