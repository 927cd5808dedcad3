package org.anamnesis.triage;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.anamnesis.chart.ClinicalTime;

/** Patients at a triage desk, for tests. */
final class Desk {

    static final ClinicalTime NOW = ClinicalTime.minute(LocalDateTime.of(2024, 3, 10, 12, 0), ZoneOffset.UTC);

    private Desk() {}

    /** Somebody with usual vital signs and without pain, who walked in; nothing of the history is known. */
    static ReportedVisit somebody(String complaint, int age, String sex) {
        return ReportedVisit.at(NOW)
                .age(String.valueOf(age))
                .sex(sex)
                .arrival("WALK IN")
                .complaint(complaint)
                .temperature("36.8", "C")
                .heartRate("76")
                .respiratoryRate("16")
                .saturation("98")
                .pressure("124", "76")
                .pain("0");
    }

    static Acuity.Levelled levelled(ReportedVisit visit) {
        return switch (Triage.acuity(visit.visit())) {
            case Acuity.Levelled levelled -> levelled;
            case Acuity.Undetermined none -> throw new AssertionError("a level was expected, not " + none);
        };
    }

    static int level(ReportedVisit visit) {
        return levelled(visit).level().number();
    }
}
