package org.anamnesis.notes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anamnesis.prose.Block;
import org.anamnesis.prose.Block.Shape;
import org.anamnesis.prose.LineStarts;

/**
 * The lines of a PDF as blocks. A line reads on into the next where the next one's first word would not have fitted before the
 * right edge of the text; lines with gaps in them are rows and never read on, so that two columns are not read across. What
 * stands at the top or the foot of most pages is read once.
 */
final class PdfLayout {

    private static final int LONGEST_HEADING = 80;
    private static final float LARGER = 1.15f;
    private static final float SET_APART = 1.6f;
    /** Narrower text than this part of the page is no running text. */
    private static final float NARROW = 0.35f;

    private final List<PdfLine> lines;
    private final float bodySize;
    private final float leftEdge;
    private final float rightEdge;
    private final float pitch;

    private PdfLayout(List<PdfLine> lines) {
        this.lines = lines;
        this.bodySize = mostCommon(lines.stream()
                .collect(Collectors.toMap(PdfLine::size, line -> line.text().length(), Integer::sum)));
        List<PdfLine> body = lines.stream().filter(line -> !line.cells()).toList();
        this.leftEdge = mostCommon(body.stream()
                .collect(Collectors.toMap(
                        line -> (float) Math.round(line.left()),
                        line -> line.text().length(),
                        Integer::sum)));
        this.rightEdge = (float) body.stream()
                .filter(line -> line.left() < leftEdge + 3 * bodySize)
                .mapToDouble(PdfLine::right)
                .max()
                .orElse(0);
        this.pitch = mostCommon(pitches());
    }

    static List<Block> of(List<PdfLine> lines) {
        return new PdfLayout(withoutRepeats(lines)).blocks();
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (int at = 0; at < lines.size(); at++) {
            PdfLine line = lines.get(at);
            Shape shape = shape(line);
            if (shape != Shape.LINES) {
                add(blocks, open);
                blocks.add(new Block(shape, line.text()));
                continue;
            }
            if (!open.isEmpty()) {
                if (readsOn(lines.get(at - 1), line)) {
                    open.append(' ');
                } else if (isApart(lines.get(at - 1), line)) {
                    add(blocks, open);
                } else {
                    open.append('\n');
                }
            }
            open.append(line.text());
        }
        add(blocks, open);
        return blocks;
    }

    private static void add(List<Block> blocks, StringBuilder open) {
        if (!open.isEmpty()) {
            blocks.add(new Block(Shape.LINES, open.toString()));
            open.setLength(0);
        }
    }

    private Shape shape(PdfLine line) {
        if (line.cells()) {
            return Shape.ROW;
        }
        String text = line.text();
        boolean heading = text.length() <= LONGEST_HEADING
                && (line.bold() || line.size() > LARGER * bodySize)
                && ".!?;,".indexOf(text.charAt(text.length() - 1)) < 0;
        return heading ? Shape.HEADING : Shape.LINES;
    }

    private boolean readsOn(PdfLine line, PdfLine next) {
        boolean running = rightEdge - leftEdge > NARROW * (rightEdge + leftEdge);
        boolean full = line.right() + 0.25f * line.size() + next.firstWord() > rightEdge - 0.5f;
        boolean turned = next.page() != line.page();
        boolean goesOn = !turned || Character.isLowerCase(next.text().codePointAt(0));
        return running && full && goesOn && (turned || !isApart(line, next)) && !LineStarts.isOwn(next.text());
    }

    private boolean isApart(PdfLine line, PdfLine next) {
        float down = next.baseline() - line.baseline();
        return next.page() != line.page() || down < 0 || down > SET_APART * Math.max(pitch, line.size());
    }

    private Map<Float, Integer> pitches() {
        Map<Float, Integer> found = new HashMap<>();
        for (int at = 1; at < lines.size(); at++) {
            float down = lines.get(at).baseline() - lines.get(at - 1).baseline();
            if (lines.get(at).page() == lines.get(at - 1).page() && down > 0) {
                found.merge((float) Math.round(down * 2) / 2, 1, Integer::sum);
            }
        }
        return found;
    }

    private static float mostCommon(Map<Float, Integer> counted) {
        return new TreeMap<>(counted)
                .entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(0f);
    }

    /** Headers and footers: the first or last two lines of most pages that are the same but for their numbers. */
    private static List<PdfLine> withoutRepeats(List<PdfLine> lines) {
        Map<Integer, List<PdfLine>> pages =
                lines.stream().collect(Collectors.groupingBy(PdfLine::page, TreeMap::new, Collectors.toList()));
        Map<String, Set<Integer>> edges = new HashMap<>();
        pages.forEach((number, page) -> edge(page)
                .forEach(line -> edges.computeIfAbsent(key(line), none -> new HashSet<>())
                        .add(number)));
        Set<String> repeated = edges.entrySet().stream()
                .filter(edge ->
                        edge.getValue().size() > 1 && 2 * edge.getValue().size() > pages.size())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<String> read = new HashSet<>();
        Set<PdfLine> dropped = new HashSet<>();
        pages.values()
                .forEach(page -> edge(page).forEach(line -> {
                    if (repeated.contains(key(line)) && !read.add(key(line))) {
                        dropped.add(line);
                    }
                }));
        return lines.stream().filter(line -> !dropped.contains(line)).toList();
    }

    private static List<PdfLine> edge(List<PdfLine> page) {
        return IntStream.range(0, page.size())
                .filter(at -> at < 2 || at >= page.size() - 2)
                .mapToObj(page::get)
                .toList();
    }

    private static String key(PdfLine line) {
        return line.text().replaceAll("\\d+", "#");
    }
}
