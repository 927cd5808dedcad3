package org.anamnesis.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends a stream's events over one connection, and a sign of life where there is none, until the last one or the connection's
 * end. Then it waits a moment for the browser to come back, for nobody knows what of it has arrived.
 */
final class StreamSender implements Runnable {

    /** So long a stream whose connection is lost goes on, and one that has ended is kept. */
    static final Duration KEPT = Duration.ofSeconds(15);

    /** So long at most nobody notices that the connection is lost. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);

    /** So long a connection may take nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SummaryStream stream;
    private final StreamLog.Reader reader;
    private final SseEventSink sink;
    private final Sse sse;
    private final Runnable unclaimed;
    private final Duration kept;

    /** @param unclaimed what happens where nobody has come back */
    StreamSender(
            SummaryStream stream,
            StreamLog.Reader reader,
            SseEventSink sink,
            Sse sse,
            Runnable unclaimed,
            Duration kept) {
        this.stream = stream;
        this.reader = reader;
        this.sink = sink;
        this.sse = sse;
        this.unclaimed = unclaimed;
        this.kept = kept;
    }

    @Override
    public void run() {
        boolean another = false;
        try {
            sendAll();
            another = reader.waitsForAnother(kept);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!another) {
                unclaimed.run();
            }
        }
    }

    private void sendAll() throws InterruptedException {
        try (sink) {
            boolean last = false;
            while (!last && reader.isCurrent() && !stream.cancellation().isCancelled()) {
                Optional<StreamLog.Numbered> next = reader.next(HEARTBEAT);
                send(next.map(this::written)
                        .orElseGet(() -> sse.newEventBuilder().comment("").build()));
                last = next.map(StreamLog.Numbered::event)
                        .filter(StreamSender::isLast)
                        .isPresent();
            }
        } catch (ExecutionException | TimeoutException | RuntimeException gone) {
            // The connection is lost, or takes nothing: the browser may come back on another.
            return;
        }
    }

    private static boolean isLast(StreamEvent event) {
        return event instanceof StreamEvent.Whole || event instanceof StreamEvent.Failed;
    }

    private OutboundSseEvent written(StreamLog.Numbered one) {
        OutboundSseEvent.Builder event = sse.newEventBuilder()
                .name(one.event().name())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, RecordBodies.json(one.event().data()));
        one.number().ifPresent(number -> event.id(new StreamPosition(stream.id(), number).toString()));
        return event.build();
    }

    private void send(OutboundSseEvent event) throws InterruptedException, ExecutionException, TimeoutException {
        sink.send(event).toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
