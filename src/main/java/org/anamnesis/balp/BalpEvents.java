package org.anamnesis.balp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.anamnesis.audit.AuditEvent.Kind;
import org.anamnesis.audit.AuditEvent.Outcome;
import org.anamnesis.audit.AuditRecord;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;

/** Kept rows as AuditEvents: who (client, server, user), of whom, what, with what outcome, on which request. */
public final class BalpEvents {

    /** The extension with the row's hash, by which an exported event can be compared with the trail. */
    public static final String HASH = "https://anamnesis.org/fhir/StructureDefinition/audit-hash";

    private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private static final String ENTITY = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String REQUEST = "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType";
    private static final String REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    /** Acts in which we are the client, and the EHR the server. */
    private static final List<Kind> OURS = List.of(Kind.CHART_READ, Kind.EHR_QUERY, Kind.FILED, Kind.TOKEN_OBTAINED);

    private final Parties parties;
    private final boolean elsewhere;

    /** Events as the facade of one EHR gives them: ids are places in the trail, references are within that facade. */
    public BalpEvents(Parties parties) {
        this(parties, false);
    }

    private BalpEvents(Parties parties, boolean elsewhere) {
        this.parties = parties;
        this.elsewhere = elsewhere;
    }

    /**
     * Events that leave the installation. Ids of patients are an EHR's own, so each reference says whose it is; the ids of
     * events say which installation's.
     */
    public static BalpEvents elsewhere(Parties parties) {
        return new BalpEvents(parties, true);
    }

    /** A row as an AuditEvent; its id is made of the row's place. */
    public AuditEvent of(AuditRecord row) {
        Kind kind = kind(row.kind());
        Coded coded =
                Coded.of(kind, row.query().filter(text -> text.contains("?")).isPresent());
        AuditEvent event = new AuditEvent();
        event.setId(id(row.place()));
        event.setType(coded.type()).addSubtype(coded.subtype()).setAction(coded.action());
        event.setRecordedElement(instant(row));
        outcome(event, row);
        // Whatever is done here is done for somebody's treatment: no other use is built in.
        row.patient()
                .ifPresent(ignored ->
                        event.addPurposeOfEvent(new CodeableConcept(new Coding(REASON, "TREAT", "treatment"))));
        agents(event, kind, row);
        event.getSource()
                .setObserver(us())
                .addType(new Coding(
                        "http://terminology.hl7.org/CodeSystem/security-source-type", "4", "Application Server"));
        entities(event, row);
        event.addExtension(HASH, new StringType(row.hash()));
        return event;
    }

    private String id(long place) {
        return elsewhere ? parties.installation() + "-" + place : String.valueOf(place);
    }

    /** A resource of the row's EHR. */
    private Reference inEhr(AuditRecord row, String reference) {
        return new Reference(elsewhere ? parties.address(row.ehr(), reference) : reference);
    }

