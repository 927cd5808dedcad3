package org.anamnesis.store;

/** What a draft was made from turned out to be wrong: it is not worked on any more. */
public final class RecalledDraft extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecalledDraft() {
        super("the draft was recalled");
    }
}
