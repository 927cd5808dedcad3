package org.anamnesis.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.audit.RecordedEvents;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.context.ContextOutcome;
import org.anamnesis.context.ContextRequest;
import org.anamnesis.context.PatientContexts;
import org.anamnesis.context.Wanted;
import org.anamnesis.fetch.ChartReader;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.fetch.ReadLimits;
import org.anamnesis.fetch.SearchPlans;
import org.anamnesis.frame.Frame;
import org.anamnesis.frame.Span;
import org.anamnesis.given.Format;
import org.anamnesis.given.GivenCharts;
import org.anamnesis.given.GivenOutcome;
import org.anamnesis.guard.Limits;
import org.anamnesis.reading.Times;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** What {@code $patient-context} answers is what its definition publishes. */
class ContextParametersTest {

    private static final Published PUBLISHED = new Published("patient-context");
    private static final FhirContext R4 = FhirContext.forR4();
    private static final String CHART = """
            {"resourceType":"Bundle","type":"collection","entry":[
              {"resource":{"resourceType":"Patient","id":"p1","gender":"female","birthDate":"1957-03-22"}},
              {"resource":{"resourceType":"Condition","id":"c1","meta":{"versionId":"4"},
                "text":{"status":"generated","div":"<div xmlns='http://www.w3.org/1999/xhtml'>Knee<img src='x'/></div>"},
                "clinicalStatus":{"coding":[{"code":"active",
                  "system":"http://terminology.hl7.org/CodeSystem/condition-clinical"}]},
                "code":{"text":"Osteoarthritis of the knee"},"subject":{"reference":"Patient/p1"},
                "onsetDateTime":"2024-10-05"}},
              {"resource":{"resourceType":"Condition","id":"c2","meta":{"versionId":"1"},
                "clinicalStatus":{"coding":[{"code":"active",
                  "system":"http://terminology.hl7.org/CodeSystem/condition-clinical"}]},
                "code":{"text":"Osteoarthritis of the knee"},"subject":{"reference":"Patient/p1"},
                "onsetDateTime":"2024-10-05"}},
              {"resource":{"resourceType":"Observation","id":"o1","status":"final","code":{"text":"Potassium"},
                "subject":{"reference":"Patient/p1"},"effectiveDateTime":"2019-01-05T07:00:00+02:00",
                "valueQuantity":{"value":4.1,"unit":"mmol/L"}}},
              {"resource":{"resourceType":"Observation","id":"o2","status":"final","code":{"text":"Potassium"},
                "subject":{"reference":"Patient/p2"},"valueQuantity":{"value":9.9,"unit":"mmol/L"}}}
            ]}""";

    @Test
    void answersWithParametersThatItsDefinitionPublishesAndAllThatItRequires() throws IOException {
        for (Parameters answer : List.of(answer(Optional.empty(), Optional.empty()), focused())) {
            PUBLISHED.assertHolds(answer);
        }
    }

    @Test
    void takesExactlyTheParametersItsDefinitionPublishes() throws IOException {
        assertThat(PUBLISHED.taken()).containsExactlyInAnyOrderElementsOf(ContextOperation.PARAMETERS);
    }

    @Test
    void aFactNamesItsSourcesWithTheirVersionsAndItsPlace() throws IOException {
        ParametersParameterComponent fact = named(answer(Optional.empty(), Optional.empty()), "fact")
                .filter(one -> value(one, "kind").equals("problem"))
                .findFirst()
                .orElseThrow();

        assertThat(value(fact, "text")).contains("Osteoarthritis of the knee");
        assertThat(value(fact, "when")).isEqualTo("2024-10-05");
        assertThat(value(fact, "standing")).isEqualTo("active");
        assertThat(reference(fact, "source")).isEqualTo("Condition/c1/_history/4");
        assertThat(reference(fact, "alsoIn")).isEqualTo("Condition/c2/_history/1");
        assertThat(value(fact, "path")).startsWith("Condition");
    }

