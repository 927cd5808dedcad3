package org.anamnesis.triage;

import java.util.List;
import org.anamnesis.score.Findings;

/**
 * A visit as it is known at the triage desk.
 *
 * @param findings what the chart says at that moment: age, vital signs, history
 * @param complaints why the patient comes, in the words that were written
 * @param arrival how the patient came
 */
public record EmergencyVisit(Findings findings, List<Told> complaints, ArrivalMode arrival) {

    public EmergencyVisit {
        complaints = List.copyOf(complaints);
    }
}
