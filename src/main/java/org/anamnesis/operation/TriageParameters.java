package org.anamnesis.operation;

import static org.anamnesis.operation.CitationParameters.part;

import java.util.Optional;
import org.anamnesis.acuity.Advice;
import org.anamnesis.acuity.Assessment;
import org.anamnesis.acuity.TriageOutcome;
import org.anamnesis.acuity.Triaged;
import org.anamnesis.chart.Chart;
import org.anamnesis.draft.Authorship;
import org.anamnesis.filing.FiledDocument;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Scored;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;

/** A triage as the out parameters of {@code $triage}; their names are the published contract. */
final class TriageParameters {

    private TriageParameters() {}

    static Parameters of(TriageOutcome.Composed composed) {
        Parameters parameters = new Parameters();
        Triaged triaged = composed.triaged();
        Assessment assessment = triaged.assessment();
        Chart chart = triaged.chart();
        DocumentReference document = FiledDocument.of(composed.stored(), Optional.empty());
        document.setId(composed.stored().id().toString());
        parameters.addParameter().setName("document").setResource(document);
        parameters.addParameter("text-hash", new StringType(composed.stored().textHash()));
        authorship(parameters, triaged.authorship());
        parameters.addParameter("asOf", FhirTime.of(assessment.moment()));
        AcuityParameters.add(parameters.addParameter(), triaged);
        assessment.scores().forEach(scored -> ScoreParameters.score(parameters.addParameter(), scored, chart));
        assessment.changes().forEach(change -> ScoreParameters.change(parameters.addParameter(), change));
        assessment.trend().forEach(scored -> trend(parameters.addParameter(), scored));
        assessment.missing().forEach(missing -> InputParameters.missing(parameters.addParameter(), missing, chart));
        assessment.refused().forEach(refusal -> InputParameters.refused(parameters.addParameter(), refusal, chart));
        triaged.evidence().forEach(statement -> statement(parameters.addParameter(), "evidence", statement, chart));
        advice(parameters, triaged.advice(), chart);
        String patient = "Patient/" + composed.stored().patient();
        TriageResources.risks(assessment, patient)
                .forEach(risk -> parameters.addParameter().setName("risk").setResource(risk));
        TriageResources.proposals(triaged, patient).forEach(proposal -> {
            ParametersParameterComponent out = parameters.addParameter().setName("proposal");
            part(out, "intent").setValue(new CodeType("proposal"));
            part(out, "resource").setResource(proposal);
        });
        CoverageParameters.add(parameters, chart.coverage());
        return parameters;
    }

    private static void authorship(Parameters parameters, Authorship authorship) {
        parameters.addParameter("composed-by", new CodeType(authorship.code()));
        if (authorship instanceof Authorship.ByRules rules) {
            rules.insteadOfModel()
                    .ifPresent(reason -> parameters.addParameter("fallback-reason", new CodeType(reason.code())));
        }
    }

    /** A point of the trend; without a total where the score could not be computed then. */
    private static void trend(ParametersParameterComponent out, Scored scored) {
        out.setName("trend");
        part(out, "score").setValue(new StringType(scored.definition().name()));
        part(out, "when").setValue(FhirTime.of(scored.at()));
        part(out, "outcome").setValue(new CodeType(ScoreParameters.code(scored.outcome())));
        if (scored.outcome() instanceof Outcome.Computed computed) {
            part(out, "total").setValue(new DecimalType(computed.total()));
            part(out, "band").setValue(new StringType(computed.band().name()));
        }
    }

    private static void advice(Parameters parameters, Advice advice, Chart chart) {
        if (!(advice instanceof Advice.Given given)) {
            return;
        }
        for (Advice.Remark remark : given.remarks()) {
            ParametersParameterComponent out = statement(parameters.addParameter(), "remark", remark.because(), chart);
            part(out, "part").setValue(new CodeType(remark.kind().code()));
            remark.name().ifPresent(name -> part(out, "name").setValue(new StringType(name)));
        }
        given.proposed().ifPresent(proposed -> {
            ParametersParameterComponent out =
                    statement(parameters.addParameter(), "remark", proposed.because(), chart);
            part(out, "part").setValue(new CodeType("level"));
            part(out, "level").setValue(new IntegerType(proposed.level().number()));
        });
    }

    private static ParametersParameterComponent statement(
            ParametersParameterComponent out, String name, CheckedStatement statement, Chart chart) {
        out.setName(name);
        part(out, "text").setValue(new StringType(statement.text()));
        part(out, "verdict").setValue(new CodeType(statement.verdict().code()));
        if (!statement.isSupported()) {
            part(out, "reason").setValue(new StringType(statement.verdict().reason()));
        }
        part(out, "shown").setValue(new BooleanType(statement.isSupported()));
        statement.evidence().forEach(id -> CitationParameters.citation(part(out, "citation"), id, chart));
        return out;
    }
}
