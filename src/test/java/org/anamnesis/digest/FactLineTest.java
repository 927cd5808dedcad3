package org.anamnesis.digest;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the line of one fact says, and what it keeps to itself. */
class FactLineTest {

    private static String line(FactKind kind, String name, Attribute... attributes) {
        return FactLine.of(aChart().fact(kind, name, Standing.UNSTATED, "", attributes)
                .build()
                .facts()
                .getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "REACTION, reaction x",
        "SEVERITY, severity x",
        "CRITICALITY, criticality x",
        "REFERENCE_RANGE, reference range x",
        "REASON, for x",
        "BODY_SITE, site x",
        "INGREDIENT, ingredient x",
        "RELATION, relation x",
        "SPECIMEN, specimen x",
        "ORGANISM, organism x",
        "TEST, test x",
        "SERVICE, service x",
        "ADMITTED_FROM, admitted from x",
        "DISCHARGED_TO, discharged to x",
        "SUPPLY, supply x",
        "OUTCOME, outcome x",
        "AUTHOR, by x",
        "COMMENT, comment x",
        "LOCATION, in x",
        "DOSE, x",
    })
    void aFieldIsToldWithTheWordForWhatItIs(Role role, String told) {
        assertThat(line(FactKind.RESULT, "Name", Attribute.worded(role, "x")))
                .isEqualTo("L1 | result | Name | " + told);
    }

    @ParameterizedTest
    @CsvSource({"STARTED, from", "ENDED, until", "ONSET, since"})
    void aTimeIsToldWithTheWordForWhatBeganOrEndedThen(Role role, String word) {
        Attribute time = Attribute.timed(role, ClinicalTime.day(LocalDate.parse("2024-11-01")));
        assertThat(line(FactKind.PROBLEM, "Gout", time)).isEqualTo("C1 | problem | Gout | " + word + " 2024-11-01");
    }

    @ParameterizedTest
    @CsvSource({"CATEGORY", "RECORDED", "SECURITY_LABEL", "CONSENT_DENIES"})
    void whatIsForPolicyOrForFilingIsNotTold(Role role) {
        assertThat(line(FactKind.PROBLEM, "Gout", Attribute.worded(role, "R"))).isEqualTo("C1 | problem | Gout");
    }

    @Test
    void aDoseInTheInstructionIsNotToldASecondTime() {
        assertThat(line(
                        FactKind.MEDICATION,
                        "Torsemide",
                        Attribute.worded(Role.INSTRUCTION, "40 mg by mouth daily"),
                        Attribute.worded(Role.DOSE, "40 mg"),
                        Attribute.worded(Role.ROUTE, "oral"),
                        Attribute.worded(Role.FREQUENCY, "daily"),
                        Attribute.worded(Role.REASON, "oedema")))
                .isEqualTo("M1 | medication | Torsemide | 40 mg by mouth daily | for oedema");
    }

    @Test
    void withoutAnInstructionDoseAndRouteAreTold() {
        assertThat(line(
                        FactKind.MEDICATION,
                        "Torsemide",
                        Attribute.worded(Role.DOSE, "40 mg"),
                        Attribute.worded(Role.ROUTE, "oral")))
                .isEqualTo("M1 | medication | Torsemide | 40 mg | oral");
    }

    @Test
    void thatAStayIsPartOfAnotherIsToldAndThatAPulseIsPartOfARoundIsNot() {
        Attribute partOf = Attribute.worded(Role.PART_OF, "x");
        assertThat(line(FactKind.ENCOUNTER, "Intensive care", partOf))
                .isEqualTo("E1 | encounter | Intensive care | part of x");
        assertThat(line(FactKind.VITAL, "Pulse", partOf)).isEqualTo("V1 | vital | Pulse");
    }

    @Test
    void whoToldItIsToldAndWhoFiledItIsNot() {
        Attribute filed = new Attribute(
                Role.AUTHOR, "clerk", Optional.empty(), Optional.of(ClinicalTime.day(LocalDate.parse("2024-11-01"))));
        assertThat(line(FactKind.ALLERGY, "Latex", Attribute.worded(Role.AUTHOR, "patient"), filed))
                .isEqualTo("A1 | allergy | Latex | by patient");
    }

    @Test
    void aWardIsToldWithTheTimeSinceWhenItHolds() {
        Optional<ClinicalTime> since = Optional.of(ClinicalTime.day(LocalDate.parse("2024-11-01")));
        assertThat(line(FactKind.ENCOUNTER, "Stay", Attribute.located("Ward 7", since)))
                .isEqualTo("E1 | encounter | Stay | in Ward 7 from 2024-11-01");
    }

    @Test
    void theUsualStatusOfAResultIsNotToldAndAnyOtherIs() {
        assertThat(FactLine.of(aChart().fact(FactKind.RESULT, "Film", Standing.FINAL, "")
                        .build()
                        .facts()
                        .getFirst()))
                .isEqualTo("L1 | result | Film");
        assertThat(FactLine.of(aChart().fact(FactKind.RESULT, "Film", Standing.PRELIMINARY, "")
                        .build()
                        .facts()
                        .getFirst()))
                .isEqualTo("L1 | result | Film | preliminary");
    }
}
