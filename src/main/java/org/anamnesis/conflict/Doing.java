package org.anamnesis.conflict;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a sentence does with a drug: goes on with it, lists it as taken, stops it, holds it. */
enum Doing {
    CONTINUED("continu(?:e|es|ed|ing)|remains on|remain on|stays (?:at|on)|still on|still taking|carr(?:y|ies) on"
            + "|restart(?:ed|s)?|resum(?:e|ed|es)|back on|re-?commenced"),
    STOPPED("stop(?:ped|s)?|discontinu(?:e|ed)|d/c(?:'?d)|ceased?|withdrawn|came off|come off|taken off|off"),
    HELD("on hold|held|hold|holding|withh(?:old|eld)|suspended|paused"),
    STARTED("start(?:ed|s)?|commenced?|began|begun|initiated|new|given|changed to|switched to|completed?|finished?"),
    LISTED("(?!)");

    private static final Pattern LIST = Pattern.compile(
            "\\b(?:home|current|discharge|regular|usual|admission|inpatient|active)\\s+(?:med\\w*|drugs?|infusions?|prescriptions?)"
                    + "|^(?:med(?:ication|icine)?s?|drug history|dh|dhx|medications? on (?:admission|discharge)|tto|ttos|tta|ttas)\\b");
    private static final Pattern LABEL = Pattern.compile("(?:^|[.;]\\s|\\n)\\s*([\\p{L}][\\p{L} /]{1,40}?)\\s*(?:\\([^)]*\\))?:");
    private static final Pattern INSTEAD = Pattern.compile(
            "\\b(?:replac\\w+|instead of|in place of|rather than|after last|than|allerg\\w*|level)\\s*(?:of|by|with)?\\s*(?:the\\s)?\\w*\\s?$");
    private static final Pattern NOT_IN_FRONT = Pattern.compile("\\b(?:not|never|n't|don't|no)\\s+(?:been\\s+|be\\s+|to\\s+)?$");
    private static final Pattern NEAR_WORDS = Pattern.compile("^.*?((?:[\\p{L}']+\\s+){1,3})$", Pattern.DOTALL);
    private static final Pattern LAST_PART = Pattern.compile("(?:,|\\band\\b|\\bbut\\b)[^,]*$");
    private static final Pattern IN_A_ROW = Pattern.compile(
            "\\s*(?:\\d[\\d.,]*\\s*\\p{L}+\\s*(?:\\p{L}+\\s*){0,2})?(?:,|and|,\\s*and|or|&|\\+)\\s*");
    private static final Pattern OWN_WORDS_END = Pattern.compile("[;(\\[]|\\.(?=\\s|$)");

    private final Pattern words;

    Doing(String words) {
        this.words = Pattern.compile("(?<![\\p{L}])(?:" + words + ")(?![\\p{L}])");
    }

    /** What the sentence does with the drug; empty where it only names it. */
    static Optional<Doing> of(DrugLine told) {
        if (INSTEAD.matcher(told.front()).find()) {
            return Optional.empty();
        }
        return last(own(told))
                .or(() -> last(NEAR_WORDS.matcher(told.front()).replaceFirst("$1")))
                .or(() -> shared(told))
                .or(() -> last(inFront(told)))
                .or(() -> isListed(told) && !told.isAside() ? Optional.of(LISTED) : Optional.empty());
    }

    /** The words behind a drug that are its own: what stands right in front of the next drug is that one's. */
    private static String own(DrugLine told) {
        String behind = OWN_WORDS_END.split(told.behind(), 2)[0];
        boolean toTheNext = told.next().isPresent() && behind.length() == told.behind().length();
        return toTheNext ? LAST_PART.matcher(behind).replaceFirst("") : behind;
    }

    /** "Lisinopril and naproxen were stopped": of drugs in a row, what is said behind the last one. */
    private static Optional<Doing> shared(DrugLine told) {
        boolean inARow = IN_A_ROW.matcher(told.behind()).matches();
        return inARow ? told.next().flatMap(next -> last(own(next)).or(() -> shared(next))) : Optional.empty();
    }

    /** The words of the sentence in front of the drug that reach it over the drugs named between. */
    private static String inFront(DrugLine told) {
        String before = told.line().plain().substring(0, told.drug().start());
        int from = Math.max(before.lastIndexOf(';'), Math.max(before.lastIndexOf(". "), before.lastIndexOf('(')));
        return before.substring(from + 1);
    }

    /** The last thing done that is not denied. */
    private static Optional<Doing> last(String words) {
        Optional<Doing> last = Optional.empty();
        int at = -1;
        for (Doing doing : values()) {
            Matcher found = doing.words.matcher(words);
            while (found.find()) {
                boolean denied = NOT_IN_FRONT.matcher(words.substring(0, found.start())).find();
                if (!denied && found.start() > at) {
                    at = found.start();
                    last = Optional.of(doing);
                }
            }
        }
        return last;
    }

    private static boolean isListed(DrugLine told) {
        String before = told.line().plain().substring(0, told.drug().start());
        Matcher label = LABEL.matcher(before);
        String heading = told.line().section();
        while (label.find()) {
            heading = label.group(1);
        }
        return LIST.matcher(heading).find();
    }
}
