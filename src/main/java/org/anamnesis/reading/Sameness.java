package org.anamnesis.reading;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.chart.Value;

/**
 * Whether two findings say the same, one of them perhaps with more codes or details. They never do where they differ in
 * value, dose, side, status, date, visit or specimen, or where the names differ in a number, a side or a negation.
 */
final class Sameness {

    /** Details that one of two copies may leave out; told by both they must agree. */
    private static final Set<Role> DETAILS = EnumSet.of(
            Role.ONSET,
            Role.REASON,
            Role.INTERPRETATION,
            Role.REFERENCE_RANGE,
            Role.SPECIMEN,
            Role.REACTION,
            Role.SEVERITY,
            Role.CRITICALITY,
            Role.PRIORITY);

    /** What may differ without a contradiction: the list it stands on, its notes, who wrote it and when. */
    private static final Set<Role> ASIDE = EnumSet.of(Role.CATEGORY, Role.COMMENT, Role.RECORDED, Role.AUTHOR);

    private static final Set<String> DOUBTS = Set.of("provisional", "differential", "unconfirmed", "intolerance");

    /** Codes of a class of diseases or drugs: what falls into one class is not yet the same. */
    private static final Pattern CLASSIFICATION = Pattern.compile("icd|icpc|atc|drg", Pattern.CASE_INSENSITIVE);

    private static final int LONG = 5;
    private static final Set<String> NOTHING_SAID =
            Set.of("unspecified", "other", "disease", "disorder", "finding", "status");

    private static final Pattern TELLING = Pattern.compile(
            "\\d+(?:[.,]\\d+)?|\\b(?:left|right|bilateral|both|upper|lower|no|not|non|without|denies|former|ex|never|history|"
                    + "type [ivx]+|stage [ivx]+|acute|chronic|on chronic|suspected|possible|probable)\\b");

    private Sameness() {}

    static boolean isSame(Finding one, Finding other) {
        return one.kind() == other.kind()
                && one.standing() == other.standing()
                && isSameTime(one, other)
                && isSameVisit(one, other)
                && isSameName(one, other)
                && isSameValue(one.value(), other.value())
                && isSameEvent(one, other)
                && hasSameDetails(one, other);
    }

    private static boolean isSameTime(Finding one, Finding other) {
        return one.time().equals(other.time())
                || (one.kind() == FactKind.PROBLEM
                        && one.relations().encounter().isPresent()
                        && (isUndated(one) || isUndated(other)));
    }

    /** A diagnosis that only has the date of its encounter. */
    private static boolean isUndated(Finding problem) {
        return problem.attributes().stream()
                .noneMatch(attribute -> attribute.role() == Role.ONSET || attribute.role() == Role.RECORDED);
    }

    private static boolean isSameVisit(Finding one, Finding other) {
        Optional<ResourceId> first = one.relations().encounter();
        Optional<ResourceId> second = other.relations().encounter();
        return first.isEmpty() || second.isEmpty() || first.equals(second);
    }

    private static boolean isSameName(Finding one, Finding other) {
        if (Merging.name(one).equals(Merging.name(other))) {
            return !isCodedDifferently(one.concept(), other.concept());
        }
        boolean coded = one.concept().codings().stream()
                .filter(coding -> !coding.system().isEmpty())
                .filter(coding -> other.concept().isCodedAs(coding.system(), coding.code()))
                .anyMatch(coding -> !CLASSIFICATION.matcher(coding.system()).find() || shareAWord(one, other));
        return coded && one.kind() != FactKind.MEDICATION && telling(one).equals(telling(other));
    }

    /** Two codes of one terminology and none in common: two tests or products that are called the same. */
    private static boolean isCodedDifferently(Concept one, Concept other) {
        boolean common = one.codings().stream().anyMatch(coding -> other.isCodedAs(coding.system(), coding.code()));
        return !common
                && one.codings().stream()
                        .map(Concept.Coding::system)
                        .filter(system -> !system.isEmpty())
                        .anyMatch(system -> other.codings().stream()
                                .anyMatch(coding -> coding.system().equals(system)));
    }

    private static boolean shareAWord(Finding one, Finding other) {
        Set<String> words = longWords(one);
        words.retainAll(longWords(other));
        return !words.isEmpty();
    }

    private static Set<String> longWords(Finding finding) {
        return Stream.of(Merging.name(finding).split(" ", -1))
                .filter(word -> word.length() >= LONG)
                .filter(word -> !NOTHING_SAID.contains(word))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Numbers, sides and words of doubt in a name. */
    private static Set<String> telling(Finding finding) {
        return TELLING.matcher(finding.concept().text().toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static boolean isSameValue(Optional<Value> one, Optional<Value> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        if (one.get() instanceof Value.Quantity first && other.get() instanceof Value.Quantity second) {
            return first.number().compareTo(second.number()) == 0
                    && first.comparator().equals(second.comparator())
                    && (first.unit().equals(second.unit())
                            || (first.ucum().isPresent() && first.ucum().equals(second.ucum())));
        }
        return one.get().text().strip().equalsIgnoreCase(other.get().text().strip());
    }

    /**
     * Two tubes drawn at one time are two tests, two isolates from one tube are two organisms, and what was handed out by two
     * orders was handed out twice.
     */
    private static boolean isSameEvent(Finding one, Finding other) {
        return Stream.of("Specimen", "Observation", "MedicationRequest").allMatch(type -> {
            Set<ResourceId> first = madeWith(one, type);
            Set<ResourceId> second = madeWith(other, type);
            return first.isEmpty() || second.isEmpty() || first.equals(second);
        });
    }

    private static Set<ResourceId> madeWith(Finding finding, String type) {
        return finding.relations().madeWith().stream()
                .filter(resource -> resource.type().equals(type))
                .collect(Collectors.toSet());
    }

    private static boolean hasSameDetails(Finding one, Finding other) {
        boolean drug = one.kind() == FactKind.MEDICATION;
        if (drug && !one.source().type().equals(other.source().type())) {
            return false;
        }
        Set<Role> roles = Stream.concat(one.attributes().stream(), other.attributes().stream())
                .map(Attribute::role)
                .collect(Collectors.toCollection(HashSet::new));
        return roles.stream().allMatch(role -> agree(role, texts(one, role), texts(other, role), drug));
    }

    private static boolean agree(Role role, Set<String> one, Set<String> other, boolean drug) {
        if (one.equals(other)) {
            return true;
        }
        if (drug && role != Role.RECORDED && role != Role.AUTHOR) {
            return false;
        }
        if (role == Role.COMMENT) {
            return doubts(one).equals(doubts(other));
        }
        return ASIDE.contains(role) || (DETAILS.contains(role) && (one.isEmpty() || other.isEmpty()));
    }

    private static Set<String> doubts(Set<String> comments) {
        return comments.stream().filter(DOUBTS::contains).collect(Collectors.toSet());
    }

    private static Set<String> texts(Finding finding, Role role) {
        return finding.attributes().stream()
                .filter(attribute -> attribute.role() == role)
                .map(attribute -> attribute.text().strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
