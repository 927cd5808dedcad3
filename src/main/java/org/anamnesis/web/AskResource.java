package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.anamnesis.ask.Answer;
import org.anamnesis.ask.OutOfScope;
import org.anamnesis.verify.TextCheck;
import org.jspecify.annotations.Nullable;

/**
 * A question on the launched patient's chart, and a check of somebody's text against it. Nothing of either is kept: not the
 * question, not the text, not the answer.
 */
@Path("{launchId}/api")
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class AskResource {

    private static final int LONGEST_QUESTION_CHARACTERS = 500;
    private static final int LONGEST_TEXT_CHARACTERS = 20_000;

    @Inject
    private CurrentLaunch current;

    @Inject
    private LaunchedInquiry inquiry;

    /** What the page asks. */
    public record Asked(@Nullable String question) {}

    /** What the page has checked. */
    public record Given(@Nullable String text) {}

    /** Answers from the chart, says that nothing was found and what was searched, or why it is no question for a chart. */
    @POST
    @Path("ask")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public AnswerView ask(@Nullable Asked asked) {
        String question = words(asked == null ? null : asked.question(), LONGEST_QUESTION_CHARACTERS);
        Launch launch = current.launch();
        return OutOfScope.of(question)
                .map(kind -> AnswerView.refused(kind.words()))
                .orElseGet(() ->
                        inquiry.tell(launch, "question", chart -> AnswerView.of(chart, Answer.of(chart, question))));
    }

    /** Gives a verdict on each sentence of a text. */
    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public CheckView check(@Nullable Given given) {
        String text = words(given == null ? null : given.text(), LONGEST_TEXT_CHARACTERS);
        return inquiry.tell(current.launch(), "verification", chart -> CheckView.of(chart, TextCheck.of(chart, text)));
    }

    private static String words(@Nullable String text, int longest) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(words -> !words.isEmpty() && words.length() <= longest)
                .orElseThrow(() -> new ApiRefusal(400, "request-unreadable", "This request cannot be read."));
    }
}
