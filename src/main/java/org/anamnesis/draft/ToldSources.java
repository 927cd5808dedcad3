package org.anamnesis.draft;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Source;

/** The resources that a model was told of, as references with the version that was read. */
public final class ToldSources {

    private ToldSources() {}

    /**
     * Those that are not cited, each once; nothing where the chart was given, since we did not see it in the EHR.
     *
     * @param told the facts and sentences that stood in what the model was asked
     * @param cited the references of what is cited
     */
    public static List<String> uncited(Chart chart, Collection<CitationId> told, Collection<String> cited) {
        if (chart.coverage().origin() == Coverage.Origin.CALLER) {
            return List.of();
        }
        return told.stream()
                .flatMap(id -> chart.fact(id).stream())
                .flatMap(ToldSources::references)
                .distinct()
                .filter(source -> !cited.contains(source))
                .toList();
    }

    /** Where the same stands once more, and what it was read together with, was told with it. */
    private static Stream<String> references(Fact fact) {
        Stream<String> said =
                Stream.concat(Stream.of(fact.source()), fact.alsoIn().stream()).map(Source::versionedReference);
        return Stream.concat(said, fact.relations().madeWith().stream().map(resource -> resource.reference()));
    }
}
