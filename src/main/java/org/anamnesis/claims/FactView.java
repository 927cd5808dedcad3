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
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.BloodPressure;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Value;
import org.anamnesis.course.DrugMentions;
import org.anamnesis.units.Ucum;
import org.anamnesis.wordlist.WordList;

/** A fact, or a part of a panel, as the claims are held against it. */
final class FactView {

    private static final DrugMentions DRUGS = new DrugMentions(List.of());
    private static final Map<String, List<String>> TESTS = tests();
    private static final Map<Set<String>, List<String>> IMPLICATIONS = implications();
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

    FactView(Fact fact, Concept concept, Optional<Value> value) {
        this.fact = fact;
        names(concept);
        value.ifPresent(this::read);
        fact.time().ifPresent(starts::add);
        fact.attributes().forEach(this::read);
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

    private void names(Concept concept) {
        readName(concept.text());
        for (Concept.Coding coding : concept.codings()) {
            if (!coding.display().isEmpty() && !coding.display().equals(concept.text())) {
                readName(coding.display());
            }
            name.addAll(TESTS.getOrDefault(coding.code(), List.of()));
        }
    }

    private void readName(String text) {
        String said = fact.kind() == FactKind.PROBLEM ? WITHOUT.matcher(text).replaceAll(" ") : text;
        name.addAll(Phrases.stems(said));
        DRUGS.in(text).forEach(mention -> ingredients.addAll(mention.ingredients()));
        words.addAll(DrugClasses.of(ingredients));
        if (fact.kind() == FactKind.MEDICATION) {
            amounts(text, strengths);
            rhythmsAndWays(text);
        } else if (fact.kind() == FactKind.DIRECTIVE || fact.kind() == FactKind.PROCEDURE) {
            // "target SpO2 88 to 92 %", "transfusion, 2 units"
            amounts(text, numbers);
        }
    }

    private void rhythmsAndWays(String text) {
        ways.addAll(Phrases.ways(text));
        rhythms.addAll(Phrases.rhythms(text));
    }

    private void read(Attribute attribute) {
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
        List<String> stems = Phrases.stems(attribute.text());
        words.addAll(stems);
        if (NAMING.contains(role)) {
            name.addAll(stems);
        }
        switch (role) {
            case DOSE -> amounts(attribute.text(), doses);
            case RATE -> amounts(attribute.text(), rates);
            case INSTRUCTION -> {
                amounts(attribute.text(), strengths);
                rhythmsAndWays(attribute.text());
            }
            case ROUTE, FREQUENCY, METHOD -> rhythmsAndWays(attribute.text());
            case INGREDIENT -> DRUGS.in(attribute.text()).forEach(drug -> ingredients.addAll(drug.ingredients()));
            default -> {
                // its words are enough
            }
        }
    }

    private static void amounts(String text, List<Amount> into) {
        Lexer.pieces(text).forEach(piece -> piece.amount().ifPresent(into::add));
    }

    private void read(Value value) {
        switch (value) {
            case Value.Worded worded -> {
                List<String> stems = Phrases.stems(worded.text());
                words.addAll(stems);
                found.addAll(stems);
                amounts(worded.text(), numbers);
                worded.concept().codings().forEach(coding -> words.addAll(Phrases.stems(coding.display())));
            }
            case Value.Quantity quantity -> numbers.add(amount(quantity));
            case Value.Panel panel -> {
                BloodPressure.of(panel)
                        .ifPresent(pressure -> numbers.add(new Amount(
                                pressure.systolic().number(),
                                Optional.of(pressure.diastolic().number()),
                                Optional.of("mm[Hg]"),
                                pressure.text())));
                words.addAll(Phrases.stems(panel.text()));
                panel.components()
                        .forEach(part ->
                                words.addAll(Phrases.stems(part.concept().text())));
                pressure(panel).ifPresent(numbers::add);
            }
            case Value.Range range -> {
                range.low().map(FactView::amount).ifPresent(numbers::add);
                range.high().map(FactView::amount).ifPresent(numbers::add);
            }
            case Value.Ratio ratio -> {
                words.addAll(Phrases.stems(ratio.text()));
                amounts(ratio.text(), numbers);
            }
        }
    }

    /** A blood pressure whose parts are told by their names alone. */
    private static Optional<Amount> pressure(Value.Panel panel) {
        Optional<Value.Quantity> systolic = part(panel, "systolic");
        Optional<Value.Quantity> diastolic = part(panel, "diastolic");
        return systolic.isPresent() && diastolic.isPresent()
                ? Optional.of(new Amount(
                        systolic.get().number(),
                        Optional.of(diastolic.get().number()),
                        Optional.of("mm[Hg]"),
                        panel.text()))
                : Optional.empty();
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
