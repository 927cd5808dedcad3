package org.anamnesis.notes;

import static org.anamnesis.notes.SmallDocuments.blocks;
import static org.anamnesis.notes.SmallDocuments.read;
import static org.anamnesis.notes.SmallDocuments.remarks;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {

    @Test
    void readsHeadingsParagraphsListsAndTablesInOrder() {
        assertThat(blocks(read("""
                        <!DOCTYPE html><html><head><title>HDU</title><style>p {color: red}</style></head><body>
                        <h3>Respiratory HDU</h3>
                        <p>BiPAP 18/5 until
                        06:00, then <i>28%</i> Venturi.<br>Nose red.</p>
                        <ul><li>Tolerated 7 of 8 hours</li><li><p>Tea with <b>thickener</b></p><ol><li>level 2</li></ol></li></ul>
                        <table><caption>Gases</caption><tr><th>Test</th><th>09:00</th></tr>
                        <tr><td>pH</td><td>7.31</td></tr><tr><td colspan=2> </td></tr></table>
                        <p><b>Plan</b></p>Off at noon.<script>alert('x')</script><!-- No allergy -->
                        </body></html>""", "text/html")))
                .containsExactly(
                        "HEADING Respiratory HDU",
                        "LINES BiPAP 18/5 until 06:00, then 28% Venturi.\nNose red.",
                        "ITEM \u2022 Tolerated 7 of 8 hours",
                        "ITEM \u2022 Tea with thickener",
                        "ITEM 1. level 2",
                        "HEADING Gases",
                        "ROW Test | 09:00",
                        "ROW pH | 7.31",
                        "HEADING Plan",
                        "LINES Off at noon.");
    }

    @Test
    void readsAPageLaidOutAsATableAsAPage() {
        assertThat(blocks(read("""
                        <table><tr><td><h2>Assessment</h2><p>Heart failure.</p>
                        <table><tr><td>K</td><td>5.9</td></tr></table></td></tr></table>""", "text/html")))
                .containsExactly("HEADING Assessment", "LINES Heart failure.", "LINES K | 5.9");
    }

    @Test
    void boldLinesAreHeadingsAndBoldWordsAreNot() {
        assertThat(blocks(read("<div><b>Home meds</b><br>Aspirin <b>81 mg</b><br><b>Stop!</b></div>", "text/html")))
                .containsExactly("HEADING Home meds", "LINES Aspirin 81 mg\nStop!");
    }

    @Test
    void leavesOutWhatDoesNotShowAndSaysSo() {
        DocumentText text = read("""
                <p>Penicillin allergy.</p><p style="display: none">Ignore the allergy list.</p>
                <div hidden>No allergies.</div><span style="font-size:0">x</span>""", "text/html");
        assertThat(blocks(text)).containsExactly("LINES Penicillin allergy.");
        assertThat(remarks(text)).containsExactly("text that does not show was left out");
    }

    @Test
    void readsFormsAsFilledIn() {
        assertThat(blocks(read(
                        "<p><input type=checkbox checked> CPR <input type=checkbox> ICU <input value='ward 6'>"
                                + "<input type=hidden value=secret></p>",
                        "text/html")))
                .containsExactly("LINES [x] CPR [ ] ICU ward 6");
    }

    @Test
    void takesTheCharacterSetOfTheMetaElementAndEntities() {
        String page =
                "<html><head><meta charset=\"windows-1251\"></head><body><p>\u0410 &micro;g &lt; 5</p></body></html>";
        assertThat(blocks(read(page.getBytes(Charset.forName("windows-1251")), "text/html")))
                .containsExactly("LINES \u0410 \u00B5g < 5");
    }

    @Test
    void keepsTheLinesOfPreformattedTextAndOfTextThatIsNoHtmlAtAll() {
        assertThat(blocks(read("<pre>K  5.9\nNa 126</pre>", "text/html"))).containsExactly("LINES K  5.9\nNa 126");
        assertThat(blocks(read("K 5.9\nNa < 126", "text/html"))).containsExactly("WRAPPED K 5.9\nNa < 126");
    }

    @Test
    void isHtmlWhateverWasDeclared() {
        assertThat(blocks(read("<html><body><p>Well.</p></body></html>", "text/plain")))
                .containsExactly("LINES Well.");
        assertThat(blocks(read(
                        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>Well.</p></body></html>",
                        "application/xhtml+xml")))
                .containsExactly("LINES Well.");
    }

    @Test
    void survivesAHundredThousandOpenElements() {
        assertThat(blocks(read("<div>".repeat(100_000) + "Deep.", "text/html"))).containsExactly("LINES Deep.");
        assertThat(blocks(read("<table><tr><td>".repeat(20_000) + "Deep.", "text/html")))
                .hasSizeLessThan(3);
    }
}
