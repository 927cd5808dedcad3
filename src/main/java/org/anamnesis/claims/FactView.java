package org.anamnesis.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.BloodPressure;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Value;
import org.anamnesis.units.Ucum;
import org.anamnesis.wordlist.WordList;

/** A fact, or a part of a panel, as the claims are held against it. */
final class FactView {

    private static final Map<String, List<String>> TESTS = tests();
    private static final Map<Set<String>, List<String>> IMPLICATIONS = implications();
    /** The first word of each rule: most facts have none of them. */
    private static final Set<String> IMPLYING = IMPLICATIONS.keySet().stream()
            .map(words -> words.iterator().next())
            .collect(Collectors.toUnmodifiableSet());

    private static final String MERCURY = "mm[Hg]";

    private static final Set<Attribute.Role> NAMING = Set.of(
            Attribute.Role.SPECIMEN,
            Attribute.Role.ORGANISM,
            Attribute.Role.TEST,
            Attribute.Role.INGREDIENT,
            Attribute.Role.BODY_SITE,
            Attribute.Role.RELATION);
    private static final Set<Attribute.Role> SILENT =
            Set.of(Attribute.Role.RECORDED, Attribute.Role.REFERENCE_RANGE, Attribute.Role.HIDDEN_CHARACTERS);

    /** "Gastritis without mention of hemorrhage" is no hemorrhage. */
    private static final Pattern WITHOUT = Pattern.compile(
            "\\b(?:without|w/o|not stated as|no mention of|with no)\\b[^,;()]*", Pattern.CASE_INSENSITIVE);

    private final Fact fact;
    private final Set<String> name = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> found = new HashSet<>();
    private final Set<String> ingredients = new HashSet<>();
    private final List<Amount> doses = new ArrayList<>();
    private final List<Amount> strengths = new ArrayList<>();
    private final List<Amount> rates = new ArrayList<>();
    private final List<Amount> numbers = new ArrayList<>();
    private final Set<String> ways = new HashSet<>();
    private final Set<String> rhythms = new HashSet<>();
    private final List<ClinicalTime> starts = new ArrayList<>();
    private Optional<ClinicalTime> end = Optional.empty();

    FactView(Fact fact, Concept concept, Optional<Value> value, ReadTexts texts) {
        this.fact = fact;
        names(concept, texts);
        value.ifPresent(found -> read(found, texts));
        fact.time().ifPresent(starts::add);
        fact.attributes().forEach(attribute -> read(attribute, texts));
        if (fact.kind() == FactKind.HISTORY) {
            words.add("family");
        }
        imply();
        words.addAll(name);
    }

    Fact fact() {
        return fact;
    }

    FactKind kind() {
        return fact.kind();
    }

    /** Everything it says, as stems. */
    Set<String> words() {
        return words;
    }

    /** What it is called. */
    Set<String> name() {
        return name;
    }

    /** What was found, where that is words. */
    Set<String> found() {
        return found;
    }

    Set<String> ingredients() {
        return ingredients;
    }

    List<Amount> doses() {
        return doses;
    }

    List<Amount> strengths() {
        return strengths;
    }

    List<Amount> rates() {
        return rates;
    }

    List<Amount> numbers() {
        return numbers;
    }

    Set<String> ways() {
        return ways;
    }

    Set<String> rhythms() {
        return rhythms;
    }

    /** It is of this time too. */
    void alsoAt(ClinicalTime time) {
        starts.addFirst(time);
    }

    /** When it was written or began. */
    List<ClinicalTime> starts() {
        return starts;
    }

    Optional<ClinicalTime> end() {
        return end;
    }

    /** The time that counts for the order of things. */
    Optional<ClinicalTime> begin() {
        return starts.isEmpty() ? Optional.empty() : Optional.of(starts.getLast());
    }

