package org.anamnesis.fhirpath;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FHIRPath over a Bundle of a fictional patient: what the engine lacks, and what FHIR's JSON calls by other names. */
class BundlePathsTest {

    private static final FhirContext R4 = FhirContext.forR4();
    private static final BundlePaths PATHS = new FhirPaths(R4)
            .over((Bundle) R4.newJsonParser().parseResource(BundlePathsTest.class.getResourceAsStream("bundle.json")));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "resources by the name of their type; Bundle.entry.resource.where(resourceType='Patient').birthDate;"
                        + "1951-03-09",
                "resources by type; Bundle.entry.resource.ofType(Observation).count(); 3",
                "a choice under its name with the type; Bundle.entry.resource.ofType(Procedure).performedDateTime;"
                        + "2024-05-02",
                "a choice under its plain name; Bundle.entry.resource.ofType(Procedure).performed.start;"
                        + "2024-05-01T08:00:00Z",
                "only the type that was named; Bundle.entry.resource.ofType(Procedure).performedPeriod.start;"
                        + "2024-05-01T08:00:00Z",
                "a relative reference; Bundle.entry.resource.ofType(Procedure).encounter.resolve().class.code; IMP",
                "a reference by UUID; Bundle.entry.resource.ofType(Procedure).where(id='p2').location.resolve().name;"
                        + "Ward 4",
                "a reference nobody answers is empty;"
                        + " Bundle.entry.resource.ofType(Encounter).subject.resolve().exists();false",
                "a time that is one stays one; @2024-05-02T10:00:00.000Z.highBoundary(); 2024-05-02T10:00:00.000Z",
                "text that is a time; '2024-05'.toDateTime(); 2024-05",
                "text that is none; '2024-13-40'.toDateTime().empty(); true",
                "no double values in a union; (1 | 2 | 1).count(); 2",
                "the whole context from within; Bundle.entry.where(%context.Bundle.entry.count() = 8).count(); 8"
            })
    void understands(String what, String expression, String expected) {
        assertThat(texts(expression)).as(what).containsExactly(expected);
    }

    @Test
    void sortsTimesByTheMomentTheyMeanNotByTheirText() {
        assertThat(texts("Bundle.entry.resource.ofType(Observation).sort(effectiveDateTime).id"))
                .containsExactly("o3", "o2", "o1");
    }

    @Test
    void sortsDescendingBehindAMinus() {
        assertThat(texts("Bundle.entry.resource.ofType(Observation).sort(-effectiveDateTime).id"))
                .containsExactly("o1", "o2", "o3");
    }

    @Test
    void sortsNumbersByValueAndBySeveralKeys() {
        assertThat(texts("Bundle.entry.resource.ofType(Observation).sort(valueQuantity.unit, -valueQuantity.value).id"))
                .containsExactly("o3", "o1", "o2");
        assertThat(texts("(10 | 9 | 100).sort()")).containsExactly("9", "10", "100");
    }

    @Test
    void putsWhatHasNoKeyFirstAndKeepsTheOrderOfEquals() {
        assertThat(texts("Bundle.entry.resource.ofType(Procedure).sort(performed.start).id"))
                .containsExactly("p1", "p2");
        assertThat(texts("Bundle.entry.resource.ofType(Observation).sort(status).id"))
                .containsExactly("o1", "o2", "o3");
    }

    @Test
    void tellsAnExpressionThatIsNoneFromOneThatFailsOverThisBundle() {
        assertThat(PATHS.evaluate("Bundle.entry.resource.where(")).isEqualTo(new PathOutcome.Malformed());
        assertThat(PATHS.evaluate("Bundle.noSuchFunction()")).isEqualTo(new PathOutcome.Malformed());
        assertThat(PATHS.evaluate("Bundle.entry.resource.sort(id | resourceType)"))
                .isEqualTo(new PathOutcome.Failed());
        assertThat(PATHS.evaluate("%unknown")).isEqualTo(new PathOutcome.Failed());
    }

    private static List<String> texts(String expression) {
        PathOutcome outcome = PATHS.evaluate(expression);
        assertThat(outcome).as(expression).isInstanceOf(PathOutcome.Values.class);
        return ((PathOutcome.Values) outcome)
                .values().stream().map(Base::primitiveValue).toList();
    }
}
