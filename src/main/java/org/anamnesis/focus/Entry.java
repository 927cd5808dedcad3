package org.anamnesis.focus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Note;
import org.anamnesis.chart.Value;

/**
 * All facts of a chart that say the same in the same words, at whatever times and with whatever numbers: 90 potassiums are
 * one entry. What is searched are entries; each is itself alone.
 */
final class Entry {

    /** What is written differently from fact to fact, or says nothing that one could ask for by name. */
    private static final Set<Role> NOT_SEARCHED = Set.of(
            Role.DOSE,
            Role.RATE,
            Role.SUPPLY,
            Role.REFERENCE_RANGE,
            Role.ONSET,
            Role.STARTED,
            Role.ENDED,
            Role.DUE,
            Role.HIDDEN_CHARACTERS,
            Role.SECURITY_LABEL,
            Role.CONSENT_DENIES);

    private final Topic topic;
    private final List<String> names;
    private final List<Attribute> marks;
    private final List<Fact> facts = new ArrayList<>();

    private Entry(Topic topic, List<String> names, List<Attribute> marks) {
        this.topic = topic;
        this.names = names;
        this.marks = marks;
    }

    static List<Entry> of(Chart chart) {
        Map<List<Object>, Entry> entries = new LinkedHashMap<>();
        for (Fact fact : chart.facts()) {
            if (fact.kind() == FactKind.NOTE && Note.isWrittenWithAi(fact)) {
                continue;
            }
            List<Attribute> marks = marks(fact);
            List<String> names = names(fact);
            entries.computeIfAbsent(
                            List.of(fact.kind(), names, marks), same -> new Entry(TopicOf.fact(fact), names, marks))
                    .facts
                    .add(fact);
        }
        return List.copyOf(entries.values());
    }

    /** What they are about. */
    Topic topic() {
        return topic;
    }

    /** What they can be called by: the concept's words, displays and codes, the parts of a panel, ingredients. */
    List<String> names() {
        return names;
    }

    /** Further words by their role: the route, the specimen, the ward. */
    List<Attribute> marks() {
        return marks;
    }

    /** The facts, in the chart's order. */
    List<Fact> facts() {
        return facts;
    }

    /** The marks of a role. */
    Stream<String> marks(Role role) {
        return marks.stream().filter(mark -> mark.role() == role).map(Attribute::text);
    }

    private static List<Attribute> marks(Fact fact) {
        Stream<Attribute> said = fact.attributes().stream()
                .filter(attribute -> !NOT_SEARCHED.contains(attribute.role()))
                .map(attribute -> Attribute.worded(attribute.role(), attribute.text()));
        Stream<Attribute> found = fact
                .value()
                .filter(Value.Worded.class::isInstance)
                .map(value -> Attribute.worded(Role.INTERPRETATION, value.text()))
                .stream();
        return Stream.concat(said, found).distinct().toList();
    }

    private static List<String> names(Fact fact) {
        Stream<Concept> parts = fact.value()
                .filter(Value.Panel.class::isInstance)
                .map(value -> ((Value.Panel) value).components().stream().map(Value.Component::concept))
                .orElseGet(Stream::empty);
        Stream<String> own = Stream.concat(Stream.of(fact.concept()), parts).flatMap(Entry::words);
        Stream<String> ingredients = fact.attributes(Role.INGREDIENT).map(Attribute::text);
        return Stream.concat(own, ingredients).distinct().toList();
    }

    private static Stream<String> words(Concept concept) {
        Stream<String> coded = concept.codings().stream()
                .flatMap(coding -> Stream.of(coding.display(), coding.code()))
                .filter(words -> !words.isBlank());
        return Stream.concat(Stream.of(concept.text()), coded);
    }
}
