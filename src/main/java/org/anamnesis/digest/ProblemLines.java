package org.anamnesis.digest;

import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.course.ProblemThread;

/** A problem's thread as a line: the entry that tells how it stands, and how often it is named. */
final class ProblemLines {

    private ProblemLines() {}

    static Line of(ProblemThread thread) {
        int times = thread.facts().size();
        Optional<String> named = thread.last()
                .filter(last -> times > 1)
                .map(ClinicalTime::iso)
                .map(last -> "named " + times + " times, last " + last);
        return new LineText(thread.deciding()).field(named).standingFor(thread.facts().stream());
    }
}
