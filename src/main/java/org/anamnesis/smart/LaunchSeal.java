package org.anamnesis.smart;

import java.util.Optional;
import java.util.function.BinaryOperator;

/** Seals what a browser keeps for us between two steps of a launch, in letters that a cookie and an address can hold. */
public final class LaunchSeal {

    private static final int LONGEST = 16 * 1024;

    private final BinaryOperator<String> close;
    private final BinaryOperator<String> open;

    /**
     * @param close seals a text for an owner: a key's name, a colon, and base64
     * @param open opens it for the same owner, or throws
     */
    public LaunchSeal(BinaryOperator<String> close, BinaryOperator<String> open) {
        this.close = close;
        this.open = open;
    }

    String close(String text, String owner) {
        return close.apply(text, owner)
                .replace(':', '.')
                .replace('+', '-')
                .replace('/', '_')
                .replace("=", "");
    }

    /** The text; empty for what was not sealed here, for this owner, or was altered. */
    Optional<String> open(String sealed, String owner) {
        int dot = sealed.indexOf('.');
        if (dot < 0 || sealed.length() > LONGEST) {
            return Optional.empty();
        }
        String base64 = sealed.substring(dot + 1).replace('-', '+').replace('_', '/');
        try {
            return Optional.of(open.apply(sealed.substring(0, dot) + ":" + base64, owner));
        } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }
}
