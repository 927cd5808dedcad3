package org.anamnesis.grounding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;

/** What one cited fact says, in the same tokens as the statements that are held against it. */
final class Evidence {

    /** What is about the record and not about the patient. */
    private static final Set<Attribute.Role> UNSAID =
            Set.of(Attribute.Role.RECORDED, Attribute.Role.SECURITY_LABEL, Attribute.Role.CONSENT_DENIES);

    private static final Set<String> ENCOUNTER_WORDS = Set.of("encounter", "visit", "seen");
    private static final Set<String> STAYS = Set.of("inpatient", "hospital", "admission");
    private static final Set<String> STAY_WORDS =
            Set.of("admission", "admitted", "admit", "hospitalization", "hospitalisation", "stay");
    private static final Set<String> DISCHARGE_WORDS = Set.of("discharge", "discharged");

    private final Fact fact;
    private final Set<String> naming = new HashSet<>();
    private final Set<String> denied = new HashSet<>();
    private final Set<String> affirmed = new HashSet<>();
    private final Set<String> deniedFinding = new HashSet<>();
    private final Set<List<String>> pairs = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> found = new HashSet<>();
    private final List<Token.Number> strengths = new ArrayList<>();
    private final List<Token.Number> numbers = new ArrayList<>();
    private final List<Token.Number> bounds = new ArrayList<>();
    private final List<Token.Number> doses = new ArrayList<>();
    private final Set<String> frequency = new HashSet<>();
    private final Set<Integer> clocks = new HashSet<>();
    private final List<ClinicalTime> times = new ArrayList<>();
    private final List<ClinicalTime> ends = new ArrayList<>();
    private final List<Token.Day> days = new ArrayList<>();

    Evidence(Fact fact) {
        this(fact, Sentence::tokens);
    }

    /** @param reader gives the tokens of a text, as {@link Sentence#tokens} does */
    Evidence(Fact fact, Function<String, List<Token>> reader) {
        this.fact = fact;
        names(fact.concept()).forEach(text -> read(reader.apply(text), naming));
        strengths.addAll(numbers);
        fact.value().ifPresent(value -> read(value, reader));
        fact.attributes().forEach(attribute -> read(attribute, reader));
        fact.time().ifPresent(times::add);
        read(reader.apply(fact.standing().word()), words);
        words.addAll(naming);
        if (fact.kind() == FactKind.HISTORY) {
            words.add("family");
        }
        if (fact.kind() == FactKind.ENCOUNTER) {
            nameEncounter(naming, !ends.isEmpty());
        }
    }

    private static void nameEncounter(Set<String> naming, boolean ended) {
        boolean stay = naming.stream().anyMatch(STAYS::contains);
        naming.addAll(ENCOUNTER_WORDS);
        if (stay) {
            naming.addAll(STAY_WORDS);
        }
        if (stay && ended) {
            naming.addAll(DISCHARGE_WORDS);
        }
    }

    /** The words (in normal form) that name a fact, as {@link #names(String)} knows them, without all else it says. */
    static Set<String> naming(Fact fact) {
        Set<String> naming = new HashSet<>();
        names(fact.concept()).flatMap(text -> Sentence.tokens(text).stream()).forEach(token -> {
            if (token instanceof Token.Word word) {
                naming.add(Vocabulary.normal(word.text()));
            }
        });
        if (fact.kind() == FactKind.ENCOUNTER) {
            nameEncounter(
                    naming,
                    fact.attributes(Attribute.Role.ENDED)
                            .anyMatch(end -> end.time().isPresent()));
        }
        return naming;
    }

    /** What a fact says: the whole of it, and each part of a panel under its own name. */
    static Stream<Evidence> of(Fact fact) {
        Stream<Evidence> parts = fact.value()
                .filter(Value.Panel.class::isInstance)
                .map(Value.Panel.class::cast)
                .map(panel -> panel.components().stream().map(part -> new Evidence(part(fact, part))))
                .orElseGet(Stream::empty);
        return Stream.concat(Stream.of(new Evidence(fact)), parts);
    }

    private static Fact part(Fact whole, Value.Component part) {
        return new Fact(
                whole.id(),
                part.concept(),
                Optional.of(part.value()),
                whole.standing(),
                whole.time(),
                whole.attributes(),
                whole.source(),
                whole.alsoIn(),
                whole.relations());
    }

