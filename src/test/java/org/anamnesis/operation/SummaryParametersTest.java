package org.anamnesis.operation;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.FactKind;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.Backing;
import org.anamnesis.draft.DocumentKind;
import org.anamnesis.draft.Draft;
import org.anamnesis.draft.DraftText;
import org.anamnesis.draft.Extent;
import org.anamnesis.draft.LookBack;
import org.anamnesis.draft.LookedBack;
import org.anamnesis.grounding.SummaryKind;
import org.anamnesis.store.DraftContent;
import org.anamnesis.store.StoredDraft;
import org.anamnesis.summary.SummaryOutcome;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code $summarize} takes and answers of how far back a summary looks. */
class SummaryParametersTest {

    private static final Published SUMMARIZE = new Published("summarize");
    private static final LookBack YEAR = LookBack.parse("P1Y").orElseThrow();

    private static Parameters answer(Optional<LookedBack> back) {
        Chart chart = aChart().ofPatient(71, "female")
                .covered("Observation", new Coverage.Outcome.Found(3, 0))
                .build();
        Authorship rules = new Authorship.ByRules(Optional.empty());
        Draft draft = new Draft(
                chart, SummaryKind.BRIEF, rules, List.of(), List.of(), List.of(), Extent.WHOLE, 0, List.of(), back);
        DraftText text = DraftText.of(draft);
        return SummaryParameters.of(new SummaryOutcome.Composed(
                draft,
                new StoredDraft(
                        UUID.fromString("5d1f5a34-0f4c-4a0e-9a3c-0c6f9e1b7a11"),
                        "ward",
                        "p1",
                        Instant.parse("2025-03-04T12:00:00Z"),
                        text.text(),
                        text.hash(),
                        new DraftContent(
                                DocumentKind.SUMMARY,
                                rules,
                                List.of(),
                                List.of(),
                                Backing.of(chart, Stream.empty()),
                                List.of()),
                        Optional.empty(),
                        Optional.empty())));
    }

    @Test
    void theAnswerSaysHowFarBackItLooksAndWhatItDoesNotUse() {
        Parameters answer = answer(Optional.of(new LookedBack(
                YEAR, ClinicalTime.day(LocalDate.of(2023, 11, 20)), Map.of(FactKind.NOTE, 2, FactKind.RESULT, 210))));
        SUMMARIZE.assertHolds(answer);
        ParametersParameterComponent back = answer.getParameter("lookBack");
        assertThat(part(back, "period")).isEqualTo("P1Y");
        assertThat(part(back, "from")).isEqualTo("2023-11-20");
        assertThat(part(back, "not-used")).isEqualTo("212");
        assertThat(back.getPart().stream()
                        .filter(one -> one.getName().equals("kind"))
                        .map(kind -> part(kind, "name") + " " + part(kind, "not-used")))
                .containsExactly("result 210", "note 2");
    }

    @Test
    void anAnswerFromAllThereIsSaysNothingOfIt() {
        Parameters answer = answer(Optional.empty());
        SUMMARIZE.assertHolds(answer);
        assertThat(answer.hasParameter("lookBack")).isFalse();
    }

    @Test
    void aDurationIsTakenAndWhereNoneIsGivenTheEhrsSettingHolds() {
        assertThat(ExtentInput.lookBack(input("P1Y"))).hasValue(YEAR);
        assertThat(ExtentInput.lookBack(input("all"))).hasValue(LookBack.ALL);
        assertThat(ExtentInput.lookBack(Input.read(SentRequest.json(""), List.of("lookBack"))))
                .isEmpty();
        assertThat(SUMMARIZE.taken()).contains("lookBack");
        assertThat(new Published("ward-summarize").taken())
                .containsExactlyInAnyOrderElementsOf(WardSummaries.PARAMETERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 year", "P0D", "P-1Y", "PT1H"})
    void anythingElseIsRefusedWithWhatIsExpected(String written) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> ExtentInput.lookBack(input(written)));
        OperationOutcome outcome = (OperationOutcome) refusal.getOperationOutcome();
        assertThat(outcome.getIssueFirstRep().getDetails().getText())
                .contains("lookBack must be all, or an ISO 8601 duration");
    }

    private static Input input(String written) {
        return Input.read(
                SentRequest.parameters("{'name':'lookBack','valueCode':'" + written + "'}"), List.of("lookBack"));
    }

    private static String part(ParametersParameterComponent of, String name) {
        return of.getPart().stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue()
                .primitiveValue();
    }
}
