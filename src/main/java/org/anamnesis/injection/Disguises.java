package org.anamnesis.injection;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that was made unreadable for people: encoded, spaced out, turned round, hidden by markup. */
final class Disguises {

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");
    private static final Pattern HEX =
            Pattern.compile("(?i)(?:\\b|\\\\x|0x|%)[0-9a-f]{2}(?:[ :]?(?:\\\\x|%|0x)?[0-9a-f]{2}){11,}\\b");
    private static final Pattern SPACED = Pattern.compile("(?:(?<!\\S)\\S[ \\u00a0._*-]{1,3}){10,}\\S(?!\\S)");
    private static final Pattern SPACED_LETTERS =
            Pattern.compile("\\p{L}[ \\u00a0._*-]{1,3}\\p{L}[ \\u00a0._*-]{1,3}\\p{L}");
    private static final Pattern HIDING = Pattern.compile(
            "(?i)<!--.*?(?:-->|$)|display\\s*:\\s*none|visibility\\s*:\\s*hidden|font-size\\s*:\\s*0|opacity\\s*:\\s*0(?:\\D|$)|"
                    + "color\\s*:\\s*(?:white|#fff(?:fff)?|transparent)|<[a-z]+\\s[^>]*\\bhidden\\b|<(?:script|iframe|object|embed|style|template|noscript)\\b|"
                    + "\\[//\\]:|\\[comment\\]:",
            Pattern.DOTALL);
    private static final Pattern LEET =
            Pattern.compile("(?<![\\p{L}\\d])(?=\\p{L}*[\\d@$!|])(?=[\\d@$!|]*\\p{L})[\\p{L}013457@$!|]{3,}");
    private static final Pattern ESCAPE =
            Pattern.compile("&#(x?)([0-9a-fA-F]{1,6});|\\\\u([0-9a-fA-F]{4})|%([0-9a-fA-F]{2})");
    private static final String LEET_DIGITS = "013457@$!|";
    private static final String LEET_LETTERS = "oieastasil";

    /** What a match of the patterns above must have, which is looked for first, since a plain pass takes less time. */
    private static final int SHORTEST_BASE64 = 16;

    private static final String HEX_CHARACTERS = "0123456789abcdefABCDEF :\\xX%";
    private static final int SHORTEST_HEX = 24;
    private static final int SPACED_BLANKS = 9;
    private static final int SPACED_REACH = 40;
    private static final int LEET_WORDS = 2;
    private static final List<String> HIDING_STYLES = List.of("display", "visibility", "font-size", "opacity", "color");

    private static final double MOSTLY = 0.9;

    private Disguises() {}

    /** The text as it was before it was disguised, in each way that makes sense of it. */
    static List<String> undone(String text) {
        List<String> undone = new ArrayList<>();
        HiddenText.tags(text).lines().filter(line -> line.length() > 3).forEach(undone::add);
        spaced(text).ifPresent(undone::add);
        leet(text).ifPresent(undone::add);
        if (TurnedWords.of(text).mayMakeSense()) {
            undone.add(rot13(text));
        }
        if (text.contains("&#") || text.contains("\\u") || text.contains("%20")) {
            undone.add(escapes(text));
        }
        return undone;
    }

    /** Where a text is encoded or hidden, whatever it says: nobody writes so into a chart. */
    static Optional<Suspicion> find(String text) {
        Optional<Suspicion> encoded = encoded(text);
        if (encoded.isPresent()) {
            return encoded;
        }
        if (spaced(text).isPresent() || TurnedWords.of(text).makeSense()) {
            return Optional.of(new Suspicion(Reason.ENCODED, 0, text.length()));
        }
        if (!mayHide(text)) {
            return Optional.empty();
        }
        Matcher hiding = HIDING.matcher(text);
        return hiding.find()
                ? Optional.of(new Suspicion(Reason.HIDDEN_MARKUP, hiding.start(), hiding.end()))
                : Optional.empty();
    }

    /** Whether a text has what every pattern of {@link #HIDING} begins with. */
    private static boolean mayHide(String text) {
        if (text.indexOf('<') >= 0) {
            return true;
        }
        if (text.indexOf(':') < 0) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("]:") || HIDING_STYLES.stream().anyMatch(lower::contains);
    }

