package org.anamnesis.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Derivation;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Note;
import org.anamnesis.injection.Reason;
import org.anamnesis.injection.Suspicion;
import org.anamnesis.injection.Suspicions;
import org.anamnesis.injection.SuspiciousSentences;

/** Looks through a chart's free text for passages that try to instruct a model, to warn the clinician of them. */
public final class FlaggedPassages {

    private static final int LONGEST = 300;
    private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n");

    private static final Derivation<List<Flagged>> FLAGGED = Derivation.of(FlaggedPassages::find);

    private FlaggedPassages() {}

    /**
     * A passage that is suspicious.
     *
     * @param id the fact, or the sentence of a note, that it stands in
     * @param reason a stable word
     * @param words the reason for people
     * @param text the passage, shortened
     */
    public record Flagged(CitationId id, String reason, String words, String text) {}

    /** The suspicious passages, in the chart's order. */
    public static List<Flagged> of(Chart chart) {
        return FLAGGED.from(chart);
    }

    /** Begins to look for them, for somebody who will ask soon. */
    public static void ahead(Chart chart) {
        FLAGGED.ahead(chart);
    }

    private static List<Flagged> find(Chart chart) {
        List<Flagged> flagged = new ArrayList<>();
        Set<String> harmless = new HashSet<>();
        chart.patient()
                .name()
                .flatMap(name -> flagged(new CitationId(FactKind.PATIENT, 1), name))
                .ifPresent(flagged::add);
        for (Fact fact : chart.facts()) {
            texts(fact)
                    .flatMap(text -> flagged(fact.id(), text, harmless).stream())
                    .findFirst()
                    .or(() -> hidden(fact))
                    .ifPresent(flagged::add);
        }
        for (Note note : chart.notes()) {
            if (note.body() instanceof Note.Body.Text text) {
                flagged.addAll(inNote(note.id(), text, SuspiciousSentences.of(chart), harmless));
            }
        }
        return List.copyOf(flagged);
    }

    /** What was hidden in a fact's words was taken out when the chart was read; that it stood there is worth a warning. */
    private static Optional<Flagged> hidden(Fact fact) {
        return fact.attribute(Attribute.Role.HIDDEN_CHARACTERS)
                .map(known -> new Flagged(
                        fact.id(),
                        Reason.HIDDEN_CHARACTERS.code(),
                        Reason.HIDDEN_CHARACTERS.words(),
                        PrivacyStep.seen(fact.concept().text())));
    }

    /** A sentence by itself; else the paragraph around it, where only the whole tells. */
    private static List<Flagged> inNote(
            CitationId id, Note.Body.Text text, Map<CitationId, Suspicion> suspicious, Set<String> harmless) {
        List<Flagged> sentences = text.passages().stream()
                .flatMap(passage -> Stream.ofNullable(suspicious.get(passage.id()))
                        .map(found -> flagged(passage.id(), passage.text(), found)))
                .toList();
        if (!sentences.isEmpty()) {
            return sentences;
        }
        return PARAGRAPH
                .splitAsStream(text.plain())
                .flatMap(paragraph -> flagged(id, paragraph, harmless).stream())
                .limit(1)
                .toList();
    }

    private static Stream<String> texts(Fact fact) {
        Stream<String> attributes = fact.attributes().stream()
                .filter(attribute -> attribute.time().isEmpty() && attribute.role() != Attribute.Role.HIDDEN_CHARACTERS)
                .map(Attribute::text);
        Stream<String> codes = fact.concept().codings().stream().map(coding -> coding.display());
        Stream<String> value = fact.value().stream().map(known -> known.text());
        return Stream.of(Stream.of(fact.concept().text()), codes, value, attributes)
                .flatMap(texts -> texts);
    }

    /** @param harmless texts that were looked at before; a chart says the same many times */
    private static Optional<Flagged> flagged(CitationId id, String text, Set<String> harmless) {
        if (harmless.contains(text)) {
            return Optional.empty();
        }
        Optional<Flagged> found = flagged(id, text);
        if (found.isEmpty()) {
            harmless.add(text);
        }
        return found;
    }

    private static Optional<Flagged> flagged(CitationId id, String text) {
        return Suspicions.find(text).map(found -> flagged(id, text, found));
    }

    private static Flagged flagged(CitationId id, String text, Suspicion found) {
        return new Flagged(id, found.reason().code(), found.reason().words(), passage(text, found));
    }

    private static String passage(String text, Suspicion found) {
        String passage = text.substring(found.start(), Math.min(text.length(), found.end()))
                .strip();
        String whole = passage.length() < 20 ? text.strip() : passage;
        return PrivacyStep.seen(whole.length() > LONGEST ? whole.substring(0, LONGEST) + " ..." : whole);
    }
}
