package org.anamnesis.injection;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Letters of other scripts and styles that look like Latin ones, in words that are otherwise Latin. */
final class LookAlikes {

    /** Cyrillic, Greek, Armenian and others (after Unicode TR 39, confusables), pairs of the letter and what it looks like. */
    private static final String PAIRS =
            "аaеeоoрpсcуyхxіiјjѕsԁdԛqԝwһhӏlкkмmтtвbнhгrпnАAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXѴVԌGԜWҮYοoαaνvρpτtυuικιiκkηnγyχxεeωwσo"
                    + "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXօoսuհhոnցgզqյjаaɑaɡgıiꜱsʀrᴀaʙbᴄcᴅdᴇeɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpᴛtᴜuᴠvᴡwʏyᴢz";

    private static final Map<Integer, Character> LATIN = new HashMap<>();

    static {
        int[] letters = PAIRS.codePoints().toArray();
        for (int i = 0; i + 1 < letters.length; i += 2) {
            if (letters[i + 1] < 128) {
                LATIN.putIfAbsent(letters[i], (char) letters[i + 1]);
            }
        }
    }

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{2,}");
    private static final Pattern STYLED =
            Pattern.compile("[\\x{1D400}-\\x{1D7FF}\\x{FF21}-\\x{FF5A}\\x{24B6}-\\x{24E9}\\x{1F130}-\\x{1F189}]+");

    /** A Greek letter beside Latin ones is usual where it means itself: "TNFα", "IFNγ". */
    private static final int FEWEST_LATIN = 2;

    private LookAlikes() {}

    /** The text with such letters replaced, in words that mix scripts, and styled letters as plain ones. */
    static String plain(String text) {
        if (text.chars().allMatch(character -> character < 128)) {
            return text;
        }
        String unstyled = STYLED.matcher(text)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                        Normalizer.normalize(match.group(), Normalizer.Form.NFKC)));
        return WORD.matcher(unstyled)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                        isMixed(match) ? latin(match.group()) : match.group()));
    }

    /** How many words mix scripts, or are written in styled letters. */
    static long count(String text) {
        if (text.chars().allMatch(character -> character < 128)) {
            return 0;
        }
        long styled = STYLED.matcher(text)
                .results()
                .filter(match -> match.group().codePoints().count() > 2)
                .count();
        return styled + WORD.matcher(text).results().filter(LookAlikes::isMixed).count();
    }

    private static boolean isMixed(MatchResult word) {
        int latin = 0;
        int alike = 0;
        for (int character : word.group().codePoints().toArray()) {
            if (LATIN.containsKey(character)) {
                alike++;
            } else if (character < 128) {
                latin++;
            }
        }
        boolean tail = alike == 1
                && Character.UnicodeScript.of(
                                word.group().codePointBefore(word.group().length()))
                        == Character.UnicodeScript.GREEK;
        boolean head =
                alike == 1 && Character.UnicodeScript.of(word.group().codePointAt(0)) == Character.UnicodeScript.GREEK;
        return alike > 0 && latin > 0 && !tail && !head && latin + alike >= FEWEST_LATIN;
    }

    private static String latin(String word) {
        StringBuilder latin = new StringBuilder();
        word.codePoints().forEach(character -> {
            Character plain = LATIN.get(character);
            if (plain == null) {
                latin.appendCodePoint(character);
            } else {
                latin.append(plain.charValue());
            }
        });
        return latin.toString();
    }
}
