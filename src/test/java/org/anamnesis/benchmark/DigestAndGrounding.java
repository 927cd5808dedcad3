package org.anamnesis.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.digest.Digest;
import org.anamnesis.digest.Digester;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Grounding;
import org.anamnesis.grounding.Statement;
import org.anamnesis.grounding.Verification;
import org.anamnesis.reading.ChartAssembly;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What digest and check cost on made-up charts, each as a whole and with nothing kept from the time before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DigestAndGrounding {

    private static final ClinicalTime AS_OF = ClinicalTime.day(LocalDate.of(2025, 1, 1));

    /** The chart's size. */
    @Param({"500", "5000"})
    public int facts;

    private Chart chart = new Chart(
            ChartAssembly.of(SyntheticChart.patient(), List.of(), new Coverage(List.of()), AS_OF)
                    .patient(),
            List.of(),
            new Coverage(List.of()),
            AS_OF);

    private List<Statement> statements = List.of();

    /** Makes the chart, and forty statements on it of which some are false. */
    @Setup
    public void chart() {
        // Some of the made-up resources say the same and become one fact.
        List<Resource> resources = SyntheticChart.pages(2 * facts, 2 * facts).stream()
                .flatMap(page -> page.getEntry().stream())
                .map(BundleEntryComponent::getResource)
                .toList();
        Chart large = ChartAssembly.of(SyntheticChart.patient(), resources, new Coverage(List.of()), AS_OF);
        List<Fact> some = large.facts().stream().limit(facts).toList();
        chart = new Chart(large.patient(), some, large.coverage(), AS_OF);
        statements = OwnShare.statements(chart);
    }

    /** A chart's lines for a model. */
    @Benchmark
    public Digest digest() {
        return Digester.digest(chart, Digester.DEFAULT_BUDGET_TOKENS);
    }

    /** The strict check of forty statements that cite. */
    @Benchmark
    public List<CheckedStatement> check() {
        Grounding grounding = new Grounding(chart);
        return statements.stream().map(grounding::check).toList();
    }

    /** The search for what forty statements stand on, from the chart to the last of them. */
    @Benchmark
    public List<Verification.Verified> search() {
        Verification verification = new Verification(chart);
        return statements.stream()
                .map(statement -> verification.check(statement.text()))
                .toList();
    }
}
