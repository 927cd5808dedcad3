package org.anamnesis.deidentification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the identifiers of a text. Safe for use by many threads; time grows with the text's length. */
public final class Deidentifier {

    /** What says what it is comes first, then what has a form of its own, and names last, among what is left. */
    private static final List<Recognizer> RECOGNIZERS = Stream.of(
                    Contacts.all(),
                    Dates.written(),
                    Numbers.ofPersons(),
                    List.of(Contacts.phones()),
                    Numbers.others(),
                    Dates.others(),
                    Places.all(),
                    List.<Recognizer>of(new Persons()))
            .flatMap(List::stream)
            .toList();

    private static final List<Recognizer> OF_NUMBERS = Stream.of(
                    Contacts.all(),
                    Dates.written(),
                    Numbers.ofPersons(),
                    List.of(Contacts.phones()),
                    Numbers.others(),
                    Dates.others())
            .flatMap(List::stream)
            .toList();

    private Deidentifier() {}

    /** The identifiers, in the text's order; no two share a character. */
    public static List<Found> find(String text) {
        return find(text, RECOGNIZERS);
    }

    /** Dates, numbers and contacts alone, in the text's order: for text that names drugs and tests, which look like names. */
    public static List<Found> findNumbers(String text) {
        return find(text, OF_NUMBERS);
    }

    /** Whether a name is a word of everyday language or of medicine too: "May", "Parkinson". */
    public static boolean isAlsoAWord(String name) {
        return Vocabulary.of(name) == Vocabulary.Standing.EITHER || Vocabulary.of(name) == Vocabulary.Standing.WORD;
    }

    /** Whether the word at a place of a text is part of the name of a disease, a sign or a device: "Parkinson disease". */
    public static boolean isEponym(String text, int start, int end) {
        NameWord word = NameWord.of(text, text.substring(start, end), start);
        return new NameContext(text, new NameRun(List.of(word)), true).isEponym();
    }

    private static List<Found> find(String text, List<Recognizer> recognizers) {
        List<Found> found = new ArrayList<>();
        for (Recognizer recognizer : recognizers) {
            for (Found one : recognizer.find(text, found)) {
                if (found.stream().noneMatch(one::overlaps)) {
                    found.add(one);
                }
            }
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }
}
