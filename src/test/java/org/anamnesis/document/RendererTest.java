package org.anamnesis.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.anamnesis.store.StoredDraft;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class RendererTest {

    private final Renderer renderer = new Renderer(List.of());

    @Test
    void thePdfHoldsEveryWordOfTheTextAndTheEndnotes() throws IOException {
        StoredDraft draft = new SomeDraft().stored();
        String read = flat(String.join(" ", pages(draft)));
        for (Block block : Outline.of(draft).blocks()) {
            assertThat(read).contains(flat(block.text()));
        }
        assertThat(read).contains("[1] result: Potassium | 5.9 mmol/L, 2025-03-03");
        assertThat(read).contains("Potassium 5.9 mmol/L on 3 Mar 2025. [1]");
    }

    @Test
    void everyPageSaysWhoseItIsHowItStandsAndWhichOfHowManyItIs() throws IOException {
        List<String> pages = pages(new SomeDraft().withProblems(200).stored());
        assertThat(pages).hasSizeGreaterThan(3);
        for (int at = 0; at < pages.size(); at++) {
            assertThat(flat(pages.get(at)))
                    .contains("Ada Okonjo, born 1951-02-03, female, record number MRN-77, patient id p1")
                    .contains("DRAFT - NOT SIGNED")
                    .contains("Page " + (at + 1) + " of " + pages.size());
        }
        String read = flat(String.join(" ", pages));
        assertThat(read).contains("Problem number 1 is").contains("Problem number 200 is");
    }

    @Test
    void fiftyPagesAreNumberedMarkedAndLoseNoLine() throws IOException {
        List<String> pages = pages(new SomeDraft().withProblems(1_900).stored());
        assertThat(pages).hasSizeGreaterThan(50);
        for (int at = 0; at < pages.size(); at++) {
            assertThat(flat(pages.get(at)))
                    .contains("patient id p1")
                    .contains("DRAFT - NOT SIGNED")
                    .contains("Page " + (at + 1) + " of " + pages.size());
            assertThat(pages.get(at).split("DRAFT", -1))
                    .as("in the head, and across the page")
                    .hasSize(3);
        }
        String read = flat(String.join(" ", pages).replaceAll("DRAFT\\s*", ""));
        for (int problem = 1; problem <= 1_900; problem++) {
            assertThat(read).contains("Problem number " + problem + " is");
        }
        assertThat(read).contains("[1] result: Potassium | 5.9 mmol/L, 2025-03-03");
    }

    @Test
    void nothingOfTheHeadStandsOutsideThePageOrOverTheTitleHoweverLongItIs() throws IOException {
        StoredDraft draft = new SomeDraft()
                .named("Wolfeschlegelsteinhausenbergerdorff ".repeat(60))
                .by("PractitionerRole/" + "w".repeat(64))
                .stored();
        for (String page : pages(draft)) {
            assertThat(flat(page))
                    .contains("Signed by PractitionerRole/" + "w".repeat(64) + ", 4 Mar 2025 13:14 UTC")
                    .contains("and more than has room here")
                    .contains("Potassium 5.9 mmol/L on 3 Mar 2025. [1]");
        }
        try (PDDocument document =
                Loader.loadPDF(renderer.render(draft, Format.PDF).bytes())) {
            List<TextPosition> outside = new ArrayList<>();
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    positions.stream()
                            .filter(at -> at.getX() < 0
                                    || at.getX() + at.getWidth() > 612
                                    || at.getY() < 0
                                    || at.getY() > 792)
                            .forEach(outside::add);
                }
            }.getText(document);
            assertThat(outside).isEmpty();
        }
    }

    @Test
    void aDoseWithinHebrewWordsKeepsItsDigitsAndOverridesOfDirectionDoNothing() throws IOException {
        StoredDraft draft = new SomeDraft()
                .with("\u05de\u05d8\u05d5\u05e4\u05e8\u05d5\u05dc\u05d5\u05dc 25 mg")
                .with("Warfarin \u202e5.2\u202c mg, \u2066hidden\u2069 \u200bend")
                .stored();
        assertThat(flat(String.join(" ", pages(draft)))).contains("25 mg").contains("Warfarin 5.2 mg, hidden end");
    }

    @Test
    void chineseJapaneseAndKoreanStandAsBoxesOneForEachCharacterAndAreCounted() throws IOException {
        StoredDraft draft = new SomeDraft()
                .with("\u963f\u53f8\u5339\u6797 100 mg")
                .with("\u30a2\u30b9\u30d4\u30ea\u30f3 81 mg")
                .with("\uc544\uc2a4\ud53c\ub9b0 75 mg")
                .stored();
        assertThat(renderer.render(draft, Format.PDF).undrawn()).isEqualTo(4 + 5 + 4);
        assertThat(flat(String.join(" ", pages(draft))))
                .contains("13 characters cannot be drawn")
                .contains("\u25a1\u25a1\u25a1\u25a1 100 mg")
                .contains("\u25a1\u25a1\u25a1\u25a1\u25a1 81 mg");
    }

    @Test
    void whatWasRecalledSaysSoOnEveryPageSignedOrNot() throws IOException {
        for (StoredDraft draft :
                List.of(new SomeDraft().withProblems(100).signed().recalled(), new SomeDraft().recalled())) {
            for (String page : pages(draft)) {
                assertThat(flat(page).replace(" ", ""))
                        .contains("RECALLED-DONOTRELYONIT.")
                        .contains("NOTVALID");
            }
        }
        assertThat(new String(
                        renderer.render(new SomeDraft().signed().recalled(), Format.XHTML)
                                .bytes(),
                        StandardCharsets.UTF_8))
                .contains("RECALLED - DO NOT RELY ON IT. Signed by Practitioner/p7");
    }

    @Test
    void aSignedPdfNamesSignerAndTimeOnEveryPageAndIsNoDraft() throws IOException {
        for (String page : pages(new SomeDraft().withProblems(100).signed().stored())) {
            assertThat(flat(page))
                    .contains("Signed by Practitioner/p7, 4 Mar 2025 13:14 UTC")
                    .doesNotContain("DRAFT");
        }
    }

    @Test
    void theSameDraftGivesTheSameBytes() {
        StoredDraft draft = new SomeDraft()
                .withProblems(60)
                .named("\u05d3\u05d5\u05d3 Łukasz")
                .stored();
        for (Format format : Format.values()) {
            assertThat(renderer.render(draft, format).bytes())
                    .isEqualTo(renderer.render(draft, format).bytes());
        }
        assertThat(renderer.render(draft, Format.PDF).bytes())
                .isNotEqualTo(renderer.render(
                                new SomeDraft()
                                        .withProblems(60)
                                        .named("\u05d3\u05d5\u05d3 Łukasz")
                                        .signed()
                                        .stored(),
                                Format.PDF)
                        .bytes());
    }

    @Test
    void namesInGreekCyrillicHebrewAndWithMarksAreDrawnInTheirOwnLettersByEmbeddedFonts() throws IOException {
        StoredDraft draft = new SomeDraft()
                .named("Łukasz Żółć, Ελένη, Наталья, \u05d3\u05d5\u05d3 \u05db\u05d4\u05df, Nguyê\u0303n")
                .stored();
        Renderer.Rendered rendered = renderer.render(draft, Format.PDF);
        assertThat(rendered.undrawn()).isZero();
        assertThat(flat(String.join(" ", pages(draft))))
                .contains("Łukasz Żółć, Ελένη, Наталья")
                .contains("\u05d3\u05d5\u05d3")
                .contains("\u05db\u05d4\u05df")
                .contains("Nguyễn");
        try (PDDocument document = Loader.loadPDF(rendered.bytes())) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void whatNoFontHasStandsAsABoxAndIsSaidOnEveryPage() throws IOException {
        StoredDraft draft =
                new SomeDraft().named("\u738b\u5c0f\u660e").withProblems(60).stored();
        assertThat(renderer.render(draft, Format.PDF).undrawn()).isEqualTo(3);
        for (String page : pages(draft)) {
            assertThat(flat(page)).contains("3 characters cannot be drawn").contains("\u25a1\u25a1\u25a1, born");
        }
    }

    @Test
    void lettersThatChangeByTheirNeighboursAreNotDrawnUnshaped() {
        StoredDraft draft = new SomeDraft().named("\u0645\u062d\u0645\u062f").stored();
        assertThat(renderer.render(draft, Format.PDF).undrawn()).isEqualTo(4);
    }

    @Test
    void aWordLongerThanALineIsBrokenAndNotCutOff() throws IOException {
        String word = "x".repeat(300) + "END";
        assertThat(String.join("", pages(new SomeDraft().with(word).stored())).replaceAll("\\s", ""))
                .contains(word);
    }

    @Test
    void case15TheXhtmlHoldsTheSameWordsAndNothingThatActs() throws Exception {
        StoredDraft draft = new SomeDraft()
                .with("<script>alert(1)</script> & \"quotes\" \u0007 \ud800 ]]> done")
                .named("<b>Ada</b>")
                .stored();
        Document page = xhtml(draft);
        String read = flat(page.getDocumentElement().getTextContent());
        for (Block block : Outline.of(draft).blocks()) {
            assertThat(read)
                    .contains(flat(block.text().replace('\u0007', '\ufffd').replace('\ud800', '\ufffd')));
        }
        assertThat(read).contains("DRAFT - NOT SIGNED").contains("<b>Ada</b>");
        assertThat(elements(page))
                .isSubsetOf(
                        "html", "head", "title", "style", "body", "header", "footer", "p", "strong", "h1", "h2", "ul",
                        "li", "sup");
        NodeList all = page.getElementsByTagName("*");
        for (int at = 0; at < all.getLength(); at++) {
            if (!all.item(at).getNodeName().equals("html")) {
                assertThat(all.item(at).getAttributes().getLength()).isZero();
            }
        }
    }

    @Test
    void theXhtmlNestsDetailsWithinTheirItem() throws Exception {
        Document page = xhtml(new SomeDraft().stored());
        NodeList items = page.getElementsByTagName("li");
        Element detail = null;
        for (int at = 0; at < items.getLength(); at++) {
            if (items.item(at).getTextContent().startsWith("It was 4.1")) {
                detail = (Element) items.item(at);
            }
        }
        assertThat(detail).isNotNull();
        assertThat(detail.getParentNode().getParentNode().getNodeName()).isEqualTo("li");
        assertThat(detail.getParentNode().getParentNode().getTextContent()).startsWith("Potassium 5.9");
    }

    @Test
    void plainTextIsTheSignedTextByteForByte() {
        StoredDraft draft = new SomeDraft().signed().stored();
        assertThat(renderer.render(draft, Format.TEXT).bytes())
                .isEqualTo(draft.text().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> pages(StoredDraft draft) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(renderer.render(draft, Format.PDF).bytes())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            return pages;
        }
    }

    private Document xhtml(StoredDraft draft) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        renderer.render(draft, Format.XHTML).bytes()));
    }

    private static Set<String> elements(Document page) {
        Set<String> names = new TreeSet<>();
        NodeList all = page.getElementsByTagName("*");
        for (int at = 0; at < all.getLength(); at++) {
            names.add(all.item(at).getNodeName());
        }
        return names;
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
