package org.anamnesis.acuity;

import java.util.List;
import java.util.Optional;
import org.anamnesis.draft.Authorship;
import org.anamnesis.grounding.Grounding;
import org.anamnesis.grounding.Statement;
import org.anamnesis.score.Ward;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;

/** Hand-made emergency visits. */
final class Visits {

    static final Authorship.ByModel MODEL = new Authorship.ByModel("m", "triage-1", "hash");

    private Visits() {}

    /** An emergency visit that goes on, with its reason. */
    static Encounter emergency(String reason, String from) {
        Encounter encounter = new Encounter();
        encounter.setId("Encounter/ed");
        encounter.setStatus(Encounter.EncounterStatus.INPROGRESS);
        encounter.getClass_().setCode("EMER").setDisplay("emergency");
        encounter.getPeriod().setStartElement(new DateTimeType(from));
        encounter.addReasonCode(new CodeableConcept().setText(reason));
        return encounter;
    }

    /** A man of 60 who takes warfarin and fell: level 2 by a rule, with usual vital signs. */
    static Ward fallen() {
        return Ward.aMan()
                .takes("Warfarin 5 mg tablet")
                .with(emergency("Fall, head injury", "2024-03-10T11:25:00Z"))
                .well();
    }

    /** A man with an earache and usual vital signs: few resources. */
    static Ward mild() {
        return Ward.aMan()
                .with(emergency("Earache", "2024-03-10T11:25:00Z"))
                .well()
                .measured("72514-3", "2", "{score}");
    }

    /** Grey and septic: fast, febrile, low pressure. */
    static Ward severe() {
        return Ward.aMan()
                .with(emergency("Shortness of breath, fever", "2024-03-10T11:25:00Z"))
                .measured("9279-1", "32", "/min")
                .measured("59408-5", "86", "%")
                .told("Supplemental oxygen", "Room air")
                .pressure("84", "50", "mm[Hg]")
                .measured("8867-4", "134", "/min")
                .said("80288-4", "Alert")
                .measured("8310-5", "39.4", "Cel");
    }

    /** Nothing is known but that there is a visit. */
    static Ward unknown() {
        return Ward.aMan().with(emergency("Zzyzx", "2024-03-10T11:25:00Z"));
    }

    static Assessment assessed(Ward ward) {
        return Assessment.of(ward.chart(), Optional.empty(), Ward.NOON);
    }

    /** The triage with a model's answer as it was written. */
    static Triaged answered(Assessment assessment, String answer) {
        return Triaged.of(
                assessment,
                Triages.evidence(assessment),
                AdviceLines.read(answer, assessment.chart(), MODEL, List.of()));
    }

    /** A true statement of a chart as part of a model's line. */
    static String truth(Assessment assessment) {
        Grounding grounding = new Grounding(assessment.chart());
        return assessment.chart().facts().stream()
                .map(org.anamnesis.rules.FactSentences::of)
                .filter(statement -> grounding.check(statement).isSupported())
                .map(Visits::fields)
                .findFirst()
                .orElseThrow();
    }

    private static String fields(Statement statement) {
        List<String> ids =
                statement.citations().stream().map(id -> '"' + id + '"').toList();
        return "\"text\":\"" + statement.text().replace("\"", "\\\"") + "\",\"citations\":[" + String.join(",", ids)
                + "]";
    }
}
