package org.anamnesis.document;

import java.io.IOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text broken into lines of a width, and a line in the order in which it is drawn. */
final class PdfLines {

    private static final String BRACKETS = "()[]{}<>";

    /** Unicode's mark for it; never drawn. */
    private static final String LEFT_TO_RIGHT = "\u200E";

    private static final Pattern NUMBER_WITH_UNIT = Pattern.compile("(?<=[\\p{IsHebrew}\\p{IsArabic}])([\\s(,:;]+)"
            + "(?=[0-9][0-9.,/x-]*\\s*(?:[\\p{IsLatin}\\p{IsGreek}\u00b5\u00b0%]|$))");

    private final PdfFonts fonts;

    PdfLines(PdfFonts fonts) {
        this.fonts = fonts;
    }

    /** Breaks at spaces, and within a word only where it is longer than a line. */
    List<String> wrap(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" +")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (fonts.width(longer, size) <= width) {
                line = longer;
            } else {
                if (!line.isEmpty()) {
                    lines.add(line);
                }
                line = cut(word, size, width, lines);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private String cut(String word, float size, float width, List<String> lines) throws IOException {
        String rest = word;
        while (fonts.width(rest, size) > width) {
            int end = rest.offsetByCodePoints(0, 1);
            while (fonts.width(rest.substring(0, rest.offsetByCodePoints(end, 1)), size) <= width) {
                end = rest.offsetByCodePoints(end, 1);
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }

    /**
     * Left to right as drawn (Unicode Standard Annex 9); the line itself reads left to right. A number between words of the other
     * direction and a unit stays with its unit: by the annex alone a dose would stand before the drug and its unit behind it.
     */
    static String visual(String text) {
        if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            return text;
        }
        String line = NUMBER_WITH_UNIT.matcher(text).replaceAll("$1" + LEFT_TO_RIGHT);
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_LEFT_TO_RIGHT);
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        Object[] parts = new Object[count];
        for (int run = 0; run < count; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            String part = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            parts[run] = levels[run] % 2 == 0 ? part : reversed(part);
        }
        Bidi.reorderVisually(levels, 0, parts, 0, count);
        StringBuilder drawn = new StringBuilder();
        for (Object part : parts) {
            drawn.append(part);
        }
        return drawn.toString().replace(LEFT_TO_RIGHT, "");
    }

    private static String reversed(String part) {
        StringBuilder turned = new StringBuilder();
        new StringBuilder(part).reverse().codePoints().map(PdfLines::mirrored).forEach(turned::appendCodePoint);
        return turned.toString();
    }

    private static int mirrored(int point) {
        int at = BRACKETS.indexOf(point);
        return at < 0 ? point : BRACKETS.charAt(at ^ 1);
    }
}
