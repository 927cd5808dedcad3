package org.anamnesis.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * Every word by which a patient or a relative could be recognised: names in all their parts, maiden names, identifiers,
 * addresses, telephone numbers, places of birth. The privacy step looks for them in what leaves the house.
 */
final class IdentifyingWords {

    private static final String MAIDEN_NAME = "http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName";
    private static final String BIRTH_PLACE = "http://hl7.org/fhir/StructureDefinition/patient-birthPlace";

    private final Set<String> words = new LinkedHashSet<>();

    private IdentifyingWords() {}

    static List<String> of(Patient patient, List<? extends Resource> resources) {
        IdentifyingWords collected = new IdentifyingWords();
        collected.patient(patient);
        for (Resource resource : resources) {
            if (resource instanceof Observation observation && isAddress(observation)) {
                collected.add(observation.getValue() instanceof StringType told ? told.getValue() : null);
            }
            if (resource instanceof RelatedPerson relative) {
                relative.getName().forEach(collected::name);
                relative.getIdentifier().forEach(collected::identifier);
                relative.getTelecom().forEach(collected::telecom);
                relative.getAddress().forEach(collected::address);
            }
        }
        return List.copyOf(collected.words);
    }

    /** Social surveys ask for the address: LOINC 56799-0. */
    private static boolean isAddress(Observation observation) {
        return Words.hasCode(observation.getCode(), "56799-0");
    }

    private void patient(Patient patient) {
        patient.getName().forEach(this::name);
        patient.getIdentifier().forEach(this::identifier);
        patient.getTelecom().forEach(this::telecom);
        patient.getAddress().forEach(this::address);
        patient.getContact().forEach(contact -> {
            name(contact.getName());
            contact.getTelecom().forEach(this::telecom);
            address(contact.getAddress());
        });
        for (Extension extension : patient.getExtension()) {
            if (MAIDEN_NAME.equals(extension.getUrl()) && extension.getValue() instanceof StringType name) {
                parts(name.getValue());
            }
            if (BIRTH_PLACE.equals(extension.getUrl()) && extension.getValue() instanceof Address place) {
                address(place);
            }
        }
    }

    private void name(HumanName name) {
        parts(name.getFamily());
        name.getGiven().forEach(given -> parts(given.getValue()));
        parts(name.getText());
    }

    private void identifier(Identifier identifier) {
        add(identifier.getValue());
    }

    private void telecom(ContactPoint telecom) {
        add(telecom.getValue());
    }

    private void address(Address address) {
        address.getLine().forEach(line -> add(line.getValue()));
        Stream.of(address.getText(), address.getCity(), address.getDistrict(), address.getPostalCode())
                .forEach(this::add);
    }

    /** A name in full, and each of its words: either may stand in a text. */
    private void parts(@Nullable String name) {
        add(name);
        if (name != null) {
            Stream.of(name.split("\\s+", -1)).forEach(this::add);
        }
    }

    private void add(@Nullable String word) {
        if (word != null) {
            String plain = PlainText.of(word);
            // A single letter is an initial: searched for as a word of its own it would hit everywhere.
            if (plain.length() > 1) {
                words.add(plain);
            }
        }
    }
}
