package org.anamnesis.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.triage.Tier;
import org.anamnesis.ward.Decision;
import org.anamnesis.ward.DecisionOutcome;
import org.anamnesis.ward.WardDesk;
import org.anamnesis.ward.WardEhr;
import org.anamnesis.ward.WardOutcome;
import org.anamnesis.ward.WardRequest;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code $triage} on a ward and {@code $override-acuity} answer is what their definitions publish. */
class WardParametersTest {

    private static final Published TRIAGE = new Published("ward-triage");
    private static final Published OVERRIDE = new Published("override-acuity");

    private final WardDesk desk = new WardDesk();

    @BeforeEach
    void aWardWithOneOfEachKind() {
        desk.ehr
                .member("ill", WardEhr.set("i", "26", "2024-03-10T11:50:00Z"))
                .member("unseen", WardEhr.vital("t", "8310-5", "3.7", "Cel", "2024-03-10T11:50:00Z"))
                .member("secret")
                .member("broken")
                .trouble("Patient/secret", 403)
                .trouble("Patient/broken", 500);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theListHoldsToItsDefinition() {
        decide();
        Parameters answer = WardParameters.of(desk.list());
        TRIAGE.assertHolds(answer);
        assertThat(TRIAGE.taken()).containsExactlyInAnyOrderElementsOf(WardOperations.LISTED);

        List<ParametersParameterComponent> patients = named(answer, "patient").toList();
        assertThat(patients).hasSize(2);
        ParametersParameterComponent ill = patients.getFirst();
        assertThat(((Reference) part(ill, "subject").getValue()).getDisplay()).isEqualTo("Test ill");
        assertThat(text(ill, "tier")).isEqualTo("emergency");
        assertThat(text(ill, "computedTier")).isEqualTo("urgent");
        assertThat(text(part(ill, "override"), "reason")).isEqualTo("looks grey");
        assertThat(ill.getPart().stream().filter(part -> part.getName().equals("input")))
                .hasSize(7)
                .anySatisfy(input -> assertThat(
                                ((Reference) part(input, "source").getValue()).getReference())
                        .isEqualTo("Observation/i-rr"));
        assertThat(text(patients.get(1), "refused")).contains("3.7").contains("outside");
        assertThat(named(answer, "notRead").map(not -> text(not, "outcome")))
                .containsExactly("not-permitted", "failed");
    }

    @Test
    void anUnchangedListTellsOfNobody() {
        String version = desk.list().version();
        Parameters answer = WardParameters.of((WardOutcome.Unchanged) desk.since(version));
        TRIAGE.assertHolds(answer);
        assertThat(named(answer, "patient")).isEmpty();
        assertThat(named(answer, "version").map(one -> one.getValue().primitiveValue()))
                .containsExactly(version);
    }

    @Test
    void aDecisionHoldsToItsDefinition() {
        OVERRIDE.assertHolds(WardParameters.of(decide().decision()));
        assertThat(OVERRIDE.taken()).containsExactlyInAnyOrderElementsOf(WardOperations.DECIDED);
    }

    @Test
    void onAWardTriageAndSummarizeHaveDefinitionsOfTheirOwn() {
        assertThat(OperationDefinitions.idOf("Group", "triage")).isEqualTo("ward-triage");
        assertThat(OperationDefinitions.idOf("Location", "triage")).isEqualTo("ward-triage");
        assertThat(OperationDefinitions.idOf("Patient", "triage")).isEqualTo("triage");
        assertThat(OperationDefinitions.idOf("Group", "summarize")).isEqualTo("ward-summarize");
        assertThat(OperationDefinitions.idOf("Patient", "summarize")).isEqualTo("summarize");
    }

    private DecisionOutcome.Kept decide() {
        return (DecisionOutcome.Kept) desk.decisions.decideOnWard(
                WardRequest.now(desk.eyes(), WardDesk.WARD),
                new Decision("ill", Optional.of(Tier.EMERGENCY), "looks grey", 2, "Practitioner/ana"));
    }

    private static Stream<ParametersParameterComponent> named(Parameters answer, String name) {
        return answer.getParameter().stream().filter(one -> one.getName().equals(name));
    }

    private static ParametersParameterComponent part(ParametersParameterComponent of, String name) {
        return of.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(ParametersParameterComponent of, String name) {
        return part(of, name).getValue().primitiveValue();
    }
}
