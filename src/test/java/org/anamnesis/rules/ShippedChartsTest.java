package org.anamnesis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Value;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Grounding;
import org.anamnesis.grounding.Statement;
import org.anamnesis.grounding.SummaryKind;
import org.anamnesis.reading.ChartAssembly;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sandbox's charts, whole: whatever rules write of them is borne out, and no unit in it is a code for machines. */
class ShippedChartsTest {

    private static final Path SHIPPED = Path.of("deploy", "sandbox", "charts");

    private static final Pattern CODE =
            Pattern.compile("10[*^]\\d|mm\\[|\\[degF]|\\{|\\bCel\\b|\\d ug\\b|\\[i?IU]|\\d /min|\\dm2\\b");

    static List<Path> charts() throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            return files.filter(file -> file.toString().endsWith("bundle.json")
                            || file.toString().endsWith(".json.gz")
                                    && !file.toString().contains("Information"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void everySentenceOfEveryKindIsBorneOut(Path file) throws IOException {
        Chart chart = chart(file);
        Grounding grounding = new Grounding(chart);
        for (SummaryKind kind : SummaryKind.values()) {
            assertBorneOut(grounding, RuleComposer.compose(chart, kind, List.of()));
        }
        Stream<Fact> facts = chart.facts().stream()
                .filter(fact -> fact.kind() != FactKind.NOTE && fact.kind() != FactKind.COVERAGE)
                .filter(fact -> fact.kind() != FactKind.RESULT && fact.kind() != FactKind.VITAL
                        || fact.id().number() % 10 == 1);
        assertBorneOut(grounding, facts.map(FactSentences::of).toList());
    }

    private static void assertBorneOut(Grounding grounding, List<Statement> statements) {
        assertThat(statements).isNotEmpty().allSatisfy(statement -> {
            CheckedStatement checked = grounding.check(statement);
            assertThat(checked.isSupported())
                    .as("%s: %s", statement.text(), checked.verdict().reason())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("charts")
    void noUnitIsACode(Path file) throws IOException {
        assertThat(chart(file).facts().stream()
                        .filter(fact -> fact.kind() != FactKind.NOTE)
                        .flatMap(ShippedChartsTest::measured))
                .allSatisfy(text -> assertThat(text).doesNotContainPattern(CODE));
    }

    /** All that is told with a unit. */
    private static Stream<String> measured(Fact fact) {
        Stream<Value> values = Stream.concat(
                fact.value().filter(value -> !(value instanceof Value.Worded)).stream(),
                fact.attributes().stream().map(Attribute::value).flatMap(Optional::stream));
        return Stream.concat(
                values.map(Value::text),
                fact.attributes(Attribute.Role.REFERENCE_RANGE).map(Attribute::text));
    }

    /** As of the last time that the chart names. */
    private static Chart chart(Path file) throws IOException {
        List<Resource> resources = resources(file);
        Patient patient = resources.stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseThrow();
        ClinicalTime early = ClinicalTime.utc(Instant.EPOCH);
        ClinicalTime last = ChartAssembly.of(patient, resources, new Coverage(List.of()), early).facts().stream()
                .map(Fact::time)
                .flatMap(Optional::stream)
                .max(ClinicalTime::compareTo)
                .orElse(early);
        return ChartAssembly.of(patient, resources, new Coverage(List.of()), last);
    }

    private static List<Resource> resources(Path file) throws IOException {
        boolean packed = file.toString().endsWith(".gz");
        try (InputStream in = Files.newInputStream(file);
                InputStream json = packed ? new GZIPInputStream(in) : in) {
            Bundle bundle = (Bundle) FhirContext.forR4Cached()
                    .newJsonParser()
                    .parseResource(new String(json.readAllBytes(), StandardCharsets.UTF_8));
            return bundle.getEntry().stream()
                    .map(BundleEntryComponent::getResource)
                    .toList();
        }
    }
}
