package org.anamnesis.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One patient's chart as it was read at one moment: the facts, each under its citation id, the text of the notes, and the
 * coverage.
 */
public final class Chart {

    private final Demographics patient;
    private final Map<CitationId, Fact> facts;
    private final List<Fact> inOrder;
    private final Map<FactKind, List<Fact>> byKind;
    private final Map<CitationId, Note> notes;
    private final Coverage coverage;
    private final ClinicalTime asOf;
    private final Map<Derivation<?>, FutureTask<?>> derived = new ConcurrentHashMap<>();

    /** A chart whose notes are known by their titles only. */
    public Chart(Demographics patient, List<Fact> facts, Coverage coverage, ClinicalTime asOf) {
        this(patient, facts, List.of(), coverage, asOf);
    }

    /**
     * @param facts in the order in which they are to be read; ids are unique
     * @param notes what was read of the notes among the facts
     * @param asOf the moment that counts as "now" for this chart: the request's, never the machine's own
     * @throws IllegalArgumentException where two facts have the same id, or a note has none
     */
    public Chart(Demographics patient, List<Fact> facts, List<Note> notes, Coverage coverage, ClinicalTime asOf) {
        this.patient = patient;
        this.coverage = coverage;
        this.asOf = asOf;
        Map<CitationId, Fact> byId = LinkedHashMap.newLinkedHashMap(facts.size());
        for (Fact fact : facts) {
            if (byId.put(fact.id(), fact) != null) {
                throw new IllegalArgumentException("two facts share the citation id " + fact.id());
            }
        }
        this.facts = byId;
        this.inOrder = List.copyOf(facts);
        this.byKind = inOrder.stream().collect(Collectors.groupingBy(Fact::kind, Collectors.toUnmodifiableList()));
        Map<CitationId, Note> texts = LinkedHashMap.newLinkedHashMap(notes.size());
        for (Note note : notes) {
            if (!byId.containsKey(note.id())) {
                throw new IllegalArgumentException("a text of a note that is not in the chart: " + note.id());
            }
            texts.put(note.id(), note);
        }
        this.notes = texts;
    }

    public Demographics patient() {
        return patient;
    }

    public Coverage coverage() {
        return coverage;
    }

    public ClinicalTime asOf() {
        return asOf;
    }

    /** All facts, in reading order. */
    public List<Fact> facts() {
        return inOrder;
    }

    /** The facts of one kind, in reading order. */
    public Stream<Fact> facts(FactKind kind) {
        return byKind.getOrDefault(kind, List.of()).stream();
    }

    /** The coverage line that an id of kind {@link FactKind#COVERAGE} cites: its number is the line's place from 1. */
    public Optional<Coverage.Entry> coverage(CitationId id) {
        return id.kind() == FactKind.COVERAGE
                        && id.number() <= coverage.entries().size()
                ? Optional.of(coverage.entries().get(id.number() - 1))
                : Optional.empty();
    }

    /** The notes whose text was asked for, in reading order. */
    public List<Note> notes() {
        return List.copyOf(notes.values());
    }

    /** What was read of a note; empty where its text was never asked for. */
    public Optional<Note> note(CitationId id) {
        return Optional.ofNullable(notes.get(id.whole()));
    }

    /** All sentences of all notes that were read, in reading order. */
    public Stream<Passage> passages() {
        return notes.values().stream().flatMap(Chart::passages);
    }

    /** The sentence that an id cites. */
    public Optional<Passage> passage(CitationId id) {
        if (id.sentence().isEmpty() || !(note(id).map(Note::body).orElse(null) instanceof Note.Body.Text text)) {
            return Optional.empty();
        }
        // Sentences are numbered from 1, so most stand at their number; none has to.
        int place = id.sentence().getAsInt() - 1;
        boolean isThere = place >= 0
                && place < text.passages().size()
                && text.passages().get(place).id().equals(id);
        return isThere
                ? Optional.of(text.passages().get(place))
                : text.passages().stream()
                        .filter(passage -> passage.id().equals(id))
                        .findFirst();
    }

    /**
     * The fact that an id cites; empty where this chart gave out no such id. A sentence of a note is a fact too: its note's,
     * with the sentence as what was found.
     */
    public Optional<Fact> fact(CitationId id) {
        if (id.sentence().isEmpty()) {
            return Optional.ofNullable(facts.get(id));
        }
        return passage(id).flatMap(passage -> fact(id.whole()).map(note -> quoted(note, passage)));
    }

    /** What is worked out once; in whoever's thread comes first, others wait for it. */
    <T> T derived(Derivation<T> wanted) {
        FutureTask<T> task = begin(wanted);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return wanted.work(this);
        } catch (ExecutionException e) {
            derived.remove(wanted, task);
            return wanted.work(this);
        }
    }

    /** Works it out, unless somebody has or does. */
    <T> FutureTask<T> begin(Derivation<T> wanted) {
        FutureTask<T> mine = new FutureTask<>(() -> wanted.work(this));
        // What stands under a derivation is of its type.
        @SuppressWarnings("unchecked")
        FutureTask<T> known = (FutureTask<T>) derived.putIfAbsent(wanted, mine);
        if (known != null) {
            return known;
        }
        mine.run();
        return mine;
    }

    private static Stream<Passage> passages(Note note) {
        return note.body() instanceof Note.Body.Text text ? text.passages().stream() : Stream.empty();
    }

    private static Fact quoted(Fact note, Passage passage) {
        return new Fact(
                passage.id(),
                note.concept(),
                Optional.of(new Value.Worded(Concept.of(passage.text()))),
                note.standing(),
                note.time(),
                note.attributes(),
                note.source(),
                note.alsoIn(),
                note.relations());
    }
}
