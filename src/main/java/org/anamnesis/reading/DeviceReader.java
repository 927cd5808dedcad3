package org.anamnesis.reading;

import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceDeviceNameComponent;

/**
 * Implants and aids of the patient (Device). Serial and lot numbers stay out: they identify the patient.
 *
 * <p>Entered in error: no fact. Active: active. Inactive: inactive. Unknown or none: unstated.
 */
final class DeviceReader {

    private DeviceReader() {}

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
        Concept concept = Words.concept(device.getType())
                .or(() -> device.getDeviceName().stream()
                        .map(DeviceDeviceNameComponent::getName)
                        .map(Words::nonBlank)
                        .flatMap(Optional::stream)
                        .map(Concept::of)
                        .findFirst())
                .orElseGet(() -> Concept.of("Device without a name"));
        Attributes attributes =
                new Attributes().each(Role.REASON, device.getStatusReason()).notes(device.getNote());
        return Stream.of(new Finding(
                FactKind.DEVICE, concept, standing, Optional.empty(), attributes, Sources.of(device, "type")));
    }
}
