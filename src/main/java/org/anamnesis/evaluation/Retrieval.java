package org.anamnesis.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How well a context holds the resources that are wanted.
 *
 * @param wanted the resources that answer the question
 * @param context what was put into the context, the most relevant first
 */
record Retrieval(Set<String> wanted, List<String> context) {

    Retrieval {
        wanted = Set.copyOf(wanted);
        context = List.copyOf(context);
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("where nothing is wanted, nothing can be found");
        }
    }

    double recall() {
        return recallWithin(context.size());
    }

    /** The recall of the first so many resources. */
    double recallWithin(int size) {
        return (double) found(size) / wanted.size();
    }

    /** Empty contexts hold nothing that is not wanted, and nothing that is: no credit. */
    double precision() {
        return context.isEmpty() ? 0 : (double) found(context.size()) / context.size();
    }

    boolean isComplete() {
        return recall() == 1;
    }

    int size() {
        return context.size();
    }

    private long found(int size) {
        Set<String> found = new HashSet<>(context.subList(0, Math.min(size, context.size())));
        found.retainAll(wanted);
        return found.size();
    }
}
