package org.anamnesis.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.anamnesis.prose.Block.Shape;

/**
 * Blocks set below each other as one plain text: runs of blank lines become one, lines of mere strokes become blank.
 *
 * @param plain the text
 * @param lines its lines that are not blank, in order
 * @param hidden whether characters that do not show were taken out
 */
record Layout(String plain, List<Line> lines, boolean hidden) {

    /** Four strokes or more, for three underscores are how removed words are written in charts without names. */
    private static final Pattern STROKES = Pattern.compile("[-=_*~#.+\u2013\u2014\u2500-\u257F]{4,}|[-=*]{3}");

    static Layout of(List<Block> blocks) {
        Setting setting = new Setting();
        blocks.forEach(setting::add);
        return new Layout(setting.plain.toString(), List.copyOf(setting.lines), setting.hidden);
    }

    /** The text while it is set. */
    private static final class Setting {

        private final StringBuilder plain = new StringBuilder();
        private final List<Line> lines = new ArrayList<>();
        private Shape last = Shape.LINES;
        private boolean hidden;
        private boolean apart;

        private void add(Block block) {
            VisibleText visible = VisibleText.of(block.text());
            hidden |= visible.hidden();
            apart = true;
            boolean close = block.shape() == last && (last == Shape.ITEM || last == Shape.ROW);
            int before = lines.size();
            for (String written : visible.text().split("\n", -1)) {
                add(written.stripTrailing(), block.shape(), close && lines.size() == before);
            }
            if (lines.size() > before) {
                last = block.shape();
            }
        }

        private void add(String written, Shape shape, boolean close) {
            String words = written.strip();
            boolean strokes = STROKES.matcher(words).matches();
            if (words.isEmpty() || strokes) {
                if (strokes && !apart && !lines.isEmpty()) {
                    lines.add(lines.removeLast().withStrokesBelow());
                }
                apart = true;
                return;
            }
            if (!plain.isEmpty()) {
                plain.append(apart && !close ? "\n\n" : "\n");
            }
            plain.append(written);
            int end = plain.length();
            lines.add(new Line(end - words.length(), end, shape, apart, false));
            apart = false;
        }
    }
}
