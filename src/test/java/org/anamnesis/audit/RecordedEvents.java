package org.anamnesis.audit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A trail that keeps its events in memory, or refuses to. */
public final class RecordedEvents extends AuditTrail {

    private final List<AuditEvent> events = new CopyOnWriteArrayList<>();
    private final List<AuditEvent> ends = new CopyOnWriteArrayList<>();
    private boolean refuses;

    /** From now on nothing can be recorded. */
    public void refuse() {
        refuses = true;
    }

    /** What was recorded before it happened. */
    public List<AuditEvent> events() {
        return List.copyOf(events);
    }

    /** What came of it. */
    public List<AuditEvent> ends() {
        return List.copyOf(ends);
    }

    @Override
    public void record(AuditEvent event) {
        refuseIfTold();
        (event.outcome() == AuditEvent.Outcome.BEGUN ? events : ends).add(event);
    }

    @Override
    public void recordAll(List<AuditEvent> together) {
        together.forEach(this::record);
    }

    @Override
    public Begun begin(AuditEvent event) {
        record(event);
        return new Begun(event, events.size());
    }

    @Override
    public List<Begun> beginAll(List<AuditEvent> together) {
        return together.stream().map(this::begin).toList();
    }

    @Override
    public void ended(Begun begun, AuditEvent.Outcome outcome, String words) {
        refuseIfTold();
        ends.add(begun.ended(outcome, words));
    }

    private void refuseIfTold() {
        if (refuses) {
            throw new AuditUnavailable(new IllegalStateException("the trail cannot be written"));
        }
    }
}
