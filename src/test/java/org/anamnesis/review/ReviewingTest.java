package org.anamnesis.review;

import static org.anamnesis.review.ReviewDesk.HEART_FAILURE;
import static org.anamnesis.review.ReviewDesk.METFORMIN;
import static org.anamnesis.review.ReviewDesk.PENICILLIN;
import static org.anamnesis.review.ReviewDesk.WITHHELD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.store.DraftEdit.Action;
import org.anamnesis.store.DraftState;
import org.anamnesis.store.Signer;
import org.junit.jupiter.api.Test;

/** A reviewer's edits: what they do to the text, what the chart says of them, and what they do to a signature. */
class ReviewingTest {

    private final ReviewDesk desk = new ReviewDesk();

    @Test
    void anEditReplacesOneLineAndIsMarkedAsTheCliniciansWords() {
        String drafted = desk.draft().text();
        assertThat(desk.edit(METFORMIN, Action.EDIT, "Metformin  500 mg\ntwice daily", null))
                .isInstanceOf(EditOutcome.Edited.class);
        String now = desk.draft().text();
        assertThat(now)
                .contains("- Metformin 500 mg twice daily [clinician's words]\n")
                .contains("Changed by the reviewing clinician: 1 edited, 0 removed, 0 added.");
        assertThat(now.replaceAll("Changed by [^\n]*\n", "").replace(" [clinician's words]", "."))
                .as("nothing else is touched")
                .isEqualTo(drafted);
        assertThat(desk.draft().review().drafted()).isEqualTo(drafted);
        assertThat(desk.draft().state()).isEqualTo(DraftState.EDITED);
        assertThat(desk.audit.events())
                .extracting(AuditEvent::kind)
                .as("the chart was read again")
                .containsExactly(AuditEvent.Kind.CHART_READ);
    }

    @Test
    void wordsThatTheChartContradictsSaySoAndBlockTheSignatureUntilAcknowledged() {
        desk.edit(METFORMIN, Action.EDIT, "Metformin 5000 mg twice daily.", null);
        assertThat(desk.draft().text())
                .contains("5000 mg twice daily. [clinician's words, contradicted by the chart: ");
        assertThat(desk.sign()).isEqualTo(new SignOutcome.Unacknowledged(1));
        assertThat(desk.draft().signature()).isEmpty();
        assertThat(desk.edit(METFORMIN, Action.ACKNOWLEDGE, null, null)).isInstanceOf(EditOutcome.Edited.class);
        assertThat(desk.draft().text()).as("it still says so").contains("contradicted by the chart");
        assertThat(desk.sign()).isInstanceOf(SignOutcome.Signed.class);
    }

