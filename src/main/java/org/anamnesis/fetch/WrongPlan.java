package org.anamnesis.fetch;

/** A search plan that cannot be used; the message names the place in it. */
public final class WrongPlan extends Exception {

    private static final long serialVersionUID = 1L;

    WrongPlan(String message) {
        super(message);
    }

    /** Passes what holds. */
    static void check(boolean holds, String otherwise) throws WrongPlan {
        if (!holds) {
            throw new WrongPlan(otherwise);
        }
    }
}
