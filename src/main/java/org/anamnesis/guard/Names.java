package org.anamnesis.guard;

import java.util.HashSet;
import java.util.Set;
import org.anamnesis.guard.RefusedInput.Reason;
import org.jspecify.annotations.Nullable;

/** The names seen in each of the objects that are open just now, and how many of these there are. */
final class Names {

    /** Above this a set is given up rather than emptied, which would cost its whole table each time. */
    private static final int KEPT = 64;

    private final @Nullable Set<String>[] seen;
    private int depth;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Names(int deepest) {
        seen = new Set[deepest];
    }

    void open() throws RefusedInput {
        if (depth == seen.length) {
            throw new RefusedInput(Reason.TOO_DEEP);
        }
        Set<String> before = seen[depth];
        if (before != null) {
            if (before.size() > KEPT) {
                seen[depth] = null;
            } else {
                before.clear();
            }
        }
        depth++;
    }

    void close() {
        depth--;
    }

    boolean isOutside() {
        return depth == 0;
    }

    void add(String name) throws RefusedInput {
        if (name.isEmpty()) {
            // No element of FHIR, and the parser behind us ends in an error of its own at it.
            throw new RefusedInput(Reason.MALFORMED);
        }
        Characters.check(name.toCharArray(), 0, name.length());
        Set<String> here = seen[depth - 1];
        if (here == null) {
            here = new HashSet<>();
            seen[depth - 1] = here;
        }
        if (!here.add(name)) {
            throw new RefusedInput(Reason.DUPLICATE_NAME);
        }
    }
}
