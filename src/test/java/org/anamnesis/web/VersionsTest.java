package org.anamnesis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anamnesis.draft.Authorship;
import org.anamnesis.store.DraftContent;
import org.anamnesis.store.DraftEdit;
import org.anamnesis.store.DraftState;
import org.anamnesis.store.DraftVersions.Version;
import org.anamnesis.store.Signer;
import org.anamnesis.store.StoredDraft;
import org.junit.jupiter.api.Test;

/** Which drafts a user is shown, and what of them. */
class VersionsTest {

    private static final Instant AT = Instant.parse("2025-03-04T12:00:00Z");
    private static final Optional<Signer> EVA = Optional.of(Signer.of("Practitioner/eva"));

    private static final Optional<String> BY_EVA = Optional.of("Practitioner/eva");

    @Test
    void aDraftThatNobodySignedIsItsUsersAlone() {
        Version drafted = version(DraftState.EDITED, Optional.empty(), Optional.of("user-1"));
        assertThat(VersionsResource.isFor(drafted, "user-1", EVA, false)).isTrue();
        assertThat(VersionsResource.isFor(drafted, "user-2", EVA, true)).isFalse();
        assertThat(VersionsResource.isFor(
                        version(DraftState.DRAFTED, Optional.empty(), Optional.empty()), "user-1", EVA, true))
                .as("of a caller without a page")
                .isFalse();
    }

    @Test
    void aSignedOneIsForWhoeverReadsTheDocumentsOfTheEhrAndForItsSigner() {
        Version filed = version(DraftState.FILED, Optional.of("Practitioner/eva"), Optional.of("user-1"));
        assertThat(VersionsResource.isFor(filed, "user-2", Optional.empty(), true))
                .isTrue();
        assertThat(VersionsResource.isFor(filed, "user-2", Optional.empty(), false))
                .isFalse();
        assertThat(VersionsResource.isFor(filed, "user-2", EVA, false)).isTrue();
    }

    @Test
    void tellsWhoChangedAndSignedByNameWhereOneIsKnown() {
        VersionView view = VersionView.of(
                version(DraftState.FILED, Optional.of("Practitioner/eva"), Optional.of("user-1")),
                true,
                EVA,
                reference -> reference.equals("Practitioner/eva") ? Optional.of("Dr. Eva Hand") : Optional.empty());
        assertThat(view.document()).isEqualTo("Chart summary");
        assertThat(view.state()).isEqualTo("filed");
        assertThat(view.edits()).isEqualTo(1);
        assertThat(view.edited()).isEqualTo(new VersionView.Act("Practitioner/2", null, AT.toString()));
        assertThat(view.signed()).isEqualTo(new VersionView.Act("Practitioner/eva", "Dr. Eva Hand", AT.toString()));
        assertThat(view.canOpen()).as("its review is over").isFalse();
        assertThat(view.canCorrect()).isTrue();
        assertThat(view.recalled()).isFalse();
    }

    @Test
    void onlyOnesOwnOpenDraftCanBeGoneOnWithAndOnlyByWhoMaySign() {
        Version edited = version(DraftState.EDITED, Optional.empty(), Optional.of("user-1"));
        assertThat(VersionView.of(edited, true, EVA, reference -> Optional.empty())
                        .canOpen())
                .isTrue();
        assertThat(VersionView.of(edited, false, EVA, reference -> Optional.empty())
                        .canOpen())
                .isFalse();
        assertThat(VersionView.of(edited, true, Optional.empty(), reference -> Optional.empty())
                        .canOpen())
                .isFalse();
    }

    @Test
    void onlyItsSignerCanTakeBackWhatIsInTheEhr() {
        Version filed = version(DraftState.FILED, BY_EVA, Optional.of("user-1"));
        Version superseded = version(DraftState.SUPERSEDED, BY_EVA, Optional.of("user-1"));
        Version waiting = version(DraftState.SIGNED, BY_EVA, Optional.of("user-1"));
        assertThat(canRetract(filed, EVA)).isTrue();
        assertThat(canRetract(superseded, EVA)).isTrue();
        assertThat(canRetract(waiting, EVA)).as("not in the EHR yet").isFalse();
        assertThat(canRetract(filed, Optional.of(Signer.of("Practitioner/tom"))))
                .isFalse();
        assertThat(canRetract(filed, Optional.empty())).isFalse();
        assertThatCode(() -> DraftEndResource.requireSigner(filed.draft(), Signer.of("Practitioner/eva")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> DraftEndResource.requireSigner(filed.draft(), Signer.of("Practitioner/tom")))
                .isInstanceOfSatisfying(
                        ApiRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo("not-the-signer"));
    }

    @Test
    void whoSignedInARoleTakesBackAsThePersonWhoHasItAndNobodyElseDoes() {
        Version filed = version(DraftState.FILED, BY_EVA, Optional.of("user-1"));
        Signer evaInARole = new Signer("PractitionerRole/night", BY_EVA);
        assertThat(canRetract(filed, Optional.of(evaInARole))).isTrue();
        assertThat(VersionsResource.isFor(filed, "user-2", Optional.of(evaInARole), false))
                .isTrue();
        assertThat(canRetract(
                        filed, Optional.of(new Signer("PractitionerRole/night", Optional.of("Practitioner/tom")))))
                .isFalse();
        assertThat(canRetract(filed, Optional.of(Signer.of("PractitionerRole/night"))))
                .as("nobody said whose role it is")
                .isFalse();
    }

    private static boolean canRetract(Version version, Optional<Signer> person) {
        return VersionView.of(version, true, person, reference -> Optional.empty())
                .canRetract();
    }

    @Test
    void saysThatADraftWasRecalled() {
        Version recalled = version(DraftState.EDITED, Optional.empty(), Optional.of("user-1"), true);
        assertThat(VersionView.of(recalled, true, EVA, reference -> Optional.empty())
                        .recalled())
                .isTrue();
    }

    private static Version version(DraftState state, Optional<String> signer, Optional<String> shownTo) {
        return version(state, signer, shownTo, false);
    }

    private static Version version(
            DraftState state, Optional<String> signer, Optional<String> shownTo, boolean recalled) {
        DraftEdit edit = new DraftEdit(
                AT,
                "Practitioner/2",
                DraftEdit.Action.REJECT,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of("wrong"),
                Optional.empty());
        StoredDraft draft = new StoredDraft(
                UUID.randomUUID(),
                "ward",
                "p1",
                AT,
                "text",
                "0".repeat(64),
                new DraftContent(new Authorship.ByRules(Optional.empty()), List.of(), List.of()),
                signer.map(by -> new StoredDraft.Signature(by, AT)),
                Optional.empty(),
                new StoredDraft.Review(
                        state,
                        Optional.empty(),
                        Optional.empty(),
                        "text before",
                        List.of(edit),
                        Optional.empty(),
                        recalled));
        return new Version(draft, true, shownTo);
    }
}
