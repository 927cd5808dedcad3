package org.anamnesis.operation;

import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.anamnesis.conflict.Conflict;
import org.anamnesis.conflict.Side;
import org.anamnesis.digest.FactLine;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** What is cited, as out parameters: a single fact or sentence, and the two sides of a conflict. */
final class CitationParameters {

    private CitationParameters() {}

    /** A citation's id, source and words as the parts of a parameter. */
    static void citation(ParametersParameterComponent out, CitationId id, Chart chart) {
        part(out, "id").setValue(new StringType(id.toString()));
        Optional<Fact> fact = chart.fact(id);
        fact.ifPresent(known ->
                part(out, "source").setValue(new Reference(known.source().versionedReference())));
        fact.map(FactLine::words)
                .or(() -> chart.coverage(id).map(FactLine::words))
                .ifPresent(words -> part(out, "display").setValue(new StringType(words)));
    }

    /** A place where the chart contradicts itself, neither side preferred. */
    static void conflict(ParametersParameterComponent out, Conflict conflict, Chart chart) {
        out.setName("conflict");
        part(out, "kind").setValue(new CodeType(conflict.kind().code()));
        part(out, "about").setValue(new StringType(conflict.about()));
        part(out, "text").setValue(new StringType(conflict.words()));
        side(part(out, "side"), conflict.a(), chart);
        side(part(out, "side"), conflict.b(), chart);
    }

    private static void side(ParametersParameterComponent out, Side side, Chart chart) {
        part(out, "what").setValue(new StringType(side.what()));
        part(out, "text").setValue(new StringType(side.text()));
        side.when().ifPresent(when -> part(out, "when").setValue(FhirTime.of(when)));
        side.citations().forEach(id -> citation(part(out, "citation"), id, chart));
    }

    static ParametersParameterComponent part(ParametersParameterComponent of, String name) {
        return of.addPart().setName(name);
    }
}
