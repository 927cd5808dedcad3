package org.anamnesis.prose;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.wordlist.WordList;

/**
 * The words by which clinicians head the parts of a note, American and British.
 *
 * <p>A heading is a name from the files of this package, with words before it that say whose or when ("past", "discharge") or
 * behind it ("on admission"), or several names side by side ("Assessment and Plan", "PMH/PSH").
 */
final class HeadingWords {

    private static final Set<String> RUNNING_ON = WordList.words("prose/headings-running-on.txt");
    private static final Set<String> OTHERS = WordList.words("prose/headings.txt");

    private static final Pattern BEFORE =
            Pattern.compile("(?:past|prior|previous|current|present|active|chronic|acute|home|regular|usual|outpatient"
                    + "|inpatient|hospital|admission|admitting|discharge|transfer|interval|interim|relevant|pertinent"
                    + "|recent|significant|primary|secondary|principal|final|initial|other|additional|further|brief"
                    + "|pre-?admission|pre-?op(?:erative)?|post-?op(?:erative)?|ed|er|icu|working|clinical|general"
                    + "|important|new|updated|overall|key|patient|medical|family|maternal|neonatal)\\s+(?=\\S)");
    private static final Pattern BEHIND = Pattern.compile(
            "\\s+(?:on|at|upon|prior to|before|after|during|for|in)\\s+(?:the\\s+|this\\s+|time\\s+of\\s+)*"
                    + "(?:admission|discharge|transfer|arrival|presentation|home|ed|er|icu|hospital|clinic|gp|pcp|visit)$"
                    + "|\\s+(?:per|from|via)\\s+\\p{L}+$"
                    + "|\\s+(?:list|section|summary|update|plan|today)$");
    private static final Pattern SIDE_BY_SIDE = Pattern.compile("\\s*[/&,+]\\s*(?:and\\s+)?|\\s+and\\s+");

    private HeadingWords() {}

    /** Whether these words head a part of a note. */
    static boolean head(String words) {
        String folded = folded(words);
        return isName(folded) || (isSeveral(folded) && parts(folded).stream().allMatch(HeadingWords::isName));
    }

    /** Whether what they head runs over paragraphs without a heading of their own. */
    static boolean runOn(String words) {
        String folded = folded(words);
        return RUNNING_ON.contains(folded)
                || parts(folded).stream().map(HeadingWords::bare).anyMatch(RUNNING_ON::contains);
    }

    private static boolean isName(String words) {
        String bare = bare(words);
        return RUNNING_ON.contains(bare) || OTHERS.contains(bare);
    }

    /** The name without what stands before and behind it. */
    private static String bare(String words) {
        String rest = words;
        while (!RUNNING_ON.contains(rest) && !OTHERS.contains(rest)) {
            Matcher before = BEFORE.matcher(rest);
            Matcher behind = BEHIND.matcher(rest);
            if (before.lookingAt()) {
                rest = rest.substring(before.end());
            } else if (behind.find()) {
                rest = rest.substring(0, behind.start());
            } else {
                return rest;
            }
        }
        return rest;
    }

    private static boolean isSeveral(String words) {
        return SIDE_BY_SIDE.matcher(words).find();
    }

    private static List<String> parts(String words) {
        return Arrays.asList(SIDE_BY_SIDE.split(words));
    }

    private static String folded(String words) {
        return VisibleText.folded(words).toLowerCase(Locale.ROOT);
    }
}
