package org.anamnesis.notes;

import static org.anamnesis.notes.SmallDocuments.PLAIN;
import static org.anamnesis.notes.SmallDocuments.ascii;
import static org.anamnesis.notes.SmallDocuments.blocks;
import static org.anamnesis.notes.SmallDocuments.deflated;
import static org.anamnesis.notes.SmallDocuments.docx;
import static org.anamnesis.notes.SmallDocuments.line;
import static org.anamnesis.notes.SmallDocuments.paragraph;
import static org.anamnesis.notes.SmallDocuments.pdf;
import static org.anamnesis.notes.SmallDocuments.rawPdf;
import static org.anamnesis.notes.SmallDocuments.read;
import static org.anamnesis.notes.SmallDocuments.reason;
import static org.anamnesis.notes.SmallDocuments.stream;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.anamnesis.notes.SmallDocuments.Writing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to take the server: each ends with a word, and the next file is read as ever. */
class HostileFilesTest {

    private static final String LAUGHS = """
            <?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">
            <!ENTITY x SYSTEM "file:///etc/hostname">]>
            """;
    private static final String FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

    @AfterEach
    void theNextFileIsReadAsEver() {
        assertThat(blocks(read(docx(paragraph("Well.")), ""))).containsExactly("LINES Well.");
        assertThat(blocks(read(pdf(line(60, 60, PLAIN, 11, "Well.")), ""))).containsExactly("LINES Well.");
    }

    @Test
    void aDocxThatUnpacksToAThousandTimesItsSize() throws IOException {
        assertThat(reason(bomb("word/document.xml", 40), "")).isEqualTo("too-large");
        assertThat(reason(bomb("word/media/picture.bin", 40), "")).isEqualTo("too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&c;", "&x;", "plain"})
    void entitiesAndDocumentTypes(String body) {
        String narrative =
                "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><component><structuredBody><component><section><text>"
                        + body + "</text></section></component></structuredBody></component></ClinicalDocument>";
        assertThat(reason(ascii(LAUGHS + narrative), "text/xml")).isEqualTo("broken");
        byte[] word = SmallDocuments.zip(
                "word/document.xml", LAUGHS + "<document><body><p><r><t>" + body + "</t></r></p></body></document>");
        assertThat(reason(word, "")).isEqualTo("broken");
    }

    @Test
    void xmlNestedBeyondAllReason() {
        assertThat(reason(ascii("<?xml version=\"1.0\"?><ClinicalDocument>" + "<a>".repeat(500_000)), "text/xml"))
                .isEqualTo("broken");
    }

    @Test
    void aTruncatedPdfIsNotReadInPart() {
        byte[] whole = pdf(
                line(60, 60, PLAIN, 11, "Penicillin"),
                line(60, 60, PLAIN, 11, "allergy"),
                line(60, 60, PLAIN, 11, "Well."));
        for (int part = 1; part < 20; part++) {
            assertThat(reason(Arrays.copyOf(whole, whole.length * part / 20), "application/pdf"))
                    .as("%d/20 of the file", part)
                    .isIn("broken", "unknown-format");
        }
    }

    @Test
    void aPdfWithABytesTurnedAnywhereNeverThrows() {
        byte[] whole = pdf(line(60, 60, PLAIN, 11, "Penicillin allergy"));
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            byte[] file = whole.clone();
            for (int change = 0; change < 5; change++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            assertThat(read(file, "application/pdf")).isNotNull();
        }
    }

    @Test
    void aPdfOfTwoThousandPagesIsReadAndOneOfMoreTextThanTheLimitIsNot() {
        Writing little = line(60, 60, PLAIN, 11, "Seen on the ward.");
        Writing[] pages = new Writing[2_000];
        Arrays.fill(pages, little);
        assertThat(blocks(read(pdf(pages), "application/pdf"))).hasSize(1);
        Writing much = page -> {
            for (int row = 0; row < 5; row++) {
                line(60, 60 + 20 * row, PLAIN, 11, "A long day on the ward, and nothing new. ".repeat(2))
                        .on(page);
            }
        };
        Arrays.fill(pages, much);
        assertThat(reason(pdf(pages), "application/pdf")).isEqualTo("too-large");
    }

