package org.anamnesis.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.fetch.EhrAccess;
import org.anamnesis.frame.Frame;
import org.anamnesis.grounding.SummaryKind;
import org.junit.jupiter.api.Test;

class SummariesTest {

    @Test
    void whatCanBeNobodysIdIsAnUnknownPatientBeforeAnythingIsRecordedOrAsked() {
        EhrAccess access = new EhrAccess(URI.create("https://ehr.example/fhir"), () -> "token");
        Summaries withoutAnything = new Summaries();
        for (String id : List.of("", "..", "a/b", "a b", "p".repeat(65))) {
            assertThat(withoutAnything.summarize(new SummaryRequest(
                            "ward",
                            new ChartSource.FromEhr(access),
                            id,
                            ClinicalTime.utc(Instant.parse("2025-03-04T12:00:00Z")),
                            Frame.WHOLE,
                            SummaryKind.BRIEF,
                            Optional.empty(),
                            true,
                            "caller user-1")))
                    .isEqualTo(new SummaryOutcome.UnknownPatient());
        }
    }
}
