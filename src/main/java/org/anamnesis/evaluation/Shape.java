package org.anamnesis.evaluation;

/** How an EHR may write what was measured. */
enum Shape {
    /** One observation each, LOINC codes and UCUM units. */
    UCUM,
    /** Fahrenheit, kilopascal, saturation and inspired oxygen as fractions, creatinine in micromoles. */
    OTHER_UNITS,
    /** One observation with parts. */
    PANEL,
    /** A vendor's names without codes. */
    NAMES
}