    @Test
    void aFactThatIsNotOfThePeriodSaysWhyItStays() throws IOException {
        Parameters answer =
                answer(Optional.empty(), Optional.of(new Span(Times.parse("2024-01"), Times.parse("2024-06"), true)));

        assertThat(named(answer, "fact").filter(one -> value(one, "kind").equals("problem")))
                .singleElement()
                .satisfies(problem -> assertThat(value(problem, "stays")).isEqualTo("current"));
        assertThat(named(answer, "leftOut")).anySatisfy(left -> {
            assertThat(value(left, "kind")).isEqualTo("result");
            assertThat(value(left, "count")).isEqualTo("1");
            assertThat(value(left, "reason")).isEqualTo("period");
        });
    }

    @Test
    void theCoverageSaysThatTheChartWasGivenAndWhatWasLeftOut() throws IOException {
        Parameters answer = answer(Optional.empty(), Optional.empty());

        assertThat(answer.getParameter("complete").getValue().primitiveValue()).isEqualTo("false");
        assertThat(named(answer, "coverage").filter(one -> value(one, "type").equals("Observation")))
                .singleElement()
                .satisfies(line -> {
                    assertThat(value(line, "asked")).isEqualTo("given by the caller");
                    assertThat(value(line, "read")).isEqualTo("1");
                    assertThat(value(line, "detail")).isEqualTo("1 unreadable");
                });
        assertThat(R4.newJsonParser().encodeResourceToString(answer)).doesNotContain("9.9", "Patient/p2");
    }

    @Test
    void case15NoNarrativeIsPassedOn() throws IOException {
        Bundle bundle = (Bundle) named(answer(Optional.empty(), Optional.empty()), "bundle")
                .findFirst()
                .orElseThrow()
                .getResource();

        Condition condition = (Condition) bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Condition.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(condition.hasText()).isFalse();
        assertThat(condition.getMeta().getTagFirstRep().getCode()).isEqualTo("SUBSETTED");
        assertThat(bundle.getEntry())
                .extracting(Bundle.BundleEntryComponent::getFullUrl)
                .contains("https://ehr.example/fhir/Condition/c1");
    }

    @Test
    void withAFocusItSaysWhetherAnythingBearsOnIt() throws IOException {
        Parameters found = focused();
        assertThat(found.getParameter("noneFound").getValue().primitiveValue()).isEqualTo("false");
        assertThat(named(found, "searched")).isNotEmpty();
        Parameters none = answer(Optional.of("xylophone lessons"), Optional.empty());
        assertThat(none.getParameter("noneFound").getValue().primitiveValue()).isEqualTo("true");
        assertThat(named(answer(Optional.empty(), Optional.empty()), "noneFound"))
                .isEmpty();
    }

    private static Parameters focused() throws IOException {
        return answer(Optional.of("potassium"), Optional.empty());
    }

    private static Parameters answer(Optional<String> focus, Optional<Span> period) throws IOException {
        GivenOutcome given = new GivenCharts(R4, Limits.CALLER)
                .take(
                        Format.JSON.cut(CHART.getBytes(StandardCharsets.UTF_8)).entries(),
                        Format.JSON,
                        Optional.of("p1"),
                        "https://ehr.example/fhir");
        try (ChartReader reader = new ChartReader(R4, SearchPlans.SHIPPED, ReadLimits.DEFAULT)) {
            ContextOutcome outcome = new PatientContexts(reader, new RecordedEvents())
                    .contextOf(new ContextRequest(
                            "ward",
                            new ChartSource.Given(((GivenOutcome.Taken) given).chart()),
                            "p1",
                            ClinicalTime.day(LocalDate.of(2024, 11, 20)),
                            new Wanted(focus, Frame.WHOLE.with(period, false), Optional.empty()),
                            "tester"));
            return ContextParameters.of(((ContextOutcome.Composed) outcome).context());
        }
    }

    private static Stream<ParametersParameterComponent> named(Parameters answer, String name) {
        return answer.getParameter().stream().filter(one -> one.getName().equals(name));
    }

    private static Stream<ParametersParameterComponent> parts(ParametersParameterComponent of, String name) {
        return of.getPart().stream().filter(part -> part.getName().equals(name));
    }

    private static String value(ParametersParameterComponent of, String name) {
        return parts(of, name)
                .map(part -> part.getValue().primitiveValue())
                .findFirst()
                .orElse("");
    }

    private static String reference(ParametersParameterComponent of, String name) {
        return parts(of, name)
                .map(part -> ((Reference) part.getValue()).getReference())
                .findFirst()
                .orElse("");
    }
}
