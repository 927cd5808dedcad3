package org.anamnesis.chart;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * Who the patient is. Names and numbers are for the banner alone: no digest and no statement is made of them.
 *
 * @param id the logical id of the Patient resource
 * @param name the name as shown on the banner
 * @param birthDate as exactly as the EHR knows it
 * @param sex FHIR administrative gender
 * @param recordNumber the medical record number
 * @param deceased whether the EHR says so
 * @param identifying every word that identifies the patient or a relative: names, numbers, addresses, telecoms
 */
public record Demographics(
        String id,
        Optional<String> name,
        Optional<ClinicalTime> birthDate,
        Optional<String> sex,
        Optional<String> recordNumber,
        boolean deceased,
        List<String> identifying) {

    public Demographics {
        identifying = List.copyOf(identifying);
    }

    /** Full years at a day; empty where the day of birth is not known to the day. */
    public Optional<Integer> ageAt(LocalDate day) {
        return birthDate
                .filter(birth -> birth.precision().compareTo(ClinicalTime.Precision.DAY) >= 0)
                .map(birth -> Period.between(birth.date(), day).getYears());
    }
}
