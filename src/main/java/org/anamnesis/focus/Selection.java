package org.anamnesis.focus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Value;
import org.anamnesis.focus.Asked.Choosing;
import org.anamnesis.focus.Asked.Extreme;

/** Picks among candidates by time, stay, value and order, for each reading of a question. */
final class Selection {

    private final Stays stays;

    Selection(Stays stays) {
        this.stays = stays;
    }

    /** One time of a fact: an order has two, when it was written and when it begins. */
    private interface Clock {
        Optional<ClinicalTime> of(Fact fact);
    }

    List<Picked> pick(Asked asked, Candidates candidates) {
        List<Picked> picked = new ArrayList<>();
        for (Window span : asked.spans()) {
            picked.addAll(pick(asked, candidates.exact(), true, span));
            picked.addAll(pick(asked, candidates.broad(), false, span));
        }
        return picked.stream().distinct().toList();
    }

    private List<Picked> pick(Asked asked, List<Entry> entries, boolean exact, Window span) {
        Map<Topic, List<Fact>> byTopic = new EnumMap<>(Topic.class);
        Optional<List<Fact>> bounds = asked.stay().map(cue -> stays.meant(cue, asked.now()));
        for (Entry entry : entries) {
            for (Fact fact : entry.facts()) {
                boolean inStay = bounds.isEmpty()
                        || entry.topic() == Topic.PATIENT
                        || asked.stay()
                                .filter(cue -> stays.holds(cue.relation(), fact, bounds.get()))
                                .isPresent();
                if (inStay && isWithin(span, entry.topic(), fact, asked)) {
                    byTopic.computeIfAbsent(entry.topic(), first -> new ArrayList<>())
                            .add(fact);
                }
            }
        }
        List<Picked> picked = new ArrayList<>();
        byTopic.forEach((topic, facts) -> {
            List<Fact> chosen = chosen(asked, topic, facts);
            if (!chosen.isEmpty()) {
                picked.add(new Picked(topic, exact, span, chosen));
            }
        });
        return picked;
    }

    /** What has not happened yet is no answer, except where plans are asked about. */
    private boolean isWithin(Window span, Topic topic, Fact fact, Asked asked) {
        if (topic == Topic.PATIENT || (span.isAlways() && topic == Topic.PLAN)) {
            return true;
        }
        Window known = topic == Topic.PLAN ? span : span.and(Window.until(asked.now()));
        List<ClinicalTime> times = clocks(topic)
                .map(clock -> clock.of(fact))
                .flatMap(Optional::stream)
                .toList();
        return times.isEmpty() ? span.isAlways() : times.stream().anyMatch(known::holds);
    }

    private Stream<Clock> clocks(Topic topic) {
        return topic == Topic.ORDER ? Stream.of(stays::time, this::started) : Stream.of(stays::time);
    }

    /** An order without a period begins at no time of its own. */
    private Optional<ClinicalTime> started(Fact order) {
        Optional<ClinicalTime> started = order.attribute(Role.STARTED).flatMap(Attribute::time);
        return order.attribute(Role.ENDED).isPresent() ? started.or(order::time) : started;
    }

    private List<Fact> chosen(Asked asked, Topic topic, List<Fact> candidates) {
        Choosing choice = asked.choice();
        List<Fact> left = candidates;
        if (choice.comparison().isPresent()) {
            left = left.stream()
                    .filter(fact -> number(fact, asked)
                            .filter(choice.comparison().get()::holds)
                            .isPresent())
                    .toList();
        }
        if (!choice.standings().isEmpty()) {
            List<Fact> standing = left.stream()
                    .filter(fact -> choice.standings().contains(fact.standing()))
                    .toList();
            left = standing.isEmpty() ? left : standing;
        }
        if (!choice.extremes().isEmpty()) {
            left = extreme(left, asked);
        }
        if (choice.ranks().isEmpty()) {
            return left.stream().sorted(byTime(stays::time)).toList();
        }
        Set<Fact> ranked = new LinkedHashSet<>();
        for (List<Fact> facts : apart(left)) {
            clocks(topic)
                    .forEach(clock -> choice.ranks().forEach(rank -> ranked.addAll(rank.of(inOrder(facts, clock)))));
        }
        return List.copyOf(ranked);
    }

    /**
     * All of them, and then by what sort of stay they are filed under: people who ask for the last dose may mean the ward's
     * or the intensive care unit's, and nobody asks for triage when asking for a procedure.
     */
    private List<List<Fact>> apart(List<Fact> facts) {
        Map<Optional<Topic>, List<Fact>> byStay = facts.stream()
                .collect(Collectors.groupingBy(
                        fact -> stays.stay(fact).map(TopicOf::fact), LinkedHashMap::new, Collectors.toList()));
        return Stream.concat(Stream.of(facts), byStay.values().stream()).toList();
    }

    /** Facts of one time are one place of the order. */
    private static List<List<Fact>> inOrder(List<Fact> facts, Clock clock) {
        TreeMap<java.time.LocalDateTime, List<Fact>> byTime = new TreeMap<>();
        facts.forEach(fact -> clock.of(fact)
                .ifPresent(time -> byTime.computeIfAbsent(time.local(), first -> new ArrayList<>())
                        .add(fact)));
        return List.copyOf(byTime.values());
    }

    private static Comparator<Fact> byTime(Clock clock) {
        return Comparator.comparing(
                fact -> clock.of(fact).map(ClinicalTime::local).orElse(null),
                Comparator.nullsLast(Comparator.naturalOrder()));
    }

    private static List<Fact> extreme(List<Fact> facts, Asked asked) {
        Set<Fact> extremes = new LinkedHashSet<>();
        for (Extreme extreme : asked.choice().extremes()) {
            Comparator<BigDecimal> order =
                    extreme == Extreme.GREATEST ? Comparator.naturalOrder() : Comparator.reverseOrder();
            Optional<BigDecimal> most = facts.stream()
                    .map(fact -> number(fact, asked))
                    .flatMap(Optional::stream)
                    .max(order);
            most.ifPresent(number -> facts.stream()
                    .filter(fact -> number(fact, asked)
                            .filter(value -> value.compareTo(number) == 0)
                            .isPresent())
                    .forEach(extremes::add));
        }
        return List.copyOf(extremes);
    }

    /** The number that was found; of a panel, the part that the question names. */
    private static Optional<BigDecimal> number(Fact fact, Asked asked) {
        if (fact.value().orElse(null) instanceof Value.Panel panel) {
            return panel.components().stream()
                    .filter(part -> asked.subject().names().stream().anyMatch(name -> isNamed(part, name)))
                    .map(Value.Component::value)
                    .filter(Value.Quantity.class::isInstance)
                    .map(value -> ((Value.Quantity) value).number())
                    .findFirst();
        }
        return fact.quantity().map(Value.Quantity::number);
    }

    private static boolean isNamed(Value.Component part, Phrase name) {
        List<String> words = Phrase.of(part.concept().text()).words();
        return Meaning.of(name).stream()
                .allMatch(meaning -> meaning.ways().stream().anyMatch(way -> words.containsAll(way.words())));
    }
}
