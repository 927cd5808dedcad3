package org.anamnesis.sandbox.staff;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The hospital and its practitioners. All of them are invented. */
public final class Staff {

    private static final String HOSPITAL_ID = "sandbox-hospital";
    private static final String HOSPITAL_NAME = "Sandbox Hospital";
    private static final String STAFF_NUMBERS = "urn:oid:2.999.1.2";

    private static final List<Practitioner> PRACTITIONERS = List.of(
            new Practitioner("dr-hassan", "Dr. Amira Hassan", "Hospital physician"),
            new Practitioner("dr-okafor", "Dr. Chidi Okafor", "Cardiologist"),
            new Practitioner("np-lindqvist", "Elin Lindqvist, NP", "Nurse practitioner"));

    private Staff() {}

    /** Everyone who can sign in. */
    public static List<Practitioner> practitioners() {
        return PRACTITIONERS;
    }

    /** The practitioner of an id. */
    public static Optional<Practitioner> practitioner(String id) {
        return PRACTITIONERS.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The hospital and its staff as resources. */
    public static Bundle chart() {
        var bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        add(bundle, new Organization().setName(HOSPITAL_NAME).setActive(true), HOSPITAL_ID);
        for (var one : PRACTITIONERS) {
            add(bundle, practitioner(one), one.id());
            var role = new PractitionerRole()
                    .setActive(true)
                    .setPractitioner(new Reference(one.reference()).setDisplay(one.name()))
                    .setOrganization(new Reference("Organization/" + HOSPITAL_ID).setDisplay(HOSPITAL_NAME));
            role.addCode().setText(one.role());
            add(bundle, role, one.id() + "-role");
        }
        return bundle;
    }

    private static Resource practitioner(Practitioner one) {
        var resource = new org.hl7.fhir.r4.model.Practitioner().setActive(true);
        resource.addIdentifier(new Identifier().setSystem(STAFF_NUMBERS).setValue(one.id()));
        resource.addName().setText(one.name());
        resource.addQualification().getCode().setText(one.role());
        return resource;
    }

    private static void add(Bundle bundle, Resource resource, String id) {
        resource.setId(id);
        bundle.addEntry().setResource(resource);
    }
}
