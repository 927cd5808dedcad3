package org.anamnesis.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.anamnesis.chart.Coverage;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.model.Cancellation;
import org.anamnesis.smart.Secrets;
import org.anamnesis.summary.Watcher;
import org.anamnesis.summary.Writing;
import org.anamnesis.web.SummaryView.FactView;

/** Between who writes a summary and who sends it: what is told goes into a log and waits for no browser. */
final class SummaryStream implements Watcher {

    private static final int ID_BITS = 128;

    /** Only the statements of the whole summary have places that edits can name. */
    private static final int NOT_EDITED_YET = -1;

    private final String id = Secrets.fresh(ID_BITS);
    private final StreamLog log = new StreamLog();
    private final Cancellation cancellation = new Cancellation();

    /** Under which the browser that asked can take it up again, and nobody can guess. */
    String id() {
        return id;
    }

    /** What it has told. */
    StreamLog log() {
        return log;
    }

    @Override
    public boolean isLive() {
        return true;
    }

    /** Only the newest counts, and nobody who reads is held up. */
    @Override
    public void reading(int searched, int searches, int resources) {
        log.reading(new StreamEvent.Reading(searched, searches, resources));
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
    public void doubting(int statements) {
        tell(new StreamEvent.Doubting(statements));
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    /**
     * Puts an event behind the others.
     *
     * @throws CancellationException where nobody waits for the summary any more
     */
    void tell(StreamEvent event) {
        if (cancellation.isCancelled() || !log.add(event)) {
            cancellation.cancel();
            throw new CancellationException("nobody takes the stream");
        }
    }

    /** Nobody takes it up again, and the model is hung up on. */
    void end() {
        log.release();
        cancellation.cancel();
    }
}
