package org.anamnesis.context;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.disclosure.RecordedReading;
import org.anamnesis.fetch.ChartReader;
import org.anamnesis.fetch.ReadOutcome;
import org.jspecify.annotations.Nullable;

/** Reads or takes a patient's chart and gives its context. */
@ApplicationScoped
public class PatientContexts {

    private final @Nullable ChartReader reader;
    private final @Nullable AuditTrail audit;

    /** For the container's proxies only. */
    protected PatientContexts() {
        this.reader = null;
        this.audit = null;
    }

    @Inject
    public PatientContexts(ChartReader reader, AuditTrail audit) {
        this.reader = reader;
        this.audit = audit;
    }

    /** Gives a context. That it is given is recorded before anything is read. */
    public ContextOutcome contextOf(ContextRequest request) {
        if (!ChartReader.isId(request.patient())) {
            return new ContextOutcome.UnknownPatient();
        }
        ReadOutcome outcome = RecordedReading.of(
                Objects.requireNonNull(reader),
                Objects.requireNonNull(audit),
                new AuditEvent(
                        AuditEvent.Kind.CHART_READ,
                        request.ehr(),
                        Optional.of(request.patient()),
                        request.actor(),
                        "context, chart " + request.source().word()),
                request.source(),
                request.patient(),
                request.asOf());
        return switch (outcome) {
            case ReadOutcome.Read read ->
                new ContextOutcome.Composed(ContextComposer.compose(
                        read.chart(), read.resources(), request.source().base(), request.wanted()));
            case ReadOutcome.UnknownPatient ignored -> new ContextOutcome.UnknownPatient();
            case ReadOutcome.NotPermitted ignored -> new ContextOutcome.NotPermitted();
            case ReadOutcome.EhrUnavailable unavailable -> new ContextOutcome.EhrUnavailable(unavailable.reason());
        };
    }
}
