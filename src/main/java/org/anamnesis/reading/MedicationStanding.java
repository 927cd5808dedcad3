package org.anamnesis.reading;

import java.util.Optional;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationStatement;

/** How the status of a medication resource stands in the chart; empty where it is no statement at all. */
final class MedicationStanding {

    private MedicationStanding() {}

    /** A proposal or an option is planned at most; "do not perform" is negated. */
    static Optional<Standing> of(MedicationRequest order) {
        if (order.getStatus() == null) {
            return Optional.of(Standing.UNSTATED);
        }
        Optional<Standing> standing = switch (order.getStatus()) {
            case ACTIVE -> Optional.of(isProposal(order) ? Standing.PLANNED : Standing.ACTIVE);
            case ONHOLD -> Optional.of(Standing.ON_HOLD);
            case CANCELLED -> Optional.of(Standing.CANCELLED);
            case COMPLETED -> Optional.of(Standing.COMPLETED);
            case STOPPED -> Optional.of(Standing.STOPPED);
            case DRAFT, ENTEREDINERROR -> Optional.empty();
            case UNKNOWN, NULL -> Optional.of(Standing.UNSTATED);
        };
        return standing.map(known -> order.getDoNotPerform() ? Standing.NEGATED : known);
    }

    static Optional<Standing> of(MedicationStatement statement) {
        if (statement.getStatus() == null) {
            return Optional.of(Standing.UNSTATED);
        }
        return switch (statement.getStatus()) {
            case ACTIVE -> Optional.of(Standing.ACTIVE);
            case COMPLETED -> Optional.of(Standing.COMPLETED);
            case INTENDED -> Optional.of(Standing.PLANNED);
            case STOPPED -> Optional.of(Standing.STOPPED);
            case ONHOLD -> Optional.of(Standing.ON_HOLD);
            case NOTTAKEN -> Optional.of(Standing.NEGATED);
            case ENTEREDINERROR -> Optional.empty();
            case UNKNOWN, NULL -> Optional.of(Standing.UNSTATED);
        };
    }

    static Optional<Standing> of(MedicationAdministration given) {
        if (given.getStatus() == null) {
            return Optional.of(Standing.UNSTATED);
        }
        return switch (given.getStatus()) {
            case INPROGRESS -> Optional.of(Standing.ACTIVE);
            case NOTDONE -> Optional.of(Standing.NEGATED);
            case ONHOLD -> Optional.of(Standing.ON_HOLD);
            case COMPLETED -> Optional.of(Standing.COMPLETED);
            case STOPPED -> Optional.of(Standing.STOPPED);
            case ENTEREDINERROR -> Optional.empty();
            case UNKNOWN, NULL -> Optional.of(Standing.UNSTATED);
        };
    }

    static Optional<Standing> of(MedicationDispense dispensed) {
        if (dispensed.getStatus() == null) {
            return Optional.of(Standing.COMPLETED);
        }
        return switch (dispensed.getStatus()) {
            case PREPARATION, INPROGRESS -> Optional.of(Standing.PLANNED);
            case CANCELLED, DECLINED -> Optional.of(Standing.CANCELLED);
            case ONHOLD -> Optional.of(Standing.ON_HOLD);
            case STOPPED -> Optional.of(Standing.STOPPED);
            case ENTEREDINERROR -> Optional.empty();
            // A dispense is an event in the past: without a status it does not say that the drug is being taken.
            case COMPLETED, UNKNOWN, NULL -> Optional.of(Standing.COMPLETED);
        };
    }

    private static boolean isProposal(MedicationRequest order) {
        return order.getIntent() == MedicationRequestIntent.PROPOSAL
                || order.getIntent() == MedicationRequestIntent.OPTION;
    }
}
