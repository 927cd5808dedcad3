package org.anamnesis.evaluation;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.corpus.PatientResources;
import org.anamnesis.reading.ChartAssembly;
import org.hl7.fhir.r4.model.Resource;

/** Opens charts one at a time: the last one stays open until another is wanted, so that memory holds one patient. */
final class ChartDesk {

    private final Corpus corpus;
    private Optional<Opened> last = Optional.empty();

    ChartDesk(Corpus corpus) {
        this.corpus = corpus;
    }

    private record Opened(ChartKey key, OpenChart chart) {}

    /** @throws ItemFailed where the data have no such chart */
    OpenChart open(ChartKey key) throws IOException {
        if (last.filter(opened -> opened.key().equals(key)).isEmpty()) {
            close();
            PatientResources source = read(key).orElseThrow(() -> new ItemFailed("chart-not-in-the-data"));
            last = Optional.of(new Opened(key, new OpenChart(source, assembled(source))));
        }
        return last.orElseThrow().chart();
    }

    /** Lets go of the open chart. */
    void close() {
        last = Optional.empty();
    }

    private Optional<PatientResources> read(ChartKey key) throws IOException {
        return switch (key) {
            case ChartKey.OfPatient patient -> corpus.patients().read(patient.id());
            case ChartKey.InFile bundle -> corpus.bundles().read(bundle.file());
            case ChartKey.None ignored -> Optional.empty();
        };
    }

    private static Chart assembled(PatientResources source) {
        ClinicalTime now =
                LastEncounter.end(source.resources()).orElseThrow(() -> new ItemFailed("chart-without-a-time"));
        return ChartAssembly.of(source.patient(), source.resources(), coverage(source), now);
    }

    /** What the files hold is all that was asked: of types that are not in them nothing is said. */
    private static Coverage coverage(PatientResources source) {
        Map<String, Integer> read = new TreeMap<>();
        source.resources().stream().map(Resource::fhirType).forEach(type -> read.merge(type, 1, Integer::sum));
        source.unreadable().keySet().forEach(type -> read.putIfAbsent(type, 0));
        return new Coverage(read.entrySet().stream()
                .map(type -> new Coverage.Entry(
                        type.getKey(),
                        "all in the files",
                        new Coverage.Outcome.Found(
                                type.getValue(), source.unreadable().getOrDefault(type.getKey(), 0))))
                .toList());
    }
}
