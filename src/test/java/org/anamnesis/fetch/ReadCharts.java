package org.anamnesis.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Coverage.Outcome;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.guard.Limits;

/** Reads charts from an EHR made for a test. */
final class ReadCharts {

    /** Apart from the one other tests use: a reader puts its own client factory in. */
    static final FhirContext R4 = FhirContext.forR4();

    static final ClinicalTime AS_OF = ClinicalTime.day(LocalDate.of(2024, 11, 20));
    static final ReadLimits PATIENT = limits(Duration.ofMinutes(3), Limits.EHR);

    private ReadCharts() {}

    /** With requests that may take a minute, four at a time. */
    static ReadLimits limits(Duration deadline, Limits answer) {
        return new ReadLimits(deadline, Duration.ofMinutes(1), 4, answer, ReadLimits.Files.DEFAULT);
    }

    /** With limits no healthy test comes near. */
    static ReadOutcome read(FaultyEhr ehr) {
        return read(ehr, SearchPlan.DEFAULT, PATIENT);
    }

    static ReadOutcome read(FaultyEhr ehr, SearchPlan plan, ReadLimits limits) {
        try (ChartReader reader = reader(ehr, plan, limits)) {
            return reader.read(new EhrAccess(ehr.base(), () -> "secret"), "p1", AS_OF);
        } catch (IOException notClosed) {
            throw new AssertionError(notClosed);
        }
    }

    static ChartReader reader(FaultyEhr ehr, SearchPlan plan, ReadLimits limits) {
        return new ChartReader(R4, new SearchPlans(Map.of(ehr.base(), plan)), limits);
    }

    static ReadOutcome.Read read(ReadOutcome outcome) {
        assertThat(outcome).isInstanceOf(ReadOutcome.Read.class);
        return (ReadOutcome.Read) outcome;
    }

    static Chart chart(ReadOutcome outcome) {
        return read(outcome).chart();
    }

    static Chart chart(FaultyEhr ehr) {
        return chart(read(ehr));
    }

    /** A plan of one search for conditions. */
    static SearchPlan conditions(int pageSize, int maxResources, int maxPages) {
        return plan(SearchPlan.Search.all("Condition", new SearchPlan.Bounds(maxResources, pageSize, maxPages)));
    }

    static SearchPlan plan(SearchPlan.Search... searches) {
        return new SearchPlan(
                "for a test", SearchPlan.Understood.ALL, List.of(searches), List.of(), SearchPlan.Bearing.USUAL);
    }

    /** A plan as its file has it, of these searches. */
    static SearchPlan planOf(String... searches) {
        try {
            String json = "{\"version\":1,\"searches\":[" + String.join(",", searches) + "]}";
            return SearchPlanFile.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (WrongPlan wrong) {
            throw new AssertionError(wrong);
        }
    }

    /** The line of the coverage for a search, by its words. */
    static Coverage.Entry entry(Chart chart, String type, String asked) {
        return chart.coverage().entries().stream()
                .filter(entry -> entry.type().equals(type) && entry.asked().equals(asked))
                .findFirst()
                .orElseThrow(() -> new AssertionError(chart.coverage().toString()));
    }

    static Outcome outcome(Chart chart, String type) {
        return chart.coverage().of(type).orElseThrow();
    }

    static Stream<String> problems(Chart chart) {
        return chart.facts(FactKind.PROBLEM).map(Fact::concept).map(Concept::text);
    }
}
