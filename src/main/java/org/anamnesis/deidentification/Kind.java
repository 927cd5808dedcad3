package org.anamnesis.deidentification;

/** What identifies somebody; after the eighteen identifiers of HIPAA's safe harbor (45 CFR 164.514(b)(2)). */
public enum Kind {
    /** A name of a patient, a relative, a clinician, or any other person. */
    PERSON,
    /** A day, a month with or without its year, a year, a day of the week, with the time of day behind it. */
    DATE,
    /** An age of ninety and more. */
    AGE,
    PHONE,
    EMAIL,
    URL,
    IP_ADDRESS,
    SOCIAL_SECURITY_NUMBER,
    RECORD_NUMBER,
    DEVICE,
    HEALTH_PLAN,
    LICENCE,
    /** A bank account or a card. */
    ACCOUNT,
    /** Any other number or code of somebody or something. */
    NUMBER,
    ADDRESS,
    PLACE,
    POSTAL_CODE,
    FACILITY,
    ORGANIZATION
}
