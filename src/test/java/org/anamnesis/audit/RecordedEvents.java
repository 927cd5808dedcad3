package org.anamnesis.audit;

import java.util.ArrayList;
import java.util.List;

/** A trail that keeps its events in memory, or refuses to. */
public final class RecordedEvents extends AuditTrail {

    private final List<AuditEvent> events = new ArrayList<>();
    private boolean refuses;

    /** From now on nothing can be recorded. */
    public void refuse() {
        refuses = true;
    }

    public List<AuditEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public void record(AuditEvent event) {
        if (refuses) {
            throw new IllegalStateException("the trail cannot be written");
        }
        events.add(event);
    }

    @Override
    public void recordAll(List<AuditEvent> together) {
        together.forEach(this::record);
    }
}
