package org.anamnesis.operation;

import static org.anamnesis.operation.CitationParameters.part;

import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.score.Measured;
import org.anamnesis.score.Missing;
import org.anamnesis.score.Refusal;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;

/** The inputs of scores as out parameters: taken, missing, refused. */
final class InputParameters {

    private InputParameters() {}

    /** A value with its unit as the chart has it, its time and its source. */
    static void measured(ParametersParameterComponent out, Measured<?> measured, Chart chart) {
        part(out, "name").setValue(new StringType(measured.name()));
        part(out, "value").setValue(new StringType(measured.text()));
        where(out, measured.time(), measured.source(), chart);
    }

    static void missing(ParametersParameterComponent out, Missing missing, Chart chart) {
        out.setName("missing");
        part(out, "name").setValue(new StringType(missing.name()));
        part(out, "why").setValue(new CodeType(code(missing.why())));
        part(out, "text").setValue(new StringType(missing.sentence()));
        if (missing.why() instanceof Missing.Why.Outdated old) {
            measured(part(out, "last"), old.last(), chart);
        }
    }

    static void refused(ParametersParameterComponent out, Refusal refusal, Chart chart) {
        out.setName("refused");
        part(out, "name").setValue(new StringType(refusal.name()));
        part(out, "value").setValue(new StringType(refusal.text()));
        part(out, "reason").setValue(new StringType(refusal.reason()));
        where(out, refusal.time(), Optional.of(refusal.source()), chart);
    }

    /** A stable word for why an input is missing. */
    static String code(Missing.Why why) {
        return switch (why) {
            case Missing.Why.NotRecorded ignored -> "not-recorded";
            case Missing.Why.Outdated ignored -> "outdated";
            case Missing.Why.OnlyRefused ignored -> "only-refused";
            case Missing.Why.NotRead ignored -> "not-read";
            case Missing.Why.ForAPerson ignored -> "for-a-person";
        };
    }

    static void where(
            ParametersParameterComponent out, Optional<ClinicalTime> time, Optional<CitationId> source, Chart chart) {
        time.ifPresent(when -> part(out, "when").setValue(FhirTime.of(when)));
        source.ifPresent(id -> CitationParameters.citation(part(out, "citation"), id, chart));
    }
}
