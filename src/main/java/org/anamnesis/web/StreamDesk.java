package org.anamnesis.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.anamnesis.smart.Secrets;

/**
 * The streams of this node that can be taken up again: the newest of each launch, while it runs and for a moment after. A
 * launch is one patient's chart in one user's session, so nobody else finds it, and an unknown stream looks the same as
 * another's.
 */
@ApplicationScoped
public class StreamDesk {

    private final Map<String, SummaryStream> newest = new ConcurrentHashMap<>();

    /**
     * A stream and where to go on with it.
     *
     * @param reader behind the last event that the browser has
     */
    record TakenUp(SummaryStream stream, StreamLog.Reader reader) {}

    /** Keeps a launch's stream in the place of the one before, which ends with its connection. */
    void keep(String launchId, SummaryStream stream) {
        Optional.ofNullable(newest.put(launchId, stream))
                .ifPresent(before -> before.log().release());
    }

    /** Takes the launch's stream up behind an event; empty where it is not there, or not this launch's. */
    Optional<TakenUp> takeUp(String launchId, String lastEventId) {
        return StreamPosition.parse(lastEventId)
                .flatMap(position -> find(launchId, position)
                        .flatMap(stream ->
                                stream.log().read(position.seen()).map(reader -> new TakenUp(stream, reader))));
    }

    /** Ends the launch's stream that an event is of, where it is there. */
    void end(String launchId, String lastEventId) {
        StreamPosition.parse(lastEventId)
                .flatMap(position -> find(launchId, position))
                .ifPresent(stream -> forget(launchId, stream));
    }

    /** Ends the newest stream of a launch that is closed. */
    void close(String launchId) {
        Optional.ofNullable(newest.remove(launchId)).ifPresent(SummaryStream::end);
    }

    private Optional<SummaryStream> find(String launchId, StreamPosition position) {
        return Optional.ofNullable(newest.get(launchId)).filter(stream -> Secrets.same(stream.id(), position.stream()));
    }

    /** Ends a stream that nobody takes up again. */
    void forget(String launchId, SummaryStream stream) {
        newest.remove(launchId, stream);
        stream.end();
    }
}
