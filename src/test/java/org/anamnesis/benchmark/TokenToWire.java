package org.anamnesis.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * From the last token of a statement, as it leaves the model, to the checked statement at the browser, over HTTP on both sides;
 * one summary at a time. The end of the statement's line leaves the model with the next token, and is not waited for.
 *
 * @param millis one for each statement, in order of size
 */
record TokenToWire(List<Double> millis) {

    /** A fast model's. */
    private static final Duration BETWEEN_TOKENS = Duration.ofMillis(5);

    private static final int WARMING = 1;
    private static final int ROUNDS = 2;

    static TokenToWire measure(StreamingProduct product, List<String> patients)
            throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < WARMING + ROUNDS; round++) {
            for (String patient : patients) {
                product.model.write(round < WARMING ? Duration.ZERO : BETWEEN_TOKENS, 1);
                product.model.left.clear();
                OneStream stream = OneStream.of(product.open(patient), () -> {});
                if (!stream.faults.isEmpty()) {
                    throw new IOException("a stream that is not whole: " + stream.faults);
                }
                if (round >= WARMING) {
                    for (Map.Entry<String, Long> one : stream.told.entrySet()) {
                        millis.add((one.getValue() - product.model.left.get(one.getKey())) / 1e6);
                    }
                }
            }
        }
        millis.sort(Double::compare);
        return new TokenToWire(millis);
    }

    /** The time that so many of 100 statements did not exceed. */
    double percentile(double percent) {
        return millis.get((int) Math.ceil(millis.size() * percent / 100) - 1);
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "token to wire, ms: p50 %.1f, p95 %.1f, p99 %.1f, most %.1f (%d statements)",
                percentile(50),
                percentile(95),
                percentile(99),
                millis.getLast(),
                millis.size());
    }
}
