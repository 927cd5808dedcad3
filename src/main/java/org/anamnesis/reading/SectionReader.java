package org.anamnesis.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Relations;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;

/**
 * The sections of a document (Composition), one fact each: the heading, the narrative in plain words, and the entries as
 * what it is related to. A section that is empty says why, where the source does: "nil known" is a statement, "not asked"
 * is another.
 */
final class SectionReader {

    private static final int MAX_DEPTH = 4;

    private final Composition composition;
    private final Standing standing;
    private final Neighbours neighbours;
    private final List<Finding> findings = new ArrayList<>();

    private SectionReader(Composition composition, Standing standing, Neighbours neighbours) {
        this.composition = composition;
        this.standing = standing;
        this.neighbours = neighbours;
    }

    /** @param document what was read of the composition as a whole; none where it counts for nothing */
    static Stream<Finding> read(Composition composition, List<Finding> document, Neighbours neighbours) {
        return document.stream().flatMap(whole -> {
            SectionReader reader = new SectionReader(composition, whole.standing(), neighbours);
            reader.read(composition.getSection(), "section", 0);
            return reader.findings.stream();
        });
    }

    private void read(List<SectionComponent> sections, String path, int depth) {
        int place = 0;
        for (SectionComponent section : sections) {
            String element = path + "[" + place++ + "]";
            findings.add(finding(section, element));
            if (depth < MAX_DEPTH) {
                read(section.getSection(), element + ".section", depth + 1);
            }
        }
    }

    private Finding finding(SectionComponent section, String element) {
        Concept heading = Words.nonBlank(section.getTitle())
                .map(title -> new Concept(title, Words.codings(section.getCode())))
                .orElseGet(() -> Words.concept(section.getCode(), "Section without a title"));
        Attributes attributes = new Attributes()
                .words(Role.PART_OF, Words.nonBlank(composition.getTitle()))
                .words(Role.CATEGORY, "section of a document")
                .words(Role.COMMENT, Words.of(section.getEmptyReason()).map(reason -> "empty: " + reason));
        Optional<ClinicalTime> time = Times.of(composition.getDateElement());
        return new Finding(
                        FactKind.NOTE,
                        heading,
                        Narratives.words(section.getText()).flatMap(Values::worded),
                        standing,
                        time,
                        attributes.list(),
                        Sources.of(composition, element))
                .with(new Relations(Optional.empty(), Related.found(composition, section.getEntry(), neighbours)));
    }
}
