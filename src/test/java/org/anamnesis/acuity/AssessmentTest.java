package org.anamnesis.acuity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.draft.DraftText;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.score.Change;
import org.anamnesis.score.Missing;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Scored;
import org.anamnesis.score.Ward;
import org.anamnesis.triage.Acuity;
import org.anamnesis.triage.Level;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.junit.jupiter.api.Test;

/** What code says of a patient at a moment. */
class AssessmentTest {

    @Test
    void theLevelIsThatOfTheEmergencyVisitThePatientIsIn() {
        Assessment assessment = Visits.assessed(Visits.fallen());
        assertThat(assessment.visit()).isPresent();
        assertThat(level(assessment)).isEqualTo(Level.EMERGENT);
        assertThat(Visits.assessed(Ward.aMan().well()).visit()).isEmpty();
    }

    @Test
    void theQuestionForANumberIsNotAnsweredWithYes() {
        Assessment assessment = Visits.assessed(Visits.fallen());
        Triaged triaged = Triaged.of(assessment, Triages.evidence(assessment), new Advice.None());
        assertThat(TriageText.of(triaged).text()).containsPattern("likely to need\\?\\n +- expected resources: ");
    }

    @Test
    void aVisitThatIsOverOrPlannedIsNotTheOneThePatientIsIn() {
        Encounter over = Visits.emergency("Chest pain", "2024-03-09T08:00:00Z");
        over.setStatus(Encounter.EncounterStatus.FINISHED);
        over.getPeriod().setEndElement(new DateTimeType("2024-03-09T11:00:00Z"));
        Encounter planned = Visits.emergency("Chest pain", "2024-03-12T08:00:00Z");
        planned.setId("Encounter/later");
        planned.setStatus(Encounter.EncounterStatus.PLANNED);
        Ward ward = Ward.aMan().with(over).with(planned).well();
        assertThat(Visits.assessed(ward).visit()).isEmpty();
        assertThat(Assessment.of(ward.chart(), Optional.of(new ResourceId("Encounter", "ed")), Ward.NOON)
                        .visit())
                .as("who asks about a visit gets it")
                .isPresent();
    }

    @Test
    void aPatientWhoGetsWorseIsNotHeldToTheLevelOfTheTriage() {
        Ward ward = Ward.aMan()
                .with(Visits.emergency("Earache", "2024-03-10T08:00:00Z"))
                .at("2024-03-10T08:05:00Z")
                .well()
                .at("2024-03-10T11:50:00Z")
                .measured("9279-1", "34", "/min")
                .measured("59408-5", "82", "%");
        Assessment later = Visits.assessed(ward);
        Assessment early = Visits.assessed(Ward.aMan()
                .with(Visits.emergency("Earache", "2024-03-10T08:00:00Z"))
                .at("2024-03-10T08:05:00Z")
                .well());
        assertThat(level(later)).isLessThan(level(early));
        assertThat(later.acuityAt()).isEqualTo(Ward.NOON);
    }

    @Test
    void aPatientWhoGetsBetterKeepsTheLevelOfTheTriage() {
        Ward ward = Ward.aMan()
                .with(Visits.emergency("Shortness of breath", "2024-03-10T08:00:00Z"))
                .at("2024-03-10T08:05:00Z")
                .measured("59408-5", "80", "%")
                .measured("9279-1", "36", "/min")
                .at("2024-03-10T11:50:00Z")
                .well();
        assertThat(level(Visits.assessed(ward))).isLessThanOrEqualTo(Level.EMERGENT);
    }

    @Test
    void aRiseIsToldWithItsTimeAndTheTrendHoldsEverySetOfVitalSigns() {
        Assessment assessment = Visits.assessed(Ward.aMan()
                .at("2024-03-10T07:30:00Z")
                .well()
                .at("2024-03-10T11:30:00Z")
                .well()
                .at("2024-03-10T11:30:00Z")
                .measured("9279-1", "26", "/min"));
        assertThat(assessment.changes()).extracting(Change::sentence).contains("NEWS2 0 -> 3 in 4 h");
        assertThat(assessment.trend()).extracting(Scored::at).hasSize(2).isSorted();
    }

    @Test
    void aMissingInputIsListedWithTheAgeOfTheLastValueAndNoScoreIsMadeUp() {
        Assessment assessment = Visits.assessed(Ward.aMan()
                .at("2024-03-10T04:30:00Z")
                .well()
                .at("2024-03-10T11:30:00Z")
                .measured("8867-4", "80", "/min"));
        assertThat(assessment.missing())
                .extracting(Missing::sentence)
                .anySatisfy(
                        sentence -> assertThat(sentence).contains("respiratory rate: older than 6 h, last seen 16"));
        assertThat(assessment.scores().getFirst().outcome()).isInstanceOf(Outcome.NotComputable.class);
        String text = text(assessment);
        assertThat(text)
                .contains("NEWS2 not computable: ", "MISSING", "older than 6 h, last seen 16")
                .doesNotContainPattern("\\bV\\d+\\b");
    }

    @Test
    void aValueThatIsRefusedIsShownAndNotUsed() {
        Assessment assessment = Visits.assessed(Ward.aMan().well().measured("8310-5", "3.7", "Cel"));
        assertThat(assessment.refused())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.text()).contains("3.7"));
        assertThat(text(assessment)).contains("NOT TAKEN", "3.7", "is not taken: outside");
    }

    @Test
    void everyFactThatIsCitedIsToldInAStatementThatIsChecked() {
        Assessment assessment = Visits.assessed(Visits.fallen());
        assertThat(Triages.evidence(assessment))
                .hasSameSizeAs(assessment.cited())
                .allMatch(CheckedStatement::isSupported);
        assertThat(text(assessment)).contains("EVIDENCE", "Warfarin", "Respiration rate: 0 for 12-20");
    }

    @Test
    void theTextNamesBasisAndOptionsForReviewAndGivesNoOrder() {
        String text = text(Visits.assessed(Visits.fallen()));
        assertThat(text)
                .startsWith("EMERGENCY TRIAGE, as of 10 Mar 2024 12:00\n")
                .contains(
                        "without a language model",
                        "Level 2 of 5 by the rules, for review",
                        "For review: ",
                        "Source: ",
                        "NEWS2 0 (low)",
                        "Royal College of Physicians",
                        "PEWS does not apply: ")
                .doesNotContain("BY THE MODEL (");
    }

    private static String text(Assessment assessment) {
        DraftText text = TriageText.of(Triaged.of(assessment, Triages.evidence(assessment), new Advice.None()));
        return text.text();
    }

    private static Level level(Assessment assessment) {
        return ((Acuity.Levelled) assessment.acuity()).level();
    }
}
