package org.anamnesis.draft;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Demographics;
import org.anamnesis.chart.Fact;
import org.anamnesis.digest.FactLine;

/**
 * What a document says around its text: whose it is, and the words of what it cites, both as they were when it was written.
 *
 * @param patient who the patient is; absent in drafts of before this was kept
 * @param cited each cited fact once, in the order of the text
 */
public record Backing(Optional<Banner> patient, List<Cited> cited) {

    /** Nothing is known. */
    public static final Backing NONE = new Backing(Optional.empty(), List.of());

    public Backing {
        cited = List.copyOf(cited);
    }

    /**
     * The patient as on a banner, each as the chart says it.
     *
     * @param sex FHIR administrative gender
     */
    public record Banner(
            Optional<String> name, Optional<String> birthDate, Optional<String> sex, Optional<String> recordNumber) {}

    /**
     * One cited fact.
     *
     * @param reference the resource with its version, as the statements cite it
     * @param kind what it is, e.g. {@code result}
     * @param when its date as exactly as known; absent where it has none
     * @param words what it says, its value included
     */
    public record Cited(String reference, String kind, Optional<String> when, String words) {}

    /** What of a chart is cited. */
    public static Backing of(Chart chart, Stream<CitationId> ids) {
        return new Backing(
                Optional.of(banner(chart.patient())),
                ids.distinct()
                        .flatMap(id -> chart.fact(id).stream())
                        .map(Backing::cited)
                        .distinct()
                        .toList());
    }

    private static Banner banner(Demographics patient) {
        return new Banner(
                patient.name(), patient.birthDate().map(ClinicalTime::iso), patient.sex(), patient.recordNumber());
    }

    private static Cited cited(Fact fact) {
        return new Cited(
                fact.source().versionedReference(),
                fact.kind().word(),
                fact.time().map(ClinicalTime::iso),
                FactLine.words(fact));
    }
}
