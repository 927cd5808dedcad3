package org.anamnesis.notes;

import static org.anamnesis.notes.SmallDocuments.blocks;
import static org.anamnesis.notes.SmallDocuments.read;
import static org.anamnesis.notes.SmallDocuments.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainFilesTest {

    private static final String DOSE =
            "Levothyroxine 100 \u00B5g once daily, ceftriaxon f\u00FCr Frau M\u00FCller, 5\u20136 L";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, text/plain; charset=utf-8",
        "UTF-8, text/plain",
        "UTF-8, text/plain; charset=iso-8859-1",
        "UTF-8, application/octet-stream",
        "UTF-8, ''",
        "windows-1252, text/plain",
        "windows-1252, text/plain; charset=utf-8",
        "windows-1252, text/plain; charset=iso-8859-1",
        "windows-1252, text/plain; charset=no-such-set",
        "UTF-16LE, text/plain",
        "UTF-16BE, text/plain",
        "UTF-16, text/plain; charset=utf-16",
    })
    void readsEveryDoseWhateverItsCharacterSetAndWhateverWasDeclared(String written, String declared) {
        assertThat(blocks(read(DOSE.getBytes(Charset.forName(written)), declared)))
                .containsExactly("WRAPPED " + DOSE);
    }

    @Test
    void takesADeclaredCharacterSetThatTheBytesCannotTell() {
        String words = "\u0410\u043B\u043B\u0435\u0440\u0433\u0438\u0438 \u043D\u0435\u0442";
        assertThat(blocks(
                        read(words.getBytes(Charset.forName("windows-1251")), "text/plain; charset=\"windows-1251\"")))
                .containsExactly("WRAPPED " + words);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        assertThat(blocks(read("\uFEFFNo allergy.", "text/plain"))).containsExactly("WRAPPED No allergy.");
        assertThat(blocks(read("\uFEFFNo allergy.".getBytes(StandardCharsets.UTF_16BE), "text/plain")))
                .containsExactly("WRAPPED No allergy.");
    }

    @Test
    void aNoteThatStartsLikeAPictureIsStillANote() {
        assertThat(blocks(read("BM 8.4 mmol/L at 22:00", "text/plain")))
                .containsExactly("WRAPPED BM 8.4 mmol/L at 22:00");
        assertThat(blocks(read("ID3 of the ward list", "text/plain"))).containsExactly("WRAPPED ID3 of the ward list");
        assertThat(blocks(read("<3 h since onset", "text/plain"))).containsExactly("WRAPPED <3 h since onset");
    }

    @Test
    void namesWhatIsNoText() {
        byte[] noise = new byte[4_000];
        new Random(1).nextBytes(noise);
        assertThat(reason(noise, "text/plain")).isEqualTo("unknown-format");
        assertThat(reason(new byte[0], "text/plain")).isEqualTo("no-text");
        assertThat(reason(" \n\t ".getBytes(StandardCharsets.UTF_8), "text/plain"))
                .isEqualTo("no-text");
        assertThat(reason(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, "text/plain"))
                .isEqualTo("no-text");
        assertThat(reason(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}, "image/jpeg"))
                .isEqualTo("no-text");
        assertThat(reason(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "application/msword"))
                .isEqualTo("unknown-format");
        assertThat(reason(
                        "{\n \"resourceType\": \"Bundle\"}".getBytes(StandardCharsets.UTF_8), "application/fhir+json"))
                .as("data is no prose")
                .isEqualTo("unknown-format");
        assertThat(reason(SmallDocuments.zip("mimetype", "application/vnd.oasis"), "application/zip"))
                .isEqualTo("unknown-format");
    }
}
