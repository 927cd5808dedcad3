package org.anamnesis.notes;

import java.util.List;
import org.anamnesis.prose.Block;

/** What could be read of one file. */
public sealed interface DocumentText {

    /**
     * Its text.
     *
     * @param format what the file turned out to be
     * @param blocks its text, in reading order; never empty
     * @param remarks what of it was not read, in words for people
     */
    record Read(Format format, List<Block> blocks, List<String> remarks) implements DocumentText {
        public Read {
            blocks = List.copyOf(blocks);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Its text was not read.
     *
     * @param reason a stable word: {@code no-text}, {@code too-large}, {@code unknown-format}, {@code encrypted},
     *     {@code broken}, {@code timeout}
     */
    record Unread(String reason) implements DocumentText {}
}