    private static Optional<Suspicion> encoded(String text) {
        Matcher base64 = BASE64.matcher(text);
        boolean mayBeBase64 = Runs.longest(text, Disguises::isBase64) >= SHORTEST_BASE64;
        while (mayBeBase64 && base64.find()) {
            if (isReadable(base64(base64.group()))) {
                return Optional.of(new Suspicion(Reason.ENCODED, base64.start(), base64.end()));
            }
        }
        Matcher hex = HEX.matcher(text);
        boolean mayBeHex = Runs.longest(text, character -> HEX_CHARACTERS.indexOf(character) >= 0) >= SHORTEST_HEX;
        while (mayBeHex && hex.find()) {
            String digits = hex.group().replaceAll("(?i)\\\\x|0x|[ :%]", "");
            if (digits.length() % 2 == 0
                    && isReadable(Optional.of(HexFormat.of().parseHex(digits)))) {
                return Optional.of(new Suspicion(Reason.ENCODED, hex.start(), hex.end()));
            }
        }
        return Optional.empty();
    }

    private static boolean isBase64(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || "+/_-".indexOf(character) >= 0;
    }

    private static Optional<byte[]> base64(String text) {
        String body = text.replace('-', '+').replace('_', '/').replaceAll("=+$", "");
        String whole = body.substring(0, body.length() - (body.length() % 4 == 1 ? 1 : 0));
        try {
            return Optional.of(Base64.getDecoder().decode(whole));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Letters and spaces for the most part: words, not a number or a picture. */
    private static boolean isReadable(Optional<byte[]> bytes) {
        if (bytes.isEmpty() || bytes.get().length < 12) {
            return false;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.get()))
                    .toString();
            long written = text.chars()
                    .filter(character -> Character.isLetter(character) || " ,.:;!?'-\n".indexOf(character) >= 0)
                    .count();
            return written >= MOSTLY * text.length() - 2 && text.trim().contains(" ");
        } catch (CharacterCodingException notText) {
            return false;
        }
    }

    /** "I g n o r e   a l l": more than one space ends a word. */
    private static Optional<String> spaced(String text) {
        if (!Runs.areBlanksClose(text, SPACED_BLANKS, SPACED_REACH)) {
            return Optional.empty();
        }
        Matcher matcher = SPACED.matcher(text);
        while (matcher.find()) {
            long letters = matcher.group().chars().filter(Character::isLetter).count();
            if (letters >= 9
                    && letters * 3 >= matcher.group().length() - 6
                    && SPACED_LETTERS.matcher(matcher.group()).find()) {
                return Optional.of(matcher.group()
                        .replaceAll("[ \\u00a0]{2,}", "\u0001")
                        .replaceAll("[ \\u00a0._*-]", "")
                        .replace('\u0001', ' '));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> leet(String text) {
        if (!Runs.areLettersMixed(text, LEET_WORDS)) {
            return Optional.empty();
        }
        long words = LEET.matcher(text).results().limit(LEET_WORDS).count();
        if (words < LEET_WORDS) {
            return Optional.empty();
        }
        return Optional.of(LEET.matcher(text).replaceAll(match -> {
            StringBuilder plain = new StringBuilder();
            match.group().chars().forEach(character -> {
                int place = LEET_DIGITS.indexOf(character);
                plain.append(place < 0 ? (char) character : LEET_LETTERS.charAt(place));
            });
            return Matcher.quoteReplacement(plain.toString());
        }));
    }

    private static String escapes(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> {
            String hex = match.group(3) != null ? match.group(3) : match.group(4);
            boolean decimal = hex == null && match.group(1).isEmpty();
            int character =
                    hex != null ? Integer.parseInt(hex, 16) : Integer.parseInt(match.group(2), decimal ? 10 : 16);
            return Character.isValidCodePoint(character) ? Matcher.quoteReplacement(Character.toString(character)) : "";
        });
    }

    static String rot13(String text) {
        StringBuilder turned = new StringBuilder(text.length());
        text.chars()
                .forEach(character -> turned.append(
                        character >= 'a' && character <= 'z'
                                ? (char) ('a' + (character - 'a' + 13) % 26)
                                : character >= 'A' && character <= 'Z'
                                        ? (char) ('A' + (character - 'A' + 13) % 26)
                                        : (char) character));
        return turned.toString();
    }
}
