package org.anamnesis.evaluation;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** How far a run is, on the terminal: items done, items a second, and how long the rest will take at this rate. */
final class Progress {

    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(15);

    private final PrintStream out;
    private final InstantSource clock;
    private final boolean rewrites;
    private String set = "";
    private int items;
    private int done;
    private int before;
    private long begin;
    private long shown;

    /** @param rewrites whether a line can be written over, as on a terminal; else a line is written now and then */
    Progress(PrintStream out, InstantSource clock, boolean rewrites) {
        this.out = out;
        this.clock = clock;
        this.rewrites = rewrites;
    }

    void say(String line) {
        out.println(line);
    }

    void begin(String name, int all, int doneBefore) {
        set = name;
        items = all;
        done = doneBefore;
        before = doneBefore;
        begin = clock.millis();
        shown = begin;
        if (doneBefore > 0) {
            say(set + ": " + doneBefore + " of " + all + " items were done before");
        }
    }

    void step() {
        done++;
        long now = clock.millis();
        if (now - shown >= (rewrites ? BETWEEN : BETWEEN_LINES).toMillis()) {
            shown = now;
            out.print((rewrites ? "\r" : "") + line(now) + (rewrites ? "   " : "\n"));
            out.flush();
        }
    }

    void end() {
        String line = set + ": " + done + " of " + items + " items in " + duration(clock.millis() - begin);
        out.println((rewrites ? "\r" : "") + line + (rewrites ? " ".repeat(30) : ""));
    }

    private String line(long now) {
        double rate = (done - before) * 1000.0 / Math.max(1, now - begin);
        long left = rate == 0 ? 0 : Math.round((items - done) / rate * 1000);
        return String.format(
                Locale.ROOT, "%s: %d of %d, %.1f a second, %s left", set, done, items, rate, duration(left));
    }

    private static String duration(long milliseconds) {
        long seconds = Math.round(milliseconds / 1000.0);
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
