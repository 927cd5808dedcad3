package org.anamnesis.injection;

import java.util.Optional;

/** Finds the first suspicious passage of a text. Safe for use by many threads. */
public final class Suspicions {

    /** So many hidden characters no copying leaves behind. */
    private static final int HIDDEN = 4;

    /** One word in mixed letters can be a slip of a keyboard. */
    private static final int ALIKE = 2;

    private Suspicions() {}

    /** Why a text is suspicious; empty where nothing is. */
    public static Optional<Suspicion> find(String text) {
        boolean plain = HiddenText.isPlain(text);
        if (!plain && (HiddenText.count(text) >= HIDDEN || HiddenText.hasOverride(text))) {
            return Optional.of(whole(Reason.HIDDEN_CHARACTERS, text));
        }
        if (!plain && LookAlikes.count(text) >= ALIKE) {
            return Optional.of(whole(Reason.LOOK_ALIKES, text));
        }
        String seen = plain ? text : HiddenText.removed(text);
        Optional<Suspicion> instruction = Instructions.find(seen);
        if (instruction.isPresent()) {
            return seen.length() == text.length() ? instruction : instruction.map(found -> whole(found.reason(), text));
        }
        return Disguises.find(text)
                .or(() -> Disguises.undone(seen).stream()
                        .flatMap(undone -> Instructions.find(undone).stream())
                        .findFirst()
                        .map(found -> whole(found.reason(), text)))
                .or(() -> Requests.find(seen));
    }

    private static Suspicion whole(Reason reason, String text) {
        return new Suspicion(reason, 0, text.length());
    }
}
