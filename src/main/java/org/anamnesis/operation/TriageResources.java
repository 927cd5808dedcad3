package org.anamnesis.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.acuity.Assessment;
import org.anamnesis.acuity.Triaged;
import org.anamnesis.chart.Fact;
import org.anamnesis.filing.AiLabel;
import org.anamnesis.score.Change;
import org.anamnesis.score.Concern;
import org.anamnesis.score.Measured;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Scored;
import org.anamnesis.triage.Level;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.StringType;

/**
 * A triage as FHIR resources that a caller may use once a person has looked at them. None of them is written to the EHR: the
 * assessments are preliminary, a proposed request is a draft, and a proposed Flag is inactive, for FHIR R4 knows no draft of one.
 */
final class TriageResources {

    private TriageResources() {}

    /** One assessment for each score that was computed. */
    static List<RiskAssessment> risks(Assessment assessment, String patient) {
        return assessment.scores().stream()
                .filter(scored -> scored.outcome() instanceof Outcome.Computed)
                .map(scored -> risk(scored, (Outcome.Computed) scored.outcome(), assessment, patient))
                .toList();
    }

    private static RiskAssessment risk(
            Scored scored, Outcome.Computed computed, Assessment assessment, String patient) {
        RiskAssessment risk = new RiskAssessment();
        risk.getMeta().addSecurity(AiLabel.coding());
        risk.setStatus(RiskAssessment.RiskAssessmentStatus.PRELIMINARY);
        risk.setMethod(new CodeableConcept()
                .setText(scored.definition().name() + ", version "
                        + scored.definition().version() + ". "
                        + scored.definition().citation()));
        risk.setSubject(new Reference(patient));
        assessment
                .visit()
                .map(visit -> new Reference(visit.source().reference()))
                .ifPresent(risk::setEncounter);
        risk.setOccurrence(FhirTime.of(scored.at()));
        computed.components().stream()
                .flatMap(component -> component.inputs().stream())
                .map(Measured::source)
                .flatMap(Optional::stream)
                .flatMap(id -> assessment.chart().fact(id).stream())
                .map(Fact::source)
                .map(source -> source.versionedReference())
                .distinct()
                .forEach(source -> risk.addBasis(new Reference(source)));
        risk.addPrediction()
                .setQualitativeRisk(
                        new CodeableConcept().setText(computed.band().name()))
                .setRationale(computed.band().meaning());
        risk.addNote(new Annotation().setText(scored.sentence()));
        return risk;
    }

    /** What a person might flag or pass on; empty where nothing is urgent. */
    static List<Resource> proposals(Triaged triaged, String patient) {
        List<String> why = reasons(triaged);
        if (why.isEmpty()) {
            return List.of();
        }
        String words = String.join("; ", why) + ". For review by a clinician.";
        List<Resource> proposals = new ArrayList<>();
        Flag flag = new Flag();
        flag.getMeta().addSecurity(AiLabel.coding());
        flag.setStatus(Flag.FlagStatus.INACTIVE);
        flag.setCode(new CodeableConcept().setText(words));
        flag.setSubject(new Reference(patient));
        proposals.add(flag);
        CommunicationRequest request = new CommunicationRequest();
        request.getMeta().addSecurity(AiLabel.coding());
        request.setStatus(CommunicationRequest.CommunicationRequestStatus.DRAFT);
        request.setSubject(new Reference(patient));
        request.setOccurrence(FhirTime.of(triaged.assessment().moment()));
        request.addPayload().setContent(new StringType(words));
        proposals.add(request);
        triaged.assessment()
                .visit()
                .map(visit -> new Reference(visit.source().reference()))
                .ifPresent(visit -> {
                    flag.setEncounter(visit);
                    request.setEncounter(visit);
                });
        return proposals;
    }

    /** A level of 1 or 2, an early warning score or another in a band that its publication calls urgent, and what rose to it. */
    private static List<String> reasons(Triaged triaged) {
        Stream<String> level = triaged
                .level()
                .filter(counts -> counts.isMoreUrgentThan(Level.URGENT))
                .map(counts -> "Emergency Severity Index level " + counts.number() + ", proposed by "
                        + (triaged.isRaised() ? "a language model" : "rules"))
                .stream();
        List<Scored> urgent = triaged.assessment().scores().stream()
                .filter(TriageResources::isUrgent)
                .toList();
        Stream<String> changes = triaged.assessment().changes().stream()
                .filter(Change::isDeterioration)
                .filter(change -> urgent.stream()
                        .anyMatch(
                                scored -> scored.definition().equals(change.to().definition())))
                .map(Change::sentence);
        return Stream.of(level, urgent.stream().map(Scored::sentence), changes)
                .flatMap(each -> each)
                .toList();
    }

    private static boolean isUrgent(Scored scored) {
        return scored.outcome() instanceof Outcome.Computed computed
                && computed.band().concern().compareTo(Concern.URGENT) >= 0;
    }
}
