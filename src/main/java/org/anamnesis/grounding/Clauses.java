package org.anamnesis.grounding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a sentence between two clauses that each say something whole by themselves. */
final class Clauses {

    private static final Pattern BETWEEN =
            Pattern.compile(";\\s+|,?\\s+(?:and|but|while|whereas)\\s+|:\\s+", Pattern.CASE_INSENSITIVE);

    private static final Pattern VERB = Pattern.compile(
            "\\b(?:is|are|was|were|has|had|have|did|took|takes|takes|got|went|came|rose|fell|grew|showed|shows|left|began|became|ran|needs?|lives?"
                    + "|(?!need|unaid|embed|indeed|speed|bleed|feed)\\w{3,}ed)\\b",
            Pattern.CASE_INSENSITIVE);

    /** A verb at once behind the cut has its subject before it. */
    private static final Pattern BARE = Pattern.compile(
            "^(?:then |later |also |not |never )*(?:is|are|was|were|has|had|have|did|took|got|went|came|rose|fell|\\w{3,}ed|\\w{3,}ing)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What sets the clauses in a relation of time or cause, or in one count: they cannot be read apart. */
    private static final Pattern TOGETHER = Pattern.compile(
            "\\b(?:then|later|next|before|after\\w*|subsequent\\w*|followed|follows|because|due|since|so|therefore|both|each|respectively|total|between"
                    + "|same|earlier|first|second|third|last|finally|until|when|caus\\w*|led|result\\w*|twice|again|neither|nor|either|if|unless|only|all|every)\\b",
            Pattern.CASE_INSENSITIVE);

    private Clauses() {}

    /** The two clauses of the first such cut; empty where there is none. */
    static Optional<List<String>> of(String sentence) {
        if (TOGETHER.matcher(sentence).find()) {
            return Optional.empty();
        }
        Matcher cut = BETWEEN.matcher(sentence);
        while (cut.find()) {
            String first = sentence.substring(0, cut.start());
            String rest = sentence.substring(cut.end());
            boolean apart = VERB.matcher(first).find()
                    && VERB.matcher(rest).find()
                    && !BARE.matcher(rest).find();
            if (apart) {
                return Optional.of(List.of(first + ".", rest));
            }
        }
        return Optional.empty();
    }
}
