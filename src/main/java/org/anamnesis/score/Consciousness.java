package org.anamnesis.score;

/** The level of consciousness by ACVPU; the order is from awake to unresponsive. */
public enum Consciousness {
    ALERT("alert"),
    /** New confusion. */
    CONFUSED("new confusion"),
    /** A Glasgow coma score below 15 and nothing else: not fully alert, in whatever way. */
    BELOW_FIFTEEN("Glasgow coma score below 15"),
    VOICE("responds to voice"),
    PAIN("responds to pain"),
    UNRESPONSIVE("unresponsive");

    private final String words;

    Consciousness(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
