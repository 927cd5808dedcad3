package org.anamnesis.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.prose.Block.Shape;

/**
 * Which heading each run of a text stands under.
 *
 * <p>A heading on a line of its own holds until the next. One in front of its text ("SH: lives alone") holds for that text and
 * the list below it, and no further: what follows may be anything, and a finding must not pass for a relative's because
 * "FH:" stood some lines above. Only headings of narrative parts (HPI, hospital course, plan) hold until the next.
 */
final class Sections {

    private final String plain;
    private final List<Run> runs;
    private final boolean shouting;

    /** The heading on a line of its own. */
    private Optional<String> above = Optional.empty();
    /** The heading that holds now. */
    private Optional<String> now = Optional.empty();
    /** Whether it holds for its own text and list only. */
    private boolean brief;

    private Sections(String plain, List<Run> runs) {
        this.plain = plain;
        this.runs = runs;
        long capitals = runs.stream()
                .filter(run -> Headings.isCapitals(run.text(plain)))
                .count();
        this.shouting = 2 * capitals > runs.size() && runs.size() > 2;
    }

    /** The heading of each run, in the order of the runs; a heading stands under itself. */
    static List<Optional<String>> of(String plain, List<Run> runs) {
        Sections sections = new Sections(plain, runs);
        List<Optional<String>> held = new ArrayList<>(runs.size());
        for (int at = 0; at < runs.size(); at++) {
            held.add(sections.read(at));
        }
        return held;
    }

    private Optional<String> read(int at) {
        Run run = runs.get(at);
        Optional<String> heading = heading(at);
        if (heading.isPresent()) {
            above = heading;
            now = heading;
            brief = false;
            return now;
        }
        Optional<String> label = run.first().shape() == Shape.ROW ? Optional.empty() : Headings.label(run.text(plain));
        if (label.isPresent()) {
            now = label;
            brief = !HeadingWords.runOn(label.get());
        } else if (brief && !run.isItem(plain)) {
            now = above;
            brief = false;
        }
        return now;
    }

    private Optional<String> heading(int at) {
        Run run = runs.get(at);
        String text = run.text(plain);
        Shape shape = run.first().shape();
        if (shape == Shape.HEADING) {
            return Optional.of(Headings.bare(text));
        }
        if (run.lines() > 1 || shape == Shape.ITEM || shape == Shape.ROW) {
            return Optional.empty();
        }
        boolean title = at == 0 && !shouting && isFollowed(at) && Headings.isTitle(text, isApart(at + 1));
        if (title || (run.first().underlined() && isFollowed(at))) {
            return Optional.of(Headings.bare(text));
        }
        boolean merelyCapitals = Headings.isCapitals(text) && !Headings.isAlone(text);
        return merelyCapitals && !headsByCapitals(at) ? Optional.empty() : Headings.ofLine(text);
    }

    /** Capitals head what follows, if that is not in capitals too. */
    private boolean headsByCapitals(int at) {
        return !shouting
                && isFollowed(at)
                && (isApart(at + 1) || !Headings.isCapitals(runs.get(at + 1).text(plain)));
    }

    private boolean isFollowed(int at) {
        return at + 1 < runs.size();
    }

    private boolean isApart(int at) {
        return runs.get(at).first().apart();
    }
}
