package org.anamnesis.operation;

import static org.anamnesis.operation.CitationParameters.part;

import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.LookedBack;
import org.anamnesis.filing.FiledDocument;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.privacy.FlaggedPassages;
import org.anamnesis.summary.SummaryOutcome;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;

/** A composed summary as the out parameters of {@code $summarize}; their names are the published contract. */
final class SummaryParameters {

    private SummaryParameters() {}

    static Parameters of(SummaryOutcome.Composed composed) {
        Parameters parameters = new Parameters();
        DocumentReference document = FiledDocument.of(composed.stored(), Optional.empty());
        document.setId(composed.stored().id().toString());
        parameters.addParameter().setName("document").setResource(document);
        parameters.addParameter("text-hash", new StringType(composed.stored().textHash()));
        Authorship authorship = composed.draft().authorship();
        parameters.addParameter("composed-by", new CodeType(authorship.code()));
        if (authorship instanceof Authorship.ByRules rules) {
            rules.insteadOfModel()
                    .ifPresent(reason -> parameters.addParameter("fallback-reason", new CodeType(reason.code())));
        }
        Chart chart = composed.draft().chart();
        composed.draft().lookedBack().ifPresent(back -> lookedBack(parameters.addParameter(), back));
        composed.draft().statements().forEach(statement -> statement(parameters.addParameter(), statement, chart));
        composed.draft().added().forEach(statement -> added(parameters.addParameter(), statement, chart));
        composed.draft()
                .conflicts()
                .forEach(conflict -> CitationParameters.conflict(parameters.addParameter(), conflict, chart));
        FlaggedPassages.of(chart).forEach(flagged -> flagged(parameters.addParameter(), flagged, chart));
        CoverageParameters.add(parameters, chart.coverage());
        return parameters;
    }

    private static void lookedBack(ParametersParameterComponent out, LookedBack back) {
        out.setName("lookBack");
        part(out, "period").setValue(new CodeType(back.lookBack().code()));
        part(out, "from").setValue(new DateType(back.from().iso()));
        part(out, "not-used").setValue(new IntegerType(back.count()));
        back.notUsed().forEach((kind, count) -> {
            ParametersParameterComponent one = part(out, "kind");
            part(one, "name").setValue(new CodeType(kind.word()));
            part(one, "not-used").setValue(new IntegerType(count));
        });
    }

    private static void flagged(ParametersParameterComponent out, FlaggedPassages.Flagged flagged, Chart chart) {
        out.setName("flaggedPassage");
        part(out, "reason").setValue(new CodeType(flagged.reason()));
        part(out, "words").setValue(new StringType(flagged.words()));
        part(out, "text").setValue(new StringType(flagged.text()));
        CitationParameters.citation(part(out, "citation"), flagged.id(), chart);
    }

    private static void added(ParametersParameterComponent out, CheckedStatement statement, Chart chart) {
        out.setName("added");
        part(out, "section").setValue(new CodeType(statement.section().code()));
        part(out, "text").setValue(new StringType(statement.text()));
        statement.evidence().forEach(id -> CitationParameters.citation(part(out, "citation"), id, chart));
    }

    private static void statement(ParametersParameterComponent out, CheckedStatement statement, Chart chart) {
        out.setName("statement");
        part(out, "section").setValue(new CodeType(statement.section().code()));
        part(out, "text").setValue(new StringType(statement.text()));
        part(out, "verdict").setValue(new CodeType(statement.verdict().code()));
        if (!statement.isSupported()) {
            part(out, "reason").setValue(new StringType(statement.verdict().reason()));
        }
        part(out, "shown").setValue(new BooleanType(statement.isSupported()));
        statement.evidence().forEach(id -> CitationParameters.citation(part(out, "citation"), id, chart));
    }
}
