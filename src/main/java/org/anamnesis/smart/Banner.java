package org.anamnesis.smart;

import java.time.LocalDate;
import java.util.Optional;

/**
 * By what a clinician knows a patient at a glance. What the EHR does not say is absent.
 *
 * @param name as one reads it
 * @param birthDate as exactly as the EHR has it: a year, a month or a day
 * @param born the day, where it is known
 * @param sex the administrative gender's code
 * @param mrn the medical record number
 * @param deceased whether the EHR says that the patient has died
 * @param deceasedOn when, as exactly as the EHR has it
 */
public record Banner(
        Optional<String> name,
        Optional<String> birthDate,
        Optional<LocalDate> born,
        Optional<String> sex,
        Optional<String> mrn,
        boolean deceased,
        Optional<String> deceasedOn) {

    /** Without the patient. */
    @Override
    public String toString() {
        return "Banner";
    }
}
