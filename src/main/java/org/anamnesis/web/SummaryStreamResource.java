package org.anamnesis.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.anamnesis.summary.Summaries;
import org.jspecify.annotations.Nullable;

/**
 * The same summary as server-sent events while it comes about: how far the chart is read, its coverage, each statement as soon
 * as it was checked, and last the whole, which takes the place of all before it.
 *
 * <p>No thread of the server waits: one virtual thread writes, one sends. When the browser goes, the model is hung up on.
 */
@Path("{launchId}/api/summary/stream")
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class SummaryStreamResource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    private CurrentLaunch current;

    @Inject
    private Summaries summaries;

    @Inject
    private ReviewedViews views;

    @Inject
    private Clock clock;

    @Inject
    private StreamPlaces places;

    @Resource
    private ContextService contexts;

    /** Composes a new draft; the patient is the launch's, whatever the body says. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void summarize(@Nullable SummaryWish wish, @Context SseEventSink sink, @Context Sse sse) {
        SummaryStream stream = new SummaryStream(PATIENCE);
        StreamSender sender = new StreamSender(stream, sink, sse, PATIENCE);
        Launch launch = current.launch();
        boolean placed = places.take();
        Thread.ofVirtual().name("stream-send").start(contexts.createContextualProxy(sender, Runnable.class));
        Thread.ofVirtual()
                .name("stream-write")
                .start(contexts.createContextualProxy(
                        () -> write(SummaryWish.orPlain(wish), launch, stream, placed), Runnable.class));
    }

    private void write(SummaryWish wish, Launch launch, SummaryStream stream, boolean placed) {
        try {
            if (!placed) {
                throw new ApiRefusal(503, "too-many-streams", "Too many summaries are being written. Try again soon.");
            }
            SummaryView view =
                    SummaryResource.view(summaries.summarize(wish.request(launch, clock), stream), views, launch);
            stream.tell(new StreamEvent.Whole(SummaryResource.whenAgain(view, summaries, launch)));
        } catch (CancellationException nobodyWaits) {
            stream.cancellation().cancel();
        } catch (RuntimeException | Error failed) {
            fail(stream, failed);
        } finally {
            if (placed) {
                places.giveBack();
            }
        }
    }

    private static void fail(SummaryStream stream, Throwable failed) {
        ApiErrors.Told told = ApiErrors.tell(failed);
        try {
            stream.tell(new StreamEvent.Failed(
                    told.refusal().status(),
                    told.body().code(),
                    told.body().message(),
                    told.body().incident()));
        } catch (CancellationException nobodyWaits) {
            stream.cancellation().cancel();
        }
    }
}
