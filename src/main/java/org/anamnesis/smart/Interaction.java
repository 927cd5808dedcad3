package org.anamnesis.smart;

import java.util.EnumSet;
import java.util.Set;

/** What a scope allows on a resource type, in the order SMART writes the letters: {@code cruds}. */
public enum Interaction {
    CREATE('c'),
    READ('r'),
    UPDATE('u'),
    DELETE('d'),
    SEARCH('s');

    private final char letter;

    Interaction(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    static Set<Interaction> ofLetters(String letters) {
        Set<Interaction> all = EnumSet.noneOf(Interaction.class);
        for (Interaction one : values()) {
            if (letters.indexOf(one.letter) >= 0) {
                all.add(one);
            }
        }
        return all;
    }
}
