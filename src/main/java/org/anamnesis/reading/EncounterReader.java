package org.anamnesis.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.DiagnosisComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterLocationComponent;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Reference;

/**
 * Visits and admissions (Encounter), from the period's start to its end; named by the type, else by the kind of stay.
 *
 * <p>Entered in error: no fact. Planned: planned. Arrived, triaged, in progress and on leave: active. Finished:
 * completed. Cancelled: cancelled. Unknown: unstated.
 */
final class EncounterReader {

    private static final String SNOMED = "http://snomed.info/sct";

    /** "Patient encounter procedure", the code above all kinds of encounters. */
    private static final String ANY_ENCOUNTER = "308335008";

    private EncounterReader() {}

    static Stream<Finding> read(Encounter encounter, Neighbours neighbours) {
        Optional<Standing> standing = standing(encounter);
        if (standing.isEmpty()) {
            return Stream.empty();
        }
        List<Place> places = places(encounter, neighbours);
        Optional<String> stay = stay(encounter, places);
        Optional<String> setting = setting(encounter.getClass_());
        Attributes attributes = new Attributes()
                .words(Role.CATEGORY, setting)
                .words(Role.CATEGORY, stay)
                .words(Role.PRIORITY, Words.of(encounter.getPriority()))
                .words(Role.SERVICE, Words.of(encounter.getServiceType()))
                .words(Role.ADMITTED_FROM, Words.of(encounter.getHospitalization().getAdmitSource()))
                .time(Role.ENDED, Times.end(encounter.getPeriod()));
        places.forEach(place -> attributes.place(place.name(), place.since()));
        attributes.each(Role.REASON, encounter.getReasonCode());
        Reasons.add(attributes, encounter, encounter.getReasonReference(), neighbours);
        Reasons.add(
                attributes,
                encounter,
                encounter.getDiagnosis().stream()
                        .map(DiagnosisComponent::getCondition)
                        .toList(),
                neighbours);
        attributes.words(Role.DISCHARGED_TO, Words.of(encounter.getHospitalization().getDischargeDisposition()));
        if (encounter.hasPartOf()) {
            attributes.words(Role.PART_OF, whole(encounter, neighbours));
        }
        Optional<String> named = stay.or(() -> setting);
        return Stream.of(new Finding(
                FactKind.ENCOUNTER,
                concept(encounter.getType(), named),
                standing.get(),
                Times.start(encounter.getPeriod()),
                attributes,
                Sources.of(encounter, "")));
    }

    /** The first type that says more than that it is an encounter; with the codes of all types. */
    private static Concept concept(List<CodeableConcept> types, Optional<String> otherwise) {
        List<Concept.Coding> codings =
                types.stream().flatMap(type -> Words.codings(type).stream()).toList();
        String name = types.stream()
                .filter(type -> !Words.isCoded(type, SNOMED, ANY_ENCOUNTER))
                .map(Words::of)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> otherwise)
                .orElse("Encounter");
        return new Concept(name, codings);
    }

    private static List<Place> places(Encounter encounter, Neighbours neighbours) {
        List<Place> places = new ArrayList<>();
        for (EncounterLocationComponent stay : encounter.getLocation()) {
            Reference location = stay.getLocation();
            neighbours
                    .find(encounter, location, Location.class)
                    .flatMap(found -> Words.nonBlank(found.getName()))
                    .or(() -> Words.display(location))
                    .ifPresent(name -> places.add(new Place(name, Times.start(stay.getPeriod()))));
        }
        return places;
    }

    /** A ward or a clinic, and since when. */
    private record Place(String name, Optional<ClinicalTime> since) {}

    private static Optional<Standing> standing(Encounter encounter) {
        if (encounter.getStatus() == null) {
            return Optional.of(Standing.UNSTATED);
        }
        return switch (encounter.getStatus()) {
            case PLANNED -> Optional.of(Standing.PLANNED);
            case ARRIVED, TRIAGED, INPROGRESS, ONLEAVE -> Optional.of(Standing.ACTIVE);
            case FINISHED -> Optional.of(Standing.COMPLETED);
            case CANCELLED -> Optional.of(Standing.CANCELLED);
            case ENTEREDINERROR -> Optional.empty();
            case UNKNOWN, NULL -> Optional.of(Standing.UNSTATED);
        };
    }

    private static Optional<String> stay(Encounter encounter, List<Place> places) {
        return Stay.of(encounter, places.stream().map(Place::name).toList()).map(Stay::words);
    }

    private static String whole(Encounter part, Neighbours neighbours) {
        return neighbours
                .find(part, part.getPartOf(), Encounter.class)
                .flatMap(whole -> stay(whole, places(whole, neighbours)))
                .orElse("another encounter");
    }

    /** HL7 v3 ActCode, the setting of care, in words. */
    private static Optional<String> setting(Coding code) {
        return switch (code.getCode() == null ? "" : code.getCode()) {
            case "AMB" -> Optional.of("ambulatory");
            case "EMER" -> Optional.of("emergency");
            case "IMP" -> Optional.of("inpatient");
            case "ACUTE" -> Optional.of("inpatient acute");
            case "NONAC" -> Optional.of("inpatient non-acute");
            case "OBSENC" -> Optional.of("observation");
            case "SS" -> Optional.of("short stay");
            case "VR" -> Optional.of("virtual");
            case "HH" -> Optional.of("home health");
            case "PRENC" -> Optional.of("pre-admission");
            case "FLD" -> Optional.of("field");
            default -> Words.nonBlank(code.getDisplay()).or(() -> Words.nonBlank(code.getCode()));
        };
    }
}
