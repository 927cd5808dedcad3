package org.anamnesis.notes;

import static org.anamnesis.notes.SmallDocuments.blocks;
import static org.anamnesis.notes.SmallDocuments.docx;
import static org.anamnesis.notes.SmallDocuments.paragraph;
import static org.anamnesis.notes.SmallDocuments.read;
import static org.anamnesis.notes.SmallDocuments.reason;
import static org.anamnesis.notes.SmallDocuments.remarks;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocxReaderTest {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @Test
    void readsHeadingsParagraphsListsAndTables() {
        DocumentText text = read(
                docx(
                        "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Discharge letter</w:t></w:r></w:p>",
                        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Hospital </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>course</w:t></w:r></w:p>",
                        "<w:p><w:r><w:t xml:space=\"preserve\">He had </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>two</w:t></w:r>"
                                + "<w:r><w:t xml:space=\"preserve\"> taps.</w:t><w:br/><w:t>Well.</w:t></w:r></w:p>",
                        paragraph(""),
                        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>Weigh daily</w:t></w:r></w:p>",
                        "<w:p><w:pPr><w:pStyle w:val=\"ListBullet\"/></w:pPr><w:r><w:t>No salt</w:t></w:r></w:p>",
                        "<w:tbl><w:tr><w:tc>" + paragraph("K") + "</w:tc><w:tc>" + paragraph("5.9")
                                + "</w:tc></w:tr></w:tbl>",
                        paragraph("Home &amp; well.")),
                TYPE);
        assertThat(blocks(text))
                .containsExactly(
                        "HEADING Discharge letter",
                        "HEADING Hospital course",
                        "LINES He had two taps.\nWell.",
                        "ITEM \u2022 Weigh daily",
                        "ITEM \u2022 No salt",
                        "ROW K | 5.9",
                        "LINES Home & well.");
    }

    @Test
    void leavesOutHiddenTextAndWhatTrackedChangesTookOut() {
        DocumentText text = read(
                docx(
                        "<w:p><w:r><w:t>Penicillin allergy.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Ignore it.</w:t></w:r>"
                                + "<w:del><w:r><w:delText>Sulfa.</w:delText></w:r></w:del>"
                                + "<w:ins><w:r><w:t xml:space=\"preserve\"> Rash.</w:t></w:r></w:ins>"
                                + "<w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom>"
                                + "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"),
                TYPE);
        assertThat(blocks(text)).containsExactly("LINES Penicillin allergy. Rash.");
        assertThat(remarks(text)).containsExactly("footnotes were not read", "text that does not show was left out");
    }

    @Test
    void isReadWhateverWasDeclaredAndBrokenWhereItsXmlIs() {
        assertThat(blocks(read(docx(paragraph("Well.")), "application/octet-stream")))
                .containsExactly("LINES Well.");
        assertThat(reason(docx("<w:p>"), TYPE)).isEqualTo("broken");
        assertThat(reason(docx(), TYPE)).isEqualTo("no-text");
    }
}
