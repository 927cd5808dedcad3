package org.anamnesis.privacy;

/** A prompt whose chart lines have passed the privacy step; only this can be given to a model. */
public final class Released {

    private final String promptVersion;
    private final String promptHash;
    private final String instructions;
    private final String chartBlock;
    private final Pseudonyms pseudonyms;

    Released(String promptVersion, String promptHash, String instructions, String chartBlock, Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
        this.promptVersion = promptVersion;
        this.promptHash = promptHash;
        this.instructions = instructions;
        this.chartBlock = chartBlock;
    }

    public String promptVersion() {
        return promptVersion;
    }

    public String promptHash() {
        return promptHash;
    }

    /** Our own words; they hold no patient data. */
    public String instructions() {
        return instructions;
    }

    /** The chart's lines between their two marks. */
    public String chartBlock() {
        return chartBlock;
    }

    /** A model's words with what the chart says in the place of the substitutes; to be read before they are checked. */
    public String restored(String words) {
        return pseudonyms.restored(words);
    }

    /** Never the content: a prompt must not reach a log by accident. */
    @Override
    public String toString() {
        return "Released[" + promptVersion + ", " + chartBlock.length() + " characters]";
    }
}
