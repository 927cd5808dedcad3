package org.anamnesis.fetch;

/** Hears how far the reading of a chart is; from several threads, and not to be held up. */
@FunctionalInterface
public interface ReadingProgress {

    /** Hears nothing. */
    ReadingProgress NONE = (done, planned, resources) -> {};

    /**
     * A search has come to its end.
     *
     * @param done how many have
     * @param planned how many there are
     * @param resources how many resources they brought, what several brought counted each time
     */
    void searched(int done, int planned, int resources);
}
