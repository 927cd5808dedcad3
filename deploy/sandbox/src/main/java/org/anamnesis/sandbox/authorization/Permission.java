package org.anamnesis.sandbox.authorization;

import java.util.Arrays;
import java.util.Optional;

/** What a SMART v2 scope lets its holder do, in the order the letters are written: {@code cruds}. */
public enum Permission {
    /** {@code c}. */
    CREATE('c'),
    /** {@code r}: read, vread and the history of one resource. */
    READ('r'),
    /** {@code u}: update and patch. */
    UPDATE('u'),
    /** {@code d}. */
    DELETE('d'),
    /** {@code s}: search within a type. */
    SEARCH('s');

    private final char letter;

    Permission(char letter) {
        this.letter = letter;
    }

    /** The letter in a scope. */
    public char letter() {
        return letter;
    }

    static Optional<Permission> of(char letter) {
        return Arrays.stream(values())
                .filter(permission -> permission.letter == letter)
                .findFirst();
    }
}
