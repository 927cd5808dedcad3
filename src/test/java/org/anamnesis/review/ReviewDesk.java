package org.anamnesis.review;

import static org.anamnesis.chart.ChartBuilder.aChart;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.anamnesis.audit.RecordedEvents;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Standing;
import org.anamnesis.conflict.Conflicts;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.Draft;
import org.anamnesis.draft.DraftText;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.fetch.EhrAccess;
import org.anamnesis.grounding.Grounding;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;
import org.anamnesis.grounding.SummaryKind;
import org.anamnesis.store.DraftContent;
import org.anamnesis.store.DraftEdit;
import org.anamnesis.store.RememberedDrafts;
import org.anamnesis.store.RememberedReviews;
import org.anamnesis.store.Signer;
import org.anamnesis.store.StoredDraft;

/** A reviewer at one draft of one chart. */
final class ReviewDesk {

    static final int HEART_FAILURE = 0;
    static final int WITHHELD = 1;
    static final int METFORMIN = 2;
    static final int PENICILLIN = 3;

    final Chart chart = aChart().problem("Heart failure", Standing.ACTIVE, "2018-06-20")
            .medication("Metformin 500 mg", "500 mg twice daily", Standing.ACTIVE, "2024-10-08")
            .allergy("Penicillin", "rash")
            .build();
    final RememberedDrafts drafts = new RememberedDrafts();
    final RecordedEvents audit = new RecordedEvents();
    final UUID id = UUID.randomUUID();

    private final Clock clock = Clock.fixed(Instant.parse("2025-03-04T12:00:00Z"), ZoneOffset.UTC);

    ReviewDesk() {
        Grounding grounding = new Grounding(chart);
        Draft draft = new Draft(
                chart,
                SummaryKind.BRIEF,
                new Authorship.ByRules(Optional.empty()),
                Stream.of(
                                new Statement(Section.ACTIVE_PROBLEMS, "Heart failure.", List.of("C1")),
                                new Statement(Section.ACTIVE_PROBLEMS, "Diabetes.", List.of("C1")),
                                new Statement(Section.MEDICATIONS, "Metformin 500 mg twice daily.", List.of("M1")),
                                new Statement(Section.ALLERGIES, "Penicillin.", List.of("A1")))
                        .map(grounding::check)
                        .toList(),
                List.of(),
                Conflicts.of(chart));
        DraftText text = DraftText.of(draft);
        drafts.keep(new StoredDraft(
                id,
                "ward",
                "p1",
                clock.instant(),
                text.text(),
                text.hash(),
                content(draft),
                Optional.empty(),
                Optional.empty()));
    }

    private DraftContent content(Draft draft) {
        return new DraftContent(
                draft.authorship(),
                List.of(),
                draft.statements().stream()
                        .map(statement -> new DraftContent.KeptStatement(
                                statement.section().code(),
                                statement.text(),
                                statement.verdict().code(),
                                statement.verdict().reason(),
                                statement.evidence().stream().map(this::source).toList()))
                        .toList());
    }

    private String source(CitationId cited) {
        return chart.fact(cited).orElseThrow().source().versionedReference();
    }

    StoredDraft draft() {
        return drafts.find("ward", id).orElseThrow();
    }

    EditOutcome edit(int statement, DraftEdit.Action action, String text, String reason) {
        return edit(statement, action, text, reason, draft().textHash(), "p1");
    }

    EditOutcome edit(
            int statement, DraftEdit.Action action, String text, String reason, String seenHash, String patient) {
        return new Reviewing(
                        drafts,
                        new RememberedReviews(drafts),
                        (source, asked, asOf) -> Optional.of(chart),
                        audit,
                        clock)
                .edit(new EditRequest(
                        "ward",
                        id,
                        patient,
                        "Practitioner/hassan",
                        "app hassan",
                        new ChartSource.FromEhr(new EhrAccess(URI.create("https://ehr.example/fhir"), () -> "token")),
                        seenHash,
                        action,
                        statement,
                        Optional.ofNullable(text),
                        Optional.ofNullable(reason)));
    }

    SignOutcome sign() {
        return sign(Signer.of("Practitioner/hassan"));
    }

    SignOutcome sign(Signer signer) {
        return new Signing(drafts, audit, clock)
                .sign(new SignRequest(
                        "ward", id, draft().textHash(), signer, "app hassan", Optional.of("p1"), Optional.of("visit")));
    }
}
