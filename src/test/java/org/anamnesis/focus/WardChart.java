package org.anamnesis.focus;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Demographics;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Note;
import org.anamnesis.chart.Passage;
import org.anamnesis.chart.Relations;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.chart.Source;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;

/** Builds charts with stays, orders, doses, cultures and notes for tests; ids are given out in the order of the calls. */
public final class WardChart {

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(-5);

    private final List<Fact> facts = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Map<FactKind, Integer> numbers = new EnumMap<>(FactKind.class);
    private Optional<ResourceId> stay = Optional.empty();
    private ClinicalTime asOf = time("2151-06-30T12:00");

    public static WardChart aWard() {
        return new WardChart();
    }

    public WardChart asOf(String now) {
        asOf = time(now);
        return this;
    }

    public WardChart stay(String name, String from, String until, Attribute... more) {
        return encounter(name, "hospital stay", Optional.empty(), from, until, more);
    }

    public WardChart emergency(String name, Optional<String> whole, String from, String until) {
        return encounter(name, "emergency department stay", whole, from, until);
    }

    public WardChart intensive(String name, String whole, String from, String until) {
        return encounter(name, "intensive care stay", Optional.of(whole), from, until);
    }

    /** What follows is filed under this stay. */
    public WardChart in(String name) {
        stay = Optional.of(new ResourceId("Encounter", name));
        return this;
    }

    /** What follows is filed under no stay. */
    public WardChart outside() {
        stay = Optional.empty();
        return this;
    }

    public WardChart order(String name, String route, String written, String... codes) {
        return add(
                FactKind.MEDICATION,
                concept(name, codes),
                null,
                Standing.ACTIVE,
                time(written),
                of(Role.ROUTE, route),
                of(Role.CATEGORY, "ordered"));
    }

    public WardChart orderFor(String name, String written, String from, String until, Attribute... more) {
        Attribute[] own = {
            Attribute.timed(Role.STARTED, time(from)),
            Attribute.timed(Role.ENDED, time(until)),
            of(Role.CATEGORY, "ordered")
        };
        return add(
                FactKind.MEDICATION,
                Concept.of(name),
                null,
                Standing.COMPLETED,
                time(written),
                Stream.concat(Arrays.stream(own), Arrays.stream(more)).toArray(Attribute[]::new));
    }

    public WardChart mix(String name, String written, String... ingredients) {
        List<Attribute> attributes = new ArrayList<>(List.of(of(Role.CATEGORY, "ordered")));
        Arrays.stream(ingredients)
                .map(ingredient -> of(Role.INGREDIENT, ingredient))
                .forEach(attributes::add);
        return add(
                FactKind.MEDICATION,
                Concept.of(name),
                null,
                Standing.ACTIVE,
                time(written),
                attributes.toArray(Attribute[]::new));
    }

    public WardChart given(String name, String when) {
        return add(
                FactKind.MEDICATION,
                Concept.of(name),
                null,
                Standing.COMPLETED,
                time(when),
                of(Role.CATEGORY, "given"));
    }

    public WardChart onHold(String name, String since) {
        return add(
                FactKind.MEDICATION,
                Concept.of(name),
                null,
                Standing.ON_HOLD,
                time(since),
                of(Role.CATEGORY, "ordered"));
    }

    public WardChart lab(String name, String number, String unit, String when) {
        return add(
                FactKind.RESULT,
                Concept.of(name),
                quantity(number, unit),
                Standing.FINAL,
                time(when),
                of(Role.CATEGORY, "Laboratory"));
    }

    public WardChart pressure(String systolic, String diastolic, String when) {
        Value panel = new Value.Panel(List.of(
                new Value.Component(Concept.of("Systolic blood pressure"), quantity(systolic, "mmHg")),
                new Value.Component(Concept.of("Diastolic blood pressure"), quantity(diastolic, "mmHg"))));
        return add(FactKind.VITAL, Concept.of("Blood pressure"), panel, Standing.FINAL, time(when));
    }

    public WardChart output(String name, String millilitres, String when) {
        return add(
                FactKind.RESULT,
                Concept.of(name),
                quantity(millilitres, "mL"),
                Standing.FINAL,
                time(when),
                of(Role.CATEGORY, "Output"));
    }

    /** A culture without an organism of its own. */
    public WardChart culture(String id, String specimen, String name, String found, String when) {
        return add(
                FactKind.RESULT,
                Concept.of(name),
                new Value.Worded(Concept.of(found)),
                Standing.FINAL,
                time(when),
                new Relations(stay, List.of()),
                new ResourceId("Observation", id),
                of(Role.SPECIMEN, specimen),
                of(Role.CATEGORY, "Laboratory"));
    }

