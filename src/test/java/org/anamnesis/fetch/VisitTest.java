package org.anamnesis.fetch;

import static org.anamnesis.fetch.FaultyEhr.json;
import static org.anamnesis.fetch.FaultyEhr.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.anamnesis.chart.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose an encounter is and when it was, as the EHR says. */
class VisitTest {

    private final FaultyEhr ehr = new FaultyEhr();

    @AfterEach
    void close() {
        ehr.close();
    }

    @Test
    void aVisitHasItsPatientAndItsTime() {
        ehr.answers("Encounter", json(encounter("finished", "Patient/p1")));

        Visit visit = read("e1");

        assertThat(visit.patient()).isEqualTo("p1");
        assertThat(visit.encounter().reference()).isEqualTo("Encounter/e1");
        assertThat(visit.start().orElseThrow().iso()).isEqualTo("2024-11-02");
        assertThat(visit.over().orElseThrow().iso()).isEqualTo("2024-11-09 10:00");
        assertThat(ehr.requests).as("the encounter alone").containsExactly("/fhir/Encounter/e1");
    }

    @Test
    void aVisitThatGoesOnIsNotOver() {
        ehr.answers("Encounter", json(encounter("in-progress", ehr.base() + "/Patient/p1")));

        assertThat(read("e1").over()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://elsewhere.example/fhir/Patient/p1", "Group/g1", "#p1", "urn:uuid:p1", "Patient", ""})
    void anEncounterOfNoPatientOfThisEhrIsUnknown(String subject) {
        ehr.answers("Encounter", json(encounter("finished", subject)));

        assertThat(visit("e1")).isEqualTo(new VisitOutcome.Unknown());
    }

    @Test
    void anEncounterEnteredInErrorIsUnknown() {
        ehr.answers("Encounter", json(encounter("entered-in-error", "Patient/p1")));

        assertThat(visit("e1")).isEqualTo(new VisitOutcome.Unknown());
    }

    @Test
    void anIdThatWouldLeaveThePathIsUnknownWithoutARequest() {
        for (String id : new String[] {"..", "e1/../e2", "e1?x=y", "", "a".repeat(65)}) {
            assertThat(visit(id)).isEqualTo(new VisitOutcome.Unknown());
        }
        assertThat(ehr.requests).isEmpty();
    }

    @Test
    void whatTheEhrAnswersIsToldApart() {
        ehr.answers("Encounter", status(404));
        assertThat(visit("e1")).isEqualTo(new VisitOutcome.Unknown());
        ehr.answers("Encounter", status(403));
        assertThat(visit("e1")).isEqualTo(new VisitOutcome.NotPermitted());
        ehr.answers("Encounter", status(500));
        assertThat(visit("e1")).isEqualTo(new VisitOutcome.EhrUnavailable("http-500"));
        ehr.answers("Encounter", json(encounter("finished", "Patient/p1").replace("\"e1\"", "\"e2\"")));
        assertThat(visit("e1")).isEqualTo(new VisitOutcome.EhrUnavailable("unreadable-answer"));
        ehr.answers("Encounter", json(encounter("finished", "Patient/p1").replace("2024-11-02", "yesterday")));
        assertThat(visit("e1")).isEqualTo(new VisitOutcome.EhrUnavailable("unreadable-answer"));
    }

    @Test
    void whatTheScopesDoNotCoverIsNotAskedFor() throws IOException {
        try (ChartReader reader = ReadCharts.reader(ehr, SearchPlan.DEFAULT, ReadCharts.PATIENT)) {
            EhrAccess access = new EhrAccess(ehr.base(), () -> "secret", type -> !type.equals("Encounter"));
            assertThat(reader.visit(access, "e1")).isEqualTo(new VisitOutcome.NotPermitted());
        }
        assertThat(ehr.requests).isEmpty();
    }

    private Visit read(String id) {
        VisitOutcome outcome = visit(id);
        assertThat(outcome).isInstanceOf(VisitOutcome.Read.class);
        return ((VisitOutcome.Read) outcome).visit();
    }

    private VisitOutcome visit(String id) {
        try (ChartReader reader = ReadCharts.reader(ehr, SearchPlan.DEFAULT, ReadCharts.PATIENT)) {
            return reader.visit(new EhrAccess(ehr.base(), () -> "secret"), id);
        } catch (IOException notClosed) {
            throw new AssertionError(notClosed);
        }
    }

    private static String encounter(String status, String subject) {
        return "{\"resourceType\":\"Encounter\",\"id\":\"e1\",\"status\":\"" + status
                + "\",\"class\":{\"code\":\"IMP\"},\"subject\":{\"reference\":\"" + subject
                + "\"},\"period\":{\"start\":\"2024-11-02\",\"end\":\"2024-11-09T10:00:00Z\"}}";
    }
}
