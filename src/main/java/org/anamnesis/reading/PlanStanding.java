package org.anamnesis.reading;

import java.util.Optional;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** How the status of a plan stands in the chart; empty where it is no statement at all. */
final class PlanStanding {

    private PlanStanding() {}

    static Optional<Standing> of(ServiceRequest order) {
        if (order.getStatus() == null) {
            return Optional.of(Standing.UNSTATED);
        }
        Optional<Standing> standing = switch (order.getStatus()) {
            case ACTIVE -> Optional.of(Standing.ACTIVE);
            case ONHOLD -> Optional.of(Standing.ON_HOLD);
            case REVOKED -> Optional.of(Standing.CANCELLED);
            case COMPLETED -> Optional.of(Standing.COMPLETED);
            case DRAFT, ENTEREDINERROR -> Optional.empty();
            case UNKNOWN, NULL -> Optional.of(Standing.UNSTATED);
        };
        return standing.map(known -> order.getDoNotPerform() ? Standing.NEGATED : known);
    }

    static Optional<Standing> of(CarePlan plan) {
        if (plan.getStatus() == null) {
            return Optional.of(Standing.UNSTATED);
        }
        return switch (plan.getStatus()) {
            case ACTIVE -> Optional.of(Standing.ACTIVE);
            case ONHOLD -> Optional.of(Standing.ON_HOLD);
            case REVOKED -> Optional.of(Standing.CANCELLED);
            case COMPLETED -> Optional.of(Standing.COMPLETED);
            case DRAFT, ENTEREDINERROR -> Optional.empty();
            case UNKNOWN, NULL -> Optional.of(Standing.UNSTATED);
        };
    }

    static Optional<Standing> of(Goal goal) {
        if (goal.getLifecycleStatus() == null) {
            return Optional.of(Standing.UNSTATED);
        }
        return switch (goal.getLifecycleStatus()) {
            case PROPOSED, PLANNED, ACCEPTED -> Optional.of(Standing.PLANNED);
            case ACTIVE -> Optional.of(Standing.ACTIVE);
            case ONHOLD -> Optional.of(Standing.ON_HOLD);
            case COMPLETED -> Optional.of(Standing.COMPLETED);
            case CANCELLED, REJECTED -> Optional.of(Standing.CANCELLED);
            case ENTEREDINERROR -> Optional.empty();
            case NULL -> Optional.of(Standing.UNSTATED);
        };
    }

    static Optional<Standing> of(Appointment appointment) {
        if (appointment.getStatus() == null) {
            return Optional.of(Standing.UNSTATED);
        }
        return switch (appointment.getStatus()) {
            case PROPOSED, PENDING, BOOKED, WAITLIST -> Optional.of(Standing.PLANNED);
            case ARRIVED, CHECKEDIN -> Optional.of(Standing.ACTIVE);
            case FULFILLED -> Optional.of(Standing.COMPLETED);
            case CANCELLED, NOSHOW -> Optional.of(Standing.CANCELLED);
            case ENTEREDINERROR -> Optional.empty();
            case NULL -> Optional.of(Standing.UNSTATED);
        };
    }

    static Optional<Standing> of(Task task) {
        if (task.getStatus() == null) {
            return Optional.of(Standing.UNSTATED);
        }
        return switch (task.getStatus()) {
            case REQUESTED, RECEIVED, ACCEPTED, READY -> Optional.of(Standing.PLANNED);
            case INPROGRESS -> Optional.of(Standing.ACTIVE);
            case ONHOLD -> Optional.of(Standing.ON_HOLD);
            case COMPLETED -> Optional.of(Standing.COMPLETED);
            case CANCELLED, REJECTED, FAILED -> Optional.of(Standing.CANCELLED);
            case DRAFT, ENTEREDINERROR -> Optional.empty();
            case NULL -> Optional.of(Standing.UNSTATED);
        };
    }
}
