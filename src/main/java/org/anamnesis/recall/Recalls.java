package org.anamnesis.recall;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditEvent.Kind;
import org.anamnesis.audit.AuditEvent.Outcome;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.store.DraftIndexing;
import org.anamnesis.store.DraftOrigins;
import org.anamnesis.store.DraftOrigins.Found;
import org.anamnesis.store.DraftOrigins.Mark;
import org.anamnesis.store.DraftOrigins.Wanted;
import org.jspecify.annotations.Nullable;

/** Finds outputs by what they came from. That somebody looked is recorded, and each mark of its own under its patient. */
@ApplicationScoped
public class Recalls {

    private static final int A_BATCH = 500;

    private final @Nullable DraftOrigins origins;
    private final @Nullable DraftIndexing indexing;
    private final @Nullable AuditTrail audit;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected Recalls() {
        this.origins = null;
        this.indexing = null;
        this.audit = null;
        this.clock = null;
    }

    @Inject
    public Recalls(DraftOrigins origins, DraftIndexing indexing, AuditTrail audit, Clock clock) {
        this.origins = origins;
        this.indexing = indexing;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param outputs the newest first
     * @param isWhole whether these are all; otherwise there are more than were asked for, or some could not be looked at
     * @param notSearched drafts of which it is not known what they came from: not indexed yet, or sealed by a key that is gone
     */
    public record Recalled(List<Found> outputs, boolean isWhole, long notSearched) {
        public Recalled {
            outputs = List.copyOf(outputs);
        }
    }

    /** Finds outputs; {@code most} at once. */
    public Recalled find(Wanted wanted, String actor, int most) {
        record(wanted.ehr(), actor, words(wanted));
        return look(wanted, most);
    }

    /** Finds outputs and marks each that is not marked for this reason yet, however many: {@code most} bounds the answer. */
    public Recalled mark(Wanted wanted, String reason, String actor, int most) {
        record(wanted.ehr(), actor, words(wanted) + ", to mark");
        DraftOrigins all = Objects.requireNonNull(origins);
        List<Found> open = all.unmarked(wanted, reason, A_BATCH);
        while (!open.isEmpty()) {
            mark(open, wanted.ehr(), reason, actor);
            open = all.unmarked(wanted, reason, A_BATCH);
        }
        return look(wanted, most);
    }

    private void mark(List<Found> open, String ehr, String reason, String actor) {
        List<AuditEvent> events = new ArrayList<>();
        open.forEach(found -> events.add(
                new AuditEvent(Kind.RECALL_MARKED, ehr, Optional.of(found.patient()), actor, "draft " + found.draft())
                        .with(Outcome.DONE)));
        Objects.requireNonNull(audit).recordAll(events);
        Objects.requireNonNull(origins)
                .mark(
                        open.stream().map(Found::draft).toList(),
                        new Mark(
                                Objects.requireNonNull(clock).instant().truncatedTo(ChronoUnit.MILLIS), actor, reason));
    }

    private Recalled look(Wanted wanted, int most) {
        List<Found> found = Objects.requireNonNull(origins).find(wanted, most + 1);
        long hidden = Objects.requireNonNull(indexing).notIndexed(wanted.ehr());
        return new Recalled(
                found.subList(0, Math.min(most, found.size())), found.size() <= most && hidden == 0, hidden);
    }

    private void record(String ehr, String actor, String words) {
        Objects.requireNonNull(audit).record(new AuditEvent(Kind.RECALLED, ehr, Optional.empty(), actor, words));
    }

    private static String words(Wanted wanted) {
        List<String> words = new ArrayList<>();
        wanted.model().ifPresent(model -> words.add("model " + model));
        wanted.prompt().ifPresent(prompt -> words.add("prompt " + prompt));
        wanted.source()
                .ifPresent(source -> words.add("source " + source
                        + wanted.version()
                                .map(version -> "/_history/" + version)
                                .orElse("")));
        return String.join(", ", words);
    }
}