    @Test
    void everyTryToSignIsRecordedAndWhatCameOfIt() {
        desk.edit(METFORMIN, Action.EDIT, "Metformin 5000 mg twice daily.", null);
        desk.sign();
        desk.edit(METFORMIN, Action.ACKNOWLEDGE, null, null);
        desk.sign();
        assertThat(desk.audit.events())
                .filteredOn(event -> event.kind() == AuditEvent.Kind.SIGNED)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.detail()).startsWith("draft " + desk.id + " text "));
        assertThat(desk.audit.ends())
                .filteredOn(event -> event.kind() == AuditEvent.Kind.SIGNED)
                .extracting(end -> end.outcome() + " " + end.detail().replaceAll("^.*, ", ""))
                .containsExactly("REFUSED contradicted-words", "DONE signed");
    }

    @Test
    void aPersonWhoSignsAgainInAnotherRoleHasSignedOnceAndAnotherPersonHasNot() {
        Optional<String> hassan = Optional.of("Practitioner/hassan");
        assertThat(desk.sign(new Signer("PractitionerRole/day", hassan))).isInstanceOf(SignOutcome.Signed.class);
        assertThat(desk.sign(Signer.of("Practitioner/hassan"))).isInstanceOf(SignOutcome.Signed.class);
        assertThat(desk.sign(new Signer("PractitionerRole/night", hassan))).isInstanceOf(SignOutcome.Signed.class);
        assertThat(desk.sign(Signer.of("PractitionerRole/night"))).isEqualTo(new SignOutcome.SignedByAnother());
        assertThat(desk.sign(new Signer("PractitionerRole/day", Optional.of("Practitioner/tom"))))
                .as("the role passed on")
                .isEqualTo(new SignOutcome.SignedByAnother());
        assertThat(desk.draft().signature().orElseThrow().signer())
                .as("as the EHR named the user")
                .isEqualTo("PractitionerRole/day");
    }

    @Test
    void aRecalledDraftIsNotSigned() {
        desk.drafts.recall("ward", desk.id);
        assertThat(desk.sign()).isEqualTo(new SignOutcome.Recalled());
        assertThat(desk.draft().signature()).isEmpty();
        assertThat(desk.audit.ends())
                .extracting(end -> end.outcome() + " " + end.detail().replaceAll("^.*, ", ""))
                .containsExactly("REFUSED recalled");
    }

    @Test
    void aRecalledDraftIsNotWorkedOnAndItsChartIsNotReadForIt() {
        desk.drafts.recall("ward", desk.id);
        String recalled = desk.draft().text();
        for (Action action : Action.values()) {
            assertThat(desk.edit(METFORMIN, action, "Metformin 500 mg.", "wrong"))
                    .as("%s", action)
                    .isEqualTo(new EditOutcome.Recalled());
        }
        assertThat(desk.draft().text()).isEqualTo(recalled);
        assertThat(desk.draft().state()).isEqualTo(DraftState.DRAFTED);
        assertThat(desk.audit.events()).isEmpty();
    }

    @Test
    void anotherEditNeedsAnAcknowledgementOfItsOwn() {
        desk.edit(METFORMIN, Action.EDIT, "Metformin 5000 mg twice daily.", null);
        desk.edit(METFORMIN, Action.ACKNOWLEDGE, null, null);
        desk.edit(METFORMIN, Action.EDIT, "Metformin 50 mg twice daily.", null);
        assertThat(desk.sign()).isEqualTo(new SignOutcome.Unacknowledged(1));
    }

    @Test
    void wordsThatStandNowhereInTheChartAreSaidToBeSo() {
        desk.edit(HEART_FAILURE, Action.INSERT, "Lives with two cats on the third floor.", null);
        assertThat(desk.draft().text())
                .contains("- Heart failure.\n- Lives with two cats on the third floor. [clinician's words, not ");
        assertThat(desk.sign()).isInstanceOf(SignOutcome.Signed.class);
    }

    @Test
    void aRejectedStatementIsGoneWithItsHeadingAndComesBackRestored() {
        String drafted = desk.draft().text();
        desk.edit(PENICILLIN, Action.REJECT, null, "outdated");
        assertThat(desk.draft().text())
                .doesNotContain("Penicillin", "ALLERGIES")
                .contains("1 removed");
        desk.edit(PENICILLIN, Action.RESTORE, null, null);
        assertThat(desk.draft().text()).isEqualTo(drafted);
        assertThat(desk.draft().review().edits())
                .as("what was done stays known")
                .hasSize(2);
    }

    @Test
    void insertedWordsCanBeEditedAndTakenOut() {
        desk.edit(HEART_FAILURE, Action.INSERT, "Heart failure.", null);
        int inserted = desk.draft().content().statements().size();
        desk.edit(inserted, Action.INSERT, "Second.", null);
        desk.edit(inserted, Action.EDIT, "First.", null);
        assertThat(desk.draft().text()).containsSubsequence("- Heart failure.\n", "- First. [", "- Second. [");
        desk.edit(inserted, Action.REJECT, null, "other");
        assertThat(desk.draft().text()).doesNotContain("First.").contains("Second.");
    }

    @Test
    void anotherTextThanTheOneSeenIsNotEdited() {
        assertThat(desk.edit(METFORMIN, Action.EDIT, "x", null, "0".repeat(64), "p1"))
                .isEqualTo(new EditOutcome.OtherText());
        assertThat(desk.draft().review().edits()).isEmpty();
    }

    @Test
    void case41AnotherPatientsDraftIsUnknown() {
        assertThat(desk.edit(METFORMIN, Action.EDIT, "x", null, desk.draft().textHash(), "p2"))
                .isEqualTo(new EditOutcome.UnknownDraft());
    }

    @Test
    void whatIsImpossibleIsRefusedWithAStableWord() {
        assertThat(desk.edit(WITHHELD, Action.EDIT, "Diabetes.", null)).isEqualTo(impossible("not-in-text"));
        assertThat(desk.edit(99, Action.EDIT, "x", null)).isEqualTo(impossible("no-such-statement"));
        assertThat(desk.edit(-1, Action.EDIT, "x", null)).isEqualTo(impossible("no-such-statement"));
        assertThat(desk.edit(METFORMIN, Action.EDIT, " \u200b ", null)).isEqualTo(impossible("text-missing"));
        assertThat(desk.edit(METFORMIN, Action.EDIT, "x".repeat(1_001), null)).isEqualTo(impossible("text-too-long"));
        assertThat(desk.edit(METFORMIN, Action.REJECT, null, "because")).isEqualTo(impossible("reason-missing"));
        assertThat(desk.edit(METFORMIN, Action.ACKNOWLEDGE, null, null))
                .isEqualTo(impossible("nothing-to-acknowledge"));
    }

    @Test
    void case13CharactersThatDoNotShowAreTakenOutOfAReviewersWords() {
        desk.edit(METFORMIN, Action.EDIT, "Metformin\u202e 500 mg\u0007 twice\u200b daily.\n- Forged line.", null);
        assertThat(desk.draft().text())
                .contains("- Metformin 500 mg twice daily. - Forged line. [clinician's words")
                .doesNotContain("\u202e", "\u200b", "\u0007");
    }

    /** Invariant 3: WBK-12, approve then edit. */
    @Test
    void invariant3AnEditAfterTheSignatureTakesTheSignatureAway() {
        assertThat(desk.sign()).isInstanceOf(SignOutcome.Signed.class);
        assertThat(desk.edit(METFORMIN, Action.REJECT, null, "wrong")).isInstanceOf(EditOutcome.Edited.class);
        assertThat(desk.draft().signature()).isEmpty();
        assertThat(desk.draft().state()).isEqualTo(DraftState.EDITED);
    }

    private static EditOutcome impossible(String code) {
        return new EditOutcome.Impossible(code);
    }
}
