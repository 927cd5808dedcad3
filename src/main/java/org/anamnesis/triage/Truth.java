package org.anamnesis.triage;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.score.Missing;

/**
 * Whether a condition holds for a visit. What is not known is neither yes nor no.
 *
 * @param answer the answer
 * @param evidence what a yes rests on
 * @param missing what an open answer lacks
 */
record Truth(Answer answer, List<Evidence> evidence, List<Missing> missing) {

    Truth {
        evidence = List.copyOf(evidence);
        missing = List.copyOf(missing);
    }

    static final Truth NO = new Truth(Answer.NO, List.of(), List.of());

    static Truth yes(List<Evidence> evidence) {
        return new Truth(Answer.YES, evidence, List.of());
    }

    static Truth yesIf(boolean holds, List<Evidence> evidence) {
        return holds ? yes(evidence) : NO;
    }

    static Truth open(Missing missing) {
        return new Truth(Answer.OPEN, List.of(), List.of(missing));
    }

    /** Both hold; one that does not hold decides, whatever the other lacks. */
    Truth and(Truth other) {
        if (answer == Answer.NO || other.answer == Answer.NO) {
            return NO;
        }
        List<Evidence> both = new ArrayList<>(evidence);
        other.evidence.stream().filter(each -> !both.contains(each)).forEach(both::add);
        List<Missing> lacking = new ArrayList<>(missing);
        lacking.addAll(other.missing);
        return new Truth(lacking.isEmpty() ? Answer.YES : Answer.OPEN, both, lacking);
    }
}
