package org.anamnesis.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.deidentification.Kind;
import org.junit.jupiter.api.Test;

/** A substitute has the shape of what it stands for, so that a model reads it as what it is. */
class InventedTest {

    private final Invented invented = new Invented(11);

    @Test
    void aNameIsANameInTheSameCase() {
        assertThat(invented.like("Thornfield", Kind.PERSON)).matches("\\p{Lu}\\p{Ll}{3,}");
        assertThat(invented.like("THORNFIELD", Kind.PERSON)).matches("\\p{Lu}{4,}");
        assertThat(invented.like("thornfield", Kind.PERSON)).matches("\\p{Ll}{4,}");
        assertThat(invented.like("T", Kind.PLACE)).matches("\\p{Lu}\\p{Ll}{3,}");
        assertThat(invented.like("O'Neil", Kind.PERSON)).matches("\\p{Lu}\\p{Ll}{3,}");
        assertThat(invented.like("Corvallis", Kind.PLACE)).matches("\\p{Lu}\\p{Ll}{3,}");
    }

    @Test
    void aNumberKeepsItsDigitsLettersAndWhatStandsBetweenThem() {
        String card = invented.like("AB-99231-k", Kind.DEVICE);
        assertThat(card).matches("[A-Z]{2}-\\d{5}-[a-z]").isNotEqualTo("AB-99231-k");
        assertThat(invented.like("(555) 010-2030", Kind.PHONE)).matches("\\(\\d{3}\\) \\d{3}-\\d{4}");
        assertThat(invented.like("x.q@e.org", Kind.EMAIL)).matches("[a-z]\\.[a-z]@[a-z]\\.[a-z]{3}");
    }

    @Test
    void everyDigitCanComeAndNoneIsTheSameAgainAndAgain() {
        String digits = invented.like("0".repeat(2_000), Kind.NUMBER);
        assertThat(digits.chars().distinct().count()).isEqualTo(10);
        String letters = invented.like("a1" + "a".repeat(2_000), Kind.NUMBER);
        assertThat(letters.chars().filter(Character::isLetter).distinct().count())
                .isEqualTo(26);
    }
}
