package org.anamnesis.focus;

import java.util.List;
import org.anamnesis.chart.Fact;

/**
 * Facts of one sort that answer a question in one reading of it.
 *
 * @param topic the sort
 * @param exact whether they are called by the question's very words
 * @param span the time they were picked from
 * @param facts in order of time, never empty
 */
record Picked(Topic topic, boolean exact, Window span, List<Fact> facts) {

    Picked {
        facts = List.copyOf(facts);
    }
}
