package org.anamnesis.filing;

import org.anamnesis.draft.Authorship;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceNameType;
import org.hl7.fhir.r4.model.Device.FHIRDeviceStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/** The software that wrote a draft, as the Device that its Provenance names (HL7 AI Transparency on FHIR, AIDevice). */
public final class AiDevice {

    static final String IDENTIFIER_SYSTEM = "https://anamnesis.org/fhir/writers";

    /** HL7's codes for kinds of AI; of a guide in ballot, so they stand in one place. */
    private static final String TYPE = "http://hl7.org/fhir/uv/aitransparency/CodeSystem/AIdeviceTypeCS";

    private static final String KIND =
            "http://hl7.org/fhir/uv/aitransparency/StructureDefinition/aitransparency.AIKind";
    private static final String CARD =
            "http://hl7.org/fhir/uv/aitransparency/StructureDefinition/aitransparency.modelCardDescription";

    /** The system of the model card's identifier; the value is the writer's. */
    static final String CARD_SYSTEM = "https://anamnesis.org/fhir/model-cards";

    private AiDevice() {}

    /** One identifier for each writer: the rules, or a model by its name. */
    static String identifier(Authorship authorship) {
        return switch (authorship) {
            case Authorship.ByModel model -> "model/" + model.model();
            case Authorship.ByRules ignored -> "rules";
        };
    }

    /** What people call a writer. */
    static String name(Authorship authorship) {
        return switch (authorship) {
            case Authorship.ByModel model -> "Anamnesis with the language model " + model.model();
            case Authorship.ByRules ignored -> "Anamnesis, rules without a language model";
        };
    }

    /** Finds the Device of a writer. */
    static String query(Authorship authorship) {
        return "Device?identifier=" + IDENTIFIER_SYSTEM + "|" + identifier(authorship);
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
        device.addDeviceName().setName(name(authorship)).setType(DeviceNameType.USERFRIENDLYNAME);
        device.setManufacturer("Anamnesis");
        if (authorship instanceof Authorship.ByModel model) {
            device.setModelNumber(model.model());
            device.addExtension(
                    KIND, new CodeableConcept(new Coding(TYPE, "Large-Language-Models", "Large Language Models")));
        }
        device.addExtension(CARD, modelCard(authorship));
        device.setType(new CodeableConcept().addCoding(intelligence()).setText("Clinical summarisation software"));
        return device;
    }

    /** What AIDevice and AIProvenance want said of whatever is one. */
    static Coding intelligence() {
        return new Coding(TYPE, "Artificial-Intelligence", "Artificial Intelligence");
    }

    /** The model card of a writer, which this product serves. */
    static Reference modelCard(Authorship authorship) {
        return new Reference()
                .setType("DocumentReference")
                .setIdentifier(new Identifier().setSystem(CARD_SYSTEM).setValue(identifier(authorship)))
                .setDisplay("Model card");
    }
}
