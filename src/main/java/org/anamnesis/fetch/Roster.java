package org.anamnesis.fetch;

import java.util.List;
import java.util.Optional;

/**
 * Who is on a ward.
 *
 * @param place the ward
 * @param name as the EHR names it
 * @param patients the logical ids of the patients, none twice, in the EHR's order
 * @param others members that are no patient of this EHR
 * @param incomplete why there may be more, a stable word: {@code cut-off}, {@code no-members-listed} or as in
 *     {@link org.anamnesis.chart.Coverage.Outcome.Failed}
 */
public record Roster(
        WardPlace place, Optional<String> name, List<String> patients, int others, Optional<String> incomplete) {

    public Roster {
        patients = List.copyOf(patients);
    }
}
