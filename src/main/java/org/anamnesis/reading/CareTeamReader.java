package org.anamnesis.reading;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;

/**
 * Who cares for the patient, by their roles and never by their names (CareTeam).
 *
 * <p>Entered in error: no fact. Proposed: planned. Active: active. Suspended: on hold. Inactive: inactive.
 */
final class CareTeamReader {

    private CareTeamReader() {}

    static Stream<Finding> read(CareTeam team, Neighbours neighbours) {
        Optional<Standing> standing = standing(team);
        List<String> roles = team.getParticipant().stream()
                .filter(participant -> !isPatient(participant))
                .flatMap(participant -> participant.getRole().stream())
                .map(Words::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        Attributes attributes = new Attributes()
                .time(Role.ENDED, Times.end(team.getPeriod()))
                .each(Role.CATEGORY, team.getCategory())
                .each(Role.REASON, team.getReasonCode())
                .notes(team.getNote());
        Reasons.add(attributes, team, team.getReasonReference(), neighbours);
        return standing.stream()
                .map(known -> new Finding(
                        FactKind.PATIENT,
                        Concept.of("Care team"),
                        Values.worded(roles.isEmpty() ? "roles not stated" : String.join(", ", roles)),
                        known,
                        Times.start(team.getPeriod()),
                        attributes.list(),
                        Sources.of(team, "participant")));
    }

    private static boolean isPatient(CareTeamParticipantComponent participant) {
        return Objects.requireNonNullElse(participant.getMember().getReference(), "")
                .contains("Patient/");
    }

    private static Optional<Standing> standing(CareTeam team) {
        if (team.getStatus() == null) {
            return Optional.of(Standing.UNSTATED);
        }
        return switch (team.getStatus()) {
            case PROPOSED -> Optional.of(Standing.PLANNED);
            case ACTIVE -> Optional.of(Standing.ACTIVE);
            case SUSPENDED -> Optional.of(Standing.ON_HOLD);
            case INACTIVE -> Optional.of(Standing.INACTIVE);
            case ENTEREDINERROR -> Optional.empty();
            case NULL -> Optional.of(Standing.UNSTATED);
        };
    }
}
