package org.anamnesis.reading;

import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.FactKind;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/**
 * What is ordered, planned, aimed at or booked (ServiceRequest, CarePlan, Goal, Appointment, Task); the category says
 * which. A due date stands beside the date of the order.
 *
 * <p>How a status reads stands in {@link PlanStanding}: entered in error and drafts are no fact; revoked, rejected,
 * failed and missed ones are cancelled.
 */
final class PlanReader {

    private PlanReader() {}

    static Stream<Finding> read(ServiceRequest order, Neighbours neighbours) {
        Attributes attributes = new Attributes()
                .time(Role.DUE, Times.start(order.getOccurrence()))
                .each(Role.BODY_SITE, order.getBodySite())
                .each(Role.REASON, order.getReasonCode())
                .words(Role.CATEGORY, "ordered")
                .each(Role.CATEGORY, order.getCategory());
        Reasons.add(attributes, order, order.getReasonReference(), neighbours);
        if (order.hasPriority()) {
            attributes.words(Role.PRIORITY, order.getPriority().toCode());
        }
        attributes.each(Role.COMMENT, order.getOrderDetail()).notes(order.getNote());
        return PlanStanding.of(order)
                .map(standing -> new Finding(
                        CodeStatus.isToldBy(order) ? FactKind.DIRECTIVE : FactKind.PLAN,
                        Words.concept(order.getCode(), "Order without a name"),
                        standing,
                        Times.of(order.getAuthoredOnElement()).or(() -> Times.start(order.getOccurrence())),
                        attributes,
                        Sources.of(order, "code")))
                .stream();
    }

    static Stream<Finding> read(CarePlan plan, Neighbours neighbours) {
        Attributes attributes =
                new Attributes().words(Role.CATEGORY, "care plan").time(Role.ENDED, Times.end(plan.getPeriod()));
        Reasons.add(attributes, plan, plan.getAddresses(), neighbours);
        plan.getActivity().forEach(activity -> attributes.words(Role.COMMENT, activity(activity)));
        attributes.words(Role.COMMENT, Words.nonBlank(plan.getDescription())).notes(plan.getNote());
        Concept concept = Words.nonBlank(plan.getTitle())
                .or(() -> Words.joined(plan.getCategory()))
                .map(Concept::of)
                .orElseGet(() -> Concept.of("Care plan"));
        return PlanStanding.of(plan)
                .map(standing -> new Finding(
                        FactKind.PLAN,
                        concept,
                        standing,
                        Times.start(plan.getPeriod()).or(() -> Times.of(plan.getCreatedElement())),
                        attributes,
                        Sources.of(plan, "")))
                .stream();
    }

    static Stream<Finding> read(Goal goal, Neighbours neighbours) {
        Attributes attributes = new Attributes();
        goal.getTarget().forEach(target -> {
            attributes.time(Role.DUE, Times.start(target.getDue()));
            attributes.value(Role.COMMENT, Values.of(target.getDetail()));
        });
        Reasons.add(attributes, goal, goal.getAddresses(), neighbours);
        attributes
                .words(Role.OUTCOME, Words.of(goal.getAchievementStatus()))
                .words(Role.CATEGORY, "goal")
                .notes(goal.getNote());
        return PlanStanding.of(goal)
                .map(standing -> new Finding(
                        FactKind.PLAN,
                        Words.concept(goal.getDescription(), "Goal without a name"),
                        standing,
                        Times.start(goal.getStart()).or(() -> Times.of(goal.getStatusDateElement())),
                        attributes,
                        Sources.of(goal, "description")))
                .stream();
    }

    static Stream<Finding> read(Appointment appointment) {
        Attributes attributes = new Attributes()
                .time(Role.DUE, Times.of(appointment.getStartElement()))
                .words(Role.CATEGORY, "appointment")
                .each(Role.REASON, appointment.getReasonCode())
                .words(Role.REASON, Words.of(appointment.getCancelationReason()))
                .words(Role.COMMENT, Words.nonBlank(appointment.getComment()));
        if (appointment.getStatus() == Appointment.AppointmentStatus.NOSHOW) {
            attributes.words(Role.OUTCOME, "did not come");
        }
        Concept concept = Words.nonBlank(appointment.getDescription())
                .or(() -> Words.joined(appointment.getServiceType()))
                .or(() -> Words.of(appointment.getAppointmentType()))
                .or(() -> Words.joined(appointment.getSpecialty()))
                .map(Concept::of)
                .orElseGet(() -> Concept.of("Appointment"));
        return PlanStanding.of(appointment)
                .map(standing -> new Finding(
                        FactKind.PLAN,
                        concept,
                        standing,
                        Times.of(appointment.getStartElement()),
                        attributes,
                        Sources.of(appointment, "")))
                .stream();
    }

    static Stream<Finding> read(Task task) {
        Attributes attributes = new Attributes()
                .time(Role.DUE, Times.of(task.getRestriction().getPeriod().getEndElement()))
                .words(Role.CATEGORY, "task")
                .words(Role.REASON, Words.of(task.getReasonCode()))
                .words(Role.REASON, Words.of(task.getStatusReason()))
                .notes(task.getNote());
        Concept concept = Words.nonBlank(task.getDescription())
                .map(Concept::of)
                .or(() -> Words.concept(task.getCode()))
                .orElseGet(() -> Concept.of("Task"));
        return PlanStanding.of(task)
                .map(standing -> new Finding(
                        FactKind.PLAN,
                        concept,
                        standing,
                        Times.of(task.getAuthoredOnElement()),
                        attributes,
                        Sources.of(task, "")))
                .stream();
    }

    private static Optional<String> activity(CarePlanActivityComponent activity) {
        return Words.nonBlank(activity.getDetail().getDescription())
                .or(() -> Words.of(activity.getDetail().getCode()))
                .or(() -> Words.display(activity.getReference()));
    }
}
