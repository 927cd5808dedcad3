package org.anamnesis.course;

import static org.anamnesis.chart.Attribute.Role.ENDED;
import static org.anamnesis.chart.Attribute.timed;
import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;

class StaysTest {

    private static Attribute until(int day) {
        return timed(ENDED, ClinicalTime.day(LocalDate.of(2024, 5, day)));
    }

    @Test
    void theEmergencyDepartmentTheWardAndIntensiveCareAreOneStay() {
        List<Stay> stays =
                Stays.of(aChart().fact(FactKind.ENCOUNTER, "Admission", Standing.COMPLETED, "2024-05-02", until(9))
                        .fact(FactKind.ENCOUNTER, "Emergency", Standing.COMPLETED, "2024-05-01", until(2))
                        .within(1)
                        .fact(FactKind.ENCOUNTER, "Intensive care", Standing.COMPLETED, "2024-05-03", until(5))
                        .within(1)
                        .fact(FactKind.ENCOUNTER, "Clinic", Standing.COMPLETED, "2024-06-01")
                        .build());
        assertThat(stays).hasSize(2);
        Stay stay = stays.getFirst();
        assertThat(stay.encounters())
                .extracting(encounter -> encounter.concept().text())
                .containsExactly("Admission", "Emergency", "Intensive care");
        assertThat(stay.begin()).contains(ClinicalTime.day(LocalDate.of(2024, 5, 1)));
        assertThat(stay.end()).contains(ClinicalTime.day(LocalDate.of(2024, 5, 9)));
        assertThat(stays.getLast().end()).isEmpty();
    }

    @Test
    void partsOfAStayThatWasNotReadStillBelongTogether() {
        List<Stay> stays = Stays.of(aChart().fact(FactKind.ENCOUNTER, "Emergency", Standing.COMPLETED, "2024-05-01")
                .within(9)
                .fact(FactKind.ENCOUNTER, "Ward", Standing.COMPLETED, "2024-05-02")
                .within(9)
                .build());
        assertThat(stays).singleElement().satisfies(stay -> {
            assertThat(stay.whole()).isEmpty();
            assertThat(stay.parts()).hasSize(2);
        });
    }

    @Test
    void encountersThatArePartOfEachOtherStandByThemselves() {
        List<Stay> stays = Stays.of(aChart().fact(FactKind.ENCOUNTER, "One", Standing.COMPLETED, "2024-05-01")
                .within(2)
                .fact(FactKind.ENCOUNTER, "Two", Standing.COMPLETED, "2024-05-02")
                .within(1)
                .build());
        assertThat(stays)
                .hasSize(2)
                .allSatisfy(stay -> assertThat(stay.encounters()).hasSize(1));
    }
}
