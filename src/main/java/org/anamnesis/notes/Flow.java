package org.anamnesis.notes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.anamnesis.prose.Block;
import org.anamnesis.prose.Block.Shape;

/**
 * Text as it flows out of a document with markup, cut into blocks: what the markup says of headings, items, cells and bold type
 * becomes the shape of a block.
 */
final class Flow {

    private static final String BULLET = "\u2022";
    private static final String BETWEEN_CELLS = " | ";
    private static final int LONGEST_HEADING = 80;
    /** A row that says more than this is a page laid out as a table. */
    private static final int LONGEST_ROW = 300;

    private final Blocks blocks;
    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private final Deque<Integer> lists = new ArrayDeque<>();
    private final List<List<Block>> cells = new ArrayList<>();
    private Shape shape = Shape.LINES;
    private String mark = "";
    private int rows;
    private int strong;
    private boolean allStrong = true;

    Flow(Blocks blocks) {
        this.blocks = blocks;
    }

    /** A block of a shape begins; what was open ends. A paragraph at the start of an item belongs to it. */
    void start(Shape next) {
        if (!mark.isEmpty() && isEmpty() && next == Shape.LINES) {
            return;
        }
        end();
        shape = next;
    }

    void text(String more) {
        boolean words = !more.isBlank();
        if (words || !line.isEmpty()) {
            blocks.checkRoomFor(lines.length() + line.length() + more.length());
            line.append(more);
            allStrong &= strong > 0 || !words;
        }
    }

    /** A line of the author's ends; one in bold type is a heading. */
    void lineEnd() {
        if (isStrongHeading()) {
            String heading = line.toString();
            line.setLength(0);
            end();
            add(new Block(Shape.HEADING, heading));
        } else if (!line.isEmpty()) {
            lines.append(line).append('\n');
            line.setLength(0);
        }
        allStrong = true;
    }

    /** A paragraph of a word processor ends: a line, and more than that where it is empty. */
    void paragraphEnd() {
        if (line.isEmpty() || shape != Shape.LINES) {
            start(Shape.LINES);
        } else {
            lineEnd();
        }
    }

    void strong(boolean on) {
        strong = Math.max(0, strong + (on ? 1 : -1));
    }

    void openList() {
        end();
        lists.push(0);
    }

    void closeList() {
        end();
        lists.poll();
    }

    void item(boolean numbered) {
        int number = (lists.isEmpty() ? 0 : lists.pop()) + 1;
        lists.push(number);
        item(numbered ? number + "." : BULLET);
    }

    /** An item with the mark that stands before it. */
    void item(String written) {
        end();
        shape = Shape.ITEM;
        String bare = written.strip();
        mark = bare.chars().anyMatch(Character::isLetterOrDigit) ? bare + " " : BULLET + " ";
    }

    void row() {
        end();
        rows++;
        if (rows == 1) {
            cells.clear();
        }
    }

    void cell() {
        if (rows == 1) {
            end();
            cells.add(new ArrayList<>());
        } else if (!line.isEmpty()) {
            line.append(BETWEEN_CELLS);
        }
    }

    void endRow() {
        end();
        rows = Math.max(0, rows - 1);
        if (rows == 0) {
            addRow();
        }
    }

    /** What is open ends. */
    void end() {
        if (isStrongHeading()) {
            lineEnd();
            return;
        }
        String said = lines.append(line).toString().strip();
        lines.setLength(0);
        line.setLength(0);
        if (!said.isEmpty()) {
            add(new Block(shape, mark + said));
        }
        mark = "";
        shape = Shape.LINES;
        allStrong = true;
    }

    private void add(Block block) {
        if (rows > 0 && !cells.isEmpty()) {
            blocks.checkRoomFor(block.text().length());
            cells.getLast().add(block);
        } else {
            blocks.add(block.shape(), block.text());
        }
    }

    private void addRow() {
        List<String> said = cells.stream()
                .map(cell -> cell.stream().map(Block::text).collect(Collectors.joining(" ")))
                .map(words -> words.replace('\n', ' '))
                .toList();
        long filled = said.stream().filter(words -> !words.isEmpty()).count();
        int length = said.stream().mapToInt(String::length).sum();
        boolean page = length > LONGEST_ROW || (filled == 1 && cells.stream().anyMatch(cell -> cell.size() > 1));
        if (page) {
            cells.forEach(cell -> cell.forEach(block -> blocks.add(block.shape(), block.text())));
        } else if (filled > 0) {
            blocks.add(Shape.ROW, String.join(BETWEEN_CELLS, said).strip());
        }
        cells.clear();
    }

    private boolean isEmpty() {
        return lines.isEmpty() && line.toString().isBlank();
    }

    private boolean isStrongHeading() {
        String said = line.toString().strip();
        return shape == Shape.LINES
                && rows == 0
                && allStrong
                && !said.isEmpty()
                && said.length() <= LONGEST_HEADING
                && ".!?;,".indexOf(said.charAt(said.length() - 1)) < 0;
    }
}
