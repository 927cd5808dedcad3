package org.anamnesis.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.ResourceId;

/**
 * Brings together the findings that say the same, each group in the findings' order. What {@link Sameness} does not
 * accept as the same stays two, however alike.
 *
 * <p>Only findings under one name or one code of one moment are compared, so that the work grows with the chart and not
 * with its square.
 */
final class Merging {

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<Object, List<List<Finding>>> groupsByKey = new HashMap<>();
    private final List<List<Finding>> groups = new ArrayList<>();

    private Merging() {}

    /** @param findings in reading order */
    static List<List<Finding>> of(List<Finding> findings) {
        Merging merging = new Merging();
        findings.forEach(merging::add);
        return merging.groups;
    }

    private void add(Finding finding) {
        List<Object> keys = keys(finding);
        Optional<List<Finding>> same = keys.stream()
                .flatMap(key -> groupsByKey.getOrDefault(key, List.of()).stream())
                .filter(group -> group.stream().allMatch(member -> isSame(member, finding)))
                .findFirst();
        List<Finding> group = same.orElseGet(() -> {
            List<Finding> first = new ArrayList<>(1);
            groups.add(first);
            return first;
        });
        group.add(finding);
        keys.forEach(key -> {
            List<List<Finding>> known = groupsByKey.computeIfAbsent(key, first -> new ArrayList<>(1));
            if (known.stream().noneMatch(other -> other == group)) {
                known.add(group);
            }
        });
    }

    private static boolean isSame(Finding one, Finding other) {
        return one.identity().isPresent() ? one.identity().equals(other.identity()) : Sameness.isSame(one, other);
    }

    /** A note's text; else its name and each of its codes, at its moment; an event only meets itself. */
    private static List<Object> keys(Finding finding) {
        if (finding.identity().isPresent()) {
            return List.of(finding.identity().get());
        }
        if (isEvent(finding)) {
            return List.of(finding.source());
        }
        Object moment = moment(finding);
        Stream<Object> names = Stream.concat(
                Stream.of(name(finding)),
                finding.kind() == FactKind.MEDICATION
                        ? Stream.empty()
                        : finding.concept().codings().stream()
                                .filter(coding -> !coding.system().isEmpty())
                                .map(coding -> Map.entry(coding.system(), coding.code())));
        return names.distinct()
                .map(name -> (Object) List.of(finding.kind(), finding.standing(), moment, name))
                .toList();
    }

    /** Doses given, visits and documents are events: two of them at one time are two. */
    private static boolean isEvent(Finding finding) {
        return finding.source().type().equals("MedicationAdministration")
                || finding.kind() == FactKind.ENCOUNTER
                || finding.kind() == FactKind.NOTE;
    }

    /** Diagnoses of one encounter are compared across their dates, since some have none of their own. */
    private static Object moment(Finding finding) {
        Optional<ResourceId> encounter = finding.relations().encounter();
        Optional<ClinicalTime> time = finding.time();
        return finding.kind() == FactKind.PROBLEM && encounter.isPresent() ? encounter : time;
    }

    /** A name without case and punctuation. */
    static String name(Finding finding) {
        return NOT_A_WORD
                .matcher(finding.concept().text().toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
