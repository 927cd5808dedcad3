package org.anamnesis.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Concept.Coding;
import org.anamnesis.chart.Relations;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.chart.Source;

/**
 * One finding of several that say the same: the one that says most, with the codes, names, details and relations of the
 * others, and their places.
 */
record Merged(Finding finding, List<Source> alsoIn) {

    /** A date of its own comes first, then the number of details; of equals the first stays the first. */
    private static final Comparator<Finding> SAYS_MOST = Comparator.comparing(Merged::hasOnset)
            .thenComparing(finding -> finding.attributes().size())
            .thenComparing(finding -> finding.concept().codings().size());

    Merged {
        alsoIn = List.copyOf(alsoIn);
    }

    /** @param same findings that say the same, at least one, in reading order */
    static Merged of(List<Finding> same) {
        if (same.size() == 1) {
            return new Merged(same.getFirst(), List.of());
        }
        List<Finding> all = new ArrayList<>(same);
        int place = all.indexOf(Collections.max(all, SAYS_MOST));
        Finding fullest = all.remove(place);
        List<Source> others = all.stream().map(Finding::source).toList();
        all.addFirst(fullest);
        Finding finding = new Finding(
                fullest.kind(),
                new Concept(fullest.concept().text(), codings(all)),
                fullest.value(),
                fullest.standing(),
                fullest.time(),
                attributes(all),
                fullest.source(),
                relations(all),
                fullest.text());
        return new Merged(finding, others);
    }

    private static boolean hasOnset(Finding finding) {
        return finding.attributes().stream().anyMatch(attribute -> attribute.role() == Role.ONSET);
    }

    /** All codes; another name that a copy has stands as the display of its first code. */
    private static List<Coding> codings(List<Finding> all) {
        Set<Coding> codings = new LinkedHashSet<>();
        all.forEach(finding -> codings.addAll(finding.concept().codings()));
        String name = all.getFirst().concept().text();
        for (Finding finding : all) {
            String alias = finding.concept().text();
            if (!alias.equalsIgnoreCase(name) && !finding.concept().codings().isEmpty()) {
                Coding first = finding.concept().codings().getFirst();
                codings.add(new Coding(first.system(), first.code(), alias));
            }
        }
        return List.copyOf(codings);
    }

    private static List<Attribute> attributes(List<Finding> all) {
        Set<Object> said = new LinkedHashSet<>();
        List<Attribute> attributes = new ArrayList<>();
        for (Finding finding : all) {
            finding.attributes().stream()
                    .filter(attribute -> said.add(
                            Map.entry(attribute.role(), attribute.text().toLowerCase(Locale.ROOT))))
                    .forEach(attributes::add);
        }
        return attributes;
    }

    private static Relations relations(List<Finding> all) {
        List<ResourceId> madeWith = all.stream()
                .flatMap(finding -> finding.relations().madeWith().stream())
                .distinct()
                .toList();
        return new Relations(
                all.stream()
                        .flatMap(finding -> finding.relations().encounter().stream())
                        .findFirst(),
                madeWith);
    }
}
