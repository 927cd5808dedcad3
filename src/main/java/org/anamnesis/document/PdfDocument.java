package org.anamnesis.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * A draft as PDF on pages of US Letter. Each page says whose it is, how it stands and which page of how many it is, for pages
 * get parted.
 *
 * @param bytes the same for the same draft and fonts
 * @param undrawn how many characters no font has; they stand as boxes, and the first page says so
 */
record PdfDocument(byte[] bytes, int undrawn) {

    /** Writes a draft out. */
    static PdfDocument of(Outline outline, Marking marking, Instant composedAt, List<byte[]> moreFonts) {
        try (PDDocument document = new PDDocument()) {
            PdfFonts fonts = PdfFonts.of(document, moreFonts);
            PdfLayout.Laid laid = new PdfLayout(fonts, PdfPage.WIDTH).of(outline);
            PdfFonts.Drawable patient = fonts.drawable(marking.patient());
            int undrawn = laid.undrawn() + patient.undrawn();
            PdfPage form = new PdfPage(document, fonts, marking, patient.text(), undrawn);
            List<List<PdfRow>> pages = pages(laid.rows(), form);
            for (int at = 0; at < pages.size(); at++) {
                PDPage page = form.draw(pages.get(at), at + 1, pages.size());
                document.addPage(page);
            }
            describe(document, marking, composedAt);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return new PdfDocument(bytes.toByteArray(), undrawn);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
    }

    private static List<List<PdfRow>> pages(List<PdfRow> rows, PdfPage form) {
        List<List<PdfRow>> pages = new ArrayList<>();
        List<PdfRow> page = new ArrayList<>();
        float left = form.height();
        for (int at = 0; at < rows.size(); at++) {
            float needed = rows.get(at).height();
            for (int next = at; next + 1 < rows.size() && rows.get(next).keep(); next++) {
                needed += rows.get(next + 1).height();
            }
            if (needed > left && !page.isEmpty()) {
                pages.add(page);
                page = new ArrayList<>();
                left = form.height();
            }
            page.add(rows.get(at));
            left -= rows.get(at).height();
        }
        pages.add(page);
        return pages;
    }

    /** Nothing of the machine and nothing of now: the same draft gives the same bytes. No patient either: viewers show it. */
    private static void describe(PDDocument document, Marking marking, Instant composedAt) {
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(marking.title());
        about.setProducer("Anamnesis");
        Calendar created = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        created.setTimeInMillis(composedAt.toEpochMilli());
        about.setCreationDate(created);
        document.getDocumentCatalog().setLanguage("en");
        document.setDocumentId((long) marking.identity().hashCode());
    }
}
