package org.anamnesis.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds small charts for tests, in the words of the clinic; ids are given out in the order of the calls. */
public final class ChartBuilder {

    private final List<Fact> facts = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Coverage.Entry> coverage = new ArrayList<>();
    private final Map<FactKind, Integer> numbers = new EnumMap<>(FactKind.class);
    private String sex = "male";
    private List<String> identifying = List.of();

    public static ChartBuilder aChart() {
        return new ChartBuilder();
    }

    public ChartBuilder ofPatient(int age, String sex, String... identifying) {
        this.sex = sex;
        this.identifying = List.of(identifying);
        add(FactKind.PATIENT, "Age", Optional.of(quantity(String.valueOf(age), "years")), Standing.FINAL, null);
        add(FactKind.PATIENT, "Sex", Optional.of(new Value.Worded(Concept.of(sex))), Standing.FINAL, null);
        return this;
    }

    public ChartBuilder whoDied(String on) {
        add(FactKind.PATIENT, "Deceased", Optional.empty(), Standing.FINAL, day(on));
        return this;
    }

    public ChartBuilder problem(String name, Standing standing, String onset) {
        ClinicalTime since = day(onset);
        add(FactKind.PROBLEM, name, Optional.empty(), standing, since, Attribute.timed(Attribute.Role.ONSET, since));
        return this;
    }

    public ChartBuilder allergy(String name, String reaction) {
        add(
                FactKind.ALLERGY,
                name,
                Optional.empty(),
                Standing.ACTIVE,
                null,
                Attribute.worded(Attribute.Role.REACTION, reaction));
        return this;
    }

    public ChartBuilder allergy(String name, String reaction, String severity, String criticality) {
        add(
                FactKind.ALLERGY,
                name,
                Optional.empty(),
                Standing.ACTIVE,
                null,
                Attribute.worded(Attribute.Role.REACTION, reaction),
                Attribute.worded(Attribute.Role.SEVERITY, severity),
                Attribute.worded(Attribute.Role.CRITICALITY, criticality));
        return this;
    }

    public ChartBuilder medication(String name, String instruction, Standing standing, String ordered) {
        add(
                FactKind.MEDICATION,
                name,
                Optional.empty(),
                standing,
                day(ordered),
                Attribute.worded(Attribute.Role.INSTRUCTION, instruction));
        return this;
    }

    public ChartBuilder endedMedication(String name, Standing standing, String ordered, String ended) {
        add(
                FactKind.MEDICATION,
                name,
                Optional.empty(),
                standing,
                day(ordered),
                Attribute.timed(Attribute.Role.ENDED, day(ended)));
        return this;
    }

    public ChartBuilder result(String name, String number, String unit, String taken, Attribute... attributes) {
        add(FactKind.RESULT, name, Optional.of(quantity(number, unit)), Standing.FINAL, day(taken), attributes);
        return this;
    }

    public ChartBuilder resultAt(String name, String number, String unit, String taken) {
        ClinicalTime time = ClinicalTime.minute(LocalDateTime.parse(taken), ZoneOffset.UTC);
        add(FactKind.RESULT, name, Optional.of(quantity(number, unit)), Standing.FINAL, time);
        return this;
    }

    public ChartBuilder finding(String name, String words, String taken) {
        add(FactKind.RESULT, name, Optional.of(new Value.Worded(Concept.of(words))), Standing.FINAL, day(taken));
        return this;
    }

    public ChartBuilder pressure(String systolic, String diastolic, String taken) {
        Value.Panel panel = new Value.Panel(List.of(
                new Value.Component(Concept.of("Systolic blood pressure"), quantity(systolic, "mmHg")),
                new Value.Component(Concept.of("Diastolic blood pressure"), quantity(diastolic, "mmHg"))));
        add(FactKind.RESULT, "Pressure panel", Optional.of(panel), Standing.FINAL, day(taken));
        return this;
    }

    public ChartBuilder relative(String disease, String relation) {
        add(
                FactKind.HISTORY,
                disease,
                Optional.empty(),
                Standing.UNSTATED,
                null,
                Attribute.worded(Attribute.Role.RELATION, relation));
        return this;
    }

    public ChartBuilder encounter(String name, String on) {
        add(FactKind.ENCOUNTER, name, Optional.empty(), Standing.COMPLETED, day(on));
        return this;
    }

