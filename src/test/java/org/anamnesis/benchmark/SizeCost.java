package org.anamnesis.benchmark;

import ca.uhn.fhir.context.FhirContext;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.digest.Digester;
import org.anamnesis.reading.ChartAssembly;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a chart of one size costs inside the product, in processor time of the one thread that does it, each the median of
 * some runs. Processor time, because the time on the wall is that of the whole machine.
 *
 * @param resources its size
 * @param parsingMillis JSON to resources
 * @param readingMillis resources to facts
 * @param digestingMillis facts to the lines for a model
 * @param facts how many facts came of it
 */
record SizeCost(int resources, double parsingMillis, double readingMillis, double digestingMillis, int facts) {

    private static final List<Integer> SIZES = List.of(1_000, 2_000, 5_000, 10_000, 20_000, 50_000);
    private static final int RUNS = 5;
    private static final int PAGE = 1_000;
    private static final ClinicalTime AS_OF = ClinicalTime.day(LocalDate.of(2025, 1, 1));

    static List<SizeCost> measure() {
        FhirContext fhir = FhirContext.forR4();
        // The first rounds teach the machine the way.
        for (int round = 0; round < 3; round++) {
            of(2_000, fhir, 1);
        }
        return SIZES.stream().map(size -> of(size, fhir, RUNS)).toList();
    }

    private static SizeCost of(int size, FhirContext fhir, int runs) {
        List<byte[]> pages = SyntheticChart.pages(size, PAGE).stream()
                .map(page -> fhir.newJsonParser().encodeResourceToString(page).getBytes(StandardCharsets.UTF_8))
                .toList();
        Patient patient = SyntheticChart.patient();
        double[] parsing = new double[runs];
        double[] reading = new double[runs];
        double[] digesting = new double[runs];
        int facts = 0;
        for (int run = 0; run < runs; run++) {
            Timed<List<Resource>> parsed = Timed.of(() -> parsed(pages, fhir));
            Timed<Chart> read =
                    Timed.of(() -> ChartAssembly.of(patient, parsed.value(), new Coverage(List.of()), AS_OF));
            Timed<Object> digested = Timed.of(() -> Digester.digest(read.value(), Digester.DEFAULT_BUDGET_TOKENS));
            parsing[run] = parsed.millis();
            reading[run] = read.millis();
            digesting[run] = digested.millis();
            facts = read.value().facts().size();
        }
        SizeCost cost = new SizeCost(size, median(parsing), median(reading), median(digesting), facts);
        System.out.println(cost);
        return cost;
    }

    private static List<Resource> parsed(List<byte[]> pages, FhirContext fhir) {
        List<Resource> resources = new ArrayList<>();
        for (byte[] page : pages) {
            Bundle bundle = fhir.newJsonParser().parseResource(Bundle.class, new String(page, StandardCharsets.UTF_8));
            bundle.getEntry().stream().map(BundleEntryComponent::getResource).forEach(resources::add);
        }
        return resources;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private record Timed<T>(T value, double millis) {
        static <T> Timed<T> of(Supplier<T> work) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long begin = threads.getCurrentThreadCpuTime();
            T value = work.get();
            return new Timed<>(value, (threads.getCurrentThreadCpuTime() - begin) / 1e6);
        }
    }
}
