package org.anamnesis.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.frame.Frame;
import org.anamnesis.inquiry.Inquiries;
import org.anamnesis.inquiry.Inquiry;
import org.anamnesis.inquiry.InquiryOutcome;
import org.jspecify.annotations.Nullable;

/** Tells something of the launched patient's chart, read with the user's own access, and keeps nothing of it. */
@ApplicationScoped
public class LaunchedInquiry {

    private final @Nullable Inquiries inquiries;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected LaunchedInquiry() {
        this.inquiries = null;
        this.clock = null;
    }

    @Inject
    public LaunchedInquiry(Inquiries inquiries, Clock clock) {
        this.inquiries = inquiries;
        this.clock = clock;
    }

    /**
     * Reads the chart of the launch, as of now, and tells what a pure function finds in it.
     *
     * @param purpose one word for the audit, never what was asked
     * @throws ApiRefusal where the EHR gives no chart
     */
    <T> T tell(Launch launch, String purpose, Function<Chart, T> found) {
        InquiryOutcome<T> outcome = Objects.requireNonNull(inquiries)
                .of(
                        new Inquiry(
                                launch.ehr().id().value(),
                                new ChartSource.FromEhr(launch.access()),
                                launch.patientId(),
                                ClinicalTime.utc(Objects.requireNonNull(clock).instant()),
                                Frame.WHOLE,
                                launch.actor(),
                                purpose),
                        found);
        return switch (outcome) {
            case InquiryOutcome.Told<T> told -> told.told();
            case InquiryOutcome.UnknownPatient<T> ignored ->
                throw new ApiRefusal(
                        502, "ehr-unknown-patient", "The EHR does not know the launched patient any more.");
            case InquiryOutcome.NotPermitted<T> ignored ->
                throw new ApiRefusal(
                        403, "ehr-not-permitted", "The EHR does not let you read this patient's chart here.");
            case InquiryOutcome.EhrUnavailable<T> unavailable ->
                throw new ApiRefusal(502, "ehr-" + unavailable.reason(), "The EHR cannot be read at the moment.");
        };
    }
}
