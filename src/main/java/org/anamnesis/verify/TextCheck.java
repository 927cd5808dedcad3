package org.anamnesis.verify;

import java.util.List;
import java.util.function.Predicate;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.grounding.Verdict;
import org.anamnesis.grounding.Verification;
import org.anamnesis.prose.Block;
import org.anamnesis.prose.Prose;
import org.anamnesis.prose.Sentence;

/**
 * A text with a verdict on each of its sentences.
 *
 * @param sentences all of them in reading order
 * @param hidden whether the text held characters that do not show; they were taken out before it was read
 */
public record TextCheck(List<Checked> sentences, boolean hidden) {

    public TextCheck {
        sentences = List.copyOf(sentences);
    }

    /**
     * One sentence.
     *
     * @param sentence its words and where they stand
     * @param verdict what the chart says to it
     * @param evidence what bears it out or speaks against it
     */
    public record Checked(Sentence sentence, Verdict verdict, List<CitationId> evidence) {
        public Checked {
            evidence = List.copyOf(evidence);
        }
    }

    /** The same, with those supported sentences lowered that somebody doubts; no other verdict changes. */
    public TextCheck doubting(Predicate<Checked> isDoubted) {
        return new TextCheck(
                sentences.stream()
                        .map(one -> one.verdict() instanceof Verdict.Supported && isDoubted.test(one)
                                ? new Checked(one.sentence(), Verdict.doubted(), one.evidence())
                                : one)
                        .toList(),
                hidden);
    }

    /** Checks a text; a heading is no statement and is left out. */
    public static TextCheck of(Chart chart, String text) {
        Prose prose = Prose.of(List.of(new Block(Block.Shape.WRAPPED, text)));
        Verification verification = new Verification(chart);
        List<Checked> checked = prose.sentences().stream()
                .filter(sentence -> !isHeading(sentence))
                .map(sentence -> {
                    Verification.Verified verified = verification.check(sentence.text());
                    return new Checked(sentence, verified.verdict(), verified.evidence());
                })
                .toList();
        return new TextCheck(checked, prose.hidden());
    }

    /** A heading stands under itself. */
    private static boolean isHeading(Sentence sentence) {
        return sentence.section().filter(sentence.text()::equals).isPresent();
    }
}
