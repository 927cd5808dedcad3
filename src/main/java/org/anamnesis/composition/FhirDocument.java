package org.anamnesis.composition;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import org.anamnesis.document.Outline;
import org.anamnesis.document.XhtmlDocument;
import org.anamnesis.draft.DocumentKind;
import org.anamnesis.filing.AiDevice;
import org.anamnesis.filing.AiLabel;
import org.anamnesis.filing.FiledDocument;
import org.anamnesis.store.DraftState;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionAttestationMode;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Composition.DocumentRelationshipType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Writes a draft as a document Bundle. The same draft gives the same Bundle. */
final class FhirDocument {

    private static final String URN = "urn:uuid:";
    private static final String LOINC = "http://loinc.org";
    private static final String US_CORE_CATEGORY =
            "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category";

    private final StoredDraft draft;
    private final Place place;
    private final Outline outline;
    private final Persons persons;

    private FhirDocument(StoredDraft draft, Place place) {
        this.draft = draft;
        this.place = place;
        this.outline = Outline.of(draft);
        this.persons = new Persons(draft, place);
    }

    /**
     * The document.
     *
     * @param replaces the draft whose filed document this one takes the place of
     */
    static Bundle of(StoredDraft draft, Place place, Optional<UUID> replaces) {
        return new FhirDocument(draft, place).bundle(replaces);
    }

    /** The moment that the document is of: its signature's, or that of its composition. */
    private Instant moment() {
        return draft.signature().map(StoredDraft.Signature::at).orElse(draft.composedAt());
    }

    private Bundle bundle(Optional<UUID> replaces) {
        Bundle bundle = new Bundle();
        bundle.setId(draft.id().toString());
        bundle.getMeta().addSecurity(AiLabel.coding());
        bundle.setType(BundleType.DOCUMENT);
        bundle.setIdentifier(new Identifier()
                .setSystem(FiledDocument.IDENTIFIER_SYSTEM)
                .setValue(URN + named("document " + moment().toEpochMilli())));
        InstantType timestamp = new InstantType(Date.from(moment()));
        timestamp.setTimeZone(TimeZone.getTimeZone("UTC"));
        bundle.setTimestampElement(timestamp);
        add(bundle, URN + named("composition"), composition(replaces));
        add(bundle, persons.patientUrl(), persons.patient());
        add(bundle, deviceUrl(), AiDevice.of(draft.content().authorship()));
        add(
                bundle,
                organizationUrl(),
                new Organization().setName(place.organization()).setActive(true));
        persons.signer().ifPresent(signer -> add(bundle, signer.url(), signer.resource()));
        persons.visit().ifPresent(visit -> add(bundle, visit.url(), visit.resource()));
        return bundle;
    }

    private static void add(Bundle bundle, String url, Resource resource) {
        bundle.addEntry().setFullUrl(url).setResource(resource);
    }

    private Composition composition(Optional<UUID> replaces) {
        Composition composition = new Composition();
        composition.getMeta().addSecurity(AiLabel.coding());
        composition.setLanguage("en");
        composition.setIdentifier(
                new Identifier().setSystem(FiledDocument.IDENTIFIER_SYSTEM).setValue(FiledDocument.identifier(draft)));
        composition.setStatus(status());
        DocumentKind kind = draft.content().document();
        composition.setType(new CodeableConcept()
                .addCoding(new Coding(LOINC, kind.loinc(), kind.display()))
                .setText(kind.title()));
        composition.addCategory(new CodeableConcept(new Coding(US_CORE_CATEGORY, "clinical-note", "Clinical Note")));
        composition.setSubject(new Reference(persons.patientUrl()));
        persons.visit().ifPresent(visit -> composition.setEncounter(new Reference(visit.url())));
        composition.setDateElement(dateTime(moment()));
        composition.setTitle(kind.title());
        composition.addAuthor(new Reference(deviceUrl()));
        composition.setCustodian(new Reference(organizationUrl()));
        persons.signer().ifPresent(signer -> {
            composition.addAuthor(new Reference(signer.url()));
            composition
                    .addAttester()
                    .setMode(CompositionAttestationMode.PROFESSIONAL)
                    .setTimeElement(dateTime(moment()))
                    .setParty(new Reference(signer.url()));
        });
        replaces.ifPresent(earlier -> composition
                .addRelatesTo()
                .setCode(DocumentRelationshipType.REPLACES)
                .setTarget(new Identifier()
                        .setSystem(FiledDocument.IDENTIFIER_SYSTEM)
                        .setValue(URN + earlier)));
        sections(composition);
        return composition;
    }

    private CompositionStatus status() {
        if (draft.state() == DraftState.ENTERED_IN_ERROR) {
            return CompositionStatus.ENTEREDINERROR;
        }
        return draft.signature().isPresent() ? CompositionStatus.FINAL : CompositionStatus.PRELIMINARY;
    }

    private void sections(Composition composition) {
        for (Outline section : outline.sections()) {
            Composition.SectionComponent written = composition
                    .addSection()
                    .setTitle(section.blocks().getFirst().text());
            written.getText().setStatusAsString("generated");
            written.getText().setDivAsString(XhtmlDocument.narrative(section.blocks()));
        }
        if (!outline.endnotes().isEmpty()) {
            Composition.SectionComponent sources = composition.addSection().setTitle("Sources");
            sources.getText().setStatusAsString("generated");
            sources.getText().setDivAsString(XhtmlDocument.endnotes(outline.endnotes()));
        }
    }

    private String deviceUrl() {
        return URN + named("device");
    }

    private String organizationUrl() {
        return URN + named("organization");
    }

    /** Ids within the document, the same each time it is written. */
    private UUID named(String what) {
        return UUID.nameUUIDFromBytes((draft.id() + " " + what).getBytes(StandardCharsets.UTF_8));
    }

    private static DateTimeType dateTime(Instant at) {
        DateTimeType time = new DateTimeType(Date.from(at));
        time.setTimeZone(TimeZone.getTimeZone("UTC"));
        return time;
    }
}
