package org.anamnesis.model;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Turns langchain4j's calls into signals. The queue is short, so that a slow reader slows the connection down. */
final class Listener implements StreamingChatResponseHandler {

    private final BlockingQueue<Signal> signals;

    Listener(BlockingQueue<Signal> signals) {
        this.signals = signals;
    }

    @Override
    public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
        if (!put(new Signal.Part(part.text()))) {
            context.streamingHandle().cancel();
        }
    }

    @Override
    public void onPartialThinking(PartialThinking thinking) {
        put(new Signal.Alive());
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        put(new Signal.Done(unfinished(response), usage(response.tokenUsage())));
    }

    @Override
    public void onError(Throwable error) {
        put(new Signal.Broken(error instanceof ContentFilteredException ? Cause.DECLINED : Cause.UNREADABLE));
    }

    /** Only a model that says it has finished has: another word, or none, means that something is missing. */
    private static Optional<Cause> unfinished(ChatResponse response) {
        if (response.finishReason() == FinishReason.STOP) {
            return Optional.empty();
        }
        return Optional.of(Protocols.isRefusal(response) ? Cause.DECLINED : Cause.UNFINISHED);
    }

    private static Optional<ModelAnswer.Usage> usage(@Nullable TokenUsage tokens) {
        if (tokens == null || tokens.inputTokenCount() == null || tokens.outputTokenCount() == null) {
            return Optional.empty();
        }
        return Optional.of(new ModelAnswer.Usage(tokens.inputTokenCount(), tokens.outputTokenCount(), false));
    }

    boolean put(Signal signal) {
        try {
            signals.put(signal);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