    Fact fact() {
        return fact;
    }

    /** Whether a word (in normal form) is part of what the fact names. */
    boolean names(String word) {
        return naming.contains(word);
    }

    /** Whether the name or what was found denies a word (in normal form): "without aura", "not detected". */
    boolean denies(String word) {
        return deniedFinding.contains(word) || (denied.contains(word) && !affirmed.contains(word));
    }

    /** Whether two words (in normal form) stand one right behind the other in what the fact names. */
    boolean names(String word, String next) {
        return pairs.contains(List.of(word, next));
    }

    /** Whether a word (in normal form) is part of what was found. */
    boolean finds(String word) {
        return found.contains(word);
    }

    /** Whether the fact says that something is not there. */
    boolean isAbsence() {
        return fact.standing() == Standing.NEGATED
                || Vocabulary.NORMAL_NEGATIONS.stream().anyMatch(found::contains);
    }

    /** The numbers in the name. */
    List<Token.Number> strengths() {
        return strengths;
    }

    /** Whether one of these words names the relative whose history this is. */
    boolean isOfRelative(List<Token> tokens) {
        return fact.attributes(Attribute.Role.RELATION)
                .flatMap(relation -> Sentence.tokens(relation.text()).stream())
                .anyMatch(tokens::contains);
    }

    /** All words that say how often. */
    Set<String> frequency() {
        return frequency;
    }

    /** Whether a word is the unit of the fact's value, as in a scale that counts in scores. */
    boolean isUnit(String written) {
        return fact.quantity()
                .filter(quantity -> quantity.unit().equalsIgnoreCase(written)
                        || quantity.ucum()
                                .filter(("{" + written + "}")::equalsIgnoreCase)
                                .isPresent())
                .isPresent();
    }

    /** Whether the fact has a number, bounds of its range included where they are meant. */
    boolean has(Token.Number number, boolean asRange) {
        return Stream.concat(numbers.stream(), asRange ? bounds.stream() : Stream.empty())
                .anyMatch(known -> known.isSame(number));
    }

    /** Whether the fact says a word (in normal form) anywhere. */
    boolean says(String word) {
        return words.contains(word);
    }

    /** Every word (in normal form) that the fact says. */
    Set<String> allWords() {
        return words;
    }

    List<Token.Number> numbers() {
        return numbers;
    }

    /** The numbers of the reference range: never the patient's own value. */
    List<Token.Number> bounds() {
        return bounds;
    }

    /** The numbers of a dose to be taken, apart from the strength in a product's name. */
    List<Token.Number> doses() {
        return doses;
    }

    /** Whether a word (in normal form) says how often. */
    boolean saysHowOften(String word) {
        return frequency.contains(word);
    }

    List<ClinicalTime> times() {
        return times;
    }

    /** Whether one of the fact's times is the one a statement names, at the statement's precision. */
    boolean isAt(Token.Day day) {
        return times.stream().anyMatch(time -> isSame(day, time)) || days.contains(day);
    }

    /** Whether the fact ended on the day a statement names. */
    boolean isEndedAt(Token.Day day) {
        return ends.stream().anyMatch(time -> isSame(day, time));
    }

    /** Whether one of the fact's times is at a time of day, or a dose is to be taken then. */
    boolean isAt(Token.Clock clock) {
        return clocks.contains(clock.minutes())
                || times.stream()
                        .filter(time -> time.precision() == ClinicalTime.Precision.MINUTE)
                        .anyMatch(time ->
                                time.local().getHour() * 60 + time.local().getMinute() == clock.minutes());
    }

    /** Whether a time is on the day a statement names, at the statement's precision. */
    static boolean isSame(Token.Day day, ClinicalTime time) {
        ClinicalTime.Precision precision = time.precision();
        if (day.year().isPresent() && day.year().getAsInt() != time.local().getYear()) {
            return false;
        }
        boolean month = day.month().isEmpty()
                || (precision.compareTo(ClinicalTime.Precision.MONTH) >= 0
                        && day.month().get().getMonth() == time.local().getMonth());
        boolean dayOfMonth = day.day().isEmpty()
                || (precision.compareTo(ClinicalTime.Precision.DAY) >= 0
                        && day.day().get().getMonth() == time.local().getMonth()
                        && day.day().get().getDayOfMonth() == time.local().getDayOfMonth());
        return month && dayOfMonth;
    }

