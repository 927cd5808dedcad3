package org.anamnesis.draft;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.grounding.Section;

/**
 * How much of a summary is wanted. What no summary may leave out is in it all the same.
 *
 * @param length how many statements a section may have
 * @param sections the sections wanted; empty means all of the kind
 */
public record Extent(Length length, Set<Section> sections) {

    /** Everything. */
    public static final Extent WHOLE = new Extent(Length.LONG, Set.of());

    /** What is written where nobody says otherwise. */
    public static final Extent NORMAL = new Extent(Length.NORMAL, Set.of());

    public Extent {
        sections = Set.copyOf(sections);
    }

    /** Whether a section is wanted. */
    public boolean wants(Section section) {
        return sections.isEmpty() || sections.contains(section);
    }

    /** How long: the most statements a section may have, those of what may not be left out counted and never cut. */
    public enum Length {
        SHORT("short", 4),
        NORMAL("normal", 20),
        LONG("long", Integer.MAX_VALUE);

        private final String code;
        private final int most;

        Length(String code, int most) {
            this.code = code;
            this.most = most;
        }

        /** The word for callers. */
        public String code() {
            return code;
        }

        /** The most statements of a section. */
        public int most() {
            return most;
        }

        public static Optional<Length> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(length -> length.code.equals(code))
                    .findFirst();
        }
    }
}
