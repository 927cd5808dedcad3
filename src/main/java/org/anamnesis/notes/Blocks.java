package org.anamnesis.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.anamnesis.notes.Unreadable.Reason;
import org.anamnesis.prose.Block;
import org.anamnesis.prose.Block.Shape;

/**
 * The text of one file while it is read: what comes adds up to no more than the limit, and whoever adds is stopped once nobody
 * waits for the file any more.
 */
final class Blocks {

    private final int most;
    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> remarks = new TreeSet<>();
    private int characters;

    Blocks(DocumentLimits limits) {
        this.most = limits.characters();
    }

    /** Adds a stretch of text; one without words adds nothing. */
    void add(Shape shape, String text) {
        checkWaitedFor();
        if (!text.isBlank()) {
            count(text.length());
            blocks.add(new Block(shape, text));
        }
    }

    /** Says that something of the file was not read. */
    void remark(String words) {
        remarks.add(words);
    }

    /** Counts text that is not yet a block: nothing is gathered beyond the limit either. */
    void checkRoomFor(int length) {
        if (characters + (long) length > most) {
            throw new Unreadable(Reason.TOO_LARGE);
        }
    }

    /** Ends the reading of a file that nobody waits for any more. */
    static void checkWaitedFor() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Unreadable(Reason.TIMEOUT);
        }
    }

    DocumentText read(Format format) {
        if (blocks.isEmpty()) {
            throw new Unreadable(Reason.NO_TEXT);
        }
        return new DocumentText.Read(format, blocks, List.copyOf(remarks));
    }

    private void count(int length) {
        checkRoomFor(length);
        characters += length + 1;
    }
}