    /** What a culture grew. */
    public WardChart organism(String name, String cultureId, String specimen, String test, String when) {
        return add(
                FactKind.RESULT,
                Concept.of(name),
                null,
                Standing.FINAL,
                time(when),
                new Relations(stay, List.of(new ResourceId("Observation", cultureId))),
                new ResourceId("Observation", "of-" + cultureId),
                of(Role.SPECIMEN, specimen),
                of(Role.TEST, test),
                of(Role.CATEGORY, "Laboratory"));
    }

    public WardChart diagnosis(String name) {
        return add(FactKind.PROBLEM, Concept.of(name), null, Standing.UNSTATED, null);
    }

    public WardChart procedure(String name, String when) {
        return add(FactKind.PROCEDURE, Concept.of(name), null, Standing.COMPLETED, time(when));
    }

    public WardChart allergy(String name) {
        return add(FactKind.ALLERGY, Concept.of(name), null, Standing.ACTIVE, null);
    }

    public WardChart plan(String name, Standing standing, String when) {
        return add(FactKind.PLAN, Concept.of(name), null, standing, time(when));
    }

    public WardChart sex(String sex) {
        return add(FactKind.PATIENT, Concept.of("Sex"), new Value.Worded(Concept.of(sex)), Standing.FINAL, null);
    }

    public WardChart note(String title, String when, String... sentences) {
        return note(title, when, new Attribute[0], sentences);
    }

    public WardChart noteWrittenWithAi(String title, String when, String... sentences) {
        return note(title, when, new Attribute[] {of(Role.CATEGORY, Note.WRITTEN_WITH_AI)}, sentences);
    }

    private WardChart note(String title, String when, Attribute[] attributes, String... sentences) {
        add(FactKind.NOTE, Concept.of(title), null, Standing.FINAL, time(when), attributes);
        CitationId id = facts.getLast().id();
        List<Passage> passages = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (String sentence : sentences) {
            int start = plain.length();
            plain.append(sentence).append('\n');
            passages.add(new Passage(
                    id.sentence(passages.size() + 1), Optional.empty(), sentence, start, plain.length() - 1));
        }
        notes.add(new Note(id, new Note.Body.Text(plain.toString(), passages)));
        return this;
    }

    public Chart build() {
        Demographics patient = new Demographics(
                "1",
                Optional.empty(),
                Optional.of(ClinicalTime.day(LocalDate.parse("2080-02-03"))),
                Optional.of("female"),
                Optional.of("900017"),
                false,
                List.of("900017"));
        return new Chart(patient, facts, notes, new Coverage(List.of()), asOf);
    }

    private WardChart encounter(
            String name, String kind, Optional<String> whole, String from, String until, Attribute... more) {
        Attribute[] own = {of(Role.CATEGORY, kind), Attribute.timed(Role.ENDED, time(until))};
        return add(
                FactKind.ENCOUNTER,
                Concept.of(kind),
                null,
                Standing.COMPLETED,
                time(from),
                new Relations(whole.map(id -> new ResourceId("Encounter", id)), List.of()),
                new ResourceId("Encounter", name),
                Stream.concat(Arrays.stream(own), Arrays.stream(more)).toArray(Attribute[]::new));
    }

    private WardChart add(
            FactKind kind,
            Concept concept,
            Value value,
            Standing standing,
            ClinicalTime time,
            Attribute... attributes) {
        int number = numbers.getOrDefault(kind, 0) + 1;
        ResourceId source = new ResourceId("Basic", kind.word() + number);
        return add(kind, concept, value, standing, time, new Relations(stay, List.of()), source, attributes);
    }

    private WardChart add(
            FactKind kind,
            Concept concept,
            Value value,
            Standing standing,
            ClinicalTime time,
            Relations relations,
            ResourceId source,
            Attribute... attributes) {
        int number = numbers.merge(kind, 1, Integer::sum);
        facts.add(new Fact(
                new CitationId(kind, number),
                concept,
                Optional.ofNullable(value),
                standing,
                Optional.ofNullable(time),
                List.of(attributes),
                new Source(source.type(), source.id(), Optional.of("1"), source.type()),
                List.of(),
                relations));
        return this;
    }

    static Attribute of(Role role, String text) {
        return Attribute.worded(role, text);
    }

    private static Concept concept(String name, String... codes) {
        return new Concept(
                name,
                Arrays.stream(codes)
                        .map(code -> new Concept.Coding("http://hospital.example/formulary", code, ""))
                        .toList());
    }

    private static Value.Quantity quantity(String number, String unit) {
        return new Value.Quantity(new BigDecimal(number), unit, Optional.empty(), Optional.empty());
    }

    static ClinicalTime time(String local) {
        return ClinicalTime.minute(LocalDateTime.parse(local), ZONE);
    }
}
