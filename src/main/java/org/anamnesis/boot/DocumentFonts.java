package org.anamnesis.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.document.Renderer;
import org.anamnesis.document.UnusableFont;
import org.anamnesis.ehr.WrongSetting;

/** The fonts of PDFs besides the one that the product brings, read when it is deployed; a wrong one stops it there. */
final class DocumentFonts {

    static final String KEY = "anamnesis.document.fonts";

    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final String EXPECTED = "paths of TrueType fonts that may be embedded, separated by commas";

    private DocumentFonts() {}

    /** @param paths as configured */
    static Renderer renderer(Optional<String> paths) {
        List<byte[]> fonts = new ArrayList<>();
        for (String path : paths.orElse("").split(",")) {
            if (!path.isBlank()) {
                fonts.add(read(Path.of(path.strip())));
            }
        }
        try {
            return Renderer.with(fonts);
        } catch (UnusableFont unusable) {
            throw new WrongSetting(KEY, "names a file that is no font of this kind", EXPECTED);
        }
    }

    private static byte[] read(Path path) {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new WrongSetting(KEY, "names a file of more than " + MOST_BYTES + " bytes", EXPECTED);
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new WrongSetting(KEY, "names a file that cannot be read", EXPECTED);
        }
    }
}
