package org.anamnesis.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.conflict.Conflict;
import org.anamnesis.conflict.Side;
import org.anamnesis.digest.FactLine;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.Draft;
import org.anamnesis.draft.LookedBack;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Section;
import org.anamnesis.privacy.FlaggedPassages;
import org.anamnesis.store.DraftOrigins;
import org.anamnesis.summary.SummaryOutcome;
import org.jspecify.annotations.Nullable;

/** A draft as the page shows it. */
public record SummaryView(
        String draftId,
        String kind,
        String composedBy,
        @Nullable String modelName,
        @Nullable String fallbackReason,
        String composedAt,
        String text,
        String textHash,
        boolean complete,
        List<SectionView> sections,
        List<WithheldView> withheld,
        List<StatementView> added,
        List<ConflictView> conflicts,
        Map<String, FactView> facts,
        List<CoverageView> coverage,
        List<FlaggedView> flagged,
        @Nullable Long modelAgainInSeconds,
        List<RecallView> recalls,
        @Nullable LookBackView lookBack,
        @Nullable DatedView dated,
        @Nullable AllergiesView allergies) {

    /** A view that was kept before passages were flagged or drafts recalled has none. */
    public SummaryView {
        flagged = flagged == null ? List.of() : flagged;
        recalls = recalls == null ? List.of() : recalls;
    }

    /** More are counted by nobody; the first ones tell that the chart was tampered with. */
    private static final int MOST_FLAGGED = 20;

    /** A section with its supported statements. */
    public record SectionView(String code, String title, List<StatementView> statements) {}

    /**
     * A statement of the text.
     *
     * @param index its name for edits
     * @param edit what a reviewer made of it; null where nobody touched it
     */
    public record StatementView(
            String text,
            String verdict,
            List<String> citations,
            int index,
            @Nullable EditView edit) {}

    /**
     * What a reviewer made of a statement.
     *
     * @param mark {@code edited}, {@code inserted} or {@code rejected}
     * @param drafted its words before; null for an inserted one
     * @param byName what {@code by} is called, where that is known
     * @param reason why it was taken out
     * @param check what the chart says of the reviewer's words: a verdict's code or {@code unchecked}; null where there are none
     * @param checkReason the same in words
     * @param acknowledged whether the reviewer stands by words that the chart contradicts
     */
    public record EditView(
            String mark,
            @Nullable String drafted,
            String by,
            @Nullable String byName,
            String at,
            @Nullable String reason,
            @Nullable String check,
            @Nullable String checkReason,
            boolean acknowledged) {}

    /** A statement that the chart does not bear out. */
    public record WithheldView(String section, String text, String verdict, String reason, List<String> citations) {}

    /** Where the chart contradicts itself, neither side preferred. */
    public record ConflictView(String kind, String title, String about, List<SideView> sides) {}

    /** One side of it in the chart's own words; null where it has no time. */
    public record SideView(String what, @Nullable String when, String text, List<String> citations) {}

    /** The same, with when a model can be asked again where the budget is used up. */
    SummaryView withModelAgainIn(Duration wait) {
        return new SummaryView(
                draftId,
                kind,
                composedBy,
                modelName,
                fallbackReason,
                composedAt,
                text,
                textHash,
                complete,
                sections,
                withheld,
                added,
                conflicts,
                facts,
                coverage,
                flagged,
                wait.toSeconds(),
                recalls,
                lookBack,
                dated,
                allergies);
    }

    /**
     * From when to when the dated facts of the chart are.
     *
     * @param from of the oldest one
     * @param to of the newest one; orders and appointments may be ahead
     */
    public record DatedView(String from, String to) {

        static @Nullable DatedView of(Chart chart) {
            List<ClinicalTime> times = chart.facts().stream()
                    .flatMap(fact -> fact.time().stream())
                    .sorted()
                    .toList();
            return times.isEmpty() ? null : new DatedView(day(times.getFirst()), day(times.getLast()));
        }

        private static String day(ClinicalTime time) {
            return time.iso().split(" ", 2)[0];
        }
    }

    /**
     * How far back it looked.
     *
     * @param period an ISO 8601 duration
     * @param from the first day it looked at
     * @param notUsed how many older facts of the chart it did not use
     * @param kinds the same by kind
     */
    public record LookBackView(String period, String from, int notUsed, Map<String, Integer> kinds) {

        private static LookBackView of(LookedBack back) {
            Map<String, Integer> kinds = new LinkedHashMap<>();
            back.notUsed().forEach((kind, count) -> kinds.put(kind.word(), count));
            return new LookBackView(back.lookBack().code(), back.from().iso(), back.count(), kinds);
        }
    }

    /**
     * A passage of the chart that tries to instruct a model; the model was given it as data.
     *
     * @param reason a stable word
     * @param words the reason for people
     * @param text the passage as it stands there, shortened
     * @param citation where it stands
     */
    public record FlaggedView(String reason, String words, String text, String citation) {}

    /**
     * That something the draft was made from turned out to be wrong: nobody can sign it.
     *
     * @param reason in the words of who recalled it
     * @param ofReplaced whether it is the document that was recalled whose place the draft is to take: its words can be changed,
     *     and those of a draft that was recalled itself cannot
     */
    public record RecallView(String at, String reason, boolean ofReplaced) {

        static RecallView of(DraftOrigins.Mark mark, boolean ofReplaced) {
            return new RecallView(mark.at().toString(), mark.reason(), ofReplaced);
        }
    }

    /** What a citation stands for; null is what the chart does not say. */
    public record FactView(
            String id,
            String kind,
            String line,
            @Nullable String effective,
            @Nullable String status,
            @Nullable String source,
            @Nullable String path) {}

    /** What was asked of the EHR and what came of it. */
    public record CoverageView(
            String type,
            String asked,
            String outcome,
            int read,
            @Nullable Integer total,
            @Nullable String detail) {}

    static SummaryView of(SummaryOutcome.Composed composed) {
        Draft draft = composed.draft();
        Authorship authorship = draft.authorship();
        List<FlaggedPassages.Flagged> flagged = FlaggedPassages.of(draft.chart());
        return new SummaryView(
                composed.stored().id().toString(),
                draft.kind().code(),
                authorship.code(),
                authorship instanceof Authorship.ByModel model ? model.model() : null,
                authorship instanceof Authorship.ByRules rules
                        ? rules.insteadOfModel().map(Authorship.Fallback::code).orElse(null)
                        : null,
                composed.stored().composedAt().toString(),
                composed.stored().text(),
                composed.stored().textHash(),
                draft.chart().coverage().isComplete(),
                draft.kind().sections().stream()
                        .map(section -> section(draft, section))
                        .filter(section -> !section.statements().isEmpty())
                        .toList(),
                draft.withheld().stream().map(SummaryView::withheld).toList(),
                IntStream.range(0, draft.added().size())
                        .mapToObj(place -> statement(
                                draft.added().get(place), draft.statements().size() + place))
                        .toList(),
                draft.conflicts().stream().map(SummaryView::conflict).toList(),
                facts(draft, flagged),
                draft.chart().coverage().entries().stream()
                        .map(SummaryView::coverage)
                        .toList(),
                flagged.stream()
                        .limit(MOST_FLAGGED)
                        .map(one -> new FlaggedView(
                                one.reason(), one.words(), one.text(), one.id().toString()))
                        .toList(),
                null,
                List.of(),
                draft.lookedBack().map(LookBackView::of).orElse(null),
                DatedView.of(draft.chart()),
                AllergiesView.of(draft.chart()));
    }

    private static SectionView section(Draft draft, Section section) {
        return new SectionView(
                section.code(),
                draft.kind().title(section),
                draft.shown(section)
                        .map(statement -> statement(statement, place(draft, statement)))
                        .toList());
    }

    private static int place(Draft draft, CheckedStatement statement) {
        return IntStream.range(0, draft.statements().size())
                .filter(index -> draft.statements().get(index) == statement)
                .findFirst()
                .orElseThrow();
    }

    static StatementView statement(CheckedStatement statement, int index) {
        return new StatementView(statement.text(), statement.verdict().code(), ids(statement), index, null);
    }

    static WithheldView withheld(CheckedStatement statement) {
        return new WithheldView(
                statement.section().code(),
                statement.text(),
                statement.verdict().code(),
                statement.verdict().reason(),
                ids(statement));
    }

    static ConflictView conflict(Conflict conflict) {
        return new ConflictView(
                conflict.kind().code(),
                conflict.kind().word(),
                conflict.about(),
                List.of(side(conflict.a()), side(conflict.b())));
    }

    private static SideView side(Side side) {
        return new SideView(
                side.what(),
                side.when().map(ClinicalTime::text).orElse(null),
                side.text(),
                side.citations().stream().map(CitationId::toString).toList());
    }

    private static List<String> ids(CheckedStatement statement) {
        return statement.evidence().stream().map(CitationId::toString).toList();
    }

    private static Map<String, FactView> facts(Draft draft, List<FlaggedPassages.Flagged> flagged) {
        Map<String, FactView> facts = new LinkedHashMap<>();
        Stream.of(
                        draft.statements().stream().flatMap(statement -> statement.evidence().stream()),
                        draft.added().stream().flatMap(statement -> statement.evidence().stream()),
                        draft.conflicts().stream().flatMap(Conflict::citations),
                        flagged.stream().limit(MOST_FLAGGED).map(FlaggedPassages.Flagged::id))
                .flatMap(ids -> ids)
                .distinct()
                .forEach(id -> fact(draft.chart(), id).ifPresent(view -> facts.put(id.toString(), view)));
        return facts;
    }

    static Optional<FactView> fact(Chart chart, CitationId id) {
        return chart.fact(id)
                .map(SummaryView::fact)
                .or(() -> chart.coverage(id)
                        .map(entry -> new FactView(
                                id.toString(), id.kind().word(), FactLine.words(entry), null, null, null, null)));
    }

    private static FactView fact(Fact fact) {
        return new FactView(
                fact.id().toString(),
                fact.kind().word(),
                FactLine.words(fact),
                fact.time().map(ClinicalTime::text).orElse(null),
                fact.standing().word(),
                fact.source().versionedReference(),
                fact.source().path());
    }

    static CoverageView coverage(Coverage.Entry entry) {
        Coverage.Outcome outcome = entry.outcome();
        Optional<String> detail = switch (outcome) {
            case Coverage.Outcome.Found found ->
                found.unreadable() > 0
                        ? Optional.of(found.unreadable() + " could not be read")
                        : found.total().isEmpty() ? Optional.of("uncounted") : Optional.empty();
            case Coverage.Outcome.Failed failed -> Optional.of(failed.reason());
            case Coverage.Outcome.NotAsked notAsked -> Optional.of(notAsked.reason());
            case Coverage.Outcome.CutOff ignored -> Optional.empty();
            case Coverage.Outcome.NoneRecorded ignored -> Optional.empty();
            case Coverage.Outcome.NotPermitted ignored -> Optional.empty();
        };
        return new CoverageView(
                entry.type(),
                entry.asked(),
                outcome.code(),
                outcome.read(),
                outcome.total().isPresent() ? outcome.total().getAsInt() : null,
                detail.orElse(null));
    }
}
