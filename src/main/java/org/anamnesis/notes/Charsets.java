package org.anamnesis.notes;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a text file: by its byte order mark; as UTF-8 where it is that without a fault; by the declared
 * character set; else as Windows-1252.
 *
 * <p>A file that is UTF-8 without a fault is UTF-8 whatever was declared: read otherwise, "µg" would become "Âµg".
 */
final class Charsets {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern DECLARED = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:+-]{1,40})");
    /** What is declared for Latin-1 and ASCII is Windows-1252 in truth, which holds all their characters. */
    private static final Set<String> LATIN = Set.of("iso-8859-1", "us-ascii");

    private Charsets() {}

    static String decode(byte[] bytes, String contentType) {
        Charset charset = marked(bytes).orElseGet(() -> unmarked(bytes, contentType));
        String text = new String(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The first bytes as text; a character that is cut off by the end is of no account. */
    static String decodeStart(byte[] bytes, int length) {
        byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, length));
        return decode(
                start, marked(bytes).map(known -> "charset=" + known.name()).orElse("charset=utf-8"));
    }

    /** Whether these are characters someone typed; a few that are not may stand in any old note. */
    static boolean isText(String text) {
        long odd = text.chars()
                .filter(one -> one == 0 || one == 0xFFFD || (one < ' ' && !Character.isWhitespace(one) && one != 0x1B))
                .count();
        return text.indexOf(0) < 0 && odd * 20 <= text.length();
    }

    /** The character set that a content type names, where this Java knows it. */
    static Optional<Charset> declared(String contentType) {
        Matcher declared = DECLARED.matcher(contentType);
        try {
            return declared.find() && Charset.isSupported(declared.group(1))
                    ? Optional.of(Charset.forName(declared.group(1)))
                    : Optional.empty();
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }

    private static Charset unmarked(byte[] bytes, String contentType) {
        if (isWide(bytes, 0)) {
            return StandardCharsets.UTF_16BE;
        }
        if (isWide(bytes, 1)) {
            return StandardCharsets.UTF_16LE;
        }
        Optional<Charset> declared = declared(contentType);
        boolean shifting = declared.stream().anyMatch(known -> known.name().startsWith("ISO-2022"));
        if (isUtf8(bytes) && !shifting) {
            return StandardCharsets.UTF_8;
        }
        return declared.filter(known -> !known.name().startsWith("UTF"))
                .filter(known -> !LATIN.contains(known.name().toLowerCase(Locale.ROOT)))
                .orElse(WINDOWS);
    }

    /** Every other byte is nought: Latin letters in UTF-16. */
    private static boolean isWide(byte[] bytes, int nought) {
        if (bytes.length < 4 || bytes.length % 2 > 0) {
            return false;
        }
        int noughts = 0;
        int looked = Math.min(bytes.length, 512);
        for (int at = nought; at < looked; at += 2) {
            noughts += bytes[at] == 0 ? 1 : 0;
        }
        return noughts * 2 * 10 >= looked * 8;
    }

    private static Optional<Charset> marked(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(Charset.forName("UTF-32LE"));
        }
        if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(Charset.forName("UTF-32BE"));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return startsWith(bytes, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int at = 0; at < mark.length; at++) {
            if (at >= bytes.length || (bytes[at] & 0xFF) != mark[at]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
