package org.anamnesis.operation;

import org.anamnesis.chart.Coverage;
import org.anamnesis.jobs.Running;
import org.anamnesis.model.Cancellation;
import org.anamnesis.summary.Watcher;

/**
 * Tells a request that is answered later how its summary comes about, and ends the writing when its caller gives up.
 *
 * @param running the request
 * @param of what it is a part of, e.g. {@code patient 3 of 12: }; may be empty
 */
record JobWatcher(Running running, String of) implements Watcher {

    /** The watcher of this thread's request; one that hears nothing where it is answered at once. */
    static Watcher current(String of) {
        return Running.current()
                .<Watcher>map(running -> new JobWatcher(running, of))
                .orElse(Watcher.NONE);
    }

    @Override
    public void reading(int searched, int searches, int resources) {
        running.step(of + "reading, " + searched + " of " + searches + " searches, " + resources + " resources");
    }

    @Override
    public void read(Coverage coverage) {
        long resources = coverage.entries().stream()
                .mapToLong(entry -> entry.outcome().read())
                .sum();
        running.step(of + "read " + resources + " resources, composing and checking");
    }

    @Override
    public void writing() {
        running.step(of + "a model writes, each statement is checked");
    }

    @Override
    public void repairing(int statements) {
        running.step(of + statements + " statements were not borne out and go back to the model");
    }

    @Override
    public void doubting(int statements) {
        running.step(of + statements + " statements are read once more by a model that may doubt them");
    }

    @Override
    public Cancellation cancellation() {
        return running.cancellation();
    }
}
