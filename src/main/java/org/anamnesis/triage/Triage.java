package org.anamnesis.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.score.Findings;
import org.anamnesis.score.Lookup;
import org.anamnesis.score.Missing;
import org.anamnesis.score.Parameter;
import org.anamnesis.triage.Complaints.Understanding;

/**
 * The acuity of a visit by the decision points of the Emergency Severity Index, version 4.
 *
 * <p>A and B are rules of {@code red-flags.txt}; C is the resources of the complaint, where an unknown complaint counts as many;
 * D moves a visit of level 3 up. The most urgent answer counts. A missing value never makes a visit less urgent, and levels 4
 * and 5 are given only where every vital sign that D asks for is known.
 */
public final class Triage {

    private static final List<Parameter> ASKED = List.of(
            Parameter.TEMPERATURE,
            Parameter.HEART_RATE,
            Parameter.RESPIRATORY_RATE,
            Parameter.OXYGEN_SATURATION,
            Parameter.SYSTOLIC_PRESSURE,
            Parameter.PAIN);

    private static final String ESI = "ESI";

    private final RuleBook book;

    public Triage(RuleBook book) {
        this.book = book;
    }

    /** By the tables that come with the product. */
    public static Acuity acuity(EmergencyVisit visit) {
        return new Triage(RuleBook.standard()).of(visit);
    }

    public Acuity of(EmergencyVisit visit) {
        Understanding understanding = book.complaints().of(visit.complaints());
        Presentation presentation = new Presentation(visit, understanding, book.dangerZone());
        List<DecisionPoint> points = Arrays.stream(Point.values())
                .map(point -> answered(point, presentation))
                .toList();
        Findings findings = visit.findings();
        List<Missing> missing = missing(visit);
        if (presentation.hasNoVitals() && understanding.meant().isEmpty() && !isUrgent(points)) {
            return new Acuity.Undetermined(points, missing, findings.refusals(ASKED), book.version());
        }
        return new Acuity.Levelled(
                level(points),
                points,
                understanding.notUnderstood(),
                missing,
                findings.refusals(ASKED),
                book.version());
    }

    private DecisionPoint answered(Point point, Presentation presentation) {
        List<Reason> reasons = new ArrayList<>();
        List<OpenRule> open = new ArrayList<>();
        if (point == Point.C) {
            reasons.add(resources(presentation));
        }
        for (Rule rule : book.rules()) {
            if (rule.point() == point) {
                Truth truth = rule.of(presentation);
                switch (truth.answer()) {
                    case YES -> reasons.add(reason(rule, truth));
                    case OPEN -> open.add(new OpenRule(rule.id(), rule.level(), rule.why(), truth.missing()));
                    case NO -> {}
                }
            }
        }
        Optional<Reason> unmeasured = point == Point.D ? unmeasured(presentation) : Optional.empty();
        Answer otherwise = open.isEmpty() && unmeasured.isEmpty() ? Answer.NO : Answer.OPEN;
        Answer answer = reasons.isEmpty() ? otherwise : Answer.YES;
        unmeasured.ifPresent(reasons::add);
        return new DecisionPoint(point, answer, reasons, open);
    }

    private Reason reason(Rule rule, Truth truth) {
        return new Reason(
                rule.id(), rule.level(), rule.why(), rule.review(), truth.evidence(), book.citations(rule.sources()));
    }

    /** The resources of all groups that are meant: two that need one each are two. */
    private Reason resources(Presentation presentation) {
        List<ComplaintGroup> groups = presentation.understanding().meant().stream()
                .map(Complaints.Meant::group)
                .distinct()
                .toList();
        long one = groups.stream()
                .filter(group -> group.resources() == Resources.ONE)
                .count();
        boolean many = groups.isEmpty()
                || one > 1
                || groups.stream().anyMatch(group -> group.resources() == Resources.MANY)
                || !presentation.understanding().notUnderstood().isEmpty();
        Resources resources = many ? Resources.MANY : one == 1 ? Resources.ONE : Resources.NONE;
        String words = groups.isEmpty()
                ? "the complaint is not understood: counted as many kinds of resources"
                : "expected resources: " + resources.name().toLowerCase(Locale.ROOT) + " ("
                        + String.join(
                                ", ", groups.stream().map(ComplaintGroup::name).toList()) + ")";
        return new Reason(
                "C",
                resources.level(),
                words,
                "resources as the physician decides",
                presentation.visit().complaints().stream().map(Evidence::of).toList(),
                book.citations(
                        groups.isEmpty()
                                ? List.of(ESI)
                                : groups.stream()
                                        .flatMap(group -> group.sources().stream())
                                        .distinct()
                                        .toList()));
    }

    /** Where a vital sign that D asks for is missing, no visit is less urgent than level 3. */
    private Optional<Reason> unmeasured(Presentation presentation) {
        Truth zone = presentation.inDangerZone();
        if (zone.answer() != Answer.OPEN) {
            return Optional.empty();
        }
        String missing =
                String.join(", ", zone.missing().stream().map(Missing::name).toList());
        return Optional.of(new Reason(
                Point.D.name(),
                Level.URGENT,
                "not known whether the vital signs are in the danger zone",
                "vital signs now",
                List.of(new Evidence("missing: " + missing, Optional.empty(), Optional.empty())),
                book.citations(List.of(ESI))));
    }

    private static Level level(List<DecisionPoint> points) {
        return points.stream()
                .flatMap(point -> point.reasons().stream())
                .map(Reason::level)
                .min(Level::compareTo)
                .orElseThrow();
    }

    private static boolean isUrgent(List<DecisionPoint> points) {
        return level(points).isMoreUrgentThan(Level.URGENT);
    }

    private static List<Missing> missing(EmergencyVisit visit) {
        Stream<Missing> complaint = visit.complaints().isEmpty()
                ? Stream.of(new Missing("chief complaint", new Missing.Why.NotRecorded()))
                : Stream.empty();
        Stream<Missing> age = visit.findings().age().isEmpty()
                ? Stream.of(new Missing("date of birth", new Missing.Why.NotRecorded()))
                : Stream.empty();
        Stream<Missing> vitals = ASKED.stream()
                .map(parameter -> visit.findings().number(parameter))
                .flatMap(input ->
                        input instanceof Lookup.Absent<?> absent ? Stream.of(absent.missing()) : Stream.empty());
        return Stream.of(complaint, age, vitals).flatMap(each -> each).toList();
    }
}
