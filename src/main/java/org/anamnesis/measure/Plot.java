package org.anamnesis.measure;

import java.util.List;
import java.util.Optional;

/** A plot of a report, as data. */
public sealed interface Plot {

    String title();

    /**
     * How often which size occurs.
     *
     * @param values one for each item
     * @param axis what the values are
     * @param bound a bound to mark, where something is wanted
     */
    record Histogram(String title, List<Double> values, String axis, Optional<Double> bound) implements Plot {
        public Histogram {
            values = List.copyOf(values);
        }
    }

    /**
     * One quantity against another.
     *
     * @param points in the order of x
     * @param wanted what is wanted of y, where something is
     */
    record Curve(String title, List<Point> points, String xAxis, String yAxis, Optional<Double> wanted)
            implements Plot {
        public Curve {
            points = List.copyOf(points);
        }
    }

    /**
     * Several quantities of one unit against another.
     *
     * @param series each with its points in the order of x
     */
    record Lines(String title, List<Series> series, String xAxis, String yAxis) implements Plot {
        public Lines {
            series = List.copyOf(series);
        }
    }

    /** A named line. */
    record Series(String name, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /** A point of a curve. */
    record Point(double x, double y) {}

    /**
     * A share for each of several groups of items.
     *
     * @param rows in the order in which they are to be shown
     */
    record Groups(String title, List<Group> rows, String axis) implements Plot {
        public Groups {
            rows = List.copyOf(rows);
        }
    }

    /** A group of items with its share. */
    record Group(String name, double share, int items) {}
}
