package org.anamnesis.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Type;

/**
 * Results, vital signs, social history, surveys and stated preferences (Observation). The parts of a panel are one value.
 *
 * <p>Entered in error: no fact. Registered: a plan, for its result is awaited. Final, amended and corrected: final.
 * Preliminary: preliminary. Cancelled: cancelled. Unknown: unstated. A missing value says why, where the source does.
 */
final class ObservationReader {

    private ObservationReader() {}

    static Stream<Finding> read(Observation observation, Neighbours neighbours) {
        Optional<Standing> standing = standing(observation);
        if (standing.isEmpty()) {
            return Stream.empty();
        }
        boolean awaited = standing.get() == Standing.PLANNED && !observation.hasValue();
        Attributes attributes = new Attributes().each(Role.INTERPRETATION, Interpretations.of(observation));
        observation.getReferenceRange().forEach(range -> referenceRange(attributes, range));
        Cultures.add(attributes, observation, neighbours);
        observation.getPartOf().forEach(whole -> attributes.words(
                Role.PART_OF, Reasons.name(observation, whole, neighbours)));
        attributes
                .words(Role.BODY_SITE, Words.of(observation.getBodySite()))
                .words(Role.CATEGORY, awaited ? Optional.of("result awaited") : Words.joined(observation.getCategory()))
                .words(Role.COMMENT, absent(observation.getDataAbsentReason()))
                .time(Role.ENDED, Times.end(observation.getEffective()))
                .notes(observation.getNote());
        return Stream.of(new Finding(
                awaited ? FactKind.PLAN : ObservationKinds.of(observation),
                Words.concept(observation.getCode(), "Observation without a name"),
                value(observation),
                standing.get(),
                Times.start(observation.getEffective()).or(() -> Times.of(observation.getIssuedElement())),
                attributes.list(),
                Sources.of(observation, observation.hasComponent() ? "component" : "value")));
    }

    private static Optional<Standing> standing(Observation observation) {
        if (observation.getStatus() == null) {
            return Optional.of(Standing.UNSTATED);
        }
        return switch (observation.getStatus()) {
            case FINAL, AMENDED, CORRECTED -> Optional.of(Standing.FINAL);
            case PRELIMINARY -> Optional.of(Standing.PRELIMINARY);
            case REGISTERED -> Optional.of(Standing.PLANNED);
            case CANCELLED -> Optional.of(Standing.CANCELLED);
            case ENTEREDINERROR -> Optional.empty();
            case UNKNOWN, NULL -> Optional.of(Standing.UNSTATED);
        };
    }

    /** A panel's own value, such as a total score, comes before its parts. */
    private static Optional<Value> value(Observation observation) {
        Concept measured = Words.concept(observation.getCode(), "Observation without a name");
        Optional<Value> own = Values.of(observation.getValue()).map(value -> Measures.completed(value, measured));
        List<Value.Component> parts = new ArrayList<>();
        own.ifPresent(value -> parts.add(new Value.Component(measured, value)));
        observation.getComponent().forEach(part -> component(part).ifPresent(parts::add));
        boolean panel = parts.size() > (own.isPresent() ? 1 : 0);
        return panel ? Optional.of(new Value.Panel(parts)) : own;
    }

    private static Optional<Value.Component> component(ObservationComponentComponent part) {
        Concept concept = Words.concept(part.getCode(), "Part without a name");
        Type value = part.getValue();
        return Values.of(value)
                .map(known -> Measures.completed(known, concept))
                .or(() -> absent(part.getDataAbsentReason()).flatMap(Values::worded))
                .map(known -> new Value.Component(concept, known));
    }

    private static Optional<String> absent(CodeableConcept reason) {
        return Words.of(reason).map(words -> "no value: " + words);
    }

    private static void referenceRange(Attributes attributes, ObservationReferenceRangeComponent range) {
        Optional<Value> bounds = Values.range(range.getLow(), range.getHigh());
        attributes.value(Role.REFERENCE_RANGE, bounds);
        if (bounds.isEmpty()) {
            attributes.words(Role.REFERENCE_RANGE, Words.nonBlank(range.getText()));
        }
    }
}