    public ChartBuilder plannedEncounter(String name, String on) {
        add(FactKind.ENCOUNTER, name, Optional.empty(), Standing.PLANNED, day(on));
        return this;
    }

    public ChartBuilder procedure(String name, Standing standing, String on) {
        add(FactKind.PROCEDURE, name, Optional.empty(), standing, day(on));
        return this;
    }

    public ChartBuilder plan(String name, Standing standing, String on) {
        add(FactKind.PLAN, name, Optional.empty(), standing, day(on));
        return this;
    }

    /** Any fact, where no other method has its words; a time of day where {@code on} has one, no time where it is empty. */
    public ChartBuilder fact(FactKind kind, String name, Standing standing, String on, Attribute... attributes) {
        add(kind, name, Optional.empty(), standing, on.isEmpty() ? null : time(on), attributes);
        return this;
    }

    /** A note with its sentences, under no headings. */
    public ChartBuilder note(String title, String on, String... sentences) {
        return note(title, on, Optional.empty(), sentences);
    }

    /** A note whose sentences stand under a heading. */
    public ChartBuilder noteUnder(String heading, String on, String... sentences) {
        return note("Progress note", on, Optional.of(heading), sentences);
    }

    private ChartBuilder note(String title, String on, Optional<String> heading, String... sentences) {
        add(FactKind.NOTE, title, Optional.empty(), Standing.FINAL, time(on));
        CitationId id = facts.getLast().id();
        List<Passage> passages = new ArrayList<>();
        int start = 0;
        for (String sentence : sentences) {
            passages.add(
                    new Passage(id.sentence(passages.size() + 1), heading, sentence, start, start + sentence.length()));
            start += sentence.length() + 1;
        }
        notes.add(new Note(id, new Note.Body.Text(String.join(" ", sentences), passages)));
        return this;
    }

    /** Codes the last fact. */
    public ChartBuilder coded(String system, String code, String display) {
        Fact last = facts.removeLast();
        List<Concept.Coding> codings = new ArrayList<>(last.concept().codings());
        codings.add(new Concept.Coding(system, code, display));
        facts.add(new Fact(
                last.id(),
                new Concept(last.concept().text(), codings),
                last.value(),
                last.standing(),
                last.time(),
                last.attributes(),
                last.source(),
                last.alsoIn(),
                last.relations()));
        return this;
    }

    /** Puts the last fact within an encounter, which is named by its place among the encounters, from 1. */
    public ChartBuilder within(int encounter) {
        Fact last = facts.removeLast();
        facts.add(new Fact(
                last.id(),
                last.concept(),
                last.value(),
                last.standing(),
                last.time(),
                last.attributes(),
                last.source(),
                last.alsoIn(),
                new Relations(Optional.of(new ResourceId("Basic", FactKind.ENCOUNTER.word() + encounter)), List.of())));
        return this;
    }

    public ChartBuilder covered(String type, Coverage.Outcome outcome) {
        coverage.add(new Coverage.Entry(type, "all", outcome));
        return this;
    }

    public Chart build() {
        Demographics patient = new Demographics(
                "1", Optional.empty(), Optional.empty(), Optional.of(sex), Optional.empty(), false, identifying);
        return new Chart(patient, facts, notes, new Coverage(coverage), day("2024-11-20"));
    }

    private void add(
            FactKind kind,
            String name,
            Optional<Value> value,
            Standing standing,
            ClinicalTime time,
            Attribute... attributes) {
        int number = numbers.merge(kind, 1, Integer::sum);
        facts.add(new Fact(
                new CitationId(kind, number),
                Concept.of(name),
                value,
                standing,
                Optional.ofNullable(time),
                List.of(attributes),
                new Source("Basic", kind.word() + number, Optional.of("1"), "Basic.code")));
    }

    private static Value quantity(String number, String unit) {
        return new Value.Quantity(new BigDecimal(number), unit, Optional.empty(), Optional.empty());
    }

    private static ClinicalTime time(String iso) {
        return iso.contains("T") ? ClinicalTime.minute(LocalDateTime.parse(iso), ZoneOffset.UTC) : day(iso);
    }

    private static ClinicalTime day(String iso) {
        return ClinicalTime.day(LocalDate.parse(iso));
    }
}
