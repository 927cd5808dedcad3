package org.anamnesis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anamnesis.draft.Authorship;
import org.anamnesis.store.DraftContent;
import org.anamnesis.store.DraftEdit;
import org.anamnesis.store.DraftOrigins.Mark;
import org.anamnesis.store.DraftState;
import org.anamnesis.store.StoredDraft;
import org.junit.jupiter.api.Test;

/** What a page shows of a draft after its reviewer's edits: the kept view, with the marks where the edits are. */
class ReviewedViewsTest {

    private static final Instant AT = Instant.parse("2025-03-04T12:00:00Z");
    private static final String VIEW =
            "{\"draftId\":\"x\",\"kind\":\"brief\",\"composedBy\":\"rules\",\"modelName\":null,"
                    + "\"fallbackReason\":null,\"composedAt\":\"2025-03-04T12:00:00Z\",\"text\":\"old\",\"textHash\":\"old\","
                    + "\"complete\":true,\"sections\":[{\"code\":\"results\",\"title\":\"Results\",\"statements\":["
                    + "{\"text\":\"One.\",\"verdict\":\"supported\",\"citations\":[\"C1\"],\"index\":0,\"edit\":null},"
                    + "{\"text\":\"Two.\",\"verdict\":\"supported\",\"citations\":[\"C2\"],\"index\":1,\"edit\":null}]}],"
                    + "\"withheld\":[],\"added\":[],\"conflicts\":[],\"facts\":{},\"coverage\":[]}";

    @Test
    void showsEditedInsertedAndRejectedStatementsWhereTheyStand() {
        StoredDraft draft = draft(
                edit(DraftEdit.Action.EDIT, 0, Optional.empty(), "Mine.", "contradicted"),
                edit(DraftEdit.Action.INSERT, 2, Optional.of(0), "New.", "not-found"),
                edit(DraftEdit.Action.REJECT, 1, Optional.empty(), null, null));
        SummaryView view = ReviewedViews.reviewed(VIEW, draft, List.of(), reference -> Optional.of("Dr. Eva Hand"));
        assertThat(view.textHash()).isEqualTo("new");
        assertThat(view.draftId()).isEqualTo(draft.id().toString());
        List<SummaryView.StatementView> shown = view.sections().getFirst().statements();
        assertThat(shown).extracting(SummaryView.StatementView::index).containsExactly(0, 2, 1);
        assertThat(shown).extracting(SummaryView.StatementView::text).containsExactly("Mine.", "New.", "Two.");
        assertThat(shown)
                .extracting(statement -> statement.edit().mark())
                .containsExactly("edited", "inserted", "rejected");
        assertThat(shown.getFirst().verdict()).isEqualTo("contradicted");
        assertThat(shown.getFirst().citations())
                .as("facts cited by other words")
                .isEmpty();
        assertThat(shown.getFirst().edit().drafted()).isEqualTo("One.");
        assertThat(shown.getFirst().edit().by()).isEqualTo("Practitioner/1");
        assertThat(shown.getFirst().edit().byName()).isEqualTo("Dr. Eva Hand");
    }

    @Test
    void showsNothingOfWhatWasInsertedAndTakenOutAgain() {
        StoredDraft draft = draft(
                edit(DraftEdit.Action.INSERT, 2, Optional.of(0), "Gone.", "not-found"),
                edit(DraftEdit.Action.INSERT, 3, Optional.of(2), "Behind it.", "not-found"),
                edit(DraftEdit.Action.REJECT, 2, Optional.empty(), null, null));
        SummaryView view = ReviewedViews.reviewed(VIEW, draft, List.of(), reference -> Optional.empty());
        assertThat(view.sections().getFirst().statements())
                .extracting(SummaryView.StatementView::text)
                .containsExactly("One.", "Behind it.", "Two.");
    }

    @Test
    void showsADraftThatNobodyTouchedAsItWas() {
        SummaryView view = ReviewedViews.reviewed(VIEW, draft(), List.of(), reference -> Optional.empty());
        assertThat(view.sections().getFirst().statements())
                .allSatisfy(statement -> assertThat(statement.edit()).isNull());
    }

    @Test
    void saysThatADraftWasRecalledAndWhyEvenWhereItsViewWasKeptBefore() {
        Mark mark = new Mark(AT, "safety-desk", "Model release 3 was taken back.");
        SummaryView view = ReviewedViews.reviewed(
                VIEW, draft(), List.of(SummaryView.RecallView.of(mark, false)), reference -> Optional.empty());
        assertThat(view.recalls())
                .containsExactly(new SummaryView.RecallView(AT.toString(), "Model release 3 was taken back.", false));
        assertThat(ReviewedViews.reviewed(VIEW, draft(), List.of(), reference -> Optional.empty())
                        .recalls())
                .isEmpty();
    }

    private static DraftEdit edit(
            DraftEdit.Action action, int statement, Optional<Integer> after, String text, String verdict) {
        return new DraftEdit(
                AT,
                "Practitioner/1",
                action,
                statement,
                after,
                Optional.ofNullable(text),
                Optional.of("other"),
                Optional.ofNullable(verdict).map(code -> new DraftEdit.Check(code, "why")));
    }

    private static StoredDraft draft(DraftEdit... edits) {
        return new StoredDraft(
                UUID.randomUUID(),
                "ward",
                "p1",
                AT,
                "new text",
                "new",
                new DraftContent(
                        new Authorship.ByRules(Optional.empty()),
                        List.of(),
                        List.of(
                                new DraftContent.KeptStatement("results", "One.", "supported", "", List.of()),
                                new DraftContent.KeptStatement("results", "Two.", "supported", "", List.of()))),
                Optional.empty(),
                Optional.empty(),
                new StoredDraft.Review(
                        edits.length == 0 ? DraftState.DRAFTED : DraftState.EDITED,
                        Optional.empty(),
                        Optional.empty(),
                        "old text",
                        List.of(edits),
                        Optional.empty()));
    }
}
