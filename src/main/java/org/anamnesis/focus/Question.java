package org.anamnesis.focus;

import org.anamnesis.chart.ClinicalTime;

/**
 * A question or a topic about one chart, in words.
 *
 * @param text as asked
 * @param now what "now" means for it: the chart's or the encounter's moment, never the machine's clock
 */
public record Question(String text, ClinicalTime now) {

    public Question {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a question has words");
        }
    }
}
