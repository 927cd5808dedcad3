package org.anamnesis.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.prose.Block.Shape;

/**
 * A text in full and its sentences in reading order. Every character of the text that is not white space stands in exactly
 * one of them.
 *
 * @param plain the text as a reader of the original sees it
 * @param sentences its sentences
 * @param hidden whether characters that do not show were taken out
 */
public record Prose(String plain, List<Sentence> sentences, boolean hidden) {

    /** A row of a table longer than this holds prose, not values. */
    private static final int LONGEST_ROW = 300;

    public Prose {
        sentences = List.copyOf(sentences);
    }

    /** Reads blocks as prose. */
    public static Prose of(List<Block> blocks) {
        Layout layout = Layout.of(blocks);
        List<Run> runs = Wrapping.runs(layout);
        List<Optional<String>> sections = Sections.of(layout.plain(), runs);
        List<Sentence> sentences = new ArrayList<>();
        for (int at = 0; at < runs.size(); at++) {
            Optional<String> section = sections.get(at);
            Run run = runs.get(at);
            for (Span span : spans(layout.plain(), run)) {
                String words = VisibleText.folded(layout.plain().substring(span.start(), span.end()));
                sentences.add(new Sentence(section, words, span.start(), span.end()));
            }
        }
        return new Prose(layout.plain(), sentences, layout.hidden());
    }

    private static List<Span> spans(String plain, Run run) {
        Span whole = new Span(run.start(), run.end());
        boolean oneRow = run.first().shape() == Shape.ROW && whole.length() <= LONGEST_ROW;
        return oneRow ? List.of(whole) : SentenceEnds.split(plain, whole);
    }
}
