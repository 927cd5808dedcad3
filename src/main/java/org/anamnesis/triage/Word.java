package org.anamnesis.triage;

/**
 * One word of a complaint as it is understood.
 *
 * @param text the word that is compared
 * @param denied whether the complaint denies it
 * @param past whether the complaint speaks of the patient's history
 */
record Word(String text, boolean denied, boolean past) {

    /** Whether it is said of now. */
    boolean isPresent() {
        return !denied && !past;
    }
}
