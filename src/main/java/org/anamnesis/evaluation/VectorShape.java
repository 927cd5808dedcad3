package org.anamnesis.evaluation;

import java.util.Locale;

/** How an EHR may write the values of a row. */
enum VectorShape {
    /** Numbers with LOINC codes and UCUM units. */
    UCUM,
    /** Degrees Fahrenheit, kilopascal, shares of 1, molar concentrations. */
    OTHER_UNITS,
    /** The vital signs as components of one observation. */
    ONE_PANEL,
    /** A vendor's names and units in words, without codes. */
    VENDOR_NAMES,
    /** Values as text. */
    WORDS;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
