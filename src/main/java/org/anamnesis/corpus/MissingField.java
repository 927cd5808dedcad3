package org.anamnesis.corpus;

/** An item lacks what all items of its set have. Its message names the field, which is the format's, not the data's. */
public final class MissingField extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingField(String field) {
        super("missing-field " + field);
    }
}
