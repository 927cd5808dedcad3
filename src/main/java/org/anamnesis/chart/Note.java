package org.anamnesis.chart;

import java.util.List;

/**
 * A note's text beside the fact that names it.
 *
 * @param id the id of the note's fact
 * @param body what could be read of it
 */
public record Note(CitationId id, Body body) {

    /** The category of what carries the label AIAST (HL7 v3 ObservationValue), our own filed summaries among it. */
    public static final String WRITTEN_WITH_AI = "written with AI";

    /** Whether a note's fact carries that label: then its sentences are no evidence for anything. */
    public static boolean isWrittenWithAi(Fact note) {
        return note.attributes(Attribute.Role.CATEGORY)
                .anyMatch(category -> category.text().equals(WRITTEN_WITH_AI));
    }

    /** What could be read of a note; a note that was not read is never an empty one. */
    public sealed interface Body {

        /** Its text in full, and its sentences in reading order. */
        record Text(String plain, List<Passage> passages) implements Body {
            public Text {
                passages = List.copyOf(passages);
            }
        }

        /**
         * Its text was not read.
         *
         * @param reason a stable word: {@code no-text} (a scanned image), {@code too-large}, {@code unknown-format},
         *     {@code encrypted}, {@code broken}, {@code timeout}, {@code foreign-address}, {@code not-found},
         *     {@code not-permitted}, {@code failed}, {@code not-asked}
         */
        record Unread(String reason) implements Body {}
    }
}
