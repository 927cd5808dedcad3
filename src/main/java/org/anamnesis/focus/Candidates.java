package org.anamnesis.focus;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.focus.Asked.Qualifier;
import org.anamnesis.focus.Asked.Subject;

/**
 * What of a chart a question can be about, by sort and name, before times and order are looked at.
 *
 * @param exact what is called by the very words of the question; all of the sort where it names nothing
 * @param broad what has the question's words in its name besides others: insulin glargine where insulin is asked for
 */
record Candidates(List<Entry> exact, List<Entry> broad) {

    private static final Set<Topic> MEDICINES =
            EnumSet.of(Topic.ORDER, Topic.GIVEN, Topic.REPORTED, Topic.DISPENSED, Topic.IMMUNIZATION);
    private static final Set<Topic> OBSERVATIONS = EnumSet.of(
            Topic.LAB, Topic.FINDING, Topic.VITAL, Topic.OUTPUT, Topic.CULTURE, Topic.ORGANISM, Topic.SUSCEPTIBILITY);
    private static final Pattern NOTHING_GREW =
            Pattern.compile("(?i)^\\s*(?:no|none|not|negative|nil)\\b|\\bno (?:\\w+ ){0,3}growth|\\bnot"
                    + " (?:detected|isolated|seen|found)|\\bno .{0,60}(?:isolated|seen|found|detected)");
    private static final Pattern EMERGENCY = Pattern.compile("(?i)\\bemergency\\b");

    boolean isEmpty() {
        return exact.isEmpty() && broad.isEmpty();
    }

    static Candidates of(Subject subject, ChartWords words) {
        Candidates asked = ofSort(subject, words, sorts(subject));
        if (asked.isEmpty() && subject.topics().contains(Topic.ORGANISM)) {
            return organismsInWords(subject, words);
        }
        if (!asked.isEmpty() || subject.names().isEmpty()) {
            return asked;
        }
        if (subject.topics().equals(Set.of(Topic.ALLERGY))) {
            return new Candidates(qualified(all(subject, words, sorts(subject)), List.of()), List.of());
        }
        Set<Topic> family = family(subject.topics());
        return family.isEmpty() ? asked : ofSort(subject, words, family::contains);
    }

    /** Some laboratories write what grew as the test's result, and keep no organism of its own. */
    private static Candidates organismsInWords(Subject subject, ChartWords words) {
        if (words.entries().stream().anyMatch(entry -> entry.topic() == Topic.ORGANISM)) {
            return new Candidates(List.of(), List.of());
        }
        Candidates cultures = ofSort(subject, words, topic -> topic == Topic.CULTURE);
        return new Candidates(grown(cultures.exact()), grown(cultures.broad()));
    }

    private static List<Entry> grown(List<Entry> cultures) {
        return cultures.stream()
                .filter(culture -> culture.marks(Role.INTERPRETATION).findAny().isPresent()
                        && culture.marks(Role.INTERPRETATION)
                                .noneMatch(found -> NOTHING_GREW.matcher(found).find()))
                .toList();
    }

    private static Candidates ofSort(Subject subject, ChartWords words, Predicate<Topic> sorts) {
        if (subject.names().isEmpty()) {
            return new Candidates(qualified(all(subject, words, sorts), subject.qualifiers()), List.of());
        }
        Set<Entry> exact = new LinkedHashSet<>();
        Set<Entry> broad = new LinkedHashSet<>();
        subject.names().forEach(name -> {
            Stream.concat(Stream.of(name), Synonyms.of(name).stream())
                    .flatMap(way -> words.lexicon().named(way).stream())
                    .filter(entry -> sorts.test(entry.topic()))
                    .forEach(exact::add);
            words.index().named(name).stream()
                    .filter(entry -> sorts.test(entry.topic()))
                    .forEach(broad::add);
        });
        broad.removeAll(exact);
        return new Candidates(qualified(exact, subject.qualifiers()), qualified(broad, subject.qualifiers()));
    }

    private static Set<Entry> all(Subject subject, ChartWords words, Predicate<Topic> sorts) {
        boolean anything = subject.topics().isEmpty();
        return words.entries().stream()
                .filter(entry -> !anything && (sorts.test(entry.topic()) || cameByEmergency(subject, entry)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A stay that began in the emergency department was an emergency visit too. */
    private static boolean cameByEmergency(Subject subject, Entry entry) {
        return subject.topics().contains(Topic.EMERGENCY)
                && entry.topic() == Topic.HOSPITAL
                && entry.marks(Role.ADMITTED_FROM)
                        .anyMatch(from -> EMERGENCY.matcher(from).find());
    }

    private static List<Entry> qualified(Set<Entry> entries, List<Qualifier> qualifiers) {
        return entries.stream()
                .filter(entry -> qualifiers.stream().allMatch(qualifier -> holds(entry, qualifier)))
                .toList();
    }

    private static boolean holds(Entry entry, Qualifier qualifier) {
        return qualifier.roles().stream().flatMap(entry::marks).map(Phrase::of).anyMatch(qualifier.phrase()::equals);
    }

    /** The narrowest of what is named: an organism of a culture is an organism. */
    private static Predicate<Topic> sorts(Subject subject) {
        Set<Topic> topics = subject.topics();
        if (topics.isEmpty()) {
            return topic -> topic != Topic.DISPENSED && topic != Topic.SUSCEPTIBILITY;
        }
        if (topics.contains(Topic.SUSCEPTIBILITY)) {
            return topic -> topic == Topic.SUSCEPTIBILITY;
        }
        if (topics.contains(Topic.ORGANISM)) {
            return topic -> topic == Topic.ORGANISM;
        }
        Set<Topic> sorts = EnumSet.copyOf(topics);
        boolean medicineNamed = Stream.of(Topic.ORDER, Topic.GIVEN, Topic.REPORTED, Topic.DISPENSED)
                .anyMatch(topics::contains);
        if (topics.contains(Topic.MEDICINE) && !medicineNamed) {
            sorts.addAll(subject.names().isEmpty() ? EnumSet.of(Topic.ORDER, Topic.REPORTED) : MEDICINES);
        }
        if (topics.contains(Topic.PLACE)) {
            sorts.addAll(EnumSet.of(Topic.HOSPITAL, Topic.INTENSIVE, Topic.EMERGENCY, Topic.VISIT));
        }
        return sorts::contains;
    }

    private static Set<Topic> family(Set<Topic> topics) {
        if (topics.contains(Topic.ORGANISM) || topics.contains(Topic.SUSCEPTIBILITY)) {
            return EnumSet.of(Topic.ORGANISM, Topic.SUSCEPTIBILITY);
        }
        if (topics.stream().anyMatch(topic -> MEDICINES.contains(topic) || topic == Topic.MEDICINE)) {
            return MEDICINES;
        }
        return topics.stream().anyMatch(OBSERVATIONS::contains) ? OBSERVATIONS : EnumSet.noneOf(Topic.class);
    }
}
