package org.anamnesis.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;

class BudgetRefusalTest {

    @Test
    void case52TooManyRequestsIsSaidWithWhenToComeBackAndWhatStillGoes() {
        Refusal refusal = new Refusal(Problem.modelBudget(), Duration.ofMinutes(7));
        assertThat(refusal.getStatusCode()).isEqualTo(429);
        assertThat(refusal.getResponseHeaders().get("Retry-After")).isEqualTo(List.of("420"));
        OperationOutcome outcome = (OperationOutcome) refusal.getOperationOutcome();
        assertThat(outcome.getIssueFirstRep().getCode()).isEqualTo(OperationOutcome.IssueType.THROTTLED);
        assertThat(outcome.getIssueFirstRep().getDetails().getText()).contains("model = rules");
    }
}
