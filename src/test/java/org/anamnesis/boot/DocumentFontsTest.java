package org.anamnesis.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.document.Format;
import org.anamnesis.document.SomeDraft;
import org.anamnesis.ehr.WrongSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFontsTest {

    @TempDir
    private Path directory;

    @Test
    void aFontThatIsNamedIsEmbeddedBesideTheProductsOwn() throws IOException {
        Path font = directory.resolve("font.ttf");
        try (InputStream liberation = Objects.requireNonNull(
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"))) {
            Files.copy(liberation, font);
        }
        var renderer = DocumentFonts.renderer(Optional.of(" " + font + " ,"));
        assertThat(renderer.render(new SomeDraft().stored(), Format.PDF).undrawn())
                .isZero();
    }

    @Test
    void aFileThatIsNoFontOrNotThereStopsTheStartWithTheNameOfTheSetting() throws IOException {
        Path text = Files.writeString(directory.resolve("font.ttf"), "no font");
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> DocumentFonts.renderer(Optional.of(text.toString())))
                .withMessageContaining("anamnesis.document.fonts");
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> DocumentFonts.renderer(
                        Optional.of(directory.resolve("none.ttf").toString())))
                .withMessageContaining("cannot be read");
    }
}
