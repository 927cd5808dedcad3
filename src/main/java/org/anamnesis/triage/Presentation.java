package org.anamnesis.triage;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anamnesis.score.Component;
import org.anamnesis.score.Findings;
import org.anamnesis.score.History;
import org.anamnesis.score.Missing;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Parameter;
import org.anamnesis.score.Scores;
import org.anamnesis.triage.Complaints.Understanding;

/** A visit with what is worked out of it once: the complaint understood, the early warning score, the shock index. */
final class Presentation {

    private static final List<Parameter> VITALS = List.of(
            Parameter.TEMPERATURE,
            Parameter.HEART_RATE,
            Parameter.RESPIRATORY_RATE,
            Parameter.OXYGEN_SATURATION,
            Parameter.SYSTOLIC_PRESSURE);

    private final EmergencyVisit visit;
    private final Understanding understanding;
    private final Truth dangerZone;
    private final boolean hypercapnicTarget;
    private final Map<String, Truth> history = new HashMap<>();
    private final Outcome news2;
    private final Outcome shockIndex;

    Presentation(EmergencyVisit visit, Understanding understanding, DangerZone dangerZone) {
        this.visit = visit;
        this.understanding = understanding;
        this.dangerZone = dangerZone.of(visit.findings());
        this.hypercapnicTarget = visit.findings().hasHypercapnicTarget();
        this.news2 = Scores.NEWS2.of(visit.findings());
        this.shockIndex = Scores.SHOCK_INDEX.of(visit.findings());
    }

    EmergencyVisit visit() {
        return visit;
    }

    Findings findings() {
        return visit.findings();
    }

    Understanding understanding() {
        return understanding;
    }

    Outcome shockIndex() {
        return shockIndex;
    }

    /** The parts of NEWS2 that are known; empty where it is not made for this patient. */
    List<Component> news2Parts() {
        return switch (news2) {
            case Outcome.Computed computed -> computed.components();
            case Outcome.NotComputable lacking -> lacking.known();
            case Outcome.NotApplicable ignored -> List.of();
        };
    }

    /** What NEWS2 lacks. */
    List<Missing> news2Missing() {
        return news2 instanceof Outcome.NotComputable lacking ? lacking.missing() : List.of();
    }

    BigDecimal news2AtLeast() {
        return news2Parts().stream().map(Component::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether no vital sign at all can be taken from the chart. */
    boolean hasNoVitals() {
        return VITALS.stream()
                .allMatch(vital -> findings().number(vital).value().isEmpty());
    }

    Truth inDangerZone() {
        return dangerZone;
    }

    /** Whether the patient is meant to have a saturation of 88 to 92 %. */
    boolean hasHypercapnicTarget() {
        return hypercapnicTarget;
    }

    /** Whether the patient has, had or takes something: by the chart, or by what the complaint says of it. */
    Truth history(String key) {
        return history.computeIfAbsent(key, this::searched);
    }

    private Truth searched(String key) {
        List<Evidence> found = Stream.concat(
                        findings().everHad(key).stream().map(Evidence::of),
                        visit.complaints().stream()
                                .filter(told -> History.isNamed(key, told.text()))
                                .map(Evidence::of))
                .toList();
        if (!found.isEmpty()) {
            return Truth.yes(found);
        }
        Missing.Why why = findings().unseen(key);
        return why instanceof Missing.Why.NotRead ? Truth.open(new Missing(key.replace('-', ' '), why)) : Truth.NO;
    }
}
