package org.anamnesis.notes;

import static org.anamnesis.notes.SmallDocuments.BOLD;
import static org.anamnesis.notes.SmallDocuments.PLAIN;
import static org.anamnesis.notes.SmallDocuments.all;
import static org.anamnesis.notes.SmallDocuments.blocks;
import static org.anamnesis.notes.SmallDocuments.line;
import static org.anamnesis.notes.SmallDocuments.pdf;
import static org.anamnesis.notes.SmallDocuments.read;
import static org.anamnesis.notes.SmallDocuments.reason;
import static org.anamnesis.notes.SmallDocuments.remarks;
import static org.anamnesis.notes.SmallDocuments.running;
import static org.anamnesis.notes.SmallDocuments.saved;
import static org.anamnesis.notes.SmallDocuments.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;

class PdfReaderTest {

    private static final String STORY =
            "He was admitted with four days of breathlessness and seven kilograms of weight gain"
                    + " after a week of naproxen for his knee. He was diuresed with intravenous furosemide and had no need of BiPAP."
                    + " Spironolactone remains on hold until the potassium is below five in two checks a week apart.";

    @Test
    void readsHeadingsRunningTextAndRowsOfAllPages() {
        byte[] file = pdf(
                all(
                        line(60, 40, PLAIN, 8, "Quarry Hospital   Page 1 of 2"),
                        line(60, 80, BOLD, 14, "Discharge summary"),
                        line(60, 110, BOLD, 11, "Hospital course"),
                        running(130, STORY),
                        line(60, 240, PLAIN, 11, "Weight 84 kg"),
                        line(60, 254, PLAIN, 11, "Walks with a stick")),
                all(
                        line(60, 40, PLAIN, 8, "Quarry Hospital   Page 2 of 2"),
                        line(60, 80, PLAIN, 11, "Carvedilol"),
                        line(200, 80, PLAIN, 11, "12.5 mg"),
                        line(300, 80, PLAIN, 11, "twice daily"),
                        line(60, 110, PLAIN, 11, "Home with his daughter.")));
        assertThat(blocks(read(file, "application/pdf")))
                .containsExactly(
                        "LINES Quarry Hospital   Page 1 of 2",
                        "HEADING Discharge summary",
                        "HEADING Hospital course",
                        "LINES " + STORY,
                        "LINES Weight 84 kg\nWalks with a stick",
                        "ROW Carvedilol | 12.5 mg | twice daily",
                        "LINES Home with his daughter.");
    }

    @Test
    void aSentenceGoesOnOverThePage() {
        byte[] file = pdf(
                all(line(60, 40, PLAIN, 8, "Quarry Hospital"), running(760, STORY.substring(0, STORY.indexOf("Bi")))),
                all(line(60, 40, PLAIN, 8, "Quarry Hospital"), running(80, "BiPAP at any time. Home.")));
        assertThat(sentences(read(file, "application/pdf")))
                .contains("Home.")
                .doesNotContain("Quarry Hospital Quarry Hospital");
        byte[] turned = pdf(
                running(
                        60,
                        STORY
                                + " The pleural fluid was a transudate and its cytology is still awaited from the laboratory and"),
                running(60, "will be sent to the clinic."));
        assertThat(sentences(read(turned, "application/pdf")))
                .anySatisfy(sentence -> assertThat(sentence).endsWith("and will be sent to the clinic."));
    }

    @Test
    void twoColumnsAreNotReadAcrossAsOneSentence() {
        byte[] file = pdf(all(
                line(60, 80, PLAIN, 11, "There is no evidence of"),
                line(320, 80, PLAIN, 11, "The patient has a"),
                line(60, 94, PLAIN, 11, "pulmonary embolism."),
                line(320, 94, PLAIN, 11, "penicillin allergy.")));
        assertThat(sentences(read(file, "application/pdf")))
                .containsExactly(
                        "There is no evidence of | The patient has a", "pulmonary embolism. | penicillin allergy.");
    }

    @Test
    void aScanHasNoTextAndAScannedPageAmongOthersIsCounted() throws IOException {
        try (PDDocument scan = new PDDocument()) {
            addPicture(scan);
            assertThat(reason(saved(scan), "application/pdf")).isEqualTo("no-text");
            PDPage written = new PDPage();
            scan.addPage(written);
            try (PDPageContentStream page = new PDPageContentStream(scan, written)) {
                line(60, 80, PLAIN, 11, "Typed.").on(page);
            }
            DocumentText text = read(saved(scan), "application/pdf");
            assertThat(blocks(text)).containsExactly("LINES Typed.");
            assertThat(remarks(text)).containsExactly("1 of 2 pages are pictures and were not read");
        }
    }

    @Test
    void readsFormsAsFilledIn() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                line(60, 100, PLAIN, 11, "For CPR:").on(stream);
            }
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("Helv"), PLAIN);
            form.setDefaultResources(resources);
            PDTextField field = new PDTextField(form);
            field.setPartialName("cpr");
            field.setDefaultAppearance("/Helv 11 Tf 0 g");
            form.getFields().add(field);
            field.getWidgets().getFirst().setRectangle(new PDRectangle(110, PDRectangle.A4.getHeight() - 105, 100, 16));
            field.getWidgets().getFirst().setPage(page);
            page.getAnnotations().add(field.getWidgets().getFirst());
            field.setValue("not wanted");
            assertThat(sentences(read(saved(document), "application/pdf"))).containsExactly("For CPR: not wanted");
        }
    }

    @Test
    void anEncryptedFileSaysSo() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            assertThat(reason(saved(document), "application/pdf")).isEqualTo("encrypted");
        }
    }

    @Test
    void whatTheFileSaysAPassageActuallySaysIsNotTaken() {
        byte[] file = pdf(page -> {
            page.beginText();
            page.setFont(PLAIN, 11);
            page.newLineAtOffset(60, 700);
            org.apache.pdfbox.cos.COSDictionary claim = new org.apache.pdfbox.cos.COSDictionary();
            claim.setString(COSName.ACTUAL_TEXT, "No allergies.");
            page.beginMarkedContent(
                    COSName.getPDFName("Span"),
                    org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList.create(claim));
            page.showText("Penicillin allergy.");
            page.endMarkedContent();
            page.endText();
        });
        assertThat(sentences(read(file, "application/pdf"))).containsExactly("Penicillin allergy.");
    }

    private static void addPicture(PDDocument document) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
            BufferedImage picture = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY);
            stream.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 600, 800);
        }
    }
}
