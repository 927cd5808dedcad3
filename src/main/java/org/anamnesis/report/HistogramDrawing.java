package org.anamnesis.report;

import org.anamnesis.measure.Distribution;
import org.anamnesis.measure.Plot;

/** Draws how often which size occurs. A few very large values share the last bar, so that the others can be seen. */
final class HistogramDrawing {

    private static final int BARS_A_MARK = 5;
    private static final double ROOM_BEYOND_BOUND = 1.15;
    private static final double GAP = 1.0;

    private HistogramDrawing() {}

    static String of(Plot.Histogram plot) {
        Distribution values = Distribution.of(plot.values());
        double shown = Math.max(Math.min(values.max(), values.p95() * 1.6), 1);
        Scale across = Scale.upTo(Math.max(shown, plot.bound().orElse(0.0) * ROOM_BEYOND_BOUND));
        int bars = (int) Math.round(across.top() / across.step()) * BARS_A_MARK;
        int[] counts = new int[bars];
        for (double value : plot.values()) {
            counts[Math.min(bars - 1, (int) (value / across.top() * bars))]++;
        }
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        boolean isOpen = values.max() > across.top();
        Frame frame = new Frame(across, Scale.upTo(most), isOpen);
        Svg svg = new Svg(Frame.WIDTH, Frame.HEIGHT, plot.title());
        frame.draw(svg, plot.axis(), "items", Words::whole);
        double width = across.top() / bars;
        for (int bar = 0; bar < bars; bar++) {
            if (counts[bar] > 0) {
                boolean open = isOpen && bar == bars - 1;
                double left = frame.x(bar * width) + GAP / 2;
                double top = frame.y(counts[bar]);
                svg.box(
                        open ? "bar open" : "bar",
                        left,
                        top,
                        frame.x((bar + 1) * width) - left - GAP / 2,
                        frame.y(0) - top,
                        counts[bar]
                                + (counts[bar] == 1 ? " item, " : " items, ")
                                + (open
                                        ? "more than " + Words.whole(bar * width)
                                        : Words.whole(bar * width) + " to " + Words.whole((bar + 1) * width)));
            }
        }
        plot.bound().ifPresent(bound -> frame.boundAcross(svg, bound, "wanted: at most " + Words.whole(bound)));
        return svg.toString();
    }
}
