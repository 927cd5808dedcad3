package org.anamnesis.report;

import java.util.function.DoubleFunction;

/** The axes of a plot, and where a pair of values lies between them. */
final class Frame {

    static final int WIDTH = 660;
    static final int HEIGHT = 250;
    private static final int LEFT = 52;
    private static final int RIGHT = 16;
    private static final int TOP = 30;
    private static final int BOTTOM = 42;

    private final Scale across;
    private final Scale up;
    private final boolean isOpen;

    /** @param isOpen whether what is beyond the axis across is shown at its end */
    Frame(Scale across, Scale up, boolean isOpen) {
        this.across = across;
        this.up = up;
        this.isOpen = isOpen;
    }

    double x(double value) {
        return LEFT + across.place(value) * (WIDTH - LEFT - RIGHT);
    }

    double y(double value) {
        return HEIGHT - BOTTOM - up.place(value) * (HEIGHT - BOTTOM - TOP);
    }

    void draw(Svg svg, String axisAcross, String axisUp, DoubleFunction<String> upWords) {
        for (double mark : up.marks()) {
            svg.line("grid", LEFT, y(mark), WIDTH - RIGHT, y(mark));
            svg.text("tick", LEFT - 7.0, y(mark) + 4, "end", upWords.apply(mark));
        }
        for (double mark : across.marks()) {
            boolean isLast = mark == across.top();
            String beyond = isLast && isOpen ? " and more" : "";
            svg.text("tick", x(mark), HEIGHT - BOTTOM + 17.0, isLast ? "end" : "middle", Words.whole(mark) + beyond);
        }
        svg.line("axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
        svg.text("label", WIDTH - RIGHT, HEIGHT - 8.0, "end", axisAcross);
        svg.text("label", 0, 12, "start", axisUp);
    }

    /** A bound on the axis across. */
    void boundAcross(Svg svg, double bound, String words) {
        if (bound <= across.top()) {
            svg.line("bound", x(bound), TOP - 14.0, x(bound), HEIGHT - BOTTOM);
            boolean right = x(bound) > WIDTH / 2.0;
            svg.text("bound-label", x(bound) + (right ? -6 : 6), TOP - 4.0, right ? "end" : "start", words);
        }
    }

    /** A bound on the axis up. */
    void boundUp(Svg svg, double bound, String words) {
        svg.line("bound", LEFT, y(bound), WIDTH - RIGHT, y(bound));
        svg.text("bound-label", WIDTH - RIGHT - 4.0, y(bound) + 15, "end", words);
    }
}
