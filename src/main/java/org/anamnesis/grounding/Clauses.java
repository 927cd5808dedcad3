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

    private static final Pattern AND = Pattern.compile(",?\\s+(?:and|but)\\s+", Pattern.CASE_INSENSITIVE);

    /** A verb that a subject stands before. */
    private static final Pattern FINITE = Pattern.compile(
            "\\b(?:is|are|was|were|has|had|took|takes|got|went|came|rose|fell|left|began|became|ran|needs|lives|smokes|drinks|uses|works"
                    + "|remains|(?!need|unaid|embed|indeed|speed|bleed|feed)\\w{3,}ed)\\b",
            Pattern.CASE_INSENSITIVE);

    /** A half that goes on with a verb of the same subject. */
    private static final Pattern AND_VERB = Pattern.compile(
            "^(?:also |now )?(?:is|are|was|were|has|had|took|takes|got|went|came|rose|fell|left|began|became|ran|needs|lives|smokes|drinks|uses"
                    + "|works|remains|remembers|tolerates|denies|reports|wants|requires"
                    + "|(?!need|unaid|embed|indeed|speed|bleed|feed)\\w{3,}ed)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What of the first half may be meant of the second too. */
    private static final Pattern REACHING = Pattern.compile(
            "\\b(?:no|not|never|without|none|denie[sd]|declined|refused|failed|stopped|\\w+n't|can|could|will|would|shall|should|may|might|must"
                    + "|to be|plan\\w*|possib\\w*|probabl\\w*|likely|suspect\\w*|consider\\w*|recommend\\w*|advis\\w*|need\\w*|whether|that|who|which"
                    + "|father|mother|brother|sister|family|history|previous\\w*|prior|former\\w*|or)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TIMED = Pattern.compile(
            "\\b(?:\\d{1,2}:\\d{2}|\\d{4}|\\d{1,2}/\\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|today|yesterday|tomorrow|tonight"
                    + "|overnight|morning|afternoon|evening|night|days?|weeks?|months?|years?|hours?|minutes?|ago|on (?:admission|arrival|discharge)"
                    + "|\\w+day)\\b",
            Pattern.CASE_INSENSITIVE);

    private Clauses() {}

    /**
     * Two clauses.
     *
     * @param parts each as a sentence of its own
     * @param ofOneSubject whether the second goes on about the subject of the first, as of one event
     */
    record Cut(List<String> parts, boolean ofOneSubject) {
        Cut {
            parts = List.copyOf(parts);
        }
    }

    /** The two clauses of the first such cut; empty where there is none. */
    static Optional<Cut> of(String sentence) {
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
                return Optional.of(new Cut(List.of(first + ".", rest), false));
            }
            Optional<Cut> shared = AND.matcher(cut.group()).matches() ? ofOneSubject(first, rest) : Optional.empty();
            if (shared.isPresent()) {
                return shared;
            }
        }
        return Optional.empty();
    }

    /**
     * "He was started on ceftriaxone and moved to the ward": two things told of one subject. Not where the first half denies,
     * doubts or plans, which may reach the second, nor where one half alone names a time, which may be of both.
     */
    private static Optional<Cut> ofOneSubject(String first, String rest) {
        Matcher verb = FINITE.matcher(first);
        boolean shared = verb.find()
                && verb.start() > 0
                && AND_VERB.matcher(rest).find()
                && !REACHING.matcher(first.substring(verb.start())).find();
        if (!shared) {
            return Optional.empty();
        }
        String subject = first.substring(0, verb.start()).strip();
        String told = first.substring(verb.start());
        boolean alike = TIMED.matcher(told).find() == TIMED.matcher(rest).find();
        return alike && !subject.isEmpty() && !REACHING.matcher(subject).find()
                ? Optional.of(new Cut(List.of(first + ".", subject + " " + rest), true))
                : Optional.empty();
    }
}
