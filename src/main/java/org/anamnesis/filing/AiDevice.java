package org.anamnesis.filing;

import org.anamnesis.draft.Authorship;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceNameType;
import org.hl7.fhir.r4.model.Device.FHIRDeviceStatus;
import org.hl7.fhir.r4.model.Identifier;

/** The software that wrote a draft, as the Device that its Provenance names (HL7 AI Transparency on FHIR, AIDevice). */
public final class AiDevice {

    static final String IDENTIFIER_SYSTEM = "https://anamnesis.org/fhir/writers";

    private static final String TYPE = "http://hl7.org/fhir/uv/aitransparency/CodeSystem/AIdeviceTypeCS";

    private AiDevice() {}

    /** One identifier for each writer: the rules, or a model by its name. */
    static String identifier(Authorship authorship) {
        return switch (authorship) {
            case Authorship.ByModel model -> "model/" + model.model();
            case Authorship.ByRules ignored -> "rules";
        };
    }

    static boolean isOf(Device device, Authorship authorship) {
        return device.getIdentifier().stream()
                .anyMatch(known -> IDENTIFIER_SYSTEM.equals(known.getSystem())
                        && identifier(authorship).equals(known.getValue()));
    }

    /** The Device of a writer. */
    public static Device of(Authorship authorship) {
        Device device = new Device();
        device.getMeta().addSecurity(AiLabel.coding());
        device.addIdentifier(new Identifier().setSystem(IDENTIFIER_SYSTEM).setValue(identifier(authorship)));
        device.setStatus(FHIRDeviceStatus.ACTIVE);
        device.addDeviceName()
                .setName(
                        switch (authorship) {
                            case Authorship.ByModel model -> "Anamnesis with the language model " + model.model();
                            case Authorship.ByRules ignored -> "Anamnesis, rules without a language model";
                        })
                .setType(DeviceNameType.USERFRIENDLYNAME);
        if (authorship instanceof Authorship.ByModel model) {
            device.setModelNumber(model.model());
        }
        device.setType(new CodeableConcept()
                .addCoding(new Coding(TYPE, "Artificial-Intelligence", "Artificial Intelligence"))
                .setText("Clinical summarisation software"));
        return device;
    }
}
