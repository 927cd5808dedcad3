package org.anamnesis.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.corpus.Rows;

/** The charts of a folder, each an item by itself. */
final class WholeCharts {

    private static final String NDJSON = ".ndjson";
    private static final String BUNDLE = ".json";

    private WholeCharts() {}

    /** @param folder the name of the folder, as of a set */
    static List<Task> tasks(Corpus data, String folder) throws IOException {
        List<Task> tasks = new ArrayList<>();
        Set<Path> lines = new HashSet<>(data.data().files(folder, NDJSON));
        data.patients().patientsIn(lines).stream()
                .map(patient -> new Task(Rows.named(patient), "patient", new ChartKey.OfPatient(patient)))
                .forEach(tasks::add);
        for (Path bundle : data.bundles().charts(data.data().files(folder, BUNDLE))) {
            tasks.add(new Task(Rows.named(data.data().name(bundle)), "patient", new ChartKey.InFile(bundle)));
        }
        return tasks;
    }
}
