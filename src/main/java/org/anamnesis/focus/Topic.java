package org.anamnesis.focus;

/** What a question can be about, finer than the kinds of facts: an order for a drug is not its dose given. */
enum Topic {
    ORDER("prescriptions"),
    GIVEN("doses given"),
    DISPENSED("medicines handed out"),
    REPORTED("medicines reported"),
    DIAGNOSIS("diagnoses"),
    ALLERGY("allergies"),
    PROCEDURE("procedures"),
    IMMUNIZATION("immunizations"),
    CULTURE("microbiology tests"),
    ORGANISM("organisms"),
    SUSCEPTIBILITY("susceptibilities"),
    LAB("laboratory results"),
    FINDING("other findings"),
    VITAL("vital signs"),
    OUTPUT("outputs"),
    HOSPITAL("hospital stays"),
    INTENSIVE("intensive care stays"),
    EMERGENCY("emergency visits"),
    VISIT("other visits"),
    PATIENT("the patient"),
    PLAN("plans and appointments"),
    NOTE("notes"),
    HISTORY("family history"),
    SOCIAL("social history"),
    DEVICE("devices"),
    DIRECTIVE("code status and directives"),
    /** All that concerns medicines: no fact has it, questions ask so. */
    MEDICINE("medicines"),
    /** Wards and clinics: no fact has it, the stays name them. */
    PLACE("wards");

    private final String words;

    Topic(String words) {
        this.words = words;
    }

    /** For people. */
    String words() {
        return words;
    }
}
