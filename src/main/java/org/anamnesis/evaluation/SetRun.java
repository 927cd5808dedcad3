package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.corpus.Gold;
import org.anamnesis.corpus.MissingField;
import org.anamnesis.corpus.Row;

/** Runs what is not yet done of one set, chart by chart. */
final class SetRun {

    private final EvaluationSet set;
    private final List<Task> tasks;
    private final ChartDesk charts;
    private final Progress progress;

    SetRun(EvaluationSet set, List<Task> tasks, ChartDesk charts, Progress progress) {
        this.set = set;
        this.tasks = tasks;
        this.charts = charts;
        this.progress = progress;
    }

    /** Runs, and writes the set's lines to a folder. */
    Scored run(Path out) throws IOException {
        try (DoneLines done = DoneLines.open(out, set.name().id(), tasks.size())) {
            progress.begin(set.name().id(), tasks.size(), done.count());
            for (List<Integer> ofChart : byChart().values()) {
                for (int item : ofChart) {
                    if (!done.isDone(item)) {
                        done.add(item, outcome(tasks.get(item)));
                        progress.step();
                    }
                }
            }
            charts.close();
            done.finish();
            progress.end();
            return scored(done);
        }
    }

    /** The numbers of the items, those of one chart together, in the order in which the charts first appear. */
    private Map<ChartKey, List<Integer>> byChart() {
        Map<ChartKey, List<Integer>> byChart = new LinkedHashMap<>();
        for (int item = 0; item < tasks.size(); item++) {
            byChart.computeIfAbsent(tasks.get(item).chart(), first -> new ArrayList<>())
                    .add(item);
        }
        return byChart;
    }

    private Output outcome(Task task) throws IOException {
        return switch (task.row()) {
            case Row.Broken broken -> {
                ObjectNode line = Json.object().putNull(task.idField()).put("line", broken.place());
                yield new Output(line.put("error", "unreadable-line"), Json.object());
            }
            case Row.Whole whole -> guarded(task, whole);
        };
    }

    /** The boundary of one item: whatever goes wrong inside is this item's error, by its kind and place alone. */
    @SuppressWarnings("IllegalCatch")
    private Output guarded(Task task, Row.Whole whole) throws IOException {
        try {
            return set.run(whole.item(), task.chart(), charts);
        } catch (ItemFailed | MissingField known) {
            return failed(task, whole, String.valueOf(known.getMessage()));
        } catch (RuntimeException | StackOverflowError broken) {
            return failed(task, whole, "internal-error " + place(broken));
        }
    }

    private static Output failed(Task task, Row.Whole whole, String code) {
        ObjectNode line = Json.object().put(task.idField(), whole.item().id());
        return new Output(line.put("error", code), Json.object());
    }

    private static String place(Throwable broken) {
        StackTraceElement[] trace = broken.getStackTrace();
        String where = trace.length == 0
                ? ""
                : " at " + trace[0].getClassName() + "." + trace[0].getMethodName() + ":" + trace[0].getLineNumber();
        return broken.getClass().getSimpleName() + where;
    }

    private Scored scored(DoneLines done) {
        List<Scored.Entry> entries = new ArrayList<>();
        for (int item = 0; item < tasks.size(); item++) {
            Output output = done.of(item);
            entries.add(
                    new Scored.Entry(tasks.get(item), gold(tasks.get(item).row()), output.line(), output.measures()));
        }
        return new Scored(entries);
    }

    private static Gold gold(Row row) {
        return row instanceof Row.Whole whole ? whole.gold() : Gold.NONE;
    }
}
