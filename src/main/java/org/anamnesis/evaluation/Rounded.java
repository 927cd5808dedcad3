package org.anamnesis.evaluation;

/** Numbers with no more digits than they deserve. */
final class Rounded {

    private Rounded() {}

    static double toTenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
