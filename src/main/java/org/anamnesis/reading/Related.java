package org.anamnesis.reading;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.chart.Relations;
import org.anamnesis.chart.ResourceId;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DeviceUseStatement;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Which other resources the facts of a resource hang together with: of those it refers to, the ones that were read. */
final class Related {

    private static final int MAX_DEPTH = 3;

    private final Neighbours neighbours;
    private final Set<ResourceId> madeWith = new LinkedHashSet<>();

    private Related(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    static Relations of(Resource resource, Neighbours neighbours) {
        if (!(resource instanceof DomainResource domain)) {
            return Relations.NONE;
        }
        Related related = new Related(neighbours);
        references(domain).forEach(reference -> related.add(domain, reference, 0));
        if (resource instanceof Observation observation) {
            Cultures.above(observation, neighbours).forEach(test -> {
                related.add(test);
                related.add(test, test.getSpecimen(), 0);
            });
        }
        return new Relations(encounter(domain, neighbours), List.copyOf(related.madeWith));
    }

    /** The visit it names, or else the one that the test names whose part it is. */
    private static Optional<ResourceId> encounter(DomainResource resource, Neighbours neighbours) {
        Stream<DomainResource> whole = resource instanceof Observation observation
                ? Cultures.above(observation, neighbours).map(test -> test)
                : Stream.empty();
        return Stream.concat(Stream.of(resource), whole)
                .map(from -> neighbours.find(from, visit(from), Encounter.class))
                .flatMap(Optional::stream)
                .map(Related::id)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Reference visit(DomainResource resource) {
        return switch (resource) {
            case Condition condition -> condition.getEncounter();
            case AllergyIntolerance allergy -> allergy.getEncounter();
            case Observation observation -> observation.getEncounter();
            case DiagnosticReport report -> report.getEncounter();
            case MedicationRequest order -> order.getEncounter();
            case MedicationStatement statement -> statement.getContext();
            case MedicationAdministration given -> given.getContext();
            case MedicationDispense dispensed -> dispensed.getContext();
            case Procedure procedure -> procedure.getEncounter();
            case ImagingStudy study -> study.getEncounter();
            case Immunization immunization -> immunization.getEncounter();
            case ServiceRequest order -> order.getEncounter();
            case CarePlan plan -> plan.getEncounter();
            case CareTeam team -> team.getEncounter();
            case Task task -> task.getEncounter();
            case Flag flag -> flag.getEncounter();
            case Composition composition -> composition.getEncounter();
            case DocumentReference document -> document.getContext().getEncounterFirstRep();
            case QuestionnaireResponse answers -> answers.getEncounter();
            case Encounter encounter -> encounter.getPartOf();
            default -> new Reference();
        };
    }

    private static Stream<Reference> references(DomainResource resource) {
        return switch (resource) {
            case Observation observation ->
                all(
                        List.of(observation.getSpecimen()),
                        observation.getHasMember(),
                        observation.getDerivedFrom(),
                        observation.getPartOf());
            case DiagnosticReport report -> all(report.getSpecimen(), report.getResult(), report.getImagingStudy());
            case MedicationRequest order ->
                all(medication(order.getMedication()), order.getReasonReference(), List.of(order.getPriorPrescription()));
            case MedicationStatement statement ->
                all(medication(statement.getMedication()), statement.getReasonReference(), statement.getBasedOn());
            case MedicationAdministration given ->
                all(medication(given.getMedication()), List.of(given.getRequest()), given.getReasonReference());
            case MedicationDispense dispensed ->
                all(medication(dispensed.getMedication()), dispensed.getAuthorizingPrescription());
            case Medication mix ->
                mix.getIngredient().stream().flatMap(ingredient -> medication(ingredient.getItem()).stream());
            case Encounter encounter ->
                Stream.of(
                                encounter.getLocation().stream().map(place -> place.getLocation()),
                                encounter.getReasonReference().stream(),
                                encounter.getDiagnosis().stream().map(diagnosis -> diagnosis.getCondition()))
                        .flatMap(references -> references);
            case Procedure procedure ->
                all(procedure.getReasonReference(), procedure.getPartOf(), procedure.getComplicationDetail());
            case Immunization immunization -> immunization.getReasonReference().stream();
            case ImagingStudy study -> all(study.getReasonReference(), study.getProcedureReference().isEmpty() ? List.of() : List.of(study.getProcedureReference()));
            case ServiceRequest order -> all(order.getReasonReference(), order.getSpecimen());
            case CarePlan plan -> all(plan.getAddresses(), plan.getGoal());
            case CareTeam team -> team.getReasonReference().stream();
            case Goal goal -> goal.getAddresses().stream();
            case DeviceUseStatement use -> all(List.of(use.getDevice()), use.getReasonReference());
            default -> Stream.empty();
        };
    }

    /** Remembers what a reference points at, and what that in turn is made with where it is a medication. */
    private void add(DomainResource from, Reference reference, int depth) {
        neighbours.find(from, reference, DomainResource.class).ifPresent(found -> {
            add(found);
            if (found instanceof Medication mix && depth < MAX_DEPTH) {
                references(mix).forEach(ingredient -> add(mix, ingredient, depth + 1));
            }
        });
    }

    /** What is contained in another resource is none of its own. */
    private void add(Resource resource) {
        id(resource).filter(neighbours::hasRead).ifPresent(madeWith::add);
    }

    private static Optional<ResourceId> id(Resource resource) {
        return Sources.id(resource).map(id -> new ResourceId(resource.fhirType(), id));
    }

    private static List<Reference> medication(@Nullable Type medication) {
        return medication instanceof Reference reference ? List.of(reference) : List.of();
    }

    @SafeVarargs
    private static Stream<Reference> all(List<Reference>... references) {
        return Stream.of(references).flatMap(Collection::stream);
    }
}
