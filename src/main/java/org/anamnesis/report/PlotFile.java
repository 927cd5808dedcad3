package org.anamnesis.report;

import org.anamnesis.measure.Plot;

/** A plot as an SVG file that stands alone: with colours of its own, light and dark. */
public final class PlotFile {

    private static final String STYLE = """
            <style>
            svg { font: 12px system-ui, sans-serif; background: #fff; --ink: #1c2733; --soft: #5b6b7b; --line: #e3e8ee; --bar: #2b6cb0; }
            @media (prefers-color-scheme: dark) { svg { background: #11181f; --ink: #e6edf3; --soft: #9aa9b8; --line: #2a3540; --bar: #6aaef0; } }
            text { fill: var(--ink); } .tick { fill: var(--soft); }
            .grid { stroke: var(--line); } .axis { stroke: var(--soft); }
            .curve { fill: none; stroke: var(--bar); stroke-width: 2.2; stroke-linejoin: round; }
            .bar { fill: var(--bar); } .rail { fill: var(--line); }
            </style>""";

    private PlotFile() {}

    /** The file's text. */
    public static String of(Plot plot) {
        String drawing = Drawing.of(plot);
        int inside = drawing.indexOf('>') + 1;
        return drawing.substring(0, inside) + STYLE + drawing.substring(inside) + "\n";
    }
}
