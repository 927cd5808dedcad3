package org.anamnesis.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.anamnesis.privacy.Released;

/** One try at one model: the connection runs on a thread of its own, who asked keeps the time and takes the lines. */
final class Try {

    private static final int SIGNALS = 256;

    private final ModelSettings model;
    private final Released prompt;
    private final Wire wire;
    private final Lines lines;
    private final Cancellation cancellation;
    private final BlockingQueue<Signal> signals = new ArrayBlockingQueue<>(SIGNALS);
    private boolean begun;

    /**
     * What came of it.
     *
     * @param cause why there is no whole answer; empty where there is one
     * @param text the answer, or its whole lines where it broke
     * @param usage what it cost
     * @param retryAfter how long the endpoint asked to be left alone
     */
    record Result(Optional<Cause> cause, String text, ModelAnswer.Usage usage, Optional<Duration> retryAfter) {}

    Try(ModelSettings model, Released prompt, Wire wire, Consumer<String> lines, Cancellation cancellation) {
        this.model = model;
        this.prompt = prompt;
        this.wire = wire;
        this.lines = new Lines(lines);
        this.cancellation = cancellation;
    }

    Result run(Deadline deadline) {
        Thread worker = Thread.ofVirtual().name("model-" + model.name()).start(this::connect);
        try (Cancellation.Registration ignored = cancellation.onCancel(() -> cancel(worker))) {
            return listen(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(Cause.CANCELLED);
        } finally {
            hangUp(worker);
        }
    }

    private void cancel(Thread worker) {
        hangUp(worker);
        // The worker is interrupted and may be unable to say that it ended. Where the queue is full nobody waits for
        // it.
        signals.offer(new Signal.Ended());
    }

    private void hangUp(Thread worker) {
        wire.close();
        worker.interrupt();
    }

    private void connect() {
        Listener listener = new Listener(signals);
        try {
            Protocols.open(model, wire)
                    .chat(
                            ChatRequest.builder()
                                    .messages(
                                            SystemMessage.from(prompt.instructions()),
                                            UserMessage.from(prompt.chartBlock()))
                                    .build(),
                            listener);
        } catch (RuntimeException e) {
            // Its words may hold the prompt; what is known of the connection says enough.
            listener.put(new Signal.Broken(Cause.REJECTED));
        } finally {
            listener.put(new Signal.Ended());
        }
    }

    private Result listen(Deadline deadline) throws InterruptedException {
        while (true) {
            Duration patience = Deadline.shorter(model.limits().silence(), deadline.left());
            Signal signal = signals.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (cancellation.isCancelled()) {
                return failed(Cause.CANCELLED);
            }
            if (signal == null) {
                return failed(silent(deadline));
            }
            Optional<Result> result = heard(signal);
            if (result.isPresent()) {
                return result.get();
            }
            if (deadline.isOver()) {
                return failed(begun ? Cause.TOO_SLOW : Cause.NO_FIRST_WORD);
            }
        }
    }

    private Cause silent(Deadline deadline) {
        if (!begun) {
            return Cause.NO_FIRST_WORD;
        }
        return deadline.isOver() ? Cause.TOO_SLOW : Cause.STALLED;
    }

    private Optional<Result> heard(Signal signal) {
        return switch (signal) {
            case Signal.Part part -> part(part.text());
            case Signal.Alive ignored -> Optional.empty();
            case Signal.Done done -> Optional.of(done(done));
            case Signal.Broken broken -> Optional.of(failed(wire.cause().orElse(broken.cause())));
            case Signal.Ended ignored -> Optional.of(failed(wire.cause().orElse(Cause.CUT)));
        };
    }

    private Optional<Result> part(String text) {
        begun |= !text.isEmpty();
        if (lines.length() + (long) text.length() > model.limits().answerCharacters()) {
            return Optional.of(failed(Cause.ANSWER_TOO_LONG));
        }
        lines.add(text);
        return Optional.empty();
    }

    private Result done(Signal.Done done) {
        Optional<Cause> cause = done.cause().map(found -> wire.cause().orElse(found));
        if (cause.isEmpty() && lines.text().isBlank()) {
            cause = Optional.of(Cause.EMPTY);
        }
        ModelAnswer.Usage usage = done.usage().orElseGet(this::estimate);
        if (cause.isPresent()) {
            return new Result(cause, lines.whole(), usage, Optional.empty());
        }
        lines.finish();
        return new Result(Optional.empty(), lines.text(), usage, Optional.empty());
    }

    private Result failed(Cause cause) {
        boolean worked = begun || !cause.isRetryable() && cause != Cause.ADDRESS_NOT_ALLOWED && cause != Cause.REJECTED;
        return new Result(
                Optional.of(cause), lines.whole(), worked ? estimate() : ModelAnswer.Usage.NONE, wire.retryAfter());
    }

    private ModelAnswer.Usage estimate() {
        return new ModelAnswer.Usage(Tokens.of(prompt), Tokens.of(lines.length()), true);
    }
}
