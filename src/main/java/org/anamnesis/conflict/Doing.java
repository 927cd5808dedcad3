package org.anamnesis.conflict;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a sentence does with a drug: goes on with it, lists it as taken, stops it, holds it. */
enum Doing {
    CONTINUED(
            "continu(?:e|es|ed|ing)|remains? on|stays? (?:at|on)|still (?:on|taking)|carr(?:y|ies) on|restart(?:ed|s)?"
                    + "|resum(?:e|ed|es)|back on|re-?commenced"),
    STOPPED("stop(?:ped|s|ping)?|discontinu(?:e|ed|ing)|d/c(?:'?d)|ceased?|withdrawn|(?:came|come|taken) off|off"),
    HELD("on hold|held|hold|holding|withh(?:old|eld)|suspended|paused"),
    STARTED("start(?:ed|s)?|commenced?|began|begun|initiated|new|changed to|switched to|completed|finished"),
    /** Named as a drug that is taken. */
    LISTED("(?!)");

    private static final Pattern LIST = Pattern.compile(
            "(?:(?:home|current|discharge|regular|usual|admission|inpatient|active|present|outpatient)\\s+)*"
                    + "(?:med(?:ication|icine)?s?|drugs?|infusions?|prescriptions?|drug history|dhx?|tt[oa]s?)"
                    + "(?:\\s+(?:on|at|list|prior|before|from)\\b.*)?");
    private static final Pattern LABEL =
            Pattern.compile("(?:^|[.;]\\s|\\n)\\s*([\\p{L}][\\p{L} /]{1,40}?)\\s*(?:\\([^)]*\\))?:");
    private static final Pattern TAKES = Pattern.compile(
            "(?:(?:^|[,;:.(]|\\b(?:is|and|currently|now|patient|pt|s?he|who is|maintained|managed|well|stable|controlled|fibrillation|af|dvt|pe))"
                    + "\\s*\\bon|(?<!been |was |not |started |stopped |after |when |while |from |of |by |without )\\b(?:takes|taking))"
                    + "\\s+(?:his |her |their |regular |home |long term |low dose |po |oral )*$");
    private static final Pattern INSTEAD = Pattern.compile(
            "\\b(?:replac\\w+|instead of|in place of|rather than|than|allerg\\w*|level|avoid\\w*)\\s*(?:of|by|with|to|any)?\\s*(?:the\\s)?\\w*\\s?$");
    private static final Pattern NOT_IN_FRONT =
            Pattern.compile("\\b(?:not|never|n't|don't|no)\\s+(?:been\\s+|be\\s+|to\\s+)?$");
    private static final Pattern OWN_WORDS_END = Pattern.compile("[;(\\[]|\\.(?=\\s|$)");
    private static final Pattern SENTENCE_PART = Pattern.compile("^.*(?:;|\\.\\s|\\()", Pattern.DOTALL);
    private static final Pattern NEAR_WORDS = Pattern.compile("(?:[\\p{L}']+\\s+){1,3}$");
    private static final Pattern LAST_PART = Pattern.compile("(?:,|\\band\\b|\\bbut\\b)[^,]*$");
    private static final String DOSAGE = "\\d[\\d.,]*\\s*(?:mg|g|mcg|micrograms?|units?|ml|mmol|meq|puffs?)?"
            + "|od|bd|bid|tds|tid|qds|qid|daily|nightly|nocte|once|twice|po|iv|sc|oral|inhaled";
    private static final Pattern IN_A_ROW = Pattern.compile(
            "[\\s,/&+:]*(?:(?:and|or|the|his|her|their|all|both|home|of|also|for good|" + DOSAGE + ")[\\s,/&+]*)*");

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
                .or(() -> near(told))
                .or(() -> shared(told))
                .or(() -> inFrontOfARow(told))
                .or(() -> isListed(told) ? Optional.of(LISTED) : Optional.empty());
    }

    /** The words behind a drug that are its own: what stands right in front of the next drug is that one's. */
    private static String own(DrugLine told) {
        String behind = OWN_WORDS_END.split(told.behind(), 2)[0];
        boolean toTheNext =
                told.next().isPresent() && behind.length() == told.behind().length();
        return toTheNext ? LAST_PART.matcher(behind).replaceFirst("") : behind;
    }

    /** "Stop his lisinopril": what is said right in front. */
    private static Optional<Doing> near(DrugLine told) {
        Matcher near = NEAR_WORDS.matcher(told.front());
        return near.find() ? last(near.group()) : Optional.empty();
    }

    /** "Lisinopril and naproxen were stopped": of drugs in a row, what is said behind the last one. */
    private static Optional<Doing> shared(DrugLine told) {
        return IN_A_ROW.matcher(told.behind()).matches()
                ? told.next().flatMap(next -> last(own(next)).or(() -> shared(next)))
                : Optional.empty();
    }

    /** "STOPPED: diazepam, tiotropium": what is said in front of the first one of a row. */
    private static Optional<Doing> inFrontOfARow(DrugLine told) {
        String before = SENTENCE_PART.matcher(told.allInFront()).replaceFirst("");
        Optional<Doing> last = Optional.empty();
        int end = -1;
        for (Doing doing : values()) {
            Matcher found = doing.words.matcher(before);
            while (found.find()) {
                if (found.end() > end && !isDenied(before, found.start())) {
                    end = found.end();
                    last = Optional.of(doing);
                }
            }
        }
        return end >= 0 && IN_A_ROW.matcher(before.substring(end)).matches() ? last : Optional.empty();
    }

    /** The last thing done that is not denied. */
    private static Optional<Doing> last(String words) {
        Optional<Doing> last = Optional.empty();
        int at = -1;
        for (Doing doing : values()) {
            Matcher found = doing.words.matcher(words);
            while (found.find()) {
                if (found.start() > at && !isDenied(words, found.start())) {
                    at = found.start();
                    last = Optional.of(doing);
                }
            }
        }
        return last;
    }

    private static boolean isDenied(String words, int at) {
        return NOT_IN_FRONT.matcher(words.substring(0, at)).find();
    }

    private static boolean isListed(DrugLine told) {
        if (told.isAside()) {
            return false;
        }
        if (TAKES.matcher(told.front()).find()) {
            return true;
        }
        Matcher label =
                LABEL.matcher(told.line().plain().substring(0, told.drug().start()));
        String heading = told.line().section();
        while (label.find()) {
            heading = label.group(1);
        }
        return LIST.matcher(heading.strip()).matches();
    }
}
