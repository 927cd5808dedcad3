package org.anamnesis.sandbox.notes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.anamnesis.sandbox.notes.Note.Line;

/** A note as a docx file: the smallest that a word processor opens. Nothing is compressed, for compressors differ. */
final class DocxFile {

    private static final String TYPES = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\""
            + "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    private static final String RELATIONS = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
            + " Target=\"word/document.xml\"/></Relationships>";

    private DocxFile() {}

    static byte[] of(Note note) {
        String body = note.lines().stream()
                .map(line -> switch (line) {
                    case Line.Heading heading -> "<w:p>" + run("<w:rPr><w:b/></w:rPr>", heading.text()) + "</w:p>";
                    case Line.Item item ->
                        "<w:p><w:pPr><w:pStyle w:val=\"ListBullet\"/></w:pPr>" + run("", item.text()) + "</w:p>";
                    case Line.Row row ->
                        "<w:tbl><w:tr>"
                                + row.cells().stream()
                                        .map(cell -> "<w:tc><w:p>" + run("", cell) + "</w:p></w:tc>")
                                        .collect(Collectors.joining())
                                + "</w:tr></w:tbl>";
                    case Line.Paragraph paragraph -> "<w:p>" + run("", paragraph.text()) + "</w:p>";
                })
                .collect(Collectors.joining());
        String document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
                + "</w:body></w:document>";
        return zip(new TreeMap<>(
                Map.of("[Content_Types].xml", TYPES, "_rels/.rels", RELATIONS, "word/document.xml", document)));
    }

    private static String run(String look, String text) {
        return "<w:r>" + look + "<w:t xml:space=\"preserve\">" + Markup.escaped(text) + "</w:t></w:r>";
    }

    private static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
                CRC32 sum = new CRC32();
                sum.update(content);
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
