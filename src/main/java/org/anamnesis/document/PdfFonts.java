package org.anamnesis.document;

import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one PDF, each embedded with the characters it is used for. Scripts whose letters change their form by their
 * neighbours are not drawn: unshaped they read wrong, which is worse than a box that says so.
 */
final class PdfFonts {

    /** Stands for what no font has; Liberation Sans has it. */
    static final int BOX = 0x25A1;

    /** Latin, Greek, Cyrillic and Hebrew; PDFBox brings it (SIL Open Font License). */
    private static final String LIBERATION = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final Set<UnicodeScript> NEED_NO_SHAPING = Set.of(
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.HEBREW,
            UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN,
            UnicodeScript.ETHIOPIC,
            UnicodeScript.CHEROKEE,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL);

    private final List<Face> faces;

    private PdfFonts(List<Face> faces) {
        this.faces = faces;
    }

    private record Face(PDFont font, CmapLookup glyphs) {

        boolean has(int point) {
            return glyphs.getGlyphId(point) != 0;
        }
    }

    /** Characters that one font draws. */
    record Run(PDFont font, String text) {}

    /**
     * Text as it can be drawn.
     *
     * @param undrawn how many characters stand as a box
     */
    record Drawable(String text, int undrawn) {}

    /** @param more further TrueType fonts, for scripts that the first does not have */
    static PdfFonts of(PDDocument document, List<byte[]> more) throws IOException {
        List<Face> faces = new ArrayList<>();
        try (InputStream liberation = Objects.requireNonNull(PDDocument.class.getResourceAsStream(LIBERATION))) {
            faces.add(face(document, liberation.readAllBytes()));
        }
        for (byte[] font : more) {
            faces.add(face(document, font));
        }
        return new PdfFonts(faces);
    }

    private static Face face(PDDocument document, byte[] bytes) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        return new Face(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
    }

    /** Replaces what cannot be drawn; marks of direction and other characters without a form of their own are left out. */
    Drawable drawable(String text) {
        StringBuilder drawn = new StringBuilder(text.length());
        int undrawn = 0;
        for (int point :
                Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray()) {
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                drawn.append(' ');
            } else if (Character.getType(point) != Character.FORMAT) {
                boolean known = face(point).isPresent();
                drawn.appendCodePoint(known ? point : BOX);
                undrawn += known ? 0 : 1;
            }
        }
        return new Drawable(drawn.toString(), undrawn);
    }

    /** The runs of a line whose characters can all be drawn. */
    List<Run> runs(String line) {
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Optional<Face> current = Optional.empty();
        for (int point : line.codePoints().toArray()) {
            Optional<Face> face = face(point);
            if (!face.equals(current) && !text.isEmpty()) {
                runs.add(new Run(current.orElseThrow().font(), text.toString()));
                text.setLength(0);
            }
            current = face;
            text.appendCodePoint(point);
        }
        if (!text.isEmpty()) {
            runs.add(new Run(current.orElseThrow().font(), text.toString()));
        }
        return runs;
    }

    /** How wide a line is, in points. */
    float width(String line, float size) throws IOException {
        float width = 0;
        for (Run run : runs(line)) {
            width += run.font().getStringWidth(run.text()) / 1000 * size;
        }
        return width;
    }

    private Optional<Face> face(int point) {
        return NEED_NO_SHAPING.contains(UnicodeScript.of(point))
                ? faces.stream().filter(face -> face.has(point)).findFirst()
                : Optional.empty();
    }
}
