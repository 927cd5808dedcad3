package org.anamnesis.review;

import java.util.Optional;
import org.anamnesis.store.DraftEdit;

/**
 * One statement of a draft as its reviewers left it.
 *
 * @param index its place among the draft's statements, and after them the inserted ones
 * @param section the section it stands in
 * @param drafted its words as they were drafted; empty for an inserted one
 * @param after for an inserted one: the statement it stands after
 * @param mark what was done to it last
 * @param text its words now; empty where it was taken out
 * @param edit the edit that made it so
 * @param acknowledged whether its reviewer stands by it though the chart contradicts it
 */
public record ReviewedStatement(
        int index,
        String section,
        Optional<String> drafted,
        Optional<Integer> after,
        Mark mark,
        Optional<String> text,
        Optional<DraftEdit> edit,
        boolean acknowledged) {

    /** What was done to a statement. */
    public enum Mark {
        DRAFTED("drafted"),
        EDITED("edited"),
        INSERTED("inserted"),
        REJECTED("rejected");

        private final String code;

        Mark(String code) {
            this.code = code;
        }

        /** A stable word for callers. */
        public String code() {
            return code;
        }
    }

    /** Whether its words are a reviewer's and the chart contradicts them. */
    boolean isContradicted() {
        return isByReviewer()
                && edit.flatMap(DraftEdit::check)
                        .filter(check -> check.verdict().equals("contradicted"))
                        .isPresent();
    }

    boolean isByReviewer() {
        return mark == Mark.EDITED || mark == Mark.INSERTED;
    }
}
