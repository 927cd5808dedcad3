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

    private Deidentifier() {}

    /** The identifiers, in the text's order; no two share a character. */
    public static List<Found> find(String text) {
        List<Found> found = new ArrayList<>();
        for (Recognizer recognizer : RECOGNIZERS) {
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
