package org.anamnesis.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.anamnesis.document.SomeDraft;
import org.anamnesis.fetch.Roster;
import org.anamnesis.fetch.WardPlace;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.junit.jupiter.api.Test;

class MemberSummaryTest {

    private static final Published PUBLISHED = new Published("ward-summarize");

    private final MemberSummary drafted = MemberSummary.composed("p1", new SomeDraft().stored(), true);

    @Test
    void theAnswerHoldsToItsDefinition() {
        Parameters answer = MemberSummary.parameters(
                roster(Optional.of("cut-off"), 2), List.of(drafted, MemberSummary.without("p2", "ehr-timeout")));
        PUBLISHED.assertHolds(answer);
        assertThat(PUBLISHED.taken()).containsExactlyInAnyOrderElementsOf(WardSummaries.PARAMETERS);
    }

    @Test
    void invariant5AWardIsCompleteOnlyWhereEachHasADraftOfAWholeChartAndAllAreListed() {
        assertThat(isComplete(roster(Optional.empty(), 0), drafted)).isTrue();
        assertThat(isComplete(roster(Optional.of("cut-off"), 0), drafted)).isFalse();
        assertThat(isComplete(roster(Optional.empty(), 0), drafted, MemberSummary.without("p2", "not-permitted")))
                .isFalse();
        assertThat(isComplete(
                        roster(Optional.empty(), 0), MemberSummary.composed("p1", new SomeDraft().stored(), false)))
                .isFalse();
    }

    @Test
    void whoHasNoDraftIsListedWithWhy() {
        ParametersParameterComponent member = MemberSummary.parameters(
                        roster(Optional.empty(), 0), List.of(MemberSummary.without("p2", "ehr-timeout")))
                .getParameter()
                .getLast();
        assertThat(member.getPart())
                .extracting(ParametersParameterComponent::getName)
                .containsExactly("subject", "outcome");
    }

    @Test
    void whatIsRememberedOfADraftIsReadBack() {
        MemberSummary.Part part = new MemberSummary.Part("3f2b0a54-0000-4000-8000-00000000000a", true);
        assertThat(MemberSummary.Part.read(part.written())).isEqualTo(part);
    }

    private static boolean isComplete(Roster roster, MemberSummary... members) {
        return Boolean.parseBoolean(MemberSummary.parameters(roster, List.of(members))
                .getParameter("complete")
                .getValue()
                .primitiveValue());
    }

    private static Roster roster(Optional<String> incomplete, int others) {
        return new Roster(
                new WardPlace(WardPlace.Kind.GROUP, "ward"),
                Optional.of("Ward Nine"),
                List.of("p1", "p2"),
                others,
                incomplete);
    }
}
