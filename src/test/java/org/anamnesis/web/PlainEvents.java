package org.anamnesis.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Server-sent events as the server's own library writes them, for a connection of a test. */
final class PlainEvents implements Sse {

    @Override
    public OutboundSseEvent.Builder newEventBuilder() {
        return new Building();
    }

    @Override
    public SseBroadcaster newBroadcaster() {
        throw new UnsupportedOperationException();
    }

    /** Where they go. */
    record Sink(OutputStream out) implements SseEventSink {

        @Override
        public boolean isClosed() {
            return false;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            try {
                out.write(event.toString().getBytes(UTF_8));
                out.flush();
                return CompletableFuture.completedFuture(null);
            } catch (IOException lost) {
                return CompletableFuture.failedFuture(lost);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException lost) {
                throw new UncheckedIOException(lost);
            }
        }
    }

    private record Written(String text) implements OutboundSseEvent {

        @Override
        public String toString() {
            return text;
        }

        @Override
        public Class<?> getType() {
            return String.class;
        }

        @Override
        public Type getGenericType() {
            return String.class;
        }

        @Override
        public MediaType getMediaType() {
            return MediaType.TEXT_PLAIN_TYPE;
        }

        @Override
        public Object getData() {
            return text;
        }

        @Override
        public String getId() {
            return "";
        }

        @Override
        public String getName() {
            return "";
        }

        @Override
        public String getComment() {
            return "";
        }

        @Override
        public long getReconnectDelay() {
            return RECONNECT_NOT_SET;
        }

        @Override
        public boolean isReconnectDelaySet() {
            return false;
        }
    }

    private static final class Building implements OutboundSseEvent.Builder {

        private final StringBuilder text = new StringBuilder();

        private Building line(String name, Object value) {
            text.append(name).append(": ").append(value).append('\n');
            return this;
        }

        @Override
        public Building id(String id) {
            return line("id", id);
        }

        @Override
        public Building name(String name) {
            return line("event", name);
        }

        @Override
        public Building comment(String comment) {
            return line("", comment);
        }

        @Override
        public Building reconnectDelay(long milliseconds) {
            return line("retry", milliseconds);
        }

        @Override
        public Building mediaType(MediaType type) {
            return this;
        }

        @Override
        public Building data(@SuppressWarnings("rawtypes") Class type, Object data) {
            return line("data", data);
        }

        @Override
        public Building data(@SuppressWarnings("rawtypes") GenericType type, Object data) {
            return line("data", data);
        }

        @Override
        public Building data(Object data) {
            return line("data", data);
        }

        @Override
        public OutboundSseEvent build() {
            return new Written(text + "\n");
        }
    }
}
