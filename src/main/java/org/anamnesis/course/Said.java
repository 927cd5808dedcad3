package org.anamnesis.course;

import java.util.Arrays;
import java.util.Locale;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Fact;

/** What a medication fact is: an order, a report of what is taken, a dose that was given, a package handed out. */
public enum Said {
    ORDERED,
    REPORTED,
    GIVEN,
    DISPENSED;

    /** As the fact's category says; an order where it says nothing. */
    public static Said of(Fact medication) {
        return medication
                .attributes(Attribute.Role.CATEGORY)
                .flatMap(category ->
                        Arrays.stream(values()).filter(said -> said.word().equals(category.text())))
                .findFirst()
                .orElse(ORDERED);
    }

    /** Whether it states how the drug is to be or is being taken, other than a single event. */
    public boolean isStatement() {
        return this == ORDERED || this == REPORTED;
    }

    /** The word for it, as the facts' categories have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
