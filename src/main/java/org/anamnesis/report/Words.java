package org.anamnesis.report;

import java.util.Locale;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.Figure.Unit;
import org.anamnesis.measure.Target;

/** Figures in words. */
final class Words {

    private Words() {}

    static String value(Figure figure) {
        return Double.isNaN(figure.value()) ? "nothing to measure" : number(figure.value(), figure.unit());
    }

    static String interval(Figure figure) {
        return figure.interval()
                .map(interval ->
                        number(interval.low(), figure.unit()) + " to " + number(interval.high(), figure.unit()))
                .orElse("");
    }

    static String wanted(Figure figure) {
        return figure.target().map(target -> wanted(target, figure.unit())).orElse("");
    }

    /** A number with its unit, with as many digits as say something. */
    static String number(double value, Unit unit) {
        return switch (unit) {
            case SHARE -> share(value);
            case NUMBER -> String.format(Locale.ENGLISH, "%.3f", value);
            case COUNT -> whole(value);
            case RESOURCES -> small(value) + (value == 1 ? " resource" : " resources");
            case TOKENS -> whole(value) + " tokens";
            case MILLISECONDS ->
                value >= 10_000 ? small(value / 1000) + " s" : value < 10 ? small(value) + " ms" : whole(value) + " ms";
            case MEGABYTES -> whole(value) + " MB";
        };
    }

    static String whole(double value) {
        return String.format(Locale.ENGLISH, "%,d", Math.round(value));
    }

    private static String share(double value) {
        // 99.96 % is not all: the last step to 100 is for what is all.
        double percent = value < 1 ? Math.min(value * 100, 99.9) : 100;
        return value == 1 || value == 0 ? whole(percent) + " %" : String.format(Locale.ENGLISH, "%.1f %%", percent);
    }

    private static String small(double value) {
        return value == Math.rint(value) ? whole(value) : String.format(Locale.ENGLISH, "%,.1f", value);
    }

    private static String wanted(Target target, Unit unit) {
        boolean all = unit == Unit.SHARE && target.atLeast() && target.bound() == 1;
        boolean none = !target.atLeast() && target.bound() == 0;
        String bound = number(target.bound(), unit).replace(".0 %", " %");
        return all ? "all" : none ? "none" : (target.atLeast() ? "at least " : "at most ") + bound;
    }
}
