package org.anamnesis.notes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.anamnesis.prose.Block;
import org.anamnesis.prose.Prose;
import org.anamnesis.prose.Sentence;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Files as tests need them, and their text as sentences. */
final class SmallDocuments {

    static final PDFont PLAIN;
    static final PDFont BOLD;

    static {
        // The library's own mapper would search this machine for fonts.
        FontMappers.set(new OneFont());
        PLAIN = new PDType1Font(FontName.HELVETICA);
        BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
    }

    /** The usual limits, and time enough on the slowest of machines. */
    private static final DocumentLimits PATIENT = new DocumentLimits(
            DocumentLimits.USUAL.bytes(),
            DocumentLimits.USUAL.unpacked(),
            DocumentLimits.USUAL.characters(),
            Duration.ofMinutes(2),
            Duration.ofMinutes(2));

    private SmallDocuments() {}

    static DocumentText read(byte[] bytes, String contentType) {
        return new Documents(PATIENT).read(bytes, contentType);
    }

    static DocumentText read(String text, String contentType) {
        return read(text.getBytes(StandardCharsets.UTF_8), contentType);
    }

    static String reason(byte[] bytes, String contentType) {
        return switch (read(bytes, contentType)) {
            case DocumentText.Unread unread -> unread.reason();
            case DocumentText.Read read -> "read: " + read.blocks();
        };
    }

    /** Each block with its shape, e.g. {@code HEADING Plan}. */
    static List<String> blocks(DocumentText text) {
        return switch (text) {
            case DocumentText.Read read ->
                read.blocks().stream()
                        .map(block -> block.shape() + " " + block.text())
                        .toList();
            case DocumentText.Unread unread -> List.of(unread.reason());
        };
    }

    static List<String> sentences(DocumentText text) {
        List<Block> blocks = text instanceof DocumentText.Read read ? read.blocks() : List.of();
        return Prose.of(blocks).sentences().stream().map(Sentence::text).toList();
    }

    static List<String> remarks(DocumentText text) {
        return text instanceof DocumentText.Read read ? read.remarks() : List.of();
    }

    /** A docx of these paragraphs, each in WordprocessingML. */
    static byte[] docx(String... paragraphs) {
        return zip(
                "word/document.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                        + String.join("", paragraphs) + "</w:body></w:document>");
    }

    static String paragraph(String words) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r></w:p>";
    }

    static byte[] zip(String... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int at = 0; at < namesAndContents.length; at += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[at]));
                zip.write(namesAndContents[at + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    /** What is written on one page of a PDF. */
    interface Writing {
        void on(PDPageContentStream page) throws IOException;
    }

    static byte[] pdf(Writing... pages) {
        try (PDDocument document = new PDDocument()) {
            for (Writing writing : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                    writing.on(stream);
                }
            }
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    /** One line of text, from the left edge and from the top, in points. */
    static Writing line(float left, float top, PDFont font, float size, String words) {
        return page -> {
            page.beginText();
            page.setFont(font, size);
            page.newLineAtOffset(left, PDRectangle.A4.getHeight() - top);
            page.showText(words);
            page.endText();
        };
    }

    static Writing all(Writing... writings) {
        return page -> {
            for (Writing writing : writings) {
                writing.on(page);
            }
        };
    }

    /** Running text, broken at the right edge as a word processor breaks it. */
    static Writing running(float top, String text) {
        return page -> {
            float down = top;
            StringBuilder line = new StringBuilder();
            for (String word : text.split(" ")) {
                if (!line.isEmpty() && PLAIN.getStringWidth(line + " " + word) / 1000 * 11 > 470) {
                    line(60, down, PLAIN, 11, line.toString()).on(page);
                    down += 14;
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            line(60, down, PLAIN, 11, line.toString()).on(page);
        };
    }

    /** A PDF written by hand: its objects, numbered from 1, the first one the catalog. */
    static byte[] rawPdf(List<byte[]> objects) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("%PDF-1.5\n".getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int at = 0; at < objects.size(); at++) {
            table.append(String.format("%010d 00000 n \n", out.size()));
            out.write(((at + 1) + " 0 obj\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(objects.get(at));
            out.write("\nendobj\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        int start = out.size();
        out.write((table + "trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + start
                        + "\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] stream(String dictionary, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ascii("<< " + dictionary + " /Length " + content.length + " >>\nstream\n"));
        out.write(content);
        out.write(ascii("\nendstream"));
        return out.toByteArray();
    }

    static String repeated(String line, int times) {
        return Stream.generate(() -> line).limit(times).collect(Collectors.joining("\n"));
    }
}
