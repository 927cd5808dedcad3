package org.anamnesis.claims;

import java.util.List;
import java.util.stream.Stream;

/** Numbers in words; the place in a list tells the number. */
final class NumberWords {

    /** From zero to nineteen. */
    static final List<String> ONES = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");

    /** Twenty, thirty, up to ninety. */
    static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    /** From zero to twenty. */
    static final List<String> TO_TWENTY =
            Stream.concat(ONES.stream(), TENS.stream().limit(1)).toList();

    private NumberWords() {}
}
