package org.anamnesis.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Note;
import org.anamnesis.chart.Passage;
import org.anamnesis.chart.Source;
import org.anamnesis.chart.Standing;
import org.anamnesis.score.Parameter;
import org.anamnesis.score.Ward;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A visit as a chart tells it. */
class ChartVisitTest {

    @Test
    void theComplaintIsWhatWasRecordedAtTheVisitWithItsCitation() {
        Chart chart = arrived("Shortness of breath")
                .at("2024-03-10T10:05:00Z")
                .said("8661-1", "CP, SOB")
                .chart();
        EmergencyVisit visit = ChartVisit.atTriage(chart, encounter(chart));
        assertThat(visit.complaints()).extracting(Told::text).containsExactly("CP, SOB");
        assertThat(visit.complaints().getFirst().source()).isPresent();
    }

    @Test
    void theReasonOfTheEncounterStandsInForAComplaint() {
        Chart chart = arrived("Vomiting").chart();
        assertThat(ChartVisit.atTriage(chart, encounter(chart)).complaints())
                .extracting(Told::text)
                .containsExactly("Vomiting");
    }

    @Test
    void atTriageTheFirstVitalSignsCountAndNotThoseOfLater() {
        Chart chart = arrived("Vomiting")
                .at("2024-03-10T10:04:00Z")
                .measured("8867-4", "120", "/min")
                .at("2024-03-10T10:09:00Z")
                .measured("9279-1", "24", "/min")
                .at("2024-03-10T11:00:00Z")
                .measured("8867-4", "80", "/min")
                .chart();
        EmergencyVisit visit = ChartVisit.atTriage(chart, encounter(chart));
        assertThat(visit.findings()
                        .number(Parameter.HEART_RATE)
                        .value()
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("120");
        assertThat(visit.findings().number(Parameter.RESPIRATORY_RATE).value()).isPresent();
    }

    @Test
    void theTriageNoteSpeaksSentenceBySentenceWithItsDenials() {
        Chart chart = noted(
                arrived("Unwell").at("2024-03-10T10:04:00Z").well().chart(),
                "ED triage note",
                "Fell on the ice, hit her head.",
                "Denies chest pain.",
                "Brought by ambulance.");
        EmergencyVisit visit = ChartVisit.atTriage(chart, encounter(chart));
        assertThat(visit.arrival()).isEqualTo(ArrivalMode.AMBULANCE);
        Acuity.Levelled acuity = (Acuity.Levelled) Triage.acuity(visit);
        assertThat(acuity.level()).isEqualTo(Level.EMERGENT);
        assertThat(acuity.reasons()).extracting(Reason::rule).contains("B202").doesNotContain("B20");
        assertThat(acuity.reasons().stream()
                        .filter(reason -> reason.rule().equals("B202"))
                        .flatMap(reason -> reason.evidence().stream())
                        .map(evidence -> evidence.source().orElseThrow().toString()))
                .containsExactly("N1.1");
    }

    @Test
    void otherNotesDoNotSpeakForThePatient() {
        Chart chart = noted(arrived("Unwell").chart(), "Discharge summary", "Chest pain.");
        assertThat(ChartVisit.atTriage(chart, encounter(chart)).complaints()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "AMBULANCE, AMBULANCE",
        "WALK IN, WALK_IN",
        "HELICOPTER, HELICOPTER",
        "UNKNOWN, UNKNOWN",
        "Brought by EMS, AMBULANCE",
        "Transfer from other hospital, TRANSFER",
        "0752 Amb., AMBULANCE",
        "ambulatory, UNKNOWN"
    })
    void readsHowThePatientCame(String written, ArrivalMode expected) {
        assertThat(ArrivalMode.of(written)).isEqualTo(expected);
    }

    @Test
    void readsTheAdmitSourceOfTheEncounter() {
        Ward ward = arrived("Vomiting");
        ((Encounter) ward.last())
                .getHospitalization()
                .setAdmitSource(new CodeableConcept(new Coding("http://example.org", "AMBULANCE", "")));
        Chart chart = ward.chart();
        assertThat(ChartVisit.atTriage(chart, encounter(chart)).arrival()).isEqualTo(ArrivalMode.AMBULANCE);
    }

    private static Ward arrived(String reason) {
        Encounter encounter = new Encounter();
        encounter.setId("Encounter/ed");
        encounter.setStatus(Encounter.EncounterStatus.INPROGRESS);
        encounter.getClass_().setCode("EMER");
        encounter.addReasonCode().setText(reason);
        encounter.setPeriod(new Period().setStartElement(new DateTimeType("2024-03-10T10:00:00Z")));
        return Ward.aWoman().with(encounter);
    }

    private static Fact encounter(Chart chart) {
        return chart.facts(FactKind.ENCOUNTER).findFirst().orElseThrow();
    }

    private static Chart noted(Chart chart, String title, String... sentences) {
        CitationId id = new CitationId(FactKind.NOTE, 1);
        List<Fact> facts = new ArrayList<>(chart.facts());
        ClinicalTime written = ClinicalTime.minute(LocalDateTime.of(2024, 3, 10, 10, 20), ZoneOffset.UTC);
        facts.add(new Fact(
                id,
                Concept.of(title),
                Optional.empty(),
                Standing.FINAL,
                Optional.of(written),
                List.of(),
                new Source("DocumentReference", "n", Optional.empty(), "DocumentReference")));
        List<Passage> passages = new ArrayList<>();
        for (int place = 0; place < sentences.length; place++) {
            passages.add(new Passage(id.sentence(place + 1), Optional.empty(), sentences[place], 0, 1));
        }
        Note note = new Note(id, new Note.Body.Text(String.join(" ", sentences), passages));
        return new Chart(chart.patient(), facts, List.of(note), chart.coverage(), chart.asOf());
    }
}
