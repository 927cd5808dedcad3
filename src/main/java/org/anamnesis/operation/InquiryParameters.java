package org.anamnesis.operation;

import static org.anamnesis.operation.CitationParameters.part;

import java.util.List;
import org.anamnesis.ask.Answer;
import org.anamnesis.chart.Chart;
import org.anamnesis.draft.ModelTry;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Verdict;
import org.anamnesis.summary.Opinion;
import org.anamnesis.summary.Proposals;
import org.anamnesis.verify.TextCheck;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;

/** An answer and a checked text as out parameters; their names are the published contract. */
final class InquiryParameters {

    private InquiryParameters() {}

    static Parameters of(Chart chart, Answer answer) {
        Parameters parameters = new Parameters();
        parameters.addParameter("found", new BooleanType(answer.isFound()));
        parameters.addParameter("asOf", FhirTime.of(chart.asOf()));
        answer.statements().forEach(statement -> statement(parameters.addParameter(), statement, chart));
        if (answer.beyond() > 0) {
            parameters.addParameter("beyond", new IntegerType(answer.beyond()));
        }
        answer.choice().searched().forEach(words -> parameters.addParameter("searched", new StringType(words)));
        answer.conflicts().forEach(conflict -> CitationParameters.conflict(parameters.addParameter(), conflict, chart));
        CoverageParameters.add(parameters, chart.coverage());
        return parameters;
    }

    /** What a model proposed and the chart bears out, apart from what rules found. */
    static void propose(Parameters parameters, Chart chart, Proposals proposals) {
        for (CheckedStatement statement : proposals.supported()) {
            ParametersParameterComponent out = parameters.addParameter().setName("proposed");
            part(out, "text").setValue(new StringType(statement.text()));
            statement.evidence().forEach(id -> CitationParameters.citation(part(out, "citation"), id, chart));
        }
        parameters.addParameter("withheld", new IntegerType(proposals.withheld()));
        turns(parameters, proposals.tried());
    }

    /** How many sentences a model was asked about, and how many it doubts. */
    static void opinion(Parameters parameters, Opinion opinion) {
        parameters.addParameter("asked", new IntegerType(opinion.asked()));
        parameters.addParameter("doubted", new IntegerType(opinion.doubted().size()));
        turns(parameters, opinion.tried());
    }

    private static void turns(Parameters parameters, List<ModelTry> tried) {
        tried.forEach(turn -> {
            ParametersParameterComponent out = parameters.addParameter().setName("model");
            part(out, "name").setValue(new StringType(turn.model()));
            part(out, "outcome").setValue(new CodeType(turn.outcome()));
        });
    }

    static Parameters of(Chart chart, TextCheck check) {
        Parameters parameters = new Parameters();
        parameters.addParameter("asOf", FhirTime.of(chart.asOf()));
        parameters.addParameter("hiddenCharacters", new BooleanType(check.hidden()));
        for (TextCheck.Checked checked : check.sentences()) {
            ParametersParameterComponent out = parameters.addParameter().setName("statement");
            part(out, "text").setValue(new StringType(checked.sentence().text()));
            part(out, "start").setValue(new IntegerType(checked.sentence().start()));
            part(out, "end").setValue(new IntegerType(checked.sentence().end()));
            verdict(out, checked.verdict());
            checked.evidence().forEach(id -> CitationParameters.citation(part(out, "citation"), id, chart));
        }
        CoverageParameters.add(parameters, chart.coverage());
        return parameters;
    }

    /** What does not hold against its own fact is not told; the fact itself is still cited. */
    private static void statement(ParametersParameterComponent out, CheckedStatement statement, Chart chart) {
        out.setName("statement");
        if (statement.isSupported()) {
            part(out, "text").setValue(new StringType(statement.text()));
        }
        verdict(out, statement.verdict());
        statement.evidence().forEach(id -> CitationParameters.citation(part(out, "citation"), id, chart));
    }

    private static void verdict(ParametersParameterComponent out, Verdict verdict) {
        part(out, "verdict").setValue(new CodeType(verdict.code()));
        if (!(verdict instanceof Verdict.Supported)) {
            part(out, "reason").setValue(new StringType(verdict.reason()));
        }
    }
}
