package org.anamnesis.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.Coverage;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a patient has, had or takes, and what only sounds like it. */
class HistoryTest {

    @ParameterizedTest
    @CsvSource({
        "hypertension, Essential hypertension (disorder)",
        "atrial-fibrillation, Paroxysmal atrial fibrillation",
        "stroke, Cerebrovascular accident",
        "cancer, Adenocarcinoma of colon",
        "immunosuppressed, Kidney transplant recipient",
        "diabetes, Type 2 diabetes mellitus"
    })
    void findsProblemsByTheirNames(String key, String problem) {
        assertThat(has(Ward.aMan().has(problem, "2020-01-01"), key)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "hypertension, Pulmonary hypertension",
        "diabetes, Diabetes insipidus",
        "stroke, Heat stroke",
        "stroke, Family history of stroke",
        "cancer, Screening for malignant neoplasm of colon cancer",
        "smoking, Ex-smoker",
        "smoking, Non-smoker",
        "pregnancy, No history of pregnancy"
    })
    void isNotMisledByNamesThatSoundAlike(String key, String problem) {
        assertThat(has(Ward.aWoman().has(problem, "2024-01-01"), key)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "anticoagulant, Apixaban 5 mg tablet, true",
        "anticoagulant, Heparin lock flush 10 units/mL, false",
        "immunosuppressed, Tacrolimus 1 mg capsule, true",
        "immunosuppressed, Tacrolimus 0.1 % ointment, false",
        "immunosuppressed, Hydrocortisone 1 % cream, false",
        "antiplatelet, Aspirin 81 mg chewable tablet, true"
    })
    void tellsAMedicineFromItsLocalForms(String key, String medicine, boolean takes) {
        assertThat(has(Ward.aMan().takes(medicine), key)).isEqualTo(takes);
    }

    @ParameterizedTest
    @CsvSource({
        "http://hl7.org/fhir/sid/icd-10-cm, I48.91, atrial-fibrillation, true",
        "http://mimic.mit.edu/fhir/mimic/CodeSystem/mimic-diagnosis-icd9, 42731, atrial-fibrillation, true",
        "http://mimic.mit.edu/fhir/mimic/CodeSystem/mimic-diagnosis-icd10, I4891, atrial-fibrillation, true",
        "http://snomed.info/sct, 49436004, atrial-fibrillation, true",
        "http://example.org/local, I48.91, atrial-fibrillation, false"
    })
    void findsProblemsByTheirCodes(String system, String code, String key, boolean found) {
        Condition condition = new Condition();
        condition.setId("Condition/coded");
        condition.setCode(new CodeableConcept(new Coding(system, code, "(see code)")));
        assertThat(has(Ward.aMan().with(condition), key)).isEqualTo(found);
    }

    @Test
    void whatIsOverIsHistoryAndNotPresent() {
        Ward ward = Ward.aMan().has("Pneumonia", "2024-02-01");
        ((Condition) ward.last()).getClinicalStatus().getCodingFirstRep().setCode("resolved");
        History history = new History(ward.chart());
        assertThat(history.current("pneumonia", Ward.NOON)).isEmpty();
        assertThat(history.ever("pneumonia", Ward.NOON)).hasSize(1);
    }

    @Test
    void aMedicineThatWasStoppedOrWhoseCourseIsLongOverIsNotTaken() {
        for (MedicationRequest.MedicationRequestStatus status : List.of(
                MedicationRequest.MedicationRequestStatus.STOPPED,
                MedicationRequest.MedicationRequestStatus.COMPLETED)) {
            Ward ward = Ward.aMan().takes("Apixaban 5 mg tablet");
            ((MedicationRequest) ward.last()).setStatus(status);
            assertThat(has(ward, "anticoagulant")).as(status.toCode()).isFalse();
        }
        Ward held = Ward.aMan().takes("Apixaban 5 mg tablet");
        ((MedicationRequest) held.last()).setStatus(MedicationRequest.MedicationRequestStatus.ONHOLD);
        assertThat(has(held, "anticoagulant")).isTrue();
    }

    @Test
    void whatBeginsLaterIsNotKnownYet() {
        assertThat(has(Ward.aMan().has("Pneumonia", "2024-03-11"), "pneumonia")).isFalse();
    }

    @Test
    void saysWhetherTheListThatWouldTellWasRead() {
        assertThat(new History(Ward.aMan().chart()).unseen("stroke")).isInstanceOf(Missing.Why.NotRecorded.class);
        Ward failed = Ward.aMan().covered("Condition", new Coverage.Outcome.Failed("timeout", 0));
        assertThat(new History(failed.chart()).unseen("stroke")).isEqualTo(new Missing.Why.NotRead("failed"));
    }

    @Test
    void whatACallersChartLacksIsNotKnownToBeAbsent() {
        Coverage given = new Coverage(Coverage.Origin.CALLER, List.of());
        assertThat(Inputs.unseen(given, "Condition")).isEqualTo(new Missing.Why.NotRead("not-given"));
    }

    private static boolean has(Ward ward, String key) {
        return !new History(ward.chart()).ever(key, Ward.NOON).isEmpty();
    }
}
