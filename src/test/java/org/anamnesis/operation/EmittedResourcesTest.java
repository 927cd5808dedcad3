package org.anamnesis.operation;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Standing;
import org.anamnesis.conformity.Conformity;
import org.anamnesis.draft.ModelTry;
import org.anamnesis.recall.Recalls;
import org.anamnesis.store.DraftOrigins;
import org.anamnesis.summary.Opinion;
import org.anamnesis.verify.TextCheck;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the facade says of itself and of failures is valid; answers of operations are validated where they are tested. */
class EmittedResourcesTest {

    static Stream<String> definitions() {
        return OperationDefinitions.names().stream();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyOperationDefinitionIsValid(String name) {
        var definition = OperationDefinitions.read(FhirContext.forR4Cached(), name);
        definition.setUrl("https://anamnesis.example/fhir/ward/OperationDefinition/" + name);
        Conformity.assertValid(definition);
    }

    @Test
    void everyKindOfProblemIsAValidOperationOutcome() {
        List<Problem> problems = List.of(
                Problem.unauthenticated(),
                Problem.forbidden("scopes"),
                Problem.unknownPatient(),
                Problem.parameter("wrong-parameter", "kind", "words"),
                Problem.unavailable("ehr-timeout", "words"),
                Problem.auditUnavailable(),
                Problem.otherPatient(),
                Problem.notOnePatient(),
                new Problem(500, IssueType.EXCEPTION, "internal", "words"));
        problems.forEach(problem -> Conformity.assertValid(problem.outcome()));
    }

    @Test
    void theAnswerOfARecallIsValidAndAsPublished() {
        var answer = RecallOperation.answer(new Recalls.Recalled(
                List.of(new DraftOrigins.Found(
                        UUID.randomUUID(),
                        "p1",
                        "ENTERED_IN_ERROR",
                        Optional.of("DocumentReference/7"),
                        Instant.parse("2025-03-04T12:00:00Z"),
                        "model",
                        Optional.of("mistral"),
                        Optional.of("brief-3"),
                        Optional.of(DraftOrigins.Use.TOLD),
                        List.of(new DraftOrigins.Mark(Instant.parse("2025-03-05T12:00:00Z"), "client user", "why")))),
                false,
                2));
        new Published("recall").assertHolds(answer);
        assertThat(answer.getParameter("not-searched").getValue().primitiveValue())
                .isEqualTo("2");
        assertThat(answer.getParameter("count").getValue().primitiveValue()).isEqualTo("1");
    }

    @Test
    void theAnswerOfACheckWithASecondOpinionIsValidAndAsPublished() {
        Chart chart = aChart().problem("Gout", Standing.ACTIVE, "2012-01-05")
                .covered("Condition", new Coverage.Outcome.Found(1, 0))
                .build();
        var answer = InquiryParameters.of(
                chart, TextCheck.of(chart, "She has active gout.").doubting(one -> true));
        InquiryParameters.opinion(
                answer,
                new Opinion(
                        1,
                        Set.of(new Opinion.Passed("She has active gout.", List.of())),
                        List.of(new ModelTry("reader", "opinion-1", ModelTry.ANSWERED)),
                        List.of()));
        new Published("verify").assertHolds(answer);
        assertThat(answer.getParameter("doubted").getValue().primitiveValue()).isEqualTo("1");
    }
}
