package org.anamnesis.summary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Source;
import org.anamnesis.chart.Visit;
import org.anamnesis.conflict.Conflict;
import org.anamnesis.disclosure.ModelDisclosure;
import org.anamnesis.disclosure.RecordedReading;
import org.anamnesis.draft.Backing;
import org.anamnesis.draft.DocumentKind;
import org.anamnesis.draft.Draft;
import org.anamnesis.draft.DraftText;
import org.anamnesis.draft.ToldSources;
import org.anamnesis.fetch.ChartReader;
import org.anamnesis.fetch.ReadOutcome;
import org.anamnesis.frame.Framed;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.model.ModelCall;
import org.anamnesis.store.DraftContent;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/** Reads a patient's chart, has the summary written, checked and kept as a draft. */
@ApplicationScoped
public class Summaries {

    private final @Nullable ChartReader reader;
    private final @Nullable Writer writer;
    private final @Nullable Drafts drafts;
    private final @Nullable AuditTrail audit;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected Summaries() {
        this.reader = null;
        this.writer = null;
        this.drafts = null;
        this.audit = null;
        this.clock = null;
    }

    @Inject
    public Summaries(ChartReader reader, Writer writer, Drafts drafts, AuditTrail audit, Clock clock) {
        this.reader = reader;
        this.writer = writer;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Composes a summary. Both disclosures, the reading and the asking of a model, are recorded before they happen. */
    public SummaryOutcome summarize(SummaryRequest request) {
        return summarize(request, Watcher.NONE);
    }

    /**
     * The same, while somebody watches.
     *
     * @throws java.util.concurrent.CancellationException where the watcher ended it; nothing is kept then
     */
    public SummaryOutcome summarize(SummaryRequest request, Watcher watcher) {
        if (!ChartReader.isId(request.patient())) {
            // Nobody's chart: there is nothing to record, and the trail has no room for texts of any length.
            return new SummaryOutcome.UnknownPatient();
        }
        return switch (read(request, watcher)) {
            case Charted charted -> compose(request, charted.framed(), watcher);
            case NotCharted not -> not.outcome();
        };
    }

    /** How long a caller whose budget for models is used up has to wait; rules write for it all the same. */
    public Optional<Duration> usedUp(String ehr, String actor) {
        return Objects.requireNonNull(writer).usedUp(ModelCall.Caller.of(ehr, actor));
    }

    private sealed interface Reading {}

    private record Charted(Framed framed) implements Reading {}

    private record NotCharted(SummaryOutcome outcome) implements Reading {}

    /** The chart alone: the resources that it was read from are not held while a model writes. */
    private Reading read(SummaryRequest request, Watcher watcher) {
        ReadOutcome outcome = RecordedReading.of(
                Objects.requireNonNull(reader),
                Objects.requireNonNull(audit),
                event(
                        AuditEvent.Kind.CHART_READ,
                        request,
                        "summary, chart " + request.source().word()),
                request.source(),
                request.patient(),
                request.asOf(),
                watcher::reading);
        if (watcher.cancellation().isCancelled()) {
            throw new CancellationException("nobody waits for the summary");
        }
        return switch (outcome) {
            case ReadOutcome.Read read -> new Charted(request.frame().of(read.chart()));
            case ReadOutcome.UnknownPatient ignored -> new NotCharted(new SummaryOutcome.UnknownPatient());
            case ReadOutcome.NotPermitted ignored -> new NotCharted(new SummaryOutcome.NotPermitted());
            case ReadOutcome.EhrUnavailable unavailable ->
                new NotCharted(new SummaryOutcome.EhrUnavailable(unavailable.reason()));
        };
    }

    private SummaryOutcome compose(SummaryRequest request, Framed framed, Watcher watcher) {
        Chart chart = framed.chart();
        watcher.read(chart.coverage());
        Writer writes = Objects.requireNonNull(writer);
        Assignment assignment = Assignment.of(chart, request.kind(), request.focus(), horizon(request, framed, writes))
                .within(request.extent().orElseGet(() -> writes.extent(request.ehr())));
        Draft draft = request.byRules()
                ? writes.writeByRules(assignment)
                : writes.write(
                        assignment,
                        ModelCall.Caller.of(request.ehr(), request.actor()),
                        new ModelDisclosure(
                                Objects.requireNonNull(audit), request.ehr(), request.patient(), request.actor()),
                        watcher);
        if (watcher.cancellation().isCancelled()) {
            throw new CancellationException("nobody waits for the summary");
        }
        DraftText text = DraftText.of(draft);
        StoredDraft stored = new StoredDraft(
                UUID.randomUUID(),
                request.ehr(),
                request.patient(),
                Objects.requireNonNull(clock).instant().truncatedTo(ChronoUnit.MILLIS),
                text.text(),
                text.hash(),
                content(draft),
                Optional.empty(),
                Optional.empty());
        Objects.requireNonNull(drafts).keep(stored);
        return new SummaryOutcome.Composed(draft, stored);
    }

    /** Of a visit it counts back from the visit's begin, and the visit itself is never beyond it. */
    private static Horizon horizon(SummaryRequest request, Framed framed, Writer writes) {
        ClinicalTime until = request.frame()
                .visit()
                .flatMap(Visit::start)
                .orElse(framed.chart().asOf());
        return Horizon.of(
                request.lookBack().orElseGet(() -> writes.lookBack(request.ehr())),
                until,
                framed.chart(),
                framed.ofVisit());
    }

    private static DraftContent content(Draft draft) {
        List<String> sources = sources(draft);
        Stream<DraftContent.KeptStatement> statements = Stream.concat(
                        draft.statements().stream(), draft.added().stream())
                .map(statement -> new DraftContent.KeptStatement(
                        statement.section().code(),
                        statement.text(),
                        statement.verdict().code(),
                        statement.verdict().reason(),
                        cited(draft.chart(), statement.evidence().stream())));
        Stream<DraftContent.KeptStatement> conflicts = draft.conflicts().stream()
                .map(conflict -> new DraftContent.KeptStatement(
                        "conflicts",
                        conflict.words(),
                        "conflict",
                        conflict.kind().code(),
                        cited(draft.chart(), conflict.citations())));
        return new DraftContent(
                DocumentKind.SUMMARY,
                draft.authorship(),
                sources,
                Stream.concat(statements, conflicts).toList(),
                Backing.of(draft.chart(), shown(draft)),
                ToldSources.uncited(draft.chart(), draft.told(), sources));
    }

    /** What the EHR is told that the document was made of: nothing where the chart was given, since we did not see it there. */
    private static List<String> sources(Draft draft) {
        if (draft.chart().coverage().origin() == Coverage.Origin.CALLER) {
            return List.of();
        }
        return shown(draft)
                .flatMap(id -> draft.chart().fact(id).stream())
                .map(fact -> fact.source().versionedReference())
                .distinct()
                .toList();
    }

    private static Stream<CitationId> shown(Draft draft) {
        Stream<CitationId> shown = Stream.concat(draft.statements().stream(), draft.added().stream())
                .filter(CheckedStatement::isSupported)
                .flatMap(statement -> statement.evidence().stream());
        return Stream.concat(shown, draft.conflicts().stream().flatMap(Conflict::citations));
    }

    private static List<String> cited(Chart chart, Stream<CitationId> ids) {
        return ids.map(id -> chart.fact(id)
                        .map(fact -> fact.source())
                        .map(Source::versionedReference)
                        .orElse(id.toString()))
                .toList();
    }

    private static AuditEvent event(AuditEvent.Kind kind, SummaryRequest request, String detail) {
        return new AuditEvent(kind, request.ehr(), Optional.of(request.patient()), request.actor(), detail);
    }
}
