package org.anamnesis.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.Feedback;
import org.anamnesis.store.FeedbackBook;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the clinician says of a draft of the launched patient, and safety issues. Words are sealed in the product's own
 * database and go to nobody; the log is told the number of a safety issue, so that whoever watches it can look it up.
 */
@Path("{launchId}/api/drafts/{draftId}/feedback")
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class FeedbackResource {

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackResource.class);
    private static final Set<String> CATEGORIES = Set.of("good", "wrong", "missing", "stale", "unsafe", "other");
    private static final int LONGEST_WORDS_CHARACTERS = 1_000;
    private static final int HIGHEST_STATEMENT = 10_000;

    @Inject
    private CurrentLaunch current;

    @Inject
    private Drafts drafts;

    @Inject
    private FeedbackBook book;

    @Inject
    private Clock clock;

    /** What the page sends; no statement means the whole draft. */
    public record Said(
            @Nullable Integer statement,
            @Nullable String category,
            @Nullable Boolean safety,
            @Nullable String words) {}

    /** The number under which it is kept. */
    public record Kept(String number) {}

    /** Keeps it. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Kept say(@PathParam("draftId") String draftId, @Nullable Said said) {
        Launch launch = current.launch();
        StoredDraft draft = drafts.find(launch.ehr().id().value(), DraftResource.id(draftId))
                .filter(found -> found.patient().equals(launch.patientId()))
                .orElseThrow(DraftResource::unknownDraft);
        Feedback feedback = read(said, launch, draft.id())
                .orElseThrow(() -> new ApiRefusal(400, "request-unreadable", "This request cannot be read."));
        book.keep(feedback);
        if (feedback.safety()) {
            LOG.warn("safety issue {} reported on draft {}", feedback.id(), feedback.draft());
        }
        return new Kept(feedback.id().toString());
    }

    private Optional<Feedback> read(@Nullable Said said, Launch launch, UUID draft) {
        if (said == null || said.category() == null || !CATEGORIES.contains(said.category())) {
            return Optional.empty();
        }
        Optional<String> words =
                Optional.ofNullable(said.words()).map(String::strip).filter(text -> !text.isEmpty());
        Optional<Integer> statement = Optional.ofNullable(said.statement());
        boolean isBounded =
                words.filter(text -> text.length() > LONGEST_WORDS_CHARACTERS).isEmpty()
                        && statement
                                .filter(index -> index < 0 || index > HIGHEST_STATEMENT)
                                .isEmpty();
        return isBounded
                ? Optional.of(new Feedback(
                        UUID.randomUUID(),
                        launch.ehr().id().value(),
                        draft,
                        statement,
                        said.category(),
                        Boolean.TRUE.equals(said.safety()),
                        launch.practitioner()
                                .orElseGet(() -> launch.chart().user().subject()),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        words))
                : Optional.empty();
    }
}
