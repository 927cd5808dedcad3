package org.anamnesis.focus;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternTokenizer;

/** The words of a {@link Phrase} by their English stems: "allergies" and "allergic" meet. Names lie apart from one another. */
final class StemmedWords extends Analyzer {

    private static final int WHOLE_MATCH = 0;
    private static final int APART = 20;

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer words = new PatternTokenizer(Phrase.WORD, WHOLE_MATCH);
        TokenFilter stems = new PorterStemFilter(new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        return new TokenStreamComponents(words, stems);
    }

    @Override
    public int getPositionIncrementGap(String fieldName) {
        return APART;
    }
}
