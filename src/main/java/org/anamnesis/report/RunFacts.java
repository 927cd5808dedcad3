package org.anamnesis.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run was: without it its figures say nothing.
 *
 * @param version the product's version
 * @param build a fingerprint of the product's classes
 * @param date when it ended
 * @param data the data's folder
 * @param model the language model that wrote the summaries; rules did where there was none
 * @param notRun sets that lie in the data and that this version does not run
 * @param unreadableLines lines of chart files that are no resources
 */
public record RunFacts(
        String version,
        String build,
        Instant date,
        String data,
        Optional<String> model,
        List<String> notRun,
        int unreadableLines) {

    public RunFacts {
        notRun = List.copyOf(notRun);
    }
}
