package org.anamnesis.report;

import java.util.List;
import org.anamnesis.measure.Figure.Unit;
import org.anamnesis.measure.Plot;

/** Draws a share for each group, one bar below the other. */
final class GroupsDrawing {

    private static final int MOST_ROWS = 40;
    private static final int ROW = 19;
    private static final int LABELS = 408;
    private static final int LONGEST_LABEL = 64;
    private static final int NUMBERS = 96;

    private GroupsDrawing() {}

    static String of(Plot.Groups plot) {
        List<Plot.Group> rows = plot.rows().stream().limit(MOST_ROWS).toList();
        int left = plot.rows().size() - rows.size();
        Svg svg = new Svg(Frame.WIDTH, (rows.size() + 1) * ROW, plot.title());
        double full = Frame.WIDTH - LABELS - NUMBERS;
        for (int row = 0; row < rows.size(); row++) {
            Plot.Group group = rows.get(row);
            double y = row * ROW;
            String share = Words.number(group.share(), Unit.SHARE);
            svg.text("row", 0, y + 14, "start", shortened(group.name()));
            svg.box("rail", LABELS, y + 4, full, ROW - 7.0, group.name());
            svg.box("bar", LABELS, y + 4, full * group.share(), ROW - 7.0, group.name() + ": " + share);
            svg.text("row", LABELS + full + 8, y + 14, "start", share + " of " + group.items());
        }
        svg.text(
                "label",
                Frame.WIDTH,
                rows.size() * ROW + 14.0,
                "end",
                plot.axis() + (left > 0 ? "; " + left + " more kinds are not shown" : ""));
        return svg.toString();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_LABEL ? name : name.substring(0, LONGEST_LABEL - 1) + "\u2026";
    }
}
