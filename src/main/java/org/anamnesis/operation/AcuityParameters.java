package org.anamnesis.operation;

import static org.anamnesis.operation.CitationParameters.part;

import java.util.Locale;
import org.anamnesis.acuity.Triaged;
import org.anamnesis.chart.Chart;
import org.anamnesis.triage.Acuity;
import org.anamnesis.triage.DecisionPoint;
import org.anamnesis.triage.Evidence;
import org.anamnesis.triage.OpenRule;
import org.anamnesis.triage.Raised;
import org.anamnesis.triage.Reason;
import org.anamnesis.triage.Told;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** The acuity as an out parameter: the level, and how each decision point was answered, from what, by which publication. */
final class AcuityParameters {

    private static final String SCALE = "Emergency Severity Index, version 4";

    private AcuityParameters() {}

    static void add(ParametersParameterComponent out, Triaged triaged) {
        out.setName("acuity");
        Chart chart = triaged.chart();
        Acuity acuity = triaged.assessment().acuity();
        part(out, "scale").setValue(new StringType(SCALE));
        triaged.level().ifPresent(level -> part(out, "level").setValue(new IntegerType(level.number())));
        triaged.byRules().ifPresent(level -> part(out, "levelByRules").setValue(new IntegerType(level.number())));
        part(out, "by").setValue(new CodeType(triaged.isRaised() ? "model" : "rules"));
        triaged.raised()
                .map(Raised::sentence)
                .ifPresent(words -> part(out, "raised").setValue(new StringType(words)));
        part(out, "when").setValue(FhirTime.of(triaged.assessment().acuityAt()));
        triaged.assessment()
                .visit()
                .ifPresent(visit ->
                        part(out, "visit").setValue(new Reference(visit.source().versionedReference())));
        part(out, "rules").setValue(new StringType(acuity.rules()));
        acuity.points().forEach(point -> point(part(out, "point"), point, chart));
        if (acuity instanceof Acuity.Levelled levelled) {
            levelled.notUnderstood().forEach(told -> told(part(out, "notUnderstood"), told, chart));
        }
    }

    private static void point(ParametersParameterComponent out, DecisionPoint point, Chart chart) {
        part(out, "point").setValue(new CodeType(point.point().name()));
        part(out, "question").setValue(new StringType(point.point().question()));
        part(out, "answer").setValue(new CodeType(point.answer().name().toLowerCase(Locale.ROOT)));
        point.reasons().forEach(reason -> reason(part(out, "reason"), reason, chart));
        point.open().forEach(open -> open(part(out, "open"), open, chart));
    }

    private static void reason(ParametersParameterComponent out, Reason reason, Chart chart) {
        part(out, "rule").setValue(new StringType(reason.rule()));
        part(out, "level").setValue(new IntegerType(reason.level().number()));
        part(out, "text").setValue(new StringType(reason.why()));
        part(out, "review").setValue(new StringType(reason.review()));
        reason.evidence().forEach(evidence -> evidence(part(out, "evidence"), evidence, chart));
        reason.citations().forEach(source -> part(out, "publication").setValue(new StringType(source)));
    }

    private static void evidence(ParametersParameterComponent out, Evidence evidence, Chart chart) {
        part(out, "text").setValue(new StringType(evidence.text()));
        InputParameters.where(out, evidence.time(), evidence.source(), chart);
    }

    private static void open(ParametersParameterComponent out, OpenRule open, Chart chart) {
        part(out, "rule").setValue(new StringType(open.rule()));
        part(out, "level").setValue(new IntegerType(open.level().number()));
        part(out, "text").setValue(new StringType(open.why()));
        open.missing().forEach(missing -> InputParameters.missing(out.addPart(), missing, chart));
    }

    private static void told(ParametersParameterComponent out, Told told, Chart chart) {
        part(out, "text").setValue(new StringType(told.text()));
        InputParameters.where(out, told.time(), told.source(), chart);
    }
}
