package org.anamnesis.digest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;

/** Builds a line of one fact and of what goes with it, each further fact with its id in brackets beside it. */
final class LineText {

    private static final String BETWEEN = " | ";

    private final Fact first;
    private final StringBuilder text;
    private final Set<CitationId> ids = new LinkedHashSet<>();

    LineText(Fact first) {
        this.first = first;
        this.text = new StringBuilder(FactLine.of(first));
        ids.add(first.id());
    }

    /** A field in words of ours. */
    LineText field(String words) {
        text.append(BETWEEN).append(words);
        return this;
    }

    LineText field(Optional<String> words) {
        words.ifPresent(this::field);
        return this;
    }

    /** A field that tells further facts: {@code earlier 4.1 2024-11-08 [L12]; 4.4 2024-11-01 [L15]}. */
    LineText facts(String label, List<Mention> mentions) {
        if (!mentions.isEmpty()) {
            List<String> told = new ArrayList<>();
            for (Mention mention : mentions) {
                told.add(mention.text());
                ids.add(mention.fact().id());
            }
            text.append(BETWEEN).append(label).append(' ').append(String.join("; ", told));
        }
        return this;
    }

    /** @param all the facts the line stands for, the cited ones included */
    Line standingFor(Stream<Fact> all) {
        List<CitationId> folded =
                all.map(Fact::id).distinct().filter(id -> !ids.contains(id)).toList();
        return new Line(first.kind(), text.toString(), List.copyOf(ids), folded);
    }

    /**
     * A further fact within a line.
     *
     * @param fact what is cited
     * @param text what it says, and its id
     */
    record Mention(Fact fact, String text) {

        /** Words, when, and its id. */
        static Mention of(Fact fact, String words) {
            String time =
                    fact.time().map(ClinicalTime::iso).map(iso -> " " + iso).orElse("");
            return new Mention(fact, (FactLine.oneLine(words) + time + " [" + fact.id() + "]").strip());
        }

        /** Its id alone. */
        static Mention bare(Fact fact) {
            return new Mention(fact, "[" + fact.id() + "]");
        }
    }
}
