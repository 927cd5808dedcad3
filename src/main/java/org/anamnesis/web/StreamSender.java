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

/** Sends a stream's events to one browser, and a sign of life where there is none, until the last one or the browser's end. */
final class StreamSender implements Runnable {

    /** So long at most nobody notices that the browser has gone. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);

    private final SummaryStream stream;
    private final SseEventSink sink;
    private final Sse sse;
    private final Duration patience;

    StreamSender(SummaryStream stream, SseEventSink sink, Sse sse, Duration patience) {
        this.stream = stream;
        this.sink = sink;
        this.sse = sse;
        this.patience = patience;
    }

    @Override
    public void run() {
        try (sink) {
            boolean last = false;
            while (!last && !stream.cancellation().isCancelled()) {
                Optional<StreamEvent> event = stream.next(HEARTBEAT);
                send(event.map(this::written)
                        .orElseGet(() -> sse.newEventBuilder().comment("").build()));
                last = event.filter(StreamSender::isLast).isPresent();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException gone) {
            // The browser has gone, or takes nothing: nobody is left to be told.
            return;
        } finally {
            stream.cancellation().cancel();
        }
    }

    private static boolean isLast(StreamEvent event) {
        return event instanceof StreamEvent.Whole || event instanceof StreamEvent.Failed;
    }

    private OutboundSseEvent written(StreamEvent event) {
        return sse.newEventBuilder()
                .name(event.name())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, RecordBodies.json(event.data()))
                .build();
    }

    private void send(OutboundSseEvent event) throws InterruptedException, ExecutionException, TimeoutException {
        sink.send(event).toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
