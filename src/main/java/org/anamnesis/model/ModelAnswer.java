package org.anamnesis.model;

/** What came back from a model. */
public sealed interface ModelAnswer {

    /** The model finished; nothing in the text has been checked. */
    record Written(String text) implements ModelAnswer {}

    /** No whole answer. */
    record Failed(Reason reason) implements ModelAnswer {}

    /** Why there is no answer. */
    enum Reason {
        /** It cannot be reached, is overloaded, or answered an error. */
        UNAVAILABLE,
        /** It took longer than the settings allow. */
        TIMEOUT,
        /** It declined to answer. */
        REFUSED,
        /** It wrote more than the settings allow, or was cut off. */
        UNUSABLE
    }
}
