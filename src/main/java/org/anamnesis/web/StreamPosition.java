package org.anamnesis.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Up to where a browser has a stream, as the id of the last event it has (HTML Living Standard, server-sent events,
 * {@code Last-Event-ID}).
 *
 * @param stream which stream
 * @param seen how many of its events
 */
record StreamPosition(String stream, int seen) {

    private static final Pattern TEXT = Pattern.compile("([\\w-]{1,64})\\.(\\d{1,6})");

    /** Reads an event's id; empty where it is none of ours. */
    static Optional<StreamPosition> parse(String id) {
        Matcher parts = TEXT.matcher(id);
        return parts.matches()
                ? Optional.of(new StreamPosition(parts.group(1), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /** The event's id. */
    @Override
    public String toString() {
        return stream + "." + seen;
    }
}
