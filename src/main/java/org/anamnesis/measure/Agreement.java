package org.anamnesis.measure;

import java.util.List;

/** How far two raters agree who each put the same items on a scale of levels. */
public final class Agreement {

    private final List<Pair> pairs;

    /** @param pairs what each rater said, item by item */
    public Agreement(List<Pair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    /** What the one and the other said of an item. */
    public record Pair(int ours, int theirs) {}

    /**
     * Cohen's kappa with quadratic weights (Psychol Bull 1968;70:213); not a number where it cannot be told, as where all
     * items have one level.
     */
    public Figure kappa(String name, String words) {
        int items = pairs.size();
        Figure figure =
                Figure.number(name, words, kappa(everyPlace(items)), Figure.Unit.COEFFICIENT, items);
        return items == 0 ? figure : figure.within(Interval.ofStatistic(items, this::kappa));
    }

    private double kappa(int[] places) {
        double observed = 0;
        double expected = 0;
        for (int one : places) {
            observed += square(pairs.get(one).ours() - pairs.get(one).theirs());
            for (int other : places) {
                expected += square(pairs.get(one).ours() - pairs.get(other).theirs());
            }
        }
        return expected == 0 ? Double.NaN : 1 - observed * places.length / expected;
    }

    private static int[] everyPlace(int items) {
        int[] places = new int[items];
        for (int place = 0; place < items; place++) {
            places[place] = place;
        }
        return places;
    }

    private static double square(int difference) {
        return (double) difference * difference;
    }
}
