package org.anamnesis.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.anamnesis.store.StoredDraft;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Writes a draft in a format. The same draft gives the same bytes. */
public final class Renderer {

    private final List<byte[]> fonts;

    /** @param fonts further TrueType fonts for PDF, for scripts besides Latin, Greek, Cyrillic and Hebrew */
    public Renderer(List<byte[]> fonts) {
        this.fonts = List.copyOf(fonts);
    }

    /**
     * A renderer whose fonts have been tried.
     *
     * @throws UnusableFont where one of them cannot be embedded
     */
    public static Renderer with(List<byte[]> fonts) {
        try (PDDocument trial = new PDDocument()) {
            PdfFonts.of(trial, fonts);
        } catch (IOException | RuntimeException e) {
            throw new UnusableFont(e);
        }
        return new Renderer(fonts);
    }

    /**
     * A draft in a format.
     *
     * @param bytes what is handed out or filed
     * @param undrawn how many characters could not be drawn and stand as boxes; only ever in PDF
     */
    public record Rendered(Format format, byte[] bytes, int undrawn) {}

    /** Writes a draft out, marked as unsigned while it is. */
    public Rendered render(StoredDraft draft, Format format) {
        return switch (format) {
            case TEXT -> new Rendered(format, utf8(draft.text()), 0);
            case XHTML -> new Rendered(format, utf8(XhtmlDocument.page(Outline.of(draft), Marking.of(draft))), 0);
            case PDF -> {
                PdfDocument pdf = PdfDocument.of(Outline.of(draft), Marking.of(draft), draft.composedAt(), fonts);
                yield new Rendered(format, pdf.bytes(), pdf.undrawn());
            }
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
