package org.anamnesis.injection;

/** Why a passage is suspicious. */
public enum Reason {
    HIDDEN_CHARACTERS("hidden-characters", "characters that nobody sees"),
    LOOK_ALIKES("look-alike-letters", "letters of another script that look like Latin ones"),
    ENCODED("encoded", "text that was encoded so that people cannot read it"),
    HIDDEN_MARKUP("hidden-markup", "markup that hides text or loads something"),
    OVERRIDES("overrides-instructions", "tells a reader to disregard instructions"),
    ROLE("plays-a-role", "gives a language model another role"),
    SECRETS("asks-for-secrets", "asks for what is not this patient's"),
    ANSWER("changes-the-answer", "says what a summary should say or leave out"),
    CHART("changes-the-chart", "asks for a change of a level, an order or a document"),
    MODEL("speaks-to-a-model", "speaks to a language model"),
    BOUNDARY("forges-a-boundary", "looks like the end of the quoted chart"),
    OUTSIDE("leads-outside", "leads to an address elsewhere"),
    OUT_OF_PLACE("out-of-place-request", "a request that has nothing to do with the patient");

    private final String code;
    private final String words;

    Reason(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** A stable word for callers. */
    public String code() {
        return code;
    }

    /** For people. */
    public String words() {
        return words;
    }

    static Reason ofCode(String words) {
        for (Reason reason : values()) {
            if (reason.code.equals(words.replace(' ', '-'))) {
                return reason;
            }
        }
        throw new IllegalArgumentException("no reason " + words);
    }
}
