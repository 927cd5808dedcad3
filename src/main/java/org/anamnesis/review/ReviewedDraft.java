package org.anamnesis.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.store.DraftContent;
import org.anamnesis.store.DraftEdit;
import org.anamnesis.store.StoredDraft;

/**
 * A draft's statements after all of its edits, in the draft's order, the inserted ones at the end in the order of their
 * insertion. Pure: the same draft always gives the same.
 */
public record ReviewedDraft(List<ReviewedStatement> statements) {

    public ReviewedDraft {
        statements = List.copyOf(statements);
    }

    /** The statements of a draft as it is now. */
    public static ReviewedDraft of(StoredDraft draft) {
        return of(draft.content(), draft.review().edits());
    }

    /** The statements of a draft after these edits. */
    static ReviewedDraft of(DraftContent content, List<DraftEdit> edits) {
        List<ReviewedStatement> now = new ArrayList<>();
        for (DraftContent.KeptStatement kept : content.statements()) {
            now.add(drafted(now.size(), kept));
        }
        edits.forEach(edit -> apply(now, edit));
        return new ReviewedDraft(now);
    }

    /** How many words of reviewers stand against the chart without anybody standing by them. */
    public int unacknowledged() {
        return (int) statements.stream()
                .filter(statement -> statement.isContradicted() && !statement.acknowledged())
                .count();
    }

    /** How many statements bear a mark. */
    public int count(ReviewedStatement.Mark mark) {
        return (int) statements.stream()
                .filter(statement -> statement.mark() == mark)
                .count();
    }

    /** The statement of an index. */
    public Optional<ReviewedStatement> statement(int index) {
        return index >= 0 && index < statements.size() ? Optional.of(statements.get(index)) : Optional.empty();
    }

    private static ReviewedStatement drafted(int index, DraftContent.KeptStatement kept) {
        return new ReviewedStatement(
                index,
                kept.section(),
                Optional.of(kept.text()),
                Optional.empty(),
                ReviewedStatement.Mark.DRAFTED,
                Optional.of(kept.text()),
                Optional.empty(),
                false);
    }

    private static void apply(List<ReviewedStatement> now, DraftEdit edit) {
        if (edit.action() == DraftEdit.Action.INSERT) {
            String section = now.get(edit.after().orElseThrow()).section();
            now.add(new ReviewedStatement(
                    now.size(),
                    section,
                    Optional.empty(),
                    edit.after(),
                    ReviewedStatement.Mark.INSERTED,
                    edit.text(),
                    Optional.of(edit),
                    false));
            return;
        }
        ReviewedStatement before = now.get(edit.statement());
        now.set(edit.statement(), after(before, edit));
    }

    private static ReviewedStatement after(ReviewedStatement before, DraftEdit edit) {
        return switch (edit.action()) {
            case EDIT ->
                with(
                        before,
                        before.drafted().isPresent() ? ReviewedStatement.Mark.EDITED : ReviewedStatement.Mark.INSERTED,
                        edit.text(),
                        Optional.of(edit),
                        false);
            case REJECT -> with(before, ReviewedStatement.Mark.REJECTED, Optional.empty(), Optional.of(edit), false);
            case RESTORE ->
                before.drafted().isPresent()
                        ? with(before, ReviewedStatement.Mark.DRAFTED, before.drafted(), Optional.empty(), false)
                        : with(before, ReviewedStatement.Mark.REJECTED, Optional.empty(), Optional.of(edit), false);
            case ACKNOWLEDGE -> with(before, before.mark(), before.text(), before.edit(), true);
            case INSERT -> before;
        };
    }

    private static ReviewedStatement with(
            ReviewedStatement before,
            ReviewedStatement.Mark mark,
            Optional<String> text,
            Optional<DraftEdit> edit,
            boolean acknowledged) {
        return new ReviewedStatement(
                before.index(), before.section(), before.drafted(), before.after(), mark, text, edit, acknowledged);
    }
}
