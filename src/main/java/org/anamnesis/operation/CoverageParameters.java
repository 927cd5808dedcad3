package org.anamnesis.operation;

import org.anamnesis.chart.Coverage;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;

/** The coverage as out parameters, the same for every operation that answers from a chart. */
final class CoverageParameters {

    private CoverageParameters() {}

    static void add(Parameters parameters, Coverage coverage) {
        parameters.addParameter("complete", new BooleanType(coverage.isComplete()));
        coverage.entries().forEach(entry -> coverage(parameters.addParameter(), entry));
    }

    private static void coverage(ParametersParameterComponent out, Coverage.Entry entry) {
        out.setName("coverage");
        part(out, "type").setValue(new CodeType(entry.type()));
        part(out, "asked").setValue(new StringType(entry.asked()));
        part(out, "outcome").setValue(new CodeType(entry.outcome().code()));
        switch (entry.outcome()) {
            case Coverage.Outcome.Found found -> {
                counts(out, found);
                if (found.unreadable() > 0) {
                    part(out, "detail").setValue(new StringType(found.unreadable() + " unreadable"));
                } else if (found.total().isEmpty()) {
                    part(out, "detail").setValue(new StringType("uncounted"));
                }
            }
            case Coverage.Outcome.CutOff cutOff -> counts(out, cutOff);
            case Coverage.Outcome.Failed failed -> {
                counts(out, failed);
                part(out, "detail").setValue(new StringType(failed.reason()));
            }
            case Coverage.Outcome.NotAsked notAsked -> part(out, "detail").setValue(new StringType(notAsked.reason()));
            case Coverage.Outcome.NoneRecorded none -> counts(out, none);
            case Coverage.Outcome.NotPermitted ignored -> {}
        }
    }

    /** How many were read, and of how many where the EHR says. */
    private static void counts(ParametersParameterComponent out, Coverage.Outcome outcome) {
        part(out, "read").setValue(new IntegerType(outcome.read()));
        outcome.total().ifPresent(total -> part(out, "total").setValue(new IntegerType(total)));
    }

    private static ParametersParameterComponent part(ParametersParameterComponent of, String name) {
        return of.addPart().setName(name);
    }
}
