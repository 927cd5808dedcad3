package org.anamnesis.ward;

import java.time.Instant;
import java.util.Optional;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.triage.Acuity;
import org.anamnesis.triage.ChartVisit;
import org.anamnesis.triage.Triage;
import org.anamnesis.triage.WardPatient;

/** One patient's chart as it was read, and what the order goes by at a moment; computed once a moment. */
final class Reading {

    private final Chart chart;
    private final Instant readAt;
    private volatile Computed computed;

    Reading(Chart chart, Instant readAt, ClinicalTime moment) {
        this.chart = chart;
        this.readAt = readAt;
        this.computed = new Computed(moment, compute(chart, moment));
    }

    private record Computed(ClinicalTime moment, WardPatient patient) {}

    Chart chart() {
        return chart;
    }

    Instant readAt() {
        return readAt;
    }

    /** The patient at a moment: values that have become too old by then count no more. */
    WardPatient at(ClinicalTime moment) {
        Computed last = computed;
        if (!last.moment().equals(moment)) {
            last = new Computed(moment, compute(chart, moment));
            computed = last;
        }
        return last.patient();
    }

    private static WardPatient compute(Chart chart, ClinicalTime moment) {
        WardPatient patient = WardPatient.of(chart, moment);
        return openEmergency(chart)
                .map(visit -> Triage.acuity(ChartVisit.atTriage(chart, visit)))
                .filter(Acuity.Levelled.class::isInstance)
                .map(Acuity.Levelled.class::cast)
                .map(levelled -> patient.atLevel(levelled.level()))
                .orElse(patient);
    }

    /** The emergency visit that is going on: its level counts until it is over. */
    private static Optional<Fact> openEmergency(Chart chart) {
        return chart.facts(FactKind.ENCOUNTER)
                .filter(visit -> visit.standing().isCurrent())
                .filter(visit -> visit.attributes(Attribute.Role.CATEGORY)
                        .anyMatch(category -> category.text().equalsIgnoreCase("emergency")))
                .findFirst();
    }
}
