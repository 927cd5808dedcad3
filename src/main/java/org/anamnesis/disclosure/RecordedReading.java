package org.anamnesis.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditEvent.Outcome;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.fetch.ChartReader;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.fetch.Journal;
import org.anamnesis.fetch.ReadOutcome;
import org.anamnesis.fetch.ReadingProgress;

/** The reading of one chart, recorded. */
public final class RecordedReading {

    private RecordedReading() {}

    /**
     * Reads a chart. That it is about to be read is recorded first; then every request that was made, and what came of the whole.
     * Where either cannot be recorded nothing is given.
     *
     * @param event that a chart is about to be read: by whom, of whom and what for
     */
    public static ReadOutcome of(
            ChartReader reader,
            AuditTrail audit,
            AuditEvent event,
            ChartSource source,
            String patient,
            ClinicalTime asOf) {
        return of(reader, audit, event, source, patient, asOf, ReadingProgress.NONE);
    }

    /** The same, told how far it is while it reads. */
    public static ReadOutcome of(
            ChartReader reader,
            AuditTrail audit,
            AuditEvent event,
            ChartSource source,
            String patient,
            ClinicalTime asOf,
            ReadingProgress progress) {
        AuditTrail.Begun begun = audit.begin(event);
        Journal journal = new Journal();
        ReadOutcome outcome = reader.read(source, patient, asOf, journal, progress);
        List<AuditEvent> records = new ArrayList<>();
        for (Journal.Line line : journal.lines()) {
            records.add(new AuditEvent(
                    AuditEvent.Kind.EHR_QUERY,
                    event.ehr(),
                    event.patient(),
                    event.actor(),
                    line.came(),
                    Optional.of(line.query()),
                    of(line),
                    OptionalLong.of(begun.place())));
        }
        records.add(ended(begun, outcome));
        audit.recordAll(records);
        return outcome;
    }

    private static Outcome of(Journal.Line line) {
        if (line.isDone()) {
            return Outcome.DONE;
        }
        return line.came().equals("refused") ? Outcome.REFUSED : Outcome.FAILED;
    }

    private static AuditEvent ended(AuditTrail.Begun begun, ReadOutcome outcome) {
        return switch (outcome) {
            case ReadOutcome.Read read ->
                begun.event()
                        .ended(
                                begun.place(),
                                Outcome.DONE,
                                read.resources().size() + " resources"
                                        + (read.chart().coverage().isComplete() ? "" : ", incomplete"));
            case ReadOutcome.UnknownPatient ignored ->
                begun.event().ended(begun.place(), Outcome.FAILED, "unknown patient");
            case ReadOutcome.NotPermitted ignored -> begun.event().ended(begun.place(), Outcome.REFUSED, "by the EHR");
            case ReadOutcome.EhrUnavailable unavailable ->
                begun.event().ended(begun.place(), Outcome.FAILED, unavailable.reason());
        };
    }
}
