package org.anamnesis.prose;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line looks like when it heads something. */
final class Headings {

    private static final int MOST_CHARACTERS = 80;
    private static final int MOST_WORDS = 10;
    /** A label with an aside in brackets. */
    private static final int MOST_OF_A_LABEL = 140;

    /** A name, perhaps with an aside in brackets, in front of a colon. */
    private static final Pattern LABEL = Pattern.compile(
            "([\\p{L}][\\p{L}\\p{M}\\s/&,+'\u2019-]{0,58}?)\\s*(?:\\([^()\\n]{0,60}\\)\\s*)?:(?!\\S*//)");

    private static final Pattern ENDED = Pattern.compile(".*[.?!;,][)\"'\u201D\u2019]*");
    private static final Pattern MARKDOWN = Pattern.compile("#{1,6}\\s+(\\p{L}[^:]*?)\\s*#*");
    private static final Pattern STRONG = Pattern.compile("(\\*\\*|__)(\\S.*?\\S)\\1:?");

    /** Words that are findings, not headings, although they are written in capitals. */
    private static final Set<String> FINDINGS = Set.of(
            "aao",
            "absent",
            "ca",
            "code",
            "ctab",
            "dnacpr",
            "dni",
            "dnr",
            "full",
            "negative",
            "nil",
            "nka",
            "nkda",
            "no",
            "none",
            "normal",
            "not",
            "ntnd",
            "nad",
            "perrla",
            "positive",
            "present",
            "rrr",
            "stable",
            "unchanged",
            "unknown",
            "wnl",
            "yes");

    private Headings() {}

    /** The known heading in front of a line's colon, as written. */
    static Optional<String> label(String line) {
        int colon = line.indexOf(':');
        if (colon < 0 || colon > MOST_OF_A_LABEL) {
            return Optional.empty();
        }
        String words = Marks.without(line);
        Matcher label = LABEL.matcher(words);
        return label.lookingAt() && HeadingWords.head(label.group(1))
                ? Optional.of(VisibleText.folded(label.group(1)))
                : Optional.empty();
    }

    /** Whether nothing follows the label on its line. */
    static boolean isAlone(String line) {
        return line.stripTrailing().endsWith(":") || HeadingWords.head(bare(line));
    }

    /** What a line by itself heads, if its words or its look say so wherever it stands. */
    static Optional<String> ofLine(String line) {
        String text = line.strip();
        if (text.length() > MOST_CHARACTERS || text.split("\\s+").length > MOST_WORDS) {
            return Optional.empty();
        }
        Matcher strong = STRONG.matcher(text);
        if (strong.matches()) {
            return Optional.of(bare(strong.group(2)));
        }
        Matcher markdown = MARKDOWN.matcher(text);
        if (markdown.matches() && !ENDED.matcher(text).matches()) {
            return Optional.of(bare(markdown.group(1)));
        }
        if (Marks.startsItem(text) && !HeadingWords.head(bare(Marks.without(text)))) {
            return Optional.empty();
        }
        boolean heads = text.endsWith(":") || HeadingWords.head(bare(Marks.without(text))) || isCapitals(text);
        return heads && !ENDED.matcher(text).matches() ? Optional.of(bare(Marks.without(text))) : Optional.empty();
    }

    /** Whether a text's first line is its title: short, not a sentence, and set apart or written mostly in capitals. */
    static boolean isTitle(String line, boolean setApart) {
        String text = line.strip();
        if (text.length() > MOST_CHARACTERS
                || text.split("\\s+").length > MOST_WORDS + 2
                || ENDED.matcher(text).matches()
                || Marks.startsItem(text)
                || !Character.isUpperCase(text.codePointAt(0))) {
            return false;
        }
        long letters = text.chars().filter(Character::isLetter).count();
        return setApart || 2 * text.chars().filter(Character::isUpperCase).count() >= letters;
    }

    /** Whether a line is a heading in capitals: words only, and not merely a finding. */
    static boolean isCapitals(String line) {
        String text = line.strip();
        return text.length() <= MOST_CHARACTERS
                && text.chars().noneMatch(one -> Character.isLowerCase(one) || Character.isDigit(one))
                && text.chars().filter(Character::isLetter).count() >= 3
                && !ENDED.matcher(text).matches()
                && !isFinding(text);
    }

    private static boolean isFinding(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\P{L}+"))
                .filter(word -> !word.isEmpty())
                .allMatch(FINDINGS::contains);
    }

    /** The words of a heading without colon, number and marks. */
    static String bare(String heading) {
        String words = VisibleText.folded(heading);
        return words.endsWith(":") ? words.substring(0, words.length() - 1).stripTrailing() : words;
    }
}
