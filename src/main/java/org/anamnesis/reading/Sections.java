package org.anamnesis.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Reference;

/**
 * The sections of a document (Composition) beside their text: the entries they list, and which are empty for a reason. "Nil
 * known" is a statement, and "not asked" is another one.
 */
final class Sections {

    private static final int MAX_DEPTH = 4;

    private Sections() {}

    static Stream<Reference> entries(Composition document) {
        return all(document).stream().flatMap(section -> section.getEntry().stream());
    }

    /** One remark an empty section, e.g. {@code Medications: empty, Nil Known}. */
    static List<Attribute> emptyOnes(Composition document) {
        return all(document).stream()
                .flatMap(section -> Words.of(section.getEmptyReason())
                        .map(reason -> name(section) + ": empty, " + reason)
                        .map(words -> Attribute.worded(Role.COMMENT, words))
                        .stream())
                .toList();
    }

    private static String name(SectionComponent section) {
        return Words.nonBlank(section.getTitle())
                .or(() -> Words.of(section.getCode()))
                .orElse("section without a title");
    }

    private static List<SectionComponent> all(Composition document) {
        List<SectionComponent> all = new ArrayList<>();
        add(document.getSection(), all, 0);
        return all;
    }

    private static void add(List<SectionComponent> sections, List<SectionComponent> all, int depth) {
        for (SectionComponent section : sections) {
            all.add(section);
            if (depth < MAX_DEPTH) {
                add(section.getSection(), all, depth + 1);
            }
        }
    }
}
