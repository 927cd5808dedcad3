package org.anamnesis.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.Plot;
import org.anamnesis.measure.SetResult;

/**
 * What the page shows, all of it in words already.
 *
 * @param verdict the first sentence: how many of the wanted figures were reached
 * @param missed figures that are not as wanted
 * @param met figures that are
 * @param notes what else has to be said at the top
 */
record PageView(
        String version,
        String build,
        String date,
        String data,
        String writer,
        String verdict,
        List<FigureView> missed,
        List<FigureView> met,
        List<String> notes,
        List<SetView> sets,
        boolean isAnySetNotRun,
        String notRun) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** A figure of a set, in words. */
    record FigureView(
            String words, String value, String interval, String wanted, String items, String state, String set) {

        static FigureView of(SetResult result, Figure figure) {
            String state =
                    figure.isMet().map(met -> met ? "reached" : "not reached").orElse("");
            return new FigureView(
                    figure.words(),
                    Words.value(figure),
                    Words.interval(figure),
                    Words.wanted(figure),
                    Words.whole(figure.items()),
                    state,
                    result.set().id());
        }

        public boolean isReached() {
            return state.equals("reached");
        }

        public boolean isNotReached() {
            return state.equals("not reached");
        }
    }

    /** A plot, drawn. */
    record PlotView(String title, String svg) {}

    /** A row of a table. */
    record RowView(List<String> cells) {}

    /** A table of a set. */
    record TableView(String title, List<String> headings, List<RowView> rows) {

        public boolean isEmpty() {
            return rows.isEmpty();
        }
    }

    /** A set with all that was measured on it. */
    record SetView(
            String id,
            String title,
            String about,
            String items,
            String errors,
            List<FigureView> figures,
            List<PlotView> plots,
            List<TableView> tables,
            List<String> limits) {

        static SetView of(SetResult result) {
            return new SetView(
                    result.set().id(),
                    result.set().title(),
                    result.set().about(),
                    Words.whole(result.items()),
                    result.errors() == 0
                            ? "none ended in an error"
                            : Words.whole(result.errors()) + " ended in an error",
                    result.figures().stream()
                            .map(figure -> FigureView.of(result, figure))
                            .toList(),
                    result.plots().stream().map(SetView::drawn).toList(),
                    result.tables().stream().map(SetView::table).toList(),
                    result.limits());
        }

        private static PlotView drawn(Plot plot) {
            return new PlotView(plot.title(), Drawing.of(plot));
        }

        private static TableView table(SetResult.Table table) {
            return new TableView(
                    table.title(),
                    table.headings(),
                    table.rows().stream().map(RowView::new).toList());
        }
    }

    public boolean isAnyMissed() {
        return !missed.isEmpty();
    }

    public boolean isAnyMet() {
        return !met.isEmpty();
    }

    static PageView of(RunFacts run, List<SetResult> results) {
        List<FigureView> wanted = results.stream()
                .flatMap(result -> result.figures().stream()
                        .filter(figure -> figure.isMet().isPresent())
                        .map(figure -> FigureView.of(result, figure)))
                .toList();
        List<FigureView> reached = wanted.stream().filter(FigureView::isReached).toList();
        List<FigureView> notReached =
                wanted.stream().filter(FigureView::isNotReached).toList();
        return new PageView(
                run.version(),
                run.build(),
                DATE.format(run.date()),
                run.data(),
                run.model().map(model -> "the language model " + model).orElse("rules, without a language model"),
                verdict(reached.size(), wanted.size()),
                notReached,
                reached,
                notes(run, results),
                results.stream().map(SetView::of).toList(),
                !run.notRun().isEmpty(),
                String.join(", ", run.notRun()));
    }

    private static String verdict(int reached, int wanted) {
        if (wanted == 0) {
            return "Nothing was measured that a bound is set for.";
        }
        return reached == wanted
                ? "All " + wanted + " figures for which a bound is set are as wanted."
                : reached + " of the " + wanted + " figures for which a bound is set are as wanted, "
                        + (wanted - reached) + (wanted - reached == 1 ? " is not." : " are not.");
    }

    private static List<String> notes(RunFacts run, List<SetResult> results) {
        List<String> notes = new ArrayList<>();
        int errors = results.stream().mapToInt(SetResult::errors).sum();
        if (errors > 0) {
            notes.add(Words.whole(errors)
                    + (errors == 1 ? " item" : " items")
                    + " ended in an error and count in no figure; the lines of the items say which.");
        }
        if (run.unreadableLines() > 0) {
            notes.add(Words.whole(run.unreadableLines())
                    + " lines of chart files are no FHIR resources and were left out.");
        }
        return notes;
    }
}
