package org.anamnesis.triage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.score.Age;
import org.anamnesis.score.Findings;
import org.anamnesis.score.Lookup;
import org.anamnesis.score.Measured;
import org.anamnesis.score.Missing;
import org.anamnesis.score.Parameter;
import org.anamnesis.score.Rows;

/** The limits of heart rate, respiratory rate and SpO2 by age beyond which a visit of level 3 may be one of level 2. */
final class DangerZone {

    private final List<Limits> table;

    DangerZone(Rows rows) {
        table = rows.rows().stream().map(Limits::of).toList();
    }

    /** Yes where one vital sign lies in the zone; open where none does and one is missing. */
    Truth of(Findings findings) {
        Optional<Age> age = findings.age();
        Optional<Limits> limits = age.flatMap(known -> table.stream()
                .filter(row -> known.fromMonths() >= row.from() && known.toMonths() < row.below())
                .findFirst());
        if (limits.isEmpty()) {
            return Truth.open(new Missing("date of birth", new Missing.Why.NotRecorded()));
        }
        List<Evidence> inside = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        BigDecimal saturation = findings.hasHypercapnicTarget()
                ? Limits.HYPERCAPNIC
                : limits.get().saturation();
        check(findings.number(Parameter.HEART_RATE), limits.get().heartRate(), 1, inside, missing);
        check(findings.number(Parameter.RESPIRATORY_RATE), limits.get().respiratoryRate(), 1, inside, missing);
        check(findings.number(Parameter.OXYGEN_SATURATION), saturation, -1, inside, missing);
        return inside.isEmpty() && !missing.isEmpty()
                ? new Truth(Answer.OPEN, List.of(), missing)
                : Truth.yesIf(!inside.isEmpty(), inside);
    }

    /** Beyond the limit to the side that is dangerous: above for rates, below for the saturation. */
    private static void check(
            Lookup<BigDecimal> vital, BigDecimal limit, int side, List<Evidence> inside, List<Missing> missing) {
        switch (vital) {
            case Lookup.Found<BigDecimal> found ->
                found.values().stream()
                        .filter(value -> value.value().compareTo(limit) * side > 0)
                        .map((Measured<BigDecimal> value) -> Evidence.of(value))
                        .forEach(inside::add);
            case Lookup.Absent<BigDecimal> absent -> missing.add(absent.missing());
        }
    }

    private record Limits(
            long from, long below, BigDecimal heartRate, BigDecimal respiratoryRate, BigDecimal saturation) {

        /** Below a prescribed target of 88 to 92 %. */
        static final BigDecimal HYPERCAPNIC = BigDecimal.valueOf(88);

        static Limits of(Rows.Row row) {
            return new Limits(
                    Long.parseLong(row.cell("from")),
                    Long.parseLong(row.cell("below")),
                    new BigDecimal(row.cell("hr")),
                    new BigDecimal(row.cell("rr")),
                    new BigDecimal(row.cell("spo2")));
        }
    }
}
