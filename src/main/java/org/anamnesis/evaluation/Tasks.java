package org.anamnesis.evaluation;

import java.util.List;
import org.anamnesis.corpus.Row;

/** Lines of a set as tasks. */
final class Tasks {

    private Tasks() {}

    /** @param patient the field that names the patient whose chart a line is about */
    static List<Task> ofLines(List<Row> rows, String id, String patient) {
        return rows.stream().map(row -> new Task(row, id, chart(row, patient))).toList();
    }

    private static ChartKey chart(Row row, String patient) {
        return row instanceof Row.Whole whole
                ? whole.item()
                        .text(patient)
                        .<ChartKey>map(ChartKey.OfPatient::new)
                        .orElse(new ChartKey.None())
                : new ChartKey.None();
    }
}
