package org.anamnesis.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anamnesis.draft.Authorship;
import org.anamnesis.store.DraftEdit;
import org.anamnesis.store.DraftState;
import org.anamnesis.store.DraftVersions.Version;
import org.anamnesis.store.Signer;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/**
 * What was drafted or signed of the launched patient, without its text.
 *
 * @param document what it is, in words
 * @param state as {@link DraftState} has it, in small letters with hyphens
 * @param composedBy {@code model} or {@code rules}
 * @param edits how many changes were made to it
 * @param edited the last of them
 * @param location its reference in the EHR, once it is there
 * @param replaces the id of the filed one in whose place it is to stand
 * @param recalled whether something it was made from turned out to be wrong
 * @param canOpen whether its review can go on here
 * @param canCorrect whether a draft can be begun to take its place
 * @param canRetract whether the user, who signed it, can have the EHR mark it as entered in error
 */
public record VersionView(
        String draftId,
        String document,
        String state,
        String composedAt,
        String composedBy,
        @Nullable String modelName,
        @Nullable String promptVersion,
        int edits,
        @Nullable Act edited,
        @Nullable Act signed,
        @Nullable String location,
        @Nullable String replaces,
        boolean recalled,
        boolean canOpen,
        boolean canCorrect,
        boolean canRetract) {

    /**
     * Who did something, and when.
     *
     * @param by a Practitioner or PractitionerRole reference
     * @param byName what that person is called, where that is known
     */
    public record Act(String by, @Nullable String byName, String at) {

        static Act of(String by, Instant at, Names.At names) {
            return new Act(by, names.of(by).orElse(null), at.toString());
        }
    }

    /** All of them, the newest first; a record, because the API writes records and nothing else. */
    public record Listed(List<VersionView> versions) {}

    /**
     * The texts of one: as it was drafted, and as it is now. Where nobody changed it they are the same.
     *
     * @param textHash SHA-256 of {@code text}
     */
    public record Texts(String draftId, String drafted, String text, String textHash) {

        static Texts of(StoredDraft draft) {
            return new Texts(draft.id().toString(), draft.review().drafted(), draft.text(), draft.textHash());
        }
    }

    /**
     * A version as a user is told of it.
     *
     * @param isOwn whether it was made for the user
     * @param signer the user, where the EHR names one who may change and sign
     */
    static VersionView of(Version version, boolean isOwn, Optional<Signer> signer, Names.At names) {
        StoredDraft draft = version.draft();
        Authorship authorship = draft.content().authorship();
        Optional<DraftEdit> last = draft.review().edits().isEmpty()
                ? Optional.empty()
                : Optional.of(draft.review().edits().getLast());
        boolean isShowable = signer.isPresent() && version.hasView();
        return new VersionView(
                draft.id().toString(),
                draft.content().document().title(),
                word(draft.state()),
                draft.composedAt().toString(),
                authorship.code(),
                authorship instanceof Authorship.ByModel model ? model.model() : null,
                authorship instanceof Authorship.ByModel model ? model.promptVersion() : null,
                draft.review().edits().size(),
                last.map(edit -> Act.of(edit.by(), edit.at(), names)).orElse(null),
                draft.signature()
                        .map(signature -> Act.of(signature.signer(), signature.at(), names))
                        .orElse(null),
                draft.filed().map(StoredDraft.Filed::location).orElse(null),
                draft.review().replaces().map(Object::toString).orElse(null),
                draft.review().recalled(),
                isShowable && isOwn && draft.state().isOpen(),
                isShowable && draft.state() == DraftState.FILED,
                draft.state().next().contains(DraftState.ENTERED_IN_ERROR) && isSignedBy(draft, signer));
    }

    /** Whether a person signed a draft. */
    static boolean isSignedBy(StoredDraft draft, Optional<Signer> person) {
        return person.flatMap(one -> draft.signature().filter(signature -> signature.isBy(one)))
                .isPresent();
    }

    private static String word(DraftState state) {
        return switch (state) {
            case DRAFTED -> "drafted";
            case EDITED -> "edited";
            case SIGNED -> "signed";
            case FILED -> "filed";
            case REJECTED -> "rejected";
            case SUPERSEDED -> "superseded";
            case ENTERED_IN_ERROR -> "entered-in-error";
            case EXPIRED -> "expired";
        };
    }
}