    private void names(Concept concept, ReadTexts texts) {
        readName(concept.text(), texts);
        for (Concept.Coding coding : concept.codings()) {
            if (!coding.display().isEmpty() && !coding.display().equals(concept.text())) {
                readName(coding.display(), texts);
            }
            name.addAll(TESTS.getOrDefault(coding.code(), List.of()));
        }
    }

    private void readName(String text, ReadTexts texts) {
        String said = fact.kind() == FactKind.PROBLEM ? WITHOUT.matcher(text).replaceAll(" ") : text;
        name.addAll(texts.stems(said));
        ingredients.addAll(texts.ingredients(text));
        words.addAll(DrugClasses.of(ingredients));
        if (fact.kind() == FactKind.MEDICATION) {
            strengths.addAll(texts.amounts(text));
            rhythmsAndWays(text, texts);
        } else if (fact.kind() == FactKind.DIRECTIVE || fact.kind() == FactKind.PROCEDURE) {
            // "target SpO2 88 to 92 %", "transfusion, 2 units"
            numbers.addAll(texts.amounts(text));
        }
    }

    private void rhythmsAndWays(String text, ReadTexts texts) {
        ways.addAll(texts.ways(text));
        rhythms.addAll(texts.rhythms(text));
    }

    private void read(Attribute attribute, ReadTexts texts) {
        Attribute.Role role = attribute.role();
        attribute.time().ifPresent(time -> {
            if (role == Attribute.Role.ENDED) {
                end = Optional.of(time);
            } else if (role == Attribute.Role.STARTED || role == Attribute.Role.ONSET || role == Attribute.Role.DUE) {
                starts.add(time);
            }
        });
        if (SILENT.contains(role) || attribute.time().isPresent() && role != Attribute.Role.LOCATION) {
            return;
        }
        List<String> stems = texts.stems(attribute.text());
        words.addAll(stems);
        if (NAMING.contains(role)) {
            name.addAll(stems);
        }
        switch (role) {
            case DOSE -> doses.addAll(texts.amounts(attribute.text()));
            case RATE -> rates.addAll(texts.amounts(attribute.text()));
            case INSTRUCTION -> {
                strengths.addAll(texts.amounts(attribute.text()));
                rhythmsAndWays(attribute.text(), texts);
            }
            case ROUTE, FREQUENCY, METHOD -> rhythmsAndWays(attribute.text(), texts);
            case INGREDIENT -> ingredients.addAll(texts.ingredients(attribute.text()));
            default -> {
                // its words are enough
            }
        }
    }

    private void read(Value value, ReadTexts texts) {
        switch (value) {
            case Value.Worded worded -> {
                List<String> stems = texts.stems(worded.text());
                words.addAll(stems);
                found.addAll(stems);
                numbers.addAll(texts.amounts(worded.text()));
                worded.concept().codings().forEach(coding -> words.addAll(texts.stems(coding.display())));
            }
            case Value.Quantity quantity -> {
                numbers.add(amount(quantity));
                // "{score}" is not written, but whoever says "15 score" says nothing else
                quantity.ucum().filter(code -> code.startsWith("{")).ifPresent(code -> words.addAll(texts.stems(code)));
            }
            case Value.Panel panel -> {
                BloodPressure.of(panel)
                        .ifPresent(pressure -> numbers.add(new Amount(
                                pressure.systolic().number(),
                                Optional.of(pressure.diastolic().number()),
                                Optional.of(MERCURY),
                                pressure.text())));
                words.addAll(texts.stems(panel.text()));
                panel.components()
                        .forEach(part -> words.addAll(texts.stems(part.concept().text())));
                pressure(panel).ifPresent(numbers::add);
            }
            case Value.Range range -> {
                range.low().map(FactView::amount).ifPresent(numbers::add);
                range.high().map(FactView::amount).ifPresent(numbers::add);
            }
            case Value.Ratio ratio -> {
                words.addAll(texts.stems(ratio.text()));
                numbers.addAll(texts.amounts(ratio.text()));
            }
        }
    }

