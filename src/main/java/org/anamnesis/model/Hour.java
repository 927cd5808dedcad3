package org.anamnesis.model;

/** What was used within the last hour, by minutes: a minute that is an hour old counts no more. */
final class Hour {

    private static final int MINUTES = 60;

    private final long[] requests = new long[MINUTES];
    private final long[] tokens = new long[MINUTES];
    private long last = Long.MIN_VALUE;

    /** Takes one request of so many tokens where the budget allows it. */
    synchronized boolean take(Budget budget, long minute, long more) {
        forget(minute);
        if (!budget.allows(sum(requests), sum(tokens), more)) {
            return false;
        }
        requests[slot(minute)]++;
        tokens[slot(minute)] += more;
        return true;
    }

    /** In how many minutes the budget will allow one more request of so many tokens; 0 where it does, 60 at the most. */
    synchronized int until(Budget budget, long minute, long more) {
        forget(minute);
        long usedRequests = sum(requests);
        long usedTokens = sum(tokens);
        for (int wait = 0; wait < MINUTES; wait++) {
            if (budget.allows(usedRequests, usedTokens, more)) {
                return wait;
            }
            // The oldest minute is the one whose place the next new minute takes.
            int oldest = slot(minute + 1 + wait);
            usedRequests -= requests[oldest];
            usedTokens -= tokens[oldest];
        }
        return MINUTES;
    }

    /** Gives one request back, of which nothing came. */
    synchronized void giveBack(long minute, long more) {
        forget(minute);
        requests[slot(minute)]--;
        tokens[slot(minute)] -= more;
    }

    /** Corrects what was taken by what it turned out to be. */
    synchronized void correct(long minute, long by) {
        forget(minute);
        tokens[slot(minute)] += by;
    }

    private void forget(long minute) {
        if (last == Long.MIN_VALUE || minute - last >= MINUTES) {
            java.util.Arrays.fill(requests, 0);
            java.util.Arrays.fill(tokens, 0);
            last = minute;
        }
        while (last < minute) {
            last++;
            requests[slot(last)] = 0;
            tokens[slot(last)] = 0;
        }
    }

    private static int slot(long minute) {
        return Math.floorMod(minute, MINUTES);
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}
