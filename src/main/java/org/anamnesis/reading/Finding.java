package org.anamnesis.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Relations;
import org.anamnesis.chart.Source;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;

/** One clinical statement read off a resource, before the chart merges it, orders it and gives it its citation id. */
record Finding(
        FactKind kind,
        Concept concept,
        Optional<Value> value,
        Standing standing,
        Optional<ClinicalTime> time,
        List<Attribute> attributes,
        Source source,
        Relations relations,
        Optional<NoteText> text) {

    /** Shorter texts are written anew every day: "Stable." */
    private static final int LONG_ENOUGH_TO_BE_ONE = 200;

    Finding {
        attributes = List.copyOf(attributes);
    }

    /** A finding that stands by itself. */
    Finding(
            FactKind kind,
            Concept concept,
            Optional<Value> value,
            Standing standing,
            Optional<ClinicalTime> time,
            List<Attribute> attributes,
            Source source) {
        this(kind, concept, value, standing, time, attributes, source, Relations.NONE, Optional.empty());
    }

    /** A finding without a measured value. */
    Finding(
            FactKind kind,
            Concept concept,
            Standing standing,
            Optional<ClinicalTime> time,
            Attributes attributes,
            Source source) {
        this(kind, concept, Optional.empty(), standing, time, attributes.list(), source);
    }

    /**
     * What makes a note this note: its text, whatever its title. Empty for what is no note, and for one whose text is not
     * known: that is the same as none but itself.
     */
    Optional<Object> identity() {
        return text.filter(NoteText.Read.class::isInstance)
                .map(NoteText.Read.class::cast)
                .map(read -> List.of(
                        kind, standing, time, read.prose().plain(), titleOf(read), isOfAi(), relations.encounter()));
    }

    private String titleOf(NoteText.Read read) {
        return read.prose().plain().length() < LONG_ENOUGH_TO_BE_ONE ? concept.text() : "";
    }

    private boolean isOfAi() {
        return attributes.stream().anyMatch(attribute -> attribute.text().equals(NoteReader.WRITTEN_WITH_AI));
    }

    /** The same finding with what it hangs together with. */
    Finding with(Relations known) {
        return new Finding(kind, concept, value, standing, time, attributes, source, known, text);
    }

    /** The same finding with the text it names, and what is to be said of that. */
    Finding with(Optional<NoteText> known) {
        Stream<Attribute> remarks = known.stream()
                .flatMap(one -> one.remarks().stream())
                .map(words -> Attribute.worded(Role.COMMENT, words));
        Stream<Attribute> hidden =
                known
                        .filter(one -> one instanceof NoteText.Read read
                                && read.prose().hidden())
                        .stream()
                        .map(one -> Attribute.worded(Role.HIDDEN_CHARACTERS, PlainText.REMOVED));
        List<Attribute> all = Stream.of(attributes.stream(), remarks, hidden)
                .flatMap(some -> some)
                .toList();
        return new Finding(kind, concept, value, standing, time, all, source, relations, known);
    }

    /** The same finding with more to say. */
    Finding saying(List<Attribute> more) {
        List<Attribute> all = Stream.concat(attributes.stream(), more.stream()).toList();
        return new Finding(kind, concept, value, standing, time, all, source, relations, text);
    }

    Fact cited(CitationId id, List<Source> alsoIn) {
        return new Fact(id, concept, value, standing, time, attributes, source, alsoIn, relations);
    }
}
