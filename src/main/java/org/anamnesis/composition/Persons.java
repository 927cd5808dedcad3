package org.anamnesis.composition;

import java.util.Optional;
import org.anamnesis.draft.Backing.Banner;
import org.anamnesis.filing.FiledDocument;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Patient, signer and visit of a document, as far as known, under their addresses in the EHR. */
final class Persons {

    private static final String IDENTIFIER_TYPES = "http://terminology.hl7.org/CodeSystem/v2-0203";
    private static final String DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";
    private static final int DAY = 10;

    private final StoredDraft draft;
    private final Place place;

    Persons(StoredDraft draft, Place place) {
        this.draft = draft;
        this.place = place;
    }

    /**
     * The signer.
     *
     * @param url its address in the EHR
     */
    record Signer(String url, Resource resource) {}

    String patientUrl() {
        return place.url("Patient/" + draft.patient());
    }

    Patient patient() {
        Patient patient = new Patient();
        patient.setId(draft.patient());
        draft.content().backing().patient().ifPresent(banner -> describe(patient, banner));
        return patient;
    }

    private static void describe(Patient patient, Banner banner) {
        banner.name().ifPresent(name -> patient.addName().setText(name));
        banner.recordNumber()
                .ifPresent(number -> patient.addIdentifier()
                        .setType(new CodeableConcept(new Coding(IDENTIFIER_TYPES, "MR", "Medical record number")))
                        .setValue(number));
        banner.birthDate()
                .map(date -> date.length() > DAY ? date.substring(0, DAY) : date)
                .filter(date -> date.matches(DATE))
                .ifPresent(date -> patient.getBirthDateElement().setValueAsString(date));
        banner.sex().flatMap(Persons::gender).ifPresent(patient::setGender);
    }

    private static Optional<AdministrativeGender> gender(String code) {
        for (AdministrativeGender gender : AdministrativeGender.values()) {
            if (gender != AdministrativeGender.NULL && gender.toCode().equals(code)) {
                return Optional.of(gender);
            }
        }
        return Optional.empty();
    }

    /**
     * The visit within which it was signed.
     *
     * @param url its address in the EHR
     */
    record Visit(String url, Encounter resource) {}

    /** The visit by its id; of what kind it was and how it stands is the EHR's to say, and is said to be unknown here. */
    Optional<Visit> visit() {
        return draft.review().encounter().map(id -> {
            Encounter encounter = new Encounter();
            encounter.setId(id);
            encounter.setStatus(EncounterStatus.UNKNOWN);
            encounter.setClass_(new Coding("http://terminology.hl7.org/CodeSystem/v3-NullFlavor", "UNK", "unknown"));
            encounter.setSubject(new Reference(patientUrl()));
            return new Visit(place.url("Encounter/" + id), encounter);
        });
    }

    Optional<Signer> signer() {
        return draft.signature().map(StoredDraft.Signature::signer).map(this::signer);
    }

    private Signer signer(String reference) {
        String url = place.url(reference);
        IdType id = new IdType(reference);
        Identifier address =
                new Identifier().setSystem(FiledDocument.IDENTIFIER_SYSTEM).setValue(url);
        if ("PractitionerRole".equals(id.getResourceType())) {
            PractitionerRole role = new PractitionerRole();
            role.setId(id.getIdPart());
            role.addIdentifier(address);
            return new Signer(url, role);
        }
        Practitioner practitioner = new Practitioner();
        practitioner.setId(id.getIdPart());
        practitioner.addIdentifier(address);
        return new Signer(url, practitioner);
    }
}
