package org.anamnesis.ward;

import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.fetch.WardPlace;

/**
 * Which ward is asked for, and by whom.
 *
 * @param eyes by whom
 * @param place the Group or Location
 * @param asOf the moment that counts as "now", where it is not the present
 * @param since the version of the list that the caller has
 */
public record WardRequest(Eyes eyes, WardPlace place, Optional<ClinicalTime> asOf, Optional<String> since) {

    /** The list as of now, whatever the caller has. */
    public static WardRequest now(Eyes eyes, WardPlace place) {
        return new WardRequest(eyes, place, Optional.empty(), Optional.empty());
    }
}
