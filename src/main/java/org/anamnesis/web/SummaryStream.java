package org.anamnesis.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.anamnesis.chart.Coverage;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.model.Cancellation;
import org.anamnesis.summary.Watcher;
import org.anamnesis.summary.Writing;
import org.anamnesis.web.SummaryView.FactView;

/**
 * Between who writes a summary and who sends it: events in their order, as many as a slow browser may lag behind. Who waits
 * longer is given up, and so is the model.
 */
final class SummaryStream implements Watcher {

    private static final int MOST_BEHIND = 256;

    /** Only the statements of the whole summary have places that edits can name. */
    private static final int NOT_EDITED_YET = -1;

    private final BlockingQueue<StreamEvent> events = new ArrayBlockingQueue<>(MOST_BEHIND);

    private final AtomicReference<Optional<StreamEvent.Reading>> reading = new AtomicReference<>(Optional.empty());
    private final Cancellation cancellation = new Cancellation();
    private final Duration patience;

    /** @param patience how long a browser may take nothing */
    SummaryStream(Duration patience) {
        this.patience = patience;
    }

    @Override
    public boolean isLive() {
        return true;
    }

    /** Only the newest counts, and nobody who reads is held up. */
    @Override
    public void reading(int searched, int searches, int resources) {
        StreamEvent.Reading step = new StreamEvent.Reading(searched, searches, resources);
        if (reading.getAndSet(Optional.of(step)).isEmpty()) {
            // Woken once; what comes until it is taken is taken with it.
            events.offer(step);
        }
    }

    @Override
    public void read(Coverage coverage) {
        tell(new StreamEvent.Coverage(
                coverage.isComplete(),
                coverage.entries().stream().map(SummaryView::coverage).toList()));
    }

    @Override
    public void writing() {
        tell(new StreamEvent.Writing("model"));
    }

    @Override
    public void shown(Writing writing, CheckedStatement statement) {
        if (!statement.isSupported()) {
            throw new IllegalArgumentException("only what is borne out is shown");
        }
        Map<String, FactView> facts = new LinkedHashMap<>();
        statement
                .evidence()
                .forEach(id -> SummaryView.fact(writing.chart(), id).ifPresent(fact -> facts.put(id.toString(), fact)));
        tell(new StreamEvent.Shown(
                statement.section().code(),
                writing.kind().title(statement.section()),
                writing.kind().sections().indexOf(statement.section()),
                SummaryView.statement(statement, NOT_EDITED_YET),
                facts));
    }

    @Override
    public void repairing(int statements) {
        tell(new StreamEvent.Repairing(statements));
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Puts an event behind the others; waits while the browser is too far behind. */
    void tell(StreamEvent event) {
        try {
            if (cancellation.isCancelled() || !events.offer(event, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                cancellation.cancel();
                throw new CancellationException("nobody takes the stream");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** The next event; empty where none came in time. */
    Optional<StreamEvent> next(Duration time) throws InterruptedException {
        StreamEvent event = events.poll(time.toMillis(), TimeUnit.MILLISECONDS);
        if (event instanceof StreamEvent.Reading) {
            return reading.getAndSet(Optional.empty()).map(newest -> newest);
        }
        return Optional.ofNullable(event);
    }
}
