package org.anamnesis.web;

import java.time.Instant;
import java.util.List;

/**
 * What is kept of a launch besides its tokens, as one text, to be sealed.
 *
 * @param token what the page must send along with changes
 * @param openedAt when it was opened
 * @param chart the chart's own text
 */
record KeptLaunchText(String token, Instant openedAt, String chart) {

    String text() {
        return token + "\n" + openedAt + "\n" + chart;
    }

    static KeptLaunchText parse(String text) {
        List<String> parts = List.of(text.split("\n", 3));
        return new KeptLaunchText(parts.get(0), Instant.parse(parts.get(1)), parts.get(2));
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return "KeptLaunchText";
    }
}
