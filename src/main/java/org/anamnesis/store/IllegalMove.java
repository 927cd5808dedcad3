package org.anamnesis.store;

/** A draft was to become what it cannot become any more; it stays what it is. */
public final class IllegalMove extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final DraftState from;

    IllegalMove(DraftState from, DraftState to) {
        super("a draft that is " + from + " cannot become " + to, null, false, false);
        this.from = from;
    }

    /** What the draft is. */
    public DraftState from() {
        return from;
    }
}
