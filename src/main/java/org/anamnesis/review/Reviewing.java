package org.anamnesis.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.fetch.ChartReader;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.fetch.ReadOutcome;
import org.anamnesis.store.DraftContent;
import org.anamnesis.store.DraftEdit;
import org.anamnesis.store.DraftReviews;
import org.anamnesis.store.DraftState;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.IllegalMove;
import org.anamnesis.store.RecalledDraft;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/** The use case "edit": a reviewer's words are checked against the chart as it is now, and kept beside what was drafted. */
@ApplicationScoped
public class Reviewing {

    /** Why a statement can be taken out. */
    public static final Set<String> REASONS =
            Set.of("wrong", "outdated", "not-relevant", "duplicate", "wording", "unsafe", "other");

    private static final int LONGEST_WORDS = 1_000;
    private static final int MOST_EDITS = 500;

    private final @Nullable Drafts drafts;
    private final @Nullable DraftReviews reviews;
    private final @Nullable Charts charts;
    private final @Nullable AuditTrail audit;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected Reviewing() {
        this.drafts = null;
        this.reviews = null;
        this.charts = null;
        this.audit = null;
        this.clock = null;
    }

    @Inject
    public Reviewing(Drafts drafts, DraftReviews reviews, ChartReader reader, AuditTrail audit, Clock clock) {
        this(
                drafts,
                reviews,
                (source, patient, asOf) -> reader.read(source, patient, asOf) instanceof ReadOutcome.Read read
                        ? Optional.of(read.chart())
                        : Optional.empty(),
                audit,
                clock);
    }

    Reviewing(Drafts drafts, DraftReviews reviews, Charts charts, AuditTrail audit, Clock clock) {
        this.drafts = drafts;
        this.reviews = reviews;
        this.charts = charts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Reads a chart; empty where it cannot be read. */
    interface Charts {
        Optional<Chart> read(ChartSource source, String patient, ClinicalTime asOf);
    }

    /** Does what the reviewer wants, if the text is the one that was seen. */
    public EditOutcome edit(EditRequest request) {
        Optional<StoredDraft> found = Objects.requireNonNull(drafts)
                .find(request.ehr(), request.draft())
                .filter(draft -> draft.patient().equals(request.patient()));
        if (found.isEmpty()) {
            return new EditOutcome.UnknownDraft();
        }
        StoredDraft draft = found.get();
        if (!draft.textHash().equals(request.seenHash().toLowerCase(Locale.ROOT))) {
            return new EditOutcome.OtherText();
        }
        if (!draft.state().next().contains(DraftState.EDITED)) {
            return new EditOutcome.Over(draft.state());
        }
        // What takes a recalled document's place has its mark until its words are changed, which is what it is there
        // for.
        if (draft.review().recalled() && draft.review().replaces().isEmpty()) {
            return new EditOutcome.Recalled();
        }
        Optional<String> words = request.text().map(Reviewing::plain);
        Optional<String> wrong = impossible(request, draft, words);
        return wrong.isPresent() ? new EditOutcome.Impossible(wrong.get()) : keep(request, draft, words);
    }

    private EditOutcome keep(EditRequest request, StoredDraft draft, Optional<String> words) {
        boolean writes = writes(request.action());
        DraftEdit edit = new DraftEdit(
                Objects.requireNonNull(clock).instant().truncatedTo(ChronoUnit.MILLIS),
                request.reviewer(),
                request.action(),
                request.action() == DraftEdit.Action.INSERT
                        ? ReviewedDraft.of(draft).statements().size()
                        : request.statement(),
                request.action() == DraftEdit.Action.INSERT ? Optional.of(request.statement()) : Optional.empty(),
                writes ? words : Optional.empty(),
                request.reason(),
                writes ? words.map(text -> check(request, draft, text)) : Optional.empty());
        List<DraftEdit> edits =
                Stream.concat(draft.review().edits().stream(), Stream.of(edit)).toList();
        String text = ReviewedText.of(draft.review().drafted(), draft.content())
                .with(ReviewedDraft.of(draft.content(), edits));
        try {
            return Objects.requireNonNull(reviews)
                    .edit(
                            request.ehr(),
                            request.draft(),
                            new DraftReviews.Edited(draft.textHash(), edit, text, ReviewedText.hash(text)))
                    .<EditOutcome>map(EditOutcome.Edited::new)
                    .orElseGet(EditOutcome.OtherText::new);
        } catch (RecalledDraft recalled) {
            return new EditOutcome.Recalled();
        } catch (IllegalMove tooLate) {
            return new EditOutcome.Over(tooLate.from());
        }
    }

    /** The chart is read anew, with the reviewer's own access: what was true when the draft was composed may not be any more. */
    private DraftEdit.Check check(EditRequest request, StoredDraft draft, String text) {
        Objects.requireNonNull(audit)
                .record(new AuditEvent(
                        AuditEvent.Kind.CHART_READ,
                        request.ehr(),
                        Optional.of(request.patient()),
                        request.actor(),
                        "edit of draft " + request.draft() + ", chart "
                                + request.chart().word()));
        Instant now = Objects.requireNonNull(clock).instant();
        Optional<Chart> chart =
                Objects.requireNonNull(charts).read(request.chart(), request.patient(), ClinicalTime.utc(now));
        if (chart.isEmpty()) {
            return new DraftEdit.Check("unchecked", "the chart could not be read");
        }
        Optional<DraftContent.KeptStatement> kept =
                request.statement() < draft.content().statements().size()
                        ? Optional.of(draft.content().statements().get(request.statement()))
                        : Optional.empty();
        return OwnWords.check(
                chart.get(),
                kept.map(DraftContent.KeptStatement::section).orElse(""),
                text,
                request.action() == DraftEdit.Action.EDIT
                        ? kept.map(DraftContent.KeptStatement::citations).orElse(List.of())
                        : List.of());
    }

    private static Optional<String> impossible(EditRequest request, StoredDraft draft, Optional<String> words) {
        ReviewedDraft reviewed = ReviewedDraft.of(draft);
        Optional<ReviewedStatement> statement = reviewed.statement(request.statement());
        if (statement.isEmpty()) {
            return Optional.of("no-such-statement");
        }
        boolean inText = statement.get().drafted().isEmpty()
                || ReviewedText.of(draft.review().drafted(), draft.content()).holds(request.statement());
        if (!inText) {
            return Optional.of("not-in-text");
        }
        if (draft.review().edits().size() >= MOST_EDITS) {
            return Optional.of("too-many-edits");
        }
        return switch (request.action()) {
            case EDIT, INSERT -> words(words);
            case REJECT ->
                request.reason().filter(REASONS::contains).isPresent()
                        ? Optional.empty()
                        : Optional.of("reason-missing");
            case ACKNOWLEDGE ->
                statement.get().isContradicted() ? Optional.empty() : Optional.of("nothing-to-acknowledge");
            case RESTORE -> Optional.empty();
        };
    }

    private static Optional<String> words(Optional<String> words) {
        if (words.filter(text -> !text.isEmpty()).isEmpty()) {
            return Optional.of("text-missing");
        }
        return words.get().length() > LONGEST_WORDS ? Optional.of("text-too-long") : Optional.empty();
    }

    private static boolean writes(DraftEdit.Action action) {
        return action == DraftEdit.Action.EDIT || action == DraftEdit.Action.INSERT;
    }

    /** One line, without characters that do not show. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "")
                .strip();
    }
}
