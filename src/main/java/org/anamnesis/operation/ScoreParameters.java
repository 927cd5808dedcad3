package org.anamnesis.operation;

import static org.anamnesis.operation.CitationParameters.part;

import java.util.Locale;
import org.anamnesis.acuity.Assessment;
import org.anamnesis.chart.Chart;
import org.anamnesis.score.Band;
import org.anamnesis.score.Change;
import org.anamnesis.score.Component;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Scored;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;

/** Scores as out parameters: computed, not computable with what is missing, or not made for this patient. */
final class ScoreParameters {

    private ScoreParameters() {}

    static void score(ParametersParameterComponent out, Scored scored, Chart chart) {
        out.setName("score");
        part(out, "name").setValue(new StringType(scored.definition().name()));
        part(out, "version").setValue(new StringType(scored.definition().version()));
        part(out, "publication").setValue(new StringType(scored.definition().citation()));
        part(out, "madeFor").setValue(new StringType(scored.definition().appliesTo()));
        part(out, "outcome").setValue(new CodeType(code(scored.outcome())));
        part(out, "text").setValue(new StringType(scored.sentence()));
        switch (scored.outcome()) {
            case Outcome.Computed computed -> {
                part(out, "total").setValue(new DecimalType(computed.total()));
                band(part(out, "band"), computed.band());
                computed.notes().forEach(note -> part(out, "note").setValue(new StringType(note)));
            }
            case Outcome.NotComputable lacking -> {
                lacking.missing().forEach(missing -> InputParameters.missing(out.addPart(), missing, chart));
                lacking.reached().ifPresent(band -> band(part(out, "reached"), band));
            }
            case Outcome.NotApplicable not -> part(out, "reason").setValue(new StringType(not.reason()));
        }
        Assessment.components(scored.outcome())
                .forEach(component -> component(part(out, "component"), component, chart));
    }

    /** How a score changed; {@code deterioration} where it rose. */
    static void change(ParametersParameterComponent out, Change change) {
        out.setName("change");
        part(out, "score").setValue(new StringType(change.to().definition().name()));
        part(out, "text").setValue(new StringType(change.sentence()));
        part(out, "rise").setValue(new DecimalType(change.rise()));
        part(out, "from").setValue(FhirTime.of(change.from().at()));
        part(out, "to").setValue(FhirTime.of(change.to().at()));
        part(out, "deterioration").setValue(new BooleanType(change.isDeterioration()));
    }

    /** A stable word for what came of a score. */
    static String code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Computed ignored -> "computed";
            case Outcome.NotComputable ignored -> "not-computable";
            case Outcome.NotApplicable ignored -> "not-applicable";
        };
    }

    private static void band(ParametersParameterComponent out, Band band) {
        part(out, "name").setValue(new StringType(band.name()));
        part(out, "meaning").setValue(new StringType(band.meaning()));
        part(out, "concern").setValue(new CodeType(band.concern().name().toLowerCase(Locale.ROOT)));
    }

    private static void component(ParametersParameterComponent out, Component component, Chart chart) {
        part(out, "name").setValue(new StringType(component.name()));
        part(out, "points").setValue(new DecimalType(component.points()));
        part(out, "rule").setValue(new StringType(component.rule()));
        component.inputs().forEach(input -> InputParameters.measured(part(out, "input"), input, chart));
    }
}
