package org.anamnesis.reading;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Note;
import org.anamnesis.chart.Relations;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DeviceUseStatement;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.FamilyMemberHistory;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Specimen;
import org.hl7.fhir.r4.model.Task;

/** Makes one patient's chart of FHIR resources: facts read, equal ones merged, put in order and given their ids. */
public final class ChartAssembly {

    /** By kind, the newest first and the undated last; the place decides between equals, so that no order is chance. */
    private static final Comparator<Finding> READING_ORDER = Comparator.comparing(Finding::kind)
            .thenComparing(
                    finding -> finding.time().orElse(null),
                    Comparator.nullsLast(Comparator.<ClinicalTime>reverseOrder()))
            .thenComparing(finding -> finding.source().reference())
            .thenComparing(finding -> finding.source().path());

    /** A fact under its id, with the note's text where it is one. */
    private record Cited(Fact fact, Optional<Note> note) {}

    private ChartAssembly() {}

    /** A chart of what was read, where no file of a note was fetched. */
    public static Chart of(Patient patient, List<? extends Resource> resources, Coverage coverage, ClinicalTime asOf) {
        return of(patient, resources, Attachments.NONE, coverage, asOf);
    }

    /**
     * A chart of what was read.
     *
     * @param patient whose chart it is
     * @param resources what was read of this patient, and what it refers to (medications); nobody else's
     * @param attachments what was fetched of the files that notes among them point at
     * @param coverage what was asked and what came of it
     * @param asOf the moment that counts as "now"
     */
    public static Chart of(
            Patient patient,
            List<? extends Resource> resources,
            Attachments attachments,
            Coverage coverage,
            ClinicalTime asOf) {
        Neighbours neighbours = new Neighbours(resources);
        List<Resource> distinct = distinct(resources);
        NoteTexts texts = NoteTexts.of(distinct, attachments);
        Stream<Finding> findings = Stream.concat(
                PatientReader.read(patient, asOf),
                distinct.stream().flatMap(resource -> related(resource, neighbours, texts)));
        List<Finding> ordered =
                findings.map(PlainText::of).sorted(READING_ORDER).toList();
        List<Cited> cited = cited(ordered);
        return new Chart(
                PatientReader.demographics(patient, resources),
                cited.stream().map(Cited::fact).toList(),
                cited.stream().map(Cited::note).flatMap(Optional::stream).toList(),
                coverage,
                asOf);
    }

    /** A resource that two searches returned is read once. */
    private static List<Resource> distinct(List<? extends Resource> resources) {
        Map<Object, Resource> byPlace = LinkedHashMap.newLinkedHashMap(resources.size());
        for (Resource resource : resources) {
            Optional<Object> place = Sources.id(resource).map(id -> resource.fhirType() + "/" + id);
            byPlace.putIfAbsent(place.orElse(resource), resource);
        }
        return List.copyOf(byPlace.values());
    }

    private static Stream<Finding> related(Resource resource, Neighbours neighbours, NoteTexts texts) {
        Relations relations = Related.of(resource, neighbours);
        List<Attribute> origins = Origins.of(resource, neighbours);
        List<Attribute> labels = SecurityLabels.of(resource);
        return Stream.concat(read(resource, neighbours), documents(resource, texts))
                .map(finding -> finding.with(relations).saying(origins).saying(labels));
    }

    private static Stream<Finding> read(Resource resource, Neighbours neighbours) {
        return switch (resource) {
            case Condition condition -> ProblemReader.read(condition, neighbours);
            case AllergyIntolerance allergy -> AllergyReader.read(allergy);
            case MedicationRequest order -> MedicationReader.read(order, neighbours);
            case MedicationStatement statement -> MedicationReader.read(statement, neighbours);
            case MedicationAdministration given -> MedicationReader.read(given, neighbours);
            case MedicationDispense dispensed -> MedicationReader.read(dispensed, neighbours);
            case Observation observation -> ObservationReader.read(observation, neighbours);
            case DiagnosticReport report -> DiagnosticReportReader.read(report, neighbours);
            case Encounter encounter -> EncounterReader.read(encounter, neighbours);
            case Procedure procedure -> ProcedureReader.read(procedure, neighbours);
            case ImagingStudy study -> ProcedureReader.read(study, neighbours);
            case Immunization immunization -> ImmunizationReader.read(immunization, neighbours);
            case ServiceRequest order -> PlanReader.read(order, neighbours);
            case CarePlan plan -> PlanReader.read(plan, neighbours);
            case Goal goal -> PlanReader.read(goal, neighbours);
            case Appointment appointment -> PlanReader.read(appointment);
            case Task task -> PlanReader.read(task);
            case FamilyMemberHistory history -> HistoryReader.read(history);
            case Flag flag -> DirectiveReader.read(flag);
            case Consent consent -> DirectiveReader.read(consent);
            case Device device -> DeviceReader.read(device);
            case DeviceUseStatement use -> DeviceReader.read(use, neighbours);
            case CareTeam team -> CareTeamReader.read(team, neighbours);
            case QuestionnaireResponse answers -> AnswersReader.read(answers);
            case Specimen specimen -> SpecimenReader.read(specimen);
            case Media media -> MediaReader.read(media);
            default -> Stream.empty();
        };
    }

    private static Stream<Finding> documents(Resource resource, NoteTexts texts) {
        return switch (resource) {
            case DocumentReference document ->
                Stream.concat(NoteReader.read(document, texts), DirectiveReader.read(document));
            case Composition composition ->
                NoteReader.read(composition, texts).map(note -> note.saying(Sections.emptyOnes(composition)));
            case DiagnosticReport report -> NoteReader.read(report, texts);
            default -> Stream.empty();
        };
    }

    /** What is said twice becomes one fact that keeps all its places. */
    private static List<Cited> cited(List<Finding> ordered) {
        Map<FactKind, Integer> numbers = new EnumMap<>(FactKind.class);
        return Merging.of(ordered).stream()
                .map(Merged::of)
                .sorted(Comparator.comparing(Merged::finding, READING_ORDER))
                .map(merged -> {
                    FactKind kind = merged.finding().kind();
                    int number = Optional.ofNullable(numbers.merge(kind, 1, Integer::sum))
                            .orElse(1);
                    CitationId id = new CitationId(kind, number);
                    return new Cited(
                            merged.finding().cited(id, merged.alsoIn()),
                            merged.finding().text().map(text -> text.under(id)));
                })
                .toList();
    }
}
