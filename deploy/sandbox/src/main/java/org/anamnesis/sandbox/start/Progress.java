package org.anamnesis.sandbox.start;

import java.io.PrintStream;
import java.util.Locale;

/** Lines for who waits, each with the seconds since the start. Safe for use by several threads. */
final class Progress {

    private final PrintStream out;
    private final long startNanos = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String line) {
        out.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds(startNanos), line));
    }

    /** Lines without a time, e.g. a command to copy. */
    synchronized void print(String lines) {
        out.println(lines);
    }

    /** Seconds since a moment, e.g. 12.3. */
    static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1e9;
    }

    /** " (12.3 s)". */
    static String took(long sinceNanos) {
        return String.format(Locale.ROOT, " (%.1f s)", seconds(sinceNanos));
    }
}
