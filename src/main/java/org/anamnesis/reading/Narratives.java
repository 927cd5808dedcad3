package org.anamnesis.reading;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.notes.DocumentText;
import org.anamnesis.notes.Documents;
import org.anamnesis.prose.Block;
import org.hl7.fhir.r4.model.Narrative;

/** The narrative of a resource in plain words. */
final class Narratives {

    private static final String XHTML = "text/html; charset=utf-8";

    private Narratives() {}

    static Optional<String> words(Narrative narrative) {
        if (!narrative.hasDiv()) {
            return Optional.empty();
        }
        byte[] html = narrative.getDivAsString().getBytes(StandardCharsets.UTF_8);
        return new Documents().read(html, XHTML) instanceof DocumentText.Read read
                ? Words.nonBlank(read.blocks().stream().map(Block::text).collect(Collectors.joining(" ")))
                : Optional.empty();
    }
}
