package org.anamnesis.reading;

import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceDeviceNameComponent;
import org.hl7.fhir.r4.model.DeviceUseStatement;

/**
 * Implants and aids of the patient (Device), and their use (DeviceUseStatement). Serial and lot numbers stay out: they identify the patient.
 *
 * <p>Entered in error: no fact. Active: active. Inactive: inactive. Unknown or none: unstated.
 */
final class DeviceReader {

    private static final String NAMELESS = "Device without a name";

    private DeviceReader() {}

    /** That a patient used or uses a device. */
    static Stream<Finding> read(DeviceUseStatement use, Neighbours neighbours) {
        Optional<Standing> standing = standing(use);
        Concept concept = neighbours
                .find(use, use.getDevice(), Device.class)
                .map(DeviceReader::concept)
                .or(() -> Words.display(use.getDevice()).map(Concept::of))
                .orElseGet(() -> Concept.of(NAMELESS));
        Attributes attributes = new Attributes()
                .time(Role.ENDED, Times.end(use.getTiming()))
                .words(Role.BODY_SITE, Words.of(use.getBodySite()))
                .each(Role.REASON, use.getReasonCode())
                .words(Role.CATEGORY, "use of a device")
                .notes(use.getNote());
        Reasons.add(attributes, use, use.getReasonReference(), neighbours);
        return standing.stream()
                .map(known -> new Finding(
                        FactKind.DEVICE,
                        concept,
                        known,
                        Times.start(use.getTiming()).or(() -> Times.of(use.getRecordedOnElement())),
                        attributes,
                        Sources.of(use, "device")));
    }

    private static Optional<Standing> standing(DeviceUseStatement use) {
        if (use.getStatus() == null) {
            return Optional.of(Standing.UNSTATED);
        }
        return switch (use.getStatus()) {
            case ACTIVE -> Optional.of(Standing.ACTIVE);
            case COMPLETED -> Optional.of(Standing.COMPLETED);
            case INTENDED -> Optional.of(Standing.PLANNED);
            case STOPPED -> Optional.of(Standing.STOPPED);
            case ONHOLD -> Optional.of(Standing.ON_HOLD);
            case ENTEREDINERROR -> Optional.empty();
            case NULL -> Optional.of(Standing.UNSTATED);
        };
    }

    static Stream<Finding> read(Device device) {
        Standing standing;
        switch (device.getStatus()) {
            case null -> standing = Standing.UNSTATED;
            case ENTEREDINERROR -> {
                return Stream.empty();
            }
            case ACTIVE -> standing = Standing.ACTIVE;
            case INACTIVE -> standing = Standing.INACTIVE;
            case UNKNOWN, NULL -> standing = Standing.UNSTATED;
        }
        Attributes attributes =
                new Attributes().each(Role.REASON, device.getStatusReason()).notes(device.getNote());
        return Stream.of(new Finding(
                FactKind.DEVICE, concept(device), standing, Optional.empty(), attributes, Sources.of(device, "type")));
    }

    private static Concept concept(Device device) {
        return Words.concept(device.getType())
                .or(() -> device.getDeviceName().stream()
                        .map(DeviceDeviceNameComponent::getName)
                        .map(Words::nonBlank)
                        .flatMap(Optional::stream)
                        .map(Concept::of)
                        .findFirst())
                .orElseGet(() -> Concept.of(NAMELESS));
    }
}
