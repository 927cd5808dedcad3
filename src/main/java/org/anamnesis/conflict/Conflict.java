package org.anamnesis.conflict;

import java.util.Locale;
import java.util.stream.Stream;
import org.anamnesis.chart.CitationId;

/**
 * Two things a chart says that cannot both be so.
 *
 * @param kind what sort of contradiction it is
 * @param about what it is about: a drug, a finding, a test
 * @param a the one side; of a note against the rest of the chart, the note
 * @param b the other side
 */
public record Conflict(Kind kind, String about, Side a, Side b) {

    /** The sorts of contradiction. */
    public enum Kind {
        /** One drug current twice with other dosages. */
        TWO_DOSAGES("two current dosages"),
        /** One drug current in one list and stopped later in another. */
        ACTIVE_AND_STOPPED("active and stopped"),
        /** One problem active and, of the same day or later, resolved. */
        ACTIVE_AND_RESOLVED("active and resolved"),
        /** A drug is current although an active allergy names it or its class. */
        ALLERGY_AND_ORDER("ordered in spite of an allergy"),
        /** An allergy, and that there is none. */
        ALLERGY_AND_NONE("an allergy, and none known"),
        /** A note has another dose than the order of its day. */
        DOSE("another dose"),
        /** A note has another length of treatment than the order. */
        DURATION("another duration"),
        /** A note goes on with a drug that was stopped before. */
        CONTINUED_AFTER_STOP("continued after it was stopped"),
        /** A note stops a drug that is still ordered. */
        ORDERED_AFTER_STOP("still ordered after it was stopped"),
        /** Left here, right there. */
        LATERALITY("another side"),
        /** A note has another value than was measured on its day. */
        MEASUREMENT("another value"),
        /** Resuscitation is to be tried, and is not. */
        CODE_STATUS("another code status"),
        /** A treatment or device is in use, and is not. */
        THERAPY("used, and not used"),
        /** A diagnosis is stated, and said not to be one. */
        DIAGNOSIS("stated, and denied"),
        /** A substance is used, and its use is denied. */
        SUBSTANCE_USE("used, and denied"),
        /** Two statements of which only one can be so. */
        EXCLUSIVE("two statements that exclude each other");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** A stable word for callers, e.g. {@code allergy-and-order}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The words for it on a screen. */
        public String word() {
            return word;
        }
    }

    /** The conflict in one line: what it is about, and what each side says and when. */
    public String words() {
        return about + " (" + kind.word() + "): " + a.words() + "; " + b.words();
    }

    /** Everything both sides cite. */
    public Stream<CitationId> citations() {
        return Stream.concat(a.citations().stream(), b.citations().stream());
    }
}