    @Test
    void aPdfStreamThatUnpacksToAThousandTimesItsSize() throws IOException {
        byte[] packed = deflated(new byte[40 << 20]);
        assertThat(reason(page(FONT, "/Filter /FlateDecode", packed), "")).isEqualTo("too-large");
        assertThat(reason(page(FONT, "/Subtype /Image /Filter /FlateDecode", packed), ""))
                .as("a stream of text passed off as a picture is not unpacked")
                .isEqualTo("no-text");
        assertThat(reason(page(FONT, "/Filter [/FlateDecode /RunLengthDecode]", deflated(runs())), ""))
                .isEqualTo("too-large");
        assertThat(reason(page(FONT, "/Filter /DCTDecode", packed), "")).isEqualTo("broken");
        assertThat(reason(
                        page(
                                FONT,
                                "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 900000000 >>",
                                deflated(new byte[9])),
                        ""))
                .isEqualTo("broken");
    }

    @Test
    void aPdfOfMoreLettersThanTheLimit() throws IOException {
        byte[] letters = ascii("BT /F1 11 Tf 60 700 Td " + "(a) Tj ".repeat(2_000_000) + "ET");
        assertThat(reason(page(FONT, "/Filter /FlateDecode", deflated(letters)), ""))
                .isEqualTo("too-large");
    }

    @Test
    void aFontWhoseMapOrWidthsStandForBillionsOfEntries() throws IOException {
        byte[] text = ascii("BT /F1 11 Tf 60 700 Td <0041> Tj ET");
        String font = "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R]"
                + " /ToUnicode 7 0 R >>";
        String map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00000000> <FFFFFFFF>"
                + " endcodespacerange 1 beginbfrange %s endbfrange endcmap end";
        String descendant = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo"
                + " << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R /W [%s] >>";
        byte[] descriptor = ascii("<< /Type /FontDescriptor /FontName /X /Flags 4 >>");
        assertThat(reason(
                        page(
                                font,
                                "",
                                text,
                                ascii(descendant.formatted("0 [500]")),
                                stream("", ascii(map.formatted("<00000000> <7FFFFFFF> <0041>"))),
                                descriptor),
                        ""))
                .isEqualTo("too-large");
        assertThat(reason(
                        page(
                                font,
                                "",
                                text,
                                ascii(descendant.formatted("0 [500]")),
                                stream("", ascii(map.formatted("%x\n<00000000> <7FFFFFFF> <0041>"))),
                                descriptor),
                        ""))
                .as("a map that is not written by the rules is not trusted")
                .isEqualTo("broken");
        assertThat(reason(
                        page(
                                font,
                                "",
                                text,
                                ascii(descendant.formatted("0 2000000000 500")),
                                stream("", ascii(map.formatted("<0041> <0041> <0041>"))),
                                descriptor),
                        ""))
                .isEqualTo("broken");
        assertThat(blocks(read(
                        page(
                                font,
                                "",
                                text,
                                ascii(descendant.formatted("0 100 500")),
                                stream("", ascii(map.formatted("<0041> <0041> <0042>"))),
                                descriptor),
                        "")))
                .containsExactly("LINES B");
    }

