package org.anamnesis.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The one connection of one try, under langchain4j's protocols. It is ours so that it can be closed at any moment, also
 * before the first byte; so that it goes to the allowed address only and follows no redirect; and so that the status and
 * Retry-After are known. The body of an error is looked at for one word and never kept: it may repeat the prompt.
 */
final class Wire implements HttpClient, AutoCloseable {

    private static final Set<Integer> OVERLOADED = Set.of(429, 503, 529);
    private static final int ERROR_BYTES = 4_096;

    private final java.net.http.HttpClient http;
    private final Egress egress;
    private final long mostBytes;
    private final Object lock = new Object();
    private @Nullable CompletableFuture<HttpResponse<InputStream>> asked;
    private @Nullable InputStream body;
    private boolean closed;
    private volatile @Nullable Cause cause;
    private volatile @Nullable Duration retryAfter;

    Wire(java.net.http.HttpClient http, Egress egress, long mostBytes) {
        this.http = http;
        this.egress = egress;
        this.mostBytes = mostBytes;
    }

    /** What went wrong on the connection; empty where nothing did. */
    Optional<Cause> cause() {
        return Optional.ofNullable(cause);
    }

    /** How long the endpoint asks to be left alone. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("answers are streamed");
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            HttpResponse<InputStream> response = send(request);
            try (InputStream answer = hold(response.body())) {
                if (response.statusCode() != 200) {
                    refused(response, answer);
                    listener.onError(new HttpException(response.statusCode(), "status " + response.statusCode()));
                    return;
                }
                listener.onOpen(SuccessfulHttpResponse.builder()
                        .statusCode(response.statusCode())
                        .headers(response.headers().map())
                        .build());
                parser.parse(new Watched(answer), new Guarded(listener));
                listener.onClose();
            }
        } catch (IOException | IllegalArgumentException e) {
            note(causeOf(e));
            listener.onError(e);
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        URI address = URI.create(request.url());
        if (!egress.allowed(address)) {
            note(Cause.ADDRESS_NOT_ALLOWED);
            throw new IOException("an address that is not allowed");
        }
        java.net.http.HttpRequest.Builder built = java.net.http.HttpRequest.newBuilder(address)
                .POST(BodyPublishers.ofString(request.body(), StandardCharsets.UTF_8));
        request.headers().forEach((name, values) -> values.forEach(value -> built.header(name, value)));
        CompletableFuture<HttpResponse<InputStream>> future;
        synchronized (lock) {
            if (closed) {
                throw new IOException("closed");
            }
            future = http.sendAsync(built.build(), BodyHandlers.ofInputStream());
            asked = future;
        }
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private InputStream hold(InputStream answer) throws IOException {
        InputStream bounded = new BoundedStream(answer, mostBytes);
        synchronized (lock) {
            body = bounded;
            if (closed) {
                bounded.close();
            }
        }
        return bounded;
    }

    private void refused(HttpResponse<InputStream> response, InputStream answer) {
        int status = response.statusCode();
        retryAfter = response.headers()
                .firstValue("retry-after")
                .flatMap(RetryAfter::read)
                .orElse(null);
        if (OVERLOADED.contains(status)) {
            note(Cause.OVERLOADED);
        } else if (status >= 500) {
            note(Cause.SERVER_ERROR);
        } else {
            note(rejected(answer));
        }
    }

    private static Cause rejected(InputStream answer) {
        try {
            String words = new String(answer.readNBytes(ERROR_BYTES), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
            if (words.contains("content_filter") || words.contains("content_policy")) {
                return Cause.DECLINED;
            }
            return words.contains("context_length_exceeded") || words.contains("prompt is too long")
                    ? Cause.PROMPT_TOO_LONG
                    : Cause.REJECTED;
        } catch (IOException e) {
            return Cause.REJECTED;
        }
    }

    private void note(Cause found) {
        if (cause == null) {
            cause = found;
        }
    }

    private static Cause causeOf(Exception failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof ConnectException || e instanceof HttpConnectTimeoutException) {
                return Cause.UNREACHABLE;
            }
            if (e instanceof BoundedStream.TooLong) {
                return Cause.ANSWER_TOO_LONG;
            }
        }
        return failure instanceof IllegalArgumentException ? Cause.REJECTED : Cause.CUT;
    }

    /** Hangs up, whatever is under way: the provider sees the connection end. */
    @Override
    public void close() {
        CompletableFuture<HttpResponse<InputStream>> waiting;
        InputStream open;
        synchronized (lock) {
            closed = true;
            waiting = asked;
            open = body;
        }
        if (waiting != null) {
            waiting.cancel(true);
        }
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is gone, as it was meant to be.
                return;
            }
        }
    }

    /**
     * Keeps what cannot be read away from langchain4j's log: the words of its exceptions hold pieces of the answer, which may
     * be the patient's.
     */
    private final class Guarded implements ServerSentEventListener {

        private final ServerSentEventListener listener;

        Guarded(ServerSentEventListener listener) {
            this.listener = listener;
        }

        @Override
        public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
            try {
                listener.onEvent(event, context);
            } catch (RuntimeException e) {
                note(Cause.UNREADABLE);
                context.parsingHandle().cancel();
                onError(new IOException("an event that cannot be read"));
            }
        }

        @Override
        public void onError(Throwable error) {
            try {
                listener.onError(error);
            } catch (RuntimeException e) {
                note(Cause.UNREADABLE);
            }
        }
    }

    /** Tells a stream that broke from one that ended, since the parsers of some protocols do not. */
    private final class Watched extends FilterInputStream {

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                note(causeOf(e));
                throw e;
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (IOException e) {
                note(causeOf(e));
                throw e;
            }
        }
    }
}
