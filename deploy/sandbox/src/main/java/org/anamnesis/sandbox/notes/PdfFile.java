package org.anamnesis.sandbox.notes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anamnesis.sandbox.notes.Note.Line;

/** A note as a PDF of several pages, typed in Courier, each page with a line at its head. Nothing is compressed. */
final class PdfFile {

    private static final int CHARACTERS_A_LINE = 88;
    private static final int LINES_A_PAGE = 26;
    private static final int LEFT = 56;
    private static final int TOP = 740;
    private static final int LEADING = 14;
    private static final int CELL = 130;

    private final List<String> pages = new ArrayList<>();
    private StringBuilder page = new StringBuilder();
    private int lines;

    private PdfFile() {}

    static byte[] of(Note note) {
        PdfFile pdf = new PdfFile();
        for (Line line : note.lines()) {
            switch (line) {
                case Line.Heading heading -> {
                    pdf.turnUnless(3);
                    pdf.lines++;
                    pdf.line("/B", LEFT, heading.text());
                }
                case Line.Item item -> pdf.paragraph("- " + item.text());
                case Line.Row row -> pdf.row(row.cells());
                case Line.Paragraph paragraph -> pdf.paragraph(paragraph.text());
            }
        }
        pdf.pages.add(pdf.page.toString());
        return pdf.file();
    }

    private void paragraph(String text) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > CHARACTERS_A_LINE) {
                line("/F", LEFT, line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        line("/F", LEFT, line.toString());
        lines++;
    }

    private void row(List<String> cells) {
        turnUnless(1);
        for (int cell = 0; cell < cells.size(); cell++) {
            show("/F", LEFT + cell * CELL, cells.get(cell));
        }
        lines++;
    }

    private void line(String font, int left, String text) {
        turnUnless(1);
        show(font, left, text);
        lines++;
    }

    private void turnUnless(int room) {
        if (lines + room > LINES_A_PAGE) {
            pages.add(page.toString());
            page = new StringBuilder();
            lines = 0;
        }
    }

    private void show(String font, int left, String text) {
        page.append(String.format(
                Locale.ROOT, "BT %s 9 Tf %d %d Td (%s) Tj ET\n", font, left, TOP - lines * LEADING, escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }

    private byte[] file() {
        List<String> objects = new ArrayList<>();
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        StringBuilder kids = new StringBuilder();
        for (int number = 0; number < pages.size(); number++) {
            kids.append(5 + 2 * number).append(" 0 R ");
        }
        objects.add("<< /Type /Pages /Kids [" + kids + "] /Count " + pages.size() + " >>");
        objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>");
        objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >>");
        for (int number = 0; number < pages.size(); number++) {
            String head = "BT /F 7 Tf 56 770 Td (Colorectal surgery, page " + (number + 1) + " of " + pages.size()
                    + ") Tj ET\n";
            String content = head + pages.get(number);
            objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents " + (6 + 2 * number)
                    + " 0 R /Resources << /Font << /F 3 0 R /B 4 0 R >> >> >>");
            objects.add("<< /Length " + content.length() + " >>\nstream\n" + content + "endstream");
        }
        return bytes(objects);
    }

    private static byte[] bytes(List<String> objects) {
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int number = 1; number <= objects.size(); number++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.length()));
            file.append(number)
                    .append(" 0 obj\n")
                    .append(objects.get(number - 1))
                    .append("\nendobj\n");
        }
        int start = file.length();
        int size = objects.size() + 1;
        file.append("xref\n0 ").append(size).append('\n').append(table);
        file.append("trailer\n<< /Size " + size + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(file.toString().getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }
}