    @Test
    void aTableOfObjectsThatTakesNoBytesAnEntry() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(ascii("%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"));
        int start = file.size();
        file.write(ascii("3 0 obj\n"));
        file.write(stream("/Type /XRef /Size 2000000000 /W [0 0 0] /Root 1 0 R", ascii("x")));
        file.write(ascii("\nendobj\nstartxref\n" + start + "\n%%EOF\n"));
        assertThat(reason(file.toByteArray(), "")).isEqualTo("broken");
    }

    @Test
    void aPdfThatDrawsFormsWithinFormsWithoutEnd() throws IOException {
        List<byte[]> objects = new ArrayList<>(List.of(
                ascii("<< /Type /Catalog /Pages 2 0 R >>"),
                ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
                ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
                        + " /Resources << /XObject << /X 5 0 R >> >> >>"),
                stream("", ascii("/X Do"))));
        for (int form = 5; form < 45; form++) {
            objects.add(stream(
                    "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X " + (form + 1)
                            + " 0 R >> >>",
                    ascii("/X Do ".repeat(20))));
        }
        objects.add(stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", ascii("q Q")));
        Documents impatient = new Documents(impatience(1 << 20, 200));
        assertThat(impatient.read(rawPdf(objects), "")).isEqualTo(new DocumentText.Unread("timeout"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "<< /A ", "(", "<< /Type /Pages /Count 1 /Kids [2 0 R] >> %"})
    void aPdfOfNestedOrCircularObjects(String object) throws IOException {
        byte[] file = rawPdf(List.of(ascii("<< /Type /Catalog /Pages 2 0 R >>"), ascii(object.repeat(100_000))));
        assertThat(reason(file, "")).isIn("broken", "no-text");
    }

    @Test
    void richTextThatAnnouncesTwoGigabytesOrNestsWithoutEnd() {
        assertThat(reason(ascii("{\\rtf1 \\bin2000000000 x}"), "")).isEqualTo("broken");
        assertThat(reason(ascii("{\\rtf1 \\bin99999999999999999999 x}"), "")).isEqualTo("broken");
        assertThat(reason(ascii("{\\rtf1 " + "{".repeat(3_000_000)), "")).isEqualTo("broken");
        assertThat(reason(ascii("{\\rtf1 " + "\\par text".repeat(100_000) + "}"), ""))
                .isEqualTo("too-large");
    }

    @Test
    void moreTextThanTheLimitInEveryFormat() {
        String words = "word ".repeat(100_000);
        assertThat(reason(ascii(words), "text/plain")).isEqualTo("too-large");
        assertThat(reason(ascii("<html><body><p>" + words + "</p></body></html>"), "text/html"))
                .isEqualTo("too-large");
        assertThat(reason(
                        ascii("<html><body><table><tr>" + "<td>word words</td>".repeat(40_000)
                                + "</tr></table></html>"),
                        "text/html"))
                .isEqualTo("too-large");
        assertThat(reason(docx(paragraph(words)), "")).isEqualTo("too-large");
        assertThat(reason(new byte[11 << 20], "text/plain")).isEqualTo("too-large");
    }

    @Test
    void filesThatCannotBeStoppedDoNotTakeEveryThread() {
        Documents impatient = new Documents(impatience(9 << 20, 100));
        byte[] slow = ascii("{\\rtf1 " + "\\u65?".repeat(1_500_000) + "}");
        assertThat(IntStream.range(0, 6).mapToObj(round -> impatient.read(slow, "")))
                .containsOnly(new DocumentText.Unread("timeout"));
    }

    private static DocumentLimits impatience(int size, int milliseconds) {
        return new DocumentLimits(size, size, size, Duration.ofMillis(milliseconds), Duration.ofMinutes(1));
    }

    private static byte[] bomb(String name, int megabytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(ascii("<document><body>"));
            byte[] blank = new byte[1 << 20];
            Arrays.fill(blank, (byte) ' ');
            for (int written = 0; written < megabytes; written++) {
                zip.write(blank);
            }
        }
        return bytes.toByteArray();
    }

    /** 128 times each byte, over and over: 64 MB behind this filter. */
    private static byte[] runs() {
        byte[] runs = new byte[1_000_000];
        for (int at = 0; at < runs.length; at += 2) {
            runs[at] = (byte) 129;
            runs[at + 1] = ' ';
        }
        return runs;
    }

    /** A page of one content stream with one font, and further objects from 6 on. */
    private static byte[] page(String font, String dictionary, byte[] content, byte[]... further) throws IOException {
        List<byte[]> objects = new ArrayList<>(List.of(
                ascii("<< /Type /Catalog /Pages 2 0 R >>"),
                ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
                ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>"),
                stream(dictionary, content),
                ascii(font)));
        objects.addAll(List.of(further));
        return rawPdf(objects);
    }
}
