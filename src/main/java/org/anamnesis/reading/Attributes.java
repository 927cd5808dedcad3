package org.anamnesis.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Value;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;

/** The attributes of one finding, collected in reading order; what a source does not say adds nothing. */
final class Attributes {

    private final List<Attribute> attributes = new ArrayList<>();

    Attributes words(Role role, Optional<String> words) {
        words.filter(text -> !text.isBlank())
                .map(text -> Attribute.worded(role, text))
                .ifPresent(attributes::add);
        return this;
    }

    Attributes words(Role role, String words) {
        return words(role, Optional.of(words));
    }

    /** Each concept an attribute of its own. */
    Attributes each(Role role, List<CodeableConcept> concepts) {
        concepts.forEach(concept -> words(role, Words.of(concept)));
        return this;
    }

    Attributes time(Role role, Optional<ClinicalTime> time) {
        time.map(known -> Attribute.timed(role, known)).ifPresent(attributes::add);
        return this;
    }

    Attributes value(Role role, Optional<? extends Value> value) {
        value.filter(known -> !known.text().isBlank())
                .map(known -> Attribute.valued(role, known))
                .ifPresent(attributes::add);
        return this;
    }

    Attributes place(String name, Optional<ClinicalTime> since) {
        attributes.add(Attribute.located(name, since));
        return this;
    }

    Attributes notes(List<Annotation> notes) {
        notes.forEach(note -> words(Role.COMMENT, Optional.ofNullable(note.getText())));
        return this;
    }

    List<Attribute> list() {
        return List.copyOf(attributes);
    }
}