    /** A blood pressure whose parts are told by their names alone, in the unit that both are measured in. */
    private static Optional<Amount> pressure(Value.Panel panel) {
        Optional<Value.Quantity> systolic = part(panel, "systolic");
        Optional<Value.Quantity> diastolic = part(panel, "diastolic");
        if (systolic.isEmpty() || diastolic.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> unit = pressureUnit(systolic.get());
        return unit.filter(known -> pressureUnit(diastolic.get()).equals(unit))
                .map(known -> new Amount(
                        systolic.get().number(), Optional.of(diastolic.get().number()), unit, panel.text()));
    }

    /** Without a unit it is mmHg; empty where it is a unit of something else, or an unknown one. */
    private static Optional<String> pressureUnit(Value.Quantity part) {
        return part.unit().isEmpty() && part.ucum().isEmpty()
                ? Optional.of(MERCURY)
                : amount(part).unit().filter(unit -> Ucum.isConvertible(unit, MERCURY));
    }

    private static Optional<Value.Quantity> part(Value.Panel panel, String name) {
        return panel.components().stream()
                .filter(part ->
                        part.concept().text().toLowerCase(java.util.Locale.ROOT).contains(name))
                .map(Value.Component::value)
                .filter(Value.Quantity.class::isInstance)
                .map(Value.Quantity.class::cast)
                .findFirst();
    }

    private static Amount amount(Value.Quantity quantity) {
        Optional<String> unit =
                quantity.ucum().or(() -> Ucum.codeOf(quantity.unit())).or(() -> Amount.unit(quantity.unit()));
        return new Amount(quantity.number(), Optional.empty(), unit, quantity.text());
    }

    private void imply() {
        Set<String> all = new HashSet<>(name);
        all.addAll(words);
        if (all.stream().noneMatch(IMPLYING::contains)) {
            return;
        }
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<Set<String>, List<String>> rule : IMPLICATIONS.entrySet()) {
                if (all.containsAll(rule.getKey()) && all.addAll(rule.getValue())) {
                    name.addAll(rule.getValue());
                    grown = true;
                }
            }
        }
    }

    /** Whether it says that something is not there. */
    boolean isNegative() {
        return found.contains("negative")
                || found.contains("negat")
                || found.contains("no")
                || found.contains("not")
                || found.contains("nonreactive")
                || found.contains("nonreact")
                || found.contains("none");
    }

    /** Whether it says that something is there. */
    boolean isPositive() {
        return !isNegative()
                && (found.contains("positive")
                        || found.contains("posit")
                        || found.contains("reactive")
                        || found.contains("react")
                        || found.contains("detect")
                        || found.contains("present")
                        || fact.attribute(Attribute.Role.ORGANISM).isPresent());
    }

    /** What it says, for a reason. */
    String told() {
        String value = fact.value().map(Value::text).orElse("");
        String dose = fact.attribute(Attribute.Role.DOSE).map(Attribute::text).orElse("");
        String when =
                begin().map(ClinicalTime::text).map(text -> " (" + text + ")").orElse("");
        String said = fact.concept().text() + " " + value + dose;
        return (said.length() > 90 ? said.substring(0, 90) : said.strip()) + when;
    }

    private static Map<String, List<String>> tests() {
        Map<String, List<String>> tests = new HashMap<>();
        WordList.lines("claims/tests.txt").forEach(line -> {
            String[] sides = line.split(" = ", 2);
            tests.put(sides[0], Phrases.stems(sides[1]));
        });
        return Map.copyOf(tests);
    }

    private static Map<Set<String>, List<String>> implications() {
        Map<Set<String>, List<String>> rules = new HashMap<>();
        WordList.lines("claims/implications.txt").forEach(line -> {
            String[] sides = line.split(" = ", 2);
            rules.put(Set.copyOf(Phrases.stems(sides[0])), Phrases.stems(sides[1]));
        });
        return Map.copyOf(rules);
    }

    /** Grams in a mole of what a test measures. */
    Optional<BigDecimal> molarMass() {
        return Conversions.molarMass(name);
    }
}
