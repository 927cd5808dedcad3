package org.anamnesis.model;

import java.util.ArrayList;
import java.util.List;

/** Ends a call from another thread, e.g. when the browser has gone; the connection to the model is closed at once. */
public final class Cancellation {

    private final List<Runnable> waiting = new ArrayList<>();
    private boolean cancelled;

    /** Ends the call; a second time does nothing. */
    public void cancel() {
        List<Runnable> told;
        synchronized (this) {
            cancelled = true;
            told = List.copyOf(waiting);
            waiting.clear();
        }
        told.forEach(Runnable::run);
    }

    /** Whether the call was ended. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Runs {@code action} when the call is ended, or at once where it was; until what is given back is closed. */
    Registration onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                waiting.add(action);
                return () -> forget(action);
            }
        }
        action.run();
        return () -> {};
    }

    private synchronized void forget(Runnable action) {
        waiting.remove(action);
    }

    /** Listens until it is closed. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
