package org.anamnesis.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Coverage.Outcome;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.guard.Limits;

/** Reads charts from an EHR made for a test. */
final class ReadCharts {

    /** Apart from the one other tests use: a reader puts its own client factory in. */
    static final FhirContext R4 = FhirContext.forR4();

    static final ClinicalTime AS_OF = ClinicalTime.day(LocalDate.of(2024, 11, 20));
    static final ReadLimits PATIENT = new ReadLimits(Duration.ofSeconds(30), Duration.ofSeconds(20), 4, Limits.EHR);

    private ReadCharts() {}

    /** With limits no healthy test comes near. */
    static ReadOutcome read(FaultyEhr ehr) {
        return read(ehr, SearchPlan.DEFAULT, PATIENT);
    }

    static ReadOutcome read(FaultyEhr ehr, SearchPlan plan, ReadLimits limits) {
        try (ChartReader reader = new ChartReader(R4, plan, limits)) {
            return reader.read(new EhrAccess(ehr.base(), () -> "secret"), "p1", AS_OF);
        } catch (IOException notClosed) {
            throw new AssertionError(notClosed);
        }
    }

    static Chart chart(ReadOutcome outcome) {
        assertThat(outcome).isInstanceOf(ReadOutcome.Read.class);
        return ((ReadOutcome.Read) outcome).chart();
    }

    static Chart chart(FaultyEhr ehr) {
        return chart(read(ehr));
    }

    /** A plan of one search for conditions. */
    static SearchPlan conditions(int pageSize, int maxResources, int maxPages) {
        return new SearchPlan(
                List.of(new SearchPlan.Search(
                        "Condition", "all", "patient={patient}", pageSize, maxResources, maxPages)),
                List.of(),
                List.of());
    }

    static Outcome outcome(Chart chart, String type) {
        return chart.coverage().of(type).orElseThrow();
    }

    static Stream<String> problems(Chart chart) {
        return chart.facts(FactKind.PROBLEM).map(Fact::concept).map(Concept::text);
    }
}
