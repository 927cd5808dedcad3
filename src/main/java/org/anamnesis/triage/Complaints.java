package org.anamnesis.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.score.Rows;

/** Understands what people say of why they come, by the table of complaints. */
final class Complaints {

    private final ComplaintReader reader;
    private final List<ComplaintGroup> groups;

    Complaints(Rows abbreviations, Rows complaints) {
        Vocabulary vocabulary = new Vocabulary(abbreviations);
        reader = new ComplaintReader(vocabulary);
        groups = complaints.rows().stream()
                .map(row -> ComplaintGroup.of(row, reader))
                .toList();
        vocabulary.knows(groups.stream()
                .flatMap(group -> Stream.concat(group.phrases().stream(), group.exceptions().stream()))
                .flatMap(phrase -> phrase.words().stream())
                .flatMap(choices -> choices.stream()));
    }

    List<ComplaintGroup> groups() {
        return groups;
    }

    Understanding of(List<Told> complaints) {
        List<Meant> meant = new ArrayList<>();
        List<Told> notUnderstood = new ArrayList<>();
        for (Told told : complaints) {
            List<Part> parts = reader.read(told.text());
            List<ComplaintGroup> found =
                    groups.stream().filter(group -> group.isMeantIn(parts)).toList();
            boolean others = found.stream().anyMatch(group -> !group.alone());
            found.stream()
                    .filter(group -> !group.alone() || !others)
                    .forEach(group -> meant.add(new Meant(group, told)));
            if (found.isEmpty() && parts.stream().anyMatch(Part::isPresent)) {
                notUnderstood.add(told);
            }
        }
        return new Understanding(complaints, meant, notUnderstood);
    }

    /** A group that is meant, and by which words. */
    record Meant(ComplaintGroup group, Told told) {}

    /**
     * What was understood of all complaints of a visit.
     *
     * @param told all that was said
     * @param meant the groups that are meant
     * @param notUnderstood what means no group of the table
     */
    record Understanding(List<Told> told, List<Meant> meant, List<Told> notUnderstood) {

        List<Evidence> evidence(List<String> keys) {
            return meant.stream()
                    .filter(each -> keys.contains(each.group().key()))
                    .map(Meant::told)
                    .distinct()
                    .map(Evidence::of)
                    .toList();
        }
    }
}
