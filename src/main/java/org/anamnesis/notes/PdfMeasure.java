package org.anamnesis.notes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.notes.Unreadable.Reason;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * How much the streams of a PDF unpack to, and whether a few bytes of theirs stand for millions of entries: tables of objects
 * (ISO 32000-1, 7.5.8), and maps from codes to characters (9.10.3) given as ranges.
 */
final class PdfMeasure {

    private static final int LONGEST_ROW_OF_A_PREDICTOR = 1 << 20;
    private static final int MOST_ENTRIES = 1_000_000;
    /** Filters of pictures: nothing else is packed by them. */
    private static final Set<COSName> PICTURES = Set.of(
            COSName.DCT_DECODE,
            COSName.DCT_DECODE_ABBREVIATION,
            COSName.CCITTFAX_DECODE,
            COSName.CCITTFAX_DECODE_ABBREVIATION,
            COSName.JPX_DECODE,
            COSName.JBIG2_DECODE);

    private static final String RANGES = "beginbfrange";
    private static final Pattern RANGE =
            Pattern.compile("\\G\\s*<([\\s0-9A-Fa-f]*)>\\s*<([\\s0-9A-Fa-f]*)>\\s*(?:<[\\s0-9A-Fa-f]*>|\\[[^\\]]*\\])");
    private static final Pattern END = Pattern.compile("\\G\\s*endbfrange");

    private long left;
    private long entriesLeft = MOST_ENTRIES;

    PdfMeasure(int mostUnpacked) {
        this.left = mostUnpacked;
    }

    /** Unpacks a stream, keeps nothing of it, and refuses the file where it is too much. */
    void check(COSStream stream) throws IOException {
        byte[] content = unpacked(stream);
        if (COSName.XREF.equals(stream.getCOSName(COSName.TYPE))) {
            checkObjects(stream, content.length);
        }
        checkRanges(new String(content, StandardCharsets.ISO_8859_1));
    }

    private byte[] unpacked(COSStream stream) throws IOException {
        byte[] content;
        try (InputStream raw = stream.createRawInputStream()) {
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            raw.transferTo(new Bounded(kept));
            content = kept.toByteArray();
        }
        // The library leaves out a filter that is named twice.
        List<COSName> filters = new ArrayList<>(new LinkedHashSet<>(filters(stream)));
        for (int at = 0; at < filters.size(); at++) {
            checkPredictor(stream, at);
            Filter filter = FilterFactory.INSTANCE.getFilter(filters.get(at));
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            filter.decode(new ByteArrayInputStream(content), new Bounded(kept), stream, at, DecodeOptions.DEFAULT);
            content = kept.toByteArray();
        }
        return content;
    }

    private static List<COSName> filters(COSStream stream) {
        List<COSName> names = new ArrayList<>();
        COSBase filters = stream.getFilters();
        if (filters instanceof COSName name) {
            names.add(name);
        } else if (filters instanceof COSArray several) {
            for (int at = 0; at < several.size(); at++) {
                if (!(several.get(at) instanceof COSName name)) {
                    throw new Unreadable(Reason.BROKEN);
                }
                names.add(name);
            }
        }
        if (names.stream().anyMatch(PICTURES::contains)) {
            throw new Unreadable(Reason.BROKEN);
        }
        return names;
    }

    private static void checkPredictor(COSStream stream, int filter) {
        COSBase given = stream.getDictionaryObject(COSName.DP, COSName.DECODE_PARMS);
        COSBase own = given instanceof COSArray several && filter < several.size() ? several.getObject(filter) : given;
        if (own instanceof COSDictionary parameters) {
            long row = (long) parameters.getInt(COSName.COLUMNS, 1)
                    * Math.min(parameters.getInt(COSName.COLORS, 1), 32)
                    * parameters.getInt(COSName.BITS_PER_COMPONENT, 8)
                    / 8;
            if (row < 0 || row > LONGEST_ROW_OF_A_PREDICTOR) {
                throw new Unreadable(Reason.BROKEN);
            }
        }
    }

    private void checkObjects(COSStream table, int length) {
        COSArray widths = table.getCOSArray(COSName.W);
        int width = 0;
        for (int at = 0; widths != null && at < widths.size(); at++) {
            width += widths.getInt(at, 0);
        }
        if (width < 1) {
            throw new Unreadable(Reason.BROKEN);
        }
        count(length / width);
    }

    /** The grammar is held to strictly, so that what is counted here is what the library will read. */
    private void checkRanges(String content) {
        for (int at = content.indexOf(RANGES); at >= 0; at = content.indexOf(RANGES, at + 1)) {
            int next = at + RANGES.length();
            Matcher range = RANGE.matcher(content);
            while (range.find(next)) {
                count(code(range.group(2)) - code(range.group(1)) + 1);
                next = range.end();
            }
            if (!END.matcher(content).region(next, content.length()).lookingAt()) {
                throw new Unreadable(Reason.BROKEN);
            }
        }
    }

    private static long code(String hex) {
        String digits = hex.replaceAll("\\s", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits.substring(Math.max(0, digits.length() - 8)), 16);
    }

    private void count(long entries) {
        entriesLeft -= Math.max(1, entries);
        if (entriesLeft < 0) {
            throw new Unreadable(Reason.TOO_LARGE);
        }
    }

    /** Takes no more than is left of the limit for the whole file. */
    private final class Bounded extends OutputStream {

        private final OutputStream out;

        Bounded(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            count(1);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            count(length);
            out.write(bytes, offset, length);
        }

        private void count(int length) {
            Blocks.checkWaitedFor();
            left -= length;
            if (left < 0) {
                throw new Unreadable(Reason.TOO_LARGE);
            }
        }
    }
}
