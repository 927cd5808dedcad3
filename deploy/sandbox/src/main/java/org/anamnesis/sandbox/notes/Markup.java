package org.anamnesis.sandbox.notes;

import java.util.stream.Collectors;
import org.anamnesis.sandbox.notes.Note.Line;

/** Notes in the formats that are text with marks. */
final class Markup {

    private static final String CDA_START = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ClinicalDocument xmlns="urn:hl7-org:v3">
             <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
             <title>Consultation</title>
             <recordTarget><patientRole><patient><name><given>Header</given><family>Only</family></name></patient></patientRole></recordTarget>
             <component><structuredBody>
            """;

    private Markup() {}

    static String plain(Note note) {
        return note.lines().stream()
                .map(line -> switch (line) {
                    case Line.Heading heading -> heading.text();
                    case Line.Item item -> "- " + item.text();
                    case Line.Row row -> String.join("   ", row.cells());
                    case Line.Paragraph paragraph -> paragraph.text();
                })
                .collect(Collectors.joining("\n", "", "\n"));
    }

    static String html(Note note) {
        return note.lines().stream()
                .map(line -> switch (line) {
                    case Line.Heading heading -> "<h3>" + escaped(heading.text()) + "</h3>";
                    case Line.Item item -> "<ul><li>" + escaped(item.text()) + "</li></ul>";
                    case Line.Row row -> "<table><tr>" + cells(row) + "</tr></table>";
                    case Line.Paragraph paragraph -> "<p>" + escaped(paragraph.text()) + "</p>";
                })
                .collect(Collectors.joining("\n", "<!DOCTYPE html>\n<html><body>\n", "\n</body></html>\n"))
                .replace("</ul>\n<ul>", "\n")
                .replace("</table>\n<table>", "\n");
    }

    static String cda(Note note) {
        StringBuilder cda = new StringBuilder(CDA_START);
        boolean open = false;
        for (Line line : note.lines()) {
            if (line instanceof Line.Heading heading) {
                cda.append(open ? "  </text></section></component>\n" : "")
                        .append("  <component><section><title>" + escaped(heading.text()) + "</title><text>\n");
                open = true;
            } else {
                cda.append("   ").append(narrative(line)).append('\n');
            }
        }
        return cda + "  </text></section></component>\n </structuredBody></component>\n</ClinicalDocument>\n";
    }

    static String rtf(Note note) {
        StringBuilder rtf =
                new StringBuilder("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\\f0\\fs20\n");
        for (Line line : note.lines()) {
            switch (line) {
                case Line.Heading heading ->
                    rtf.append("\\pard{\\b ").append(rtf(heading.text())).append("}\\par\n");
                case Line.Item item ->
                    rtf.append("\\pard{\\pntext\\'b7\\tab}")
                            .append(rtf(item.text()))
                            .append("\\par\n");
                case Line.Row row -> {
                    rtf.append("\\trowd");
                    for (int cell = 1; cell <= row.cells().size(); cell++) {
                        rtf.append("\\cellx").append(cell * 3000);
                    }
                    rtf.append("\\pard\\intbl ");
                    row.cells().forEach(cell -> rtf.append(rtf(cell)).append("\\cell "));
                    rtf.append("\\row\n");
                }
                case Line.Paragraph paragraph ->
                    rtf.append("\\pard ").append(rtf(paragraph.text())).append("\\par\n");
            }
        }
        return rtf.append("}\n").toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String narrative(Line line) {
        return switch (line) {
            case Line.Heading heading -> escaped(heading.text());
            case Line.Item item -> "<list><item>" + escaped(item.text()) + "</item></list>";
            case Line.Row row -> "<table><tbody><tr>" + cells(row) + "</tr></tbody></table>";
            case Line.Paragraph paragraph -> "<paragraph>" + escaped(paragraph.text()) + "</paragraph>";
        };
    }

    private static String cells(Line.Row row) {
        return row.cells().stream()
                .map(cell -> "<td>" + escaped(cell) + "</td>")
                .collect(Collectors.joining());
    }

    private static String rtf(String text) {
        StringBuilder rtf = new StringBuilder();
        for (char one : text.toCharArray()) {
            if (one > '~') {
                rtf.append("\\u").append((int) one).append('?');
            } else {
                rtf.append("\\{}".indexOf(one) < 0 ? "" : "\\").append(one);
            }
        }
        return rtf.toString();
    }
}
