package org.anamnesis.summary;

import org.anamnesis.chart.Coverage;
import org.anamnesis.draft.Draft;
import org.anamnesis.fetch.ReadingProgress;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.model.Cancellation;

/**
 * Hears how a summary comes about, on the thread that asked for it where nothing else is said. What it hears is not the
 * summary yet: statements are put in order, shortened and added to behind it, and the {@link Draft} alone is what may be
 * signed. Where it throws, the writing ends and the model is hung up on.
 */
public interface Watcher {

    /** Hears nothing, and never ends anything; a model whose answer breaks is followed by the next one. */
    Watcher NONE = new Watcher() {};

    /** Whether statements are wanted while the model writes; then no other model is asked once one has begun. */
    default boolean isLive() {
        return false;
    }

    /** How far the reading is, as in {@link ReadingProgress}: from several threads, and not to be held up. */
    default void reading(int searched, int searches, int resources) {}

    /** The chart was read, as far as this says. */
    default void read(Coverage coverage) {}

    /** A model was asked and will write. */
    default void writing() {}

    /** A statement that the chart bears out; those that it does not are never told here. */
    default void shown(Writing writing, CheckedStatement statement) {}

    /** @param statements how many statements that the chart does not bear out go back to the model */
    default void repairing(int statements) {}

    /** @param statements how many statements that the chart bears out are shown to a model that may doubt them */
    default void doubting(int statements) {}

    /** Ends the writing from another thread. */
    default Cancellation cancellation() {
        return new Cancellation();
    }
}
