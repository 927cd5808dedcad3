package org.anamnesis.model;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Collects one streamed answer within the limits of time and length. */
final class AnswerStream implements StreamingChatResponseHandler {

    private final ModelSettings settings;
    private final long startNanos = System.nanoTime();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CompletableFuture<ModelAnswer> whole = new CompletableFuture<>();
    private final StringBuffer text = new StringBuffer();

    AnswerStream(ModelSettings settings) {
        this.settings = settings;
    }

    @Override
    public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
        started.countDown();
        text.append(part.text());
        if (text.length() > settings.answerCharacters()) {
            whole.complete(new ModelAnswer.Failed(ModelAnswer.Reason.UNUSABLE));
        }
        if (whole.isDone()) {
            context.streamingHandle().cancel();
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        FinishReason finish = response.finishReason();
        if (finish == FinishReason.CONTENT_FILTER) {
            whole.complete(new ModelAnswer.Failed(ModelAnswer.Reason.REFUSED));
        } else if (finish == FinishReason.LENGTH) {
            whole.complete(new ModelAnswer.Failed(ModelAnswer.Reason.UNUSABLE));
        } else {
            whole.complete(new ModelAnswer.Written(text.toString()));
        }
        started.countDown();
    }

    @Override
    public void onError(Throwable error) {
        ModelAnswer.Reason reason = switch (error) {
            case TimeoutException ignored -> ModelAnswer.Reason.TIMEOUT;
            case ContentFilteredException ignored -> ModelAnswer.Reason.REFUSED;
            default -> ModelAnswer.Reason.UNAVAILABLE;
        };
        whole.complete(new ModelAnswer.Failed(reason));
        started.countDown();
    }

    ModelAnswer await() {
        try {
            if (!started.await(settings.firstToken().toMillis(), TimeUnit.MILLISECONDS)) {
                return giveUp();
            }
            Duration left = settings.whole().minusNanos(System.nanoTime() - startNanos);
            return whole.get(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            return giveUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return giveUp();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the answer is never completed by an exception", e);
        }
    }

    /** Marks the answer as given up, so that the next part cancels it at the provider. */
    private ModelAnswer giveUp() {
        whole.complete(new ModelAnswer.Failed(ModelAnswer.Reason.TIMEOUT));
        return whole.join();
    }
}
