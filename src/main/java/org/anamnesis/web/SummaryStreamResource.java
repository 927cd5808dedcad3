package org.anamnesis.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import org.anamnesis.summary.Summaries;
import org.jspecify.annotations.Nullable;

/**
 * The same summary as server-sent events while it comes about: how far the chart is read, its coverage, each statement as soon
 * as it was checked, and last the whole, which takes the place of all before it.
 *
 * <p>No thread of the server waits: one virtual thread writes, one sends. When the browser goes and does not come back,
 * the model is hung up on.
 */
@Path("{launchId}/api/summary/stream")
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class SummaryStreamResource {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

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

    @Inject
    private StreamDesk desk;

    @Resource
    private ContextService contexts;

    /**
     * Composes a new draft; the patient is the launch's, whatever the body says.
     *
     * @param lastEventId where it is there, nothing is composed: the stream that it names is taken up behind it, or has ended
     *     ({@code stream-gone})
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void summarize(
            @Nullable SummaryWish wish,
            @HeaderParam(LAST_EVENT_ID) @Nullable String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse) {
        Launch launch = current.launch();
        if (lastEventId != null) {
            takeUp(launch, lastEventId, sink, sse);
            return;
        }
        SummaryStream stream = new SummaryStream();
        stream.tell(new StreamEvent.Begun(StreamSender.KEPT.toSeconds()));
        desk.keep(launch.id(), stream);
        boolean placed = places.take();
        send(launch, stream, stream.log().read(0).orElseThrow(), sink, sse);
        start("stream-write", () -> write(SummaryWish.orPlain(wish), launch, stream, placed));
    }

    /** Ends the writing at once where the browser does not want it any more. It answers the same where there is none to end. */
    @POST
    @Path("cancel")
    public void cancel(@HeaderParam(LAST_EVENT_ID) @Nullable String lastEventId) {
        if (lastEventId != null) {
            desk.end(current.launch().id(), lastEventId);
        }
    }

    private void takeUp(Launch launch, String lastEventId, SseEventSink sink, Sse sse) {
        StreamDesk.TakenUp taken = desk.takeUp(launch.id(), lastEventId).orElseGet(SummaryStreamResource::gone);
        send(launch, taken.stream(), taken.reader(), sink, sse);
    }

    /** Nothing but that it is gone: ended, never there, or another's. */
    private static StreamDesk.TakenUp gone() {
        SummaryStream stream = new SummaryStream();
        StreamLog.Reader reader = stream.log().read(0).orElseThrow();
        stream.log().release();
        fail(
                stream,
                new ApiRefusal(410, "stream-gone", "This summary cannot be taken up again. Have it written anew."));
        return new StreamDesk.TakenUp(stream, reader);
    }

    private void send(Launch launch, SummaryStream stream, StreamLog.Reader reader, SseEventSink sink, Sse sse) {
        start(
                "stream-send",
                new StreamSender(stream, reader, sink, sse, () -> desk.forget(launch.id(), stream), StreamSender.KEPT));
    }

    private void start(String name, Runnable work) {
        Thread.ofVirtual().name(name).start(contexts.createContextualProxy(work, Runnable.class));
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