    private void read(Attribute attribute, Function<String, List<Token>> reader) {
        if (UNSAID.contains(attribute.role())) {
            return;
        }
        if (attribute.role() == Attribute.Role.AUTHOR) {
            read(reader.apply(attribute.text()), words);
            return;
        }
        attribute.time().ifPresent(attribute.role() == Attribute.Role.ENDED ? ends::add : times::add);
        if (attribute.role() == Attribute.Role.DUE) {
            words.add("due");
        }
        if (attribute.time().isPresent() && attribute.role() != Attribute.Role.LOCATION) {
            return;
        }
        switch (attribute.role()) {
            case REFERENCE_RANGE -> numbers(reader.apply(attribute.text())).forEach(bounds::add);
            case INSTRUCTION -> {
                readDosage(attribute.text(), reader);
                numbers(reader.apply(attribute.text()))
                        .filter(number -> number.unit().isPresent())
                        .forEach(doses::add);
            }
            case DOSE, RATE -> {
                read(reader.apply(attribute.text()), words);
                numbers(reader.apply(attribute.text())).forEach(doses::add);
            }
            case FREQUENCY -> readDosage(attribute.text(), reader);
            case ROUTE -> {
                read(reader.apply(attribute.text()), words);
                read(reader.apply(PlainWords.dosage(attribute.text())), words);
            }
            default -> read(reader.apply(attribute.text()), words);
        }
    }

    /** As written, and in the words that shorthand stands for. */
    private void readDosage(String text, Function<String, List<Token>> reader) {
        for (String said : List.of(text, PlainWords.dosage(text))) {
            read(reader.apply(said), words);
            read(reader.apply(said), frequency);
        }
        reader.apply(text).stream()
                .filter(Token.Clock.class::isInstance)
                .map(token -> ((Token.Clock) token).minutes())
                .forEach(clocks::add);
    }

    private static Stream<Token.Number> numbers(List<Token> tokens) {
        return tokens.stream().filter(Token.Number.class::isInstance).map(Token.Number.class::cast);
    }

    private void read(Value value, Function<String, List<Token>> reader) {
        switch (value) {
            case Value.Panel panel -> read(reader.apply(panel.text()), words);
            case Value.Worded worded ->
                names(worded.concept()).forEach(text -> {
                    read(reader.apply(text), words);
                    read(reader.apply(text), found);
                });
            case Value.Quantity quantity -> {
                read(reader.apply(quantity.text()), words);
                quantity.ucum()
                        .map(Units::normal)
                        .ifPresent(unit -> numbers(reader.apply(quantity.text()))
                                .map(number -> number.in(unit))
                                .forEach(numbers::add));
            }
            case Value.Range range -> {
                range.low().ifPresent(low -> read(low, reader));
                range.high().ifPresent(high -> read(high, reader));
            }
            case Value.Ratio ratio -> read(reader.apply(ratio.text()), words);
        }
    }

    private void read(List<Token> tokens, Set<String> into) {
        BitSet deniedPlaces = DeniedWords.of(tokens);
        String before = "";
        for (int place = 0; place < tokens.size(); place++) {
            switch (tokens.get(place)) {
                case Token.Word word -> {
                    boolean negated = deniedPlaces.get(place);
                    String normal = Vocabulary.normal(word.text());
                    into.add(normal);
                    if (into == naming) {
                        pairs.add(List.of(before, normal));
                        before = normal;
                    }
                    if (negated && into == found) {
                        deniedFinding.add(normal);
                    } else if (negated && into == naming) {
                        denied.add(normal);
                    } else if (into == naming) {
                        // "Migraine, without mention of intractable migraine" is a migraine.
                        affirmed.add(normal);
                    }
                }
                case Token.Number number -> numbers.add(number);
                case Token.Day day -> days.add(day);
                case Token.Clock ignored -> {}
                case Token.Pause ignored -> {}
                case Token.Stop ignored -> {}
            }
        }
    }

    private static Stream<String> names(Concept concept) {
        return Stream.concat(
                Stream.of(concept.text()), concept.codings().stream().map(Concept.Coding::display));
    }

    /** The numbers for a reason, e.g. {@code 5.9 mmol/L}. */
    String valueText() {
        return fact.value()
                .map(Value::text)
                .orElseGet(() -> numbers.stream()
                        .map(Token.Number::written)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }
}
