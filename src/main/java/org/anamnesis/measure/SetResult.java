package org.anamnesis.measure;

import java.util.List;

/**
 * What came of one set.
 *
 * @param set which set
 * @param items how many items it has
 * @param errors how many of them ended in an error
 * @param figures what was measured
 * @param tables what does not fit into figures
 * @param plots the same to look at
 * @param limits what the figures cannot say, in words
 */
public record SetResult(
        Name set,
        int items,
        int errors,
        List<Figure> figures,
        List<Table> tables,
        List<Plot> plots,
        List<String> limits) {

    public SetResult {
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
        plots = List.copyOf(plots);
        limits = List.copyOf(limits);
    }

    /**
     * A set by its folder, and in words.
     *
     * @param id the folder's name
     * @param title what is measured with it
     * @param about what the items are and what the product does with them
     */
    public record Name(String id, String title, String about) {}

    /** Rows of words under headings. */
    public record Table(String title, List<String> headings, List<List<String>> rows) {
        public Table {
            headings = List.copyOf(headings);
            rows = List.copyOf(rows);
        }
    }
}
