package org.anamnesis.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.chart.Chart;
import org.anamnesis.disclosure.ModelDisclosure;
import org.anamnesis.disclosure.RecordedReading;
import org.anamnesis.fetch.ChartReader;
import org.anamnesis.fetch.ReadOutcome;
import org.jspecify.annotations.Nullable;

/** Reads or takes a patient's chart and tells something of it. */
@ApplicationScoped
public class Inquiries {

    private final @Nullable ChartReader reader;
    private final @Nullable AuditTrail audit;

    /** For the container's proxies only. */
    protected Inquiries() {
        this.reader = null;
        this.audit = null;
    }

    @Inject
    public Inquiries(ChartReader reader, AuditTrail audit) {
        this.reader = reader;
        this.audit = audit;
    }

    /** The record of text of an inquiry's chart on its way to models. */
    public ModelDisclosure disclosure(Inquiry inquiry) {
        return new ModelDisclosure(Objects.requireNonNull(audit), inquiry.ehr(), inquiry.patient(), inquiry.actor());
    }

    /** Tells what a pure function finds in the chart. That it is read is recorded before it is. */
    public <T> InquiryOutcome<T> of(Inquiry inquiry, Function<Chart, T> tell) {
        if (!ChartReader.isId(inquiry.patient())) {
            return new InquiryOutcome.UnknownPatient<>();
        }
        ReadOutcome outcome = RecordedReading.of(
                Objects.requireNonNull(reader),
                Objects.requireNonNull(audit),
                new AuditEvent(
                        AuditEvent.Kind.CHART_READ,
                        inquiry.ehr(),
                        Optional.of(inquiry.patient()),
                        inquiry.actor(),
                        inquiry.purpose() + ", chart " + inquiry.source().word()),
                inquiry.source(),
                inquiry.patient(),
                inquiry.asOf());
        return switch (outcome) {
            case ReadOutcome.Read read -> {
                Chart chart = inquiry.frame().of(read.chart()).chart();
                yield new InquiryOutcome.Told<>(chart, tell.apply(chart));
            }
            case ReadOutcome.UnknownPatient ignored -> new InquiryOutcome.UnknownPatient<>();
            case ReadOutcome.NotPermitted ignored -> new InquiryOutcome.NotPermitted<>();
            case ReadOutcome.EhrUnavailable unavailable -> new InquiryOutcome.EhrUnavailable<>(unavailable.reason());
        };
    }
}
