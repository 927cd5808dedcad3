package org.anamnesis.prose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.anamnesis.prose.Block.Shape;

/**
 * Which lines of typed text ended only because the page did.
 *
 * <p>A typewriter's line ends where the next word would not have fitted. So a line may read on where the first word of the
 * next one would have gone beyond the longest line; and it does where the whole text looks wrapped: nearly all lines it
 * could be said of end so, and most of these go on with a small letter, as sentences do and entries of a list do not.
 */
final class Wrapping {

    private static final int NARROWEST_PAGE = 45;
    private static final int WIDEST_PAGE = 140;
    private static final Pattern ENDED = Pattern.compile(".*[.?!:;][)\"'\u201D\u2019]*", Pattern.DOTALL);
    private static final Pattern GOES_ON = Pattern.compile("[\\p{Ll}(].*", Pattern.DOTALL);

    private final String plain;
    private final List<Line> lines;
    /** The lines that another line of the same paragraph stands below. */
    private final BitSet followed = new BitSet();

    private final OptionalInt width;

    private Wrapping(Layout layout) {
        this.plain = layout.plain();
        this.lines = layout.lines();
        IntStream.range(0, lines.size() - 1).filter(this::isFollowed).forEach(followed::set);
        OptionalInt longest = followed.stream()
                .map(at -> lines.get(at).length())
                .filter(length -> length <= WIDEST_PAGE)
                .max();
        this.width = longest.stream()
                .filter(page -> page >= NARROWEST_PAGE && isWrapped(page))
                .findFirst();
    }

    /** The lines of a text, those that read on put together. */
    static List<Run> runs(Layout layout) {
        if (layout.lines().isEmpty()) {
            return List.of();
        }
        return new Wrapping(layout).runs();
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        Run open = Run.of(lines.getFirst());
        for (int at = 1; at < lines.size(); at++) {
            if (width.isPresent() && followed.get(at - 1) && fits(at - 1, width.getAsInt())) {
                open = open.and(lines.get(at));
            } else {
                runs.add(open);
                open = Run.of(lines.get(at));
            }
        }
        runs.add(open);
        return runs;
    }

    /** Whether another line of typed text stands right below this one and starts nothing of its own. */
    private boolean isFollowed(int at) {
        Line next = lines.get(at + 1);
        return lines.get(at).shape() == Shape.WRAPPED
                && next.shape() == Shape.WRAPPED
                && !next.apart()
                && !next.underlined()
                && !lines.get(at).underlined()
                && !LineStarts.isOwn(text(next));
    }

    private boolean isWrapped(int page) {
        int asked = 0;
        int full = 0;
        int goingOn = 0;
        for (int at = 0; at < lines.size() - 1; at++) {
            if (followed.get(at)
                    && lines.get(at).length() > page / 3
                    && !ENDED.matcher(text(lines.get(at))).matches()) {
                asked++;
                if (fits(at, page)) {
                    full++;
                    goingOn += GOES_ON.matcher(text(lines.get(at + 1))).matches() ? 1 : 0;
                }
            }
        }
        return goingOn >= Math.min(2, asked) && goingOn > 0 && 2 * goingOn >= full && 10 * full >= 7 * asked;
    }

    /** Whether the line is as full as one can be that ended where the page did. */
    private boolean fits(int at, int page) {
        return lines.get(at).length() <= page && lines.get(at).length() + 1 + firstWord(lines.get(at + 1)) > page;
    }

    private int firstWord(Line line) {
        String text = text(line);
        return Optional.of(text.indexOf(' ')).filter(end -> end > 0).orElse(text.length());
    }

    private String text(Line line) {
        return plain.substring(line.start(), line.end());
    }
}
