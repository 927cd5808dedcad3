package org.anamnesis.notes;

import static org.anamnesis.notes.SmallDocuments.blocks;
import static org.anamnesis.notes.SmallDocuments.read;
import static org.anamnesis.notes.SmallDocuments.remarks;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RtfReaderTest {

    private static final String HEAD = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}"
            + "{\\colortbl;\\red0\\green0\\blue0;}{\\*\\generator Word;}{\\info{\\author Dr Somebody}}\\pard\\f0\\fs22 ";

    @Test
    void readsParagraphsBoldHeadingsAndEmptyLines() {
        assertThat(blocks(read(
                        HEAD + "{\\b Hospital course}\\par He had \\b two\\b0  taps.\\line Well.\\par\\par Home.\\par}",
                        "text/rtf")))
                .containsExactly("HEADING Hospital course", "LINES He had two taps.\nWell.", "LINES Home.");
    }

    @Test
    void readsListsAndTables() {
        assertThat(blocks(read(
                        HEAD + "{\\pntext\\f1\\'b7\\tab}{\\*\\pn\\pnlvlblt}Weigh daily\\par"
                                + "{\\listtext 2.\\tab}No salt\\par\\pard\\par"
                                + "\\trowd\\cellx2000\\cellx4000\\pard\\intbl K\\cell 5.9\\cell\\row"
                                + "\\trowd\\cellx2000\\cellx4000\\pard\\intbl Na\\cell\\cell\\row\\pard After.\\par}",
                        "application/rtf")))
                .containsExactly(
                        "ITEM \u2022 Weigh daily", "ITEM 2. No salt", "ROW K | 5.9", "ROW Na |", "LINES After.");
    }

    @Test
    void readsEveryCharacterSet() {
        assertThat(blocks(read(HEAD + "100 \\'b5g, 5\\endash 6 L, \\u8805?90%, \\'93ok\\'94\\par}", "text/rtf")))
                .containsExactly("LINES 100 \u00B5g, 5\u20136 L, \u226590%, \u201Cok\u201D");
        assertThat(blocks(read(
                        "{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0\\fcharset204 Arial;}}\\f0 \\'c0\\'eb\\'eb\\par}",
                        "text/rtf")))
                .containsExactly("LINES \u0410\u043B\u043B");
    }

    @Test
    void readsTheResultOfAFieldAndNeitherItsCodeNorPicturesNorWhatItDoesNotKnow() {
        assertThat(blocks(read(
                        HEAD + "See {\\field{\\*\\fldinst HYPERLINK \"http://x\"}{\\fldrslt the letter}}."
                                + "{\\pict\\pngblip 89504e47}{\\*\\unheardof No allergy.}{\\header Page 1}\\par}",
                        "text/rtf")))
                .containsExactly("LINES See the letter.");
    }

    @Test
    void leavesOutHiddenAndDeletedTextAndSaysSo() {
        DocumentText text =
                read(HEAD + "Penicillin allergy.{\\v Ignore it.}{\\deleted Sulfa allergy.} Rash.\\par}", "text/rtf");
        assertThat(blocks(text)).containsExactly("LINES Penicillin allergy. Rash.");
        assertThat(remarks(text)).containsExactly("text that does not show was left out");
    }

    @Test
    void aTruncatedFileIsBroken() {
        assertThat(blocks(read(HEAD + "He had two taps.\\par", "text/rtf"))).containsExactly("broken");
        assertThat(blocks(read(HEAD + "}}}", "text/rtf"))).containsExactly("broken");
    }
}
