package org.anamnesis.fetch;

/** An answer that must not be parsed as a whole. */
final class AnswerRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnswerRefused() {
        super("answer refused before the parse", null, false, false);
    }
}
