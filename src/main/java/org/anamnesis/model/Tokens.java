package org.anamnesis.model;

import org.anamnesis.privacy.Released;

/** Tokens from characters, rather too many than too few: clinical text has about 3.5 characters a token. */
final class Tokens {

    private static final int CHARACTERS = 3;

    private Tokens() {}

    static long of(long characters) {
        return (characters + CHARACTERS - 1) / CHARACTERS;
    }

    static long of(Released prompt) {
        return of((long) prompt.instructions().length() + prompt.chartBlock().length());
    }
}
