package org.anamnesis.claims;

/** How units are written behind a number that are more than letters and strokes; patterns, to be read in any case of letters. */
public final class WrittenUnit {

    /** A power of ten in a volume: {@code 10*3/uL}, {@code ×10³/µL}, {@code x 10^9/L}, {@code ×10³ cells/µL}. */
    private static final String COUNT =
            "(?:[×x] ?)?10(?:[*^]\\d{1,2}|e\\d{1,2}|[¹²³⁴-⁹]{1,2})(?: ?cells?)?/(?:[a-zµμ]+[23²³]?)";

    /** {@code beats per minute}; "per day" is a rhythm and no unit. */
    private static final String RATE = "(?:(?:beats|breaths) )?per min(?:ute)?\\b";

    /** The clearance of a body of standard size, with or without the blank. */
    private static final String CLEARANCE = "ml/min/1\\.73 ?m(?:2|²|\\^2)";

    /** Any of these. */
    public static final String PATTERN = COUNT + "|" + RATE + "|" + CLEARANCE;

    private WrittenUnit() {}
}
