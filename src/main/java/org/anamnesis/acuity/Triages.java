package org.anamnesis.acuity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
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
import org.anamnesis.chart.Coverage;
import org.anamnesis.disclosure.ModelDisclosure;
import org.anamnesis.disclosure.RecordedReading;
import org.anamnesis.draft.Backing;
import org.anamnesis.draft.DocumentKind;
import org.anamnesis.draft.DraftText;
import org.anamnesis.draft.ToldSources;
import org.anamnesis.fetch.ChartReader;
import org.anamnesis.fetch.ReadOutcome;
import org.anamnesis.frame.Framed;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Grounding;
import org.anamnesis.model.Cancellation;
import org.anamnesis.model.ModelCall;
import org.anamnesis.rules.FactSentences;
import org.anamnesis.store.DraftContent;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/** Reads a patient's chart, triages, and keeps the text as a draft that a clinician can sign. */
@ApplicationScoped
public class Triages {

    private final @Nullable ChartReader reader;
    private final @Nullable Adviser adviser;
    private final @Nullable Drafts drafts;
    private final @Nullable AuditTrail audit;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected Triages() {
        this.reader = null;
        this.adviser = null;
        this.drafts = null;
        this.audit = null;
        this.clock = null;
    }

    @Inject
    public Triages(ChartReader reader, Adviser adviser, Drafts drafts, AuditTrail audit, Clock clock) {
        this.reader = reader;
        this.adviser = adviser;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Triages. Both disclosures, the reading and the asking of a model, are recorded before they happen. */
    public TriageOutcome triage(TriageRequest request) {
        return triage(request, new Cancellation());
    }

    /**
     * The same, until {@code end} ends it.
     *
     * @throws CancellationException where it was ended; nothing is kept then
     */
    public TriageOutcome triage(TriageRequest request, Cancellation end) {
        if (!ChartReader.isId(request.patient())) {
            // Nobody's chart: there is nothing to record, and the trail has no room for texts of any length.
            return new TriageOutcome.UnknownPatient();
        }
        ReadOutcome outcome = RecordedReading.of(
                Objects.requireNonNull(reader),
                Objects.requireNonNull(audit),
                event(
                        AuditEvent.Kind.CHART_READ,
                        request,
                        "triage, chart " + request.source().word()),
                request.source(),
                request.patient(),
                request.moment());
        return switch (outcome) {
            case ReadOutcome.Read read -> compose(request, request.frame().of(read.chart()), end);
            case ReadOutcome.UnknownPatient ignored -> new TriageOutcome.UnknownPatient();
            case ReadOutcome.NotPermitted ignored -> new TriageOutcome.NotPermitted();
            case ReadOutcome.EhrUnavailable unavailable -> new TriageOutcome.EhrUnavailable(unavailable.reason());
        };
    }

    private TriageOutcome compose(TriageRequest request, Framed framed, Cancellation end) {
        Assessment assessment = Assessment.of(framed.chart(), request.visit(), request.moment());
        Advice advice = request.byRules()
                ? new Advice.None()
                : Objects.requireNonNull(adviser)
                        .advise(
                                framed,
                                ModelCall.Caller.of(request.ehr(), request.actor()),
                                new ModelDisclosure(
                                        Objects.requireNonNull(audit),
                                        request.ehr(),
                                        request.patient(),
                                        request.actor()),
                                end);
        if (end.isCancelled()) {
            throw new CancellationException("nobody waits for the triage");
        }
        Triaged triaged = Triaged.of(assessment, evidence(assessment), advice);
        DraftText text = TriageText.of(triaged);
        StoredDraft stored = new StoredDraft(
                UUID.randomUUID(),
                request.ehr(),
                request.patient(),
                Objects.requireNonNull(clock).instant().truncatedTo(ChronoUnit.MILLIS),
                text.text(),
                text.hash(),
                content(triaged),
                Optional.empty(),
                Optional.empty());
        Objects.requireNonNull(drafts).keep(stored);
        return new TriageOutcome.Composed(triaged, stored);
    }

    /** Each fact that the level or a score rests on, in words of its own, checked like any statement. */
    static List<CheckedStatement> evidence(Assessment assessment) {
        Chart chart = assessment.chart();
        Grounding grounding = new Grounding(chart);
        return assessment.cited().stream()
                .flatMap(id -> chart.fact(id).stream())
                .map(FactSentences::of)
                .map(grounding::check)
                .toList();
    }

    private static DraftContent content(Triaged triaged) {
        Stream<DraftContent.KeptStatement> evidence =
                triaged.evidence().stream().map(statement -> kept("evidence", statement, triaged.chart()));
        Stream<DraftContent.KeptStatement> advice =
                triaged.advice().statements().stream().map(statement -> kept("model", statement, triaged.chart()));
        List<String> sources = sources(triaged);
        return new DraftContent(
                DocumentKind.TRIAGE,
                triaged.authorship(),
                sources,
                Stream.concat(evidence, advice).toList(),
                Backing.of(triaged.chart(), cited(triaged)),
                ToldSources.uncited(triaged.chart(), triaged.advice().told(), sources));
    }

    /** What the EHR is told that the document was made of: nothing where the chart was given, since we did not see it there. */
    private static List<String> sources(Triaged triaged) {
        if (triaged.chart().coverage().origin() == Coverage.Origin.CALLER) {
            return List.of();
        }
        return cited(triaged)
                .flatMap(id -> triaged.chart().fact(id).stream())
                .map(fact -> fact.source().versionedReference())
                .distinct()
                .toList();
    }

    private static Stream<CitationId> cited(Triaged triaged) {
        return Stream.concat(
                triaged.assessment().cited().stream(),
                triaged.advice().statements().stream()
                        .filter(CheckedStatement::isSupported)
                        .flatMap(statement -> statement.evidence().stream()));
    }

    private static DraftContent.KeptStatement kept(String part, CheckedStatement statement, Chart chart) {
        return new DraftContent.KeptStatement(
                part,
                statement.text(),
                statement.verdict().code(),
                statement.verdict().reason(),
                statement.evidence().stream()
                        .map(id -> chart.fact(id)
                                .map(fact -> fact.source().versionedReference())
                                .orElse(id.toString()))
                        .toList());
    }

    private static AuditEvent event(AuditEvent.Kind kind, TriageRequest request, String detail) {
        return new AuditEvent(kind, request.ehr(), Optional.of(request.patient()), request.actor(), detail);
    }
}
