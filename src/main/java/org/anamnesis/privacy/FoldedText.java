package org.anamnesis.privacy;

import java.text.Normalizer;

/** A text in small letters without accents, character by character, so that places in it are places in the text. */
final class FoldedText {

    private FoldedText() {}

    static String of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            folded.append(folded(text.charAt(at)));
        }
        return folded.toString();
    }

    private static char folded(char character) {
        char small = Character.toLowerCase(character);
        return small < 128
                ? small
                : Normalizer.normalize(String.valueOf(small), Normalizer.Form.NFD)
                        .charAt(0);
    }
}
