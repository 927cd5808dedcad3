package org.anamnesis.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.concurrent.Semaphore;
import org.anamnesis.privacy.Released;

/** Asks one configured model, over streaming HTTP. Safe for use by many threads. */
public final class ModelGateway {

    private final ModelSettings settings;
    private final StreamingChatModel model;
    private final Semaphore places;

    public ModelGateway(ModelSettings settings) {
        this.settings = settings;
        this.model = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(new JdkHttpClientBuilder())
                .baseUrl(settings.baseUrl().toString())
                .apiKey(settings.apiKey().orElse("none"))
                .modelName(settings.name())
                .temperature(0.0)
                .seed(1)
                .timeout(settings.whole())
                .logRequests(false)
                .logResponses(false)
                .build();
        this.places = new Semaphore(settings.concurrent());
    }

    /** The model's name, for the label on what it wrote. */
    public String modelName() {
        return settings.name();
    }

    /** Asks, and waits for the whole answer or a limit. An answer given up is cancelled at the provider. */
    public ModelAnswer ask(Released prompt) {
        if (!places.tryAcquire()) {
            return new ModelAnswer.Failed(ModelAnswer.Reason.UNAVAILABLE);
        }
        try {
            AnswerStream answer = new AnswerStream(settings);
            model.chat(
                    ChatRequest.builder()
                            .messages(SystemMessage.from(prompt.instructions()), UserMessage.from(prompt.chartBlock()))
                            .build(),
                    answer);
            return answer.await();
        } finally {
            places.release();
        }
    }
}
