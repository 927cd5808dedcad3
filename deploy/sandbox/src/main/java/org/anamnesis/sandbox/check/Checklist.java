package org.anamnesis.sandbox.check;

import java.io.PrintStream;
import java.util.Locale;

/** Runs steps one after another and prints a line for each, with its duration. A step that fails does not stop the others. */
final class Checklist {

    /** What is done; gives what to say about it. */
    interface Step {
        String run() throws Exception;
    }

    private final PrintStream out;
    private int done;
    private int failed;

    Checklist(PrintStream out) {
        this.out = out;
    }

    /** Runs a step; tells whether it held. */
    boolean step(String title, Step step) throws InterruptedException {
        long begin = System.nanoTime();
        done++;
        try {
            line("ok    ", begin, title + ": " + step.run());
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Broken e) {
            line("FAILED", begin, title + ": " + e.getMessage());
        } catch (Exception e) {
            line("FAILED", begin, title + ": " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
        failed++;
        return false;
    }

    /** Says a figure that nothing depends on. */
    void say(String text) {
        out.println("                " + text);
    }

    boolean held() {
        return failed == 0 && done > 0;
    }

    String summary() {
        return (done - failed) + " of " + done + " steps held";
    }

    private void line(String verdict, long begin, String text) {
        out.println(String.format(Locale.ROOT, "%s %6.2f s  %s", verdict, (System.nanoTime() - begin) / 1e9, text));
    }
}