    /** A kind that a newer version of the product wrote is some operation to this one. */
    private static Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(Kind.OPERATION);
    }

    private static InstantType instant(AuditRecord row) {
        InstantType at = new InstantType(Date.from(row.at()));
        at.setTimeZone(TimeZone.getTimeZone("UTC"));
        return at;
    }

    private static void outcome(AuditEvent event, AuditRecord row) {
        String word = row.outcome().orElse(Outcome.BEGUN.name());
        event.setOutcome(
                switch (word) {
                    case "REFUSED" -> AuditEventOutcome._4;
                    case "FAILED" -> AuditEventOutcome._8;
                    default -> AuditEventOutcome._0;
                });
        if (word.equals(Outcome.BEGUN.name())) {
            event.setOutcomeDesc(
                    "begun; where more can come of it than that it happened, an event of its own says what");
        }
    }

    private void agents(AuditEvent event, Kind kind, AuditRecord row) {
        if (kind == Kind.MODEL_DISCLOSURE) {
            network(source(event, us()), parties.product());
            Recipient recipient = Recipient.of(row.detail());
            AuditEventAgentComponent model = destination(event, named(recipient.model(), "Language model"));
            recipient
                    .host()
                    .ifPresent(host -> model.getNetwork().setAddress(host).setType(Recipient.type(host)));
        } else if (OURS.contains(kind)) {
            network(source(event, us()), parties.product());
            network(destination(event, named(parties.ehr(row.ehr()), "EHR")), parties.ehr(row.ehr()));
        } else {
            AuditEventAgentComponent client = source(event, named(row.client(), "Client"));
            row.origin()
                    .address()
                    .ifPresent(
                            address -> client.getNetwork().setAddress(address).setType(AuditEventAgentNetworkType._2));
            network(destination(event, us()), parties.product());
        }
        user(event, row);
    }

    private static AuditEventAgentComponent source(AuditEvent event, Reference who) {
        return event.addAgent()
                .setType(new CodeableConcept(Coded.dicom("110153", "Source Role ID")))
                .setWho(who)
                .setRequestor(false);
    }

    /** Where a party is reached, as an address on the web; left out where it has none. */
    private static void network(AuditEventAgentComponent agent, String address) {
        if (address.contains("://")) {
            agent.getNetwork().setAddress(address).setType(AuditEventAgentNetworkType._5);
        }
    }

    private static AuditEventAgentComponent destination(AuditEvent event, Reference who) {
        return event.addAgent()
                .setType(new CodeableConcept(Coded.dicom("110152", "Destination Role ID")))
                .setWho(who)
                .setRequestor(false);
    }

    /** The words of an actor: client, user, and the user as a practitioner where that is known. */
    private void user(AuditEvent event, AuditRecord row) {
        String[] words = row.actor().split(" ");
        AuditEventAgentComponent agent = event.addAgent()
                .setType(new CodeableConcept(new Coding(PARTICIPATION, "IRCP", "information recipient")))
                .setRequestor(true);
        String subject = words.length > 1 ? words[1] : words[0];
        agent.setAltId(subject.isEmpty() ? "unknown" : subject);
        agent.setWho(
                words.length > 2
                        ? inEhr(row, words[2])
                        : named(subject.isEmpty() ? "unknown" : subject, words.length > 1 ? "User" : "Client"));
    }

    private void entities(AuditEvent event, AuditRecord row) {
        row.patient()
                .ifPresent(id -> event.addEntity()
                        .setWhat(inEhr(row, "Patient/" + id))
                        .setType(new Coding(ENTITY, "1", "Person"))
                        .setRole(new Coding(ROLE, "1", "Patient")));
        row.query()
                .ifPresent(query -> event.addEntity()
                        .setType(new Coding(ENTITY, "2", "System Object"))
                        .setRole(new Coding(ROLE, "24", "Query"))
                        .setQuery(query.getBytes(StandardCharsets.UTF_8)));
        event.addEntity()
                .setType(new Coding(ENTITY, "4", "Other"))
                .setRole(new Coding(ROLE, "20", "Job"))
                .setName(row.detail().isBlank() ? row.kind() : row.kind() + ": " + row.detail());
        row.begun()
                .ifPresent(place -> event.addEntity()
                        .setWhat(new Reference("AuditEvent/" + id(place)))
                        .setType(new Coding(ENTITY, "2", "System Object"))
                        .setName("begun"));
        row.origin()
                .request()
                .ifPresent(request -> event.addEntity()
                        .setWhat(new Reference().setIdentifier(new Identifier().setValue(request)))
                        .setType(new Coding(REQUEST, "XrequestId", null)));
    }

    private Reference us() {
        return new Reference()
                .setIdentifier(new Identifier()
                        .setSystemElement(new UriType("urn:ietf:rfc:3986"))
                        .setValue(parties.product()))
                .setDisplay("Anamnesis");
    }

    private static Reference named(String value, String display) {
        return new Reference().setIdentifier(new Identifier().setValue(value)).setDisplay(display);
    }
}
