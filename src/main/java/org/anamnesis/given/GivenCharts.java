package org.anamnesis.given;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.anamnesis.guard.DecimalGuard;
import org.anamnesis.guard.Limits;
import org.anamnesis.guard.RefusedInput;
import org.anamnesis.reading.Owners;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** Takes the charts that callers give. */
public final class GivenCharts {

    /** What is of no patient, and what those resources look at that are. */
    private static final Set<String> SHARED = Set.of(
            "Medication", "Substance", "Organization", "Practitioner", "PractitionerRole", "Location", "Binary");

    private final FhirContext fhir;
    private final Limits limits;

    public GivenCharts(FhirContext fhir, Limits limits) {
        this.fhir = fhir;
        this.limits = limits;
    }

    /**
     * Takes the entries of a Bundle as one patient's chart.
     *
     * @param patientId whose it must be; where it is left open, that of the one Patient in it
     * @param ehrBase the base of its resources where the Patient's own address names no other
     * @throws RefusedInput where a number in it is refused
     */
    public GivenOutcome take(List<byte[]> entries, Format format, Optional<String> patientId, String ehrBase)
            throws RefusedInput {
        GivenTally tally = new GivenTally();
        List<GivenEntry> read = new ArrayList<>(entries.size());
        try {
            for (byte[] entry : entries) {
                read(entry, format).ifPresentOrElse(read::add, () -> tally.skip(typeOf(entry, format)));
            }
        } catch (DataFormatException unknown) {
            return new GivenOutcome.UnknownElement();
        }
        List<GivenEntry> patients =
                read.stream().filter(entry -> entry.resource() instanceof Patient).toList();
        if (patientId.isPresent()
                && patients.stream().anyMatch(patient -> !patient.id().equals(patientId.get()))) {
            return new GivenOutcome.OtherPatient();
        }
        if (patients.size() != 1) {
            return new GivenOutcome.NotOnePatient();
        }
        String base = patients.getFirst().base().orElse(ehrBase);
        return new GivenOutcome.Taken(sorted(patients.getFirst(), read, base, tally));
    }

    private Optional<GivenEntry> read(byte[] entry, Format format) throws RefusedInput {
        try {
            Bundle bundle = StrictParsing.parser(fhir, format)
                    .parseResource(Bundle.class, new ByteArrayInputStream(format.bundle(entry)));
            DecimalGuard.check(fhir, bundle, limits);
            Bundle.BundleEntryComponent only = bundle.getEntryFirstRep();
            return Optional.ofNullable(only.getResource())
                    .flatMap(resource -> GivenEntry.of(resource, Optional.ofNullable(only.getFullUrl())));
        } catch (DataFormatException broken) {
            if (UnknownElement.isBehind(broken)) {
                throw broken;
            }
            return Optional.empty();
        }
    }

    private GivenChart sorted(GivenEntry patient, List<GivenEntry> read, String base, GivenTally tally) {
        References references = new References(fhir, base, read);
        String whose = patient.reference();
        List<Resource> kept = new ArrayList<>(read.size());
        tally.take(patient.type());
        for (GivenEntry entry : read) {
            if (entry == patient) {
                continue;
            }
            references.resolveIn(entry.resource());
            boolean isHere = entry.base().orElse(base).equals(base);
            if (SHARED.contains(entry.type()) && isHere) {
                kept.add(entry.resource());
            } else if (!GivenTally.isRead(entry.type()) && !entry.type().equals("Specimen")) {
                tally.leave(entry.type());
            } else if (isHere && isOf(whose, entry.resource())) {
                kept.add(entry.resource());
                tally.take(entry.type());
            } else {
                tally.skip(entry.type());
            }
        }
        return new GivenChart((Patient) patient.resource(), kept, tally.coverage(), base);
    }

    private static boolean isOf(String patient, Resource resource) {
        return Owners.of(resource).anyMatch(owner -> patient.equals(owner.getReference()));
    }

    /** What a resource that cannot be read says to be; what says nothing known counts for the Bundle. */
    private String typeOf(byte[] entry, Format format) {
        Matcher type = format.type().matcher(new String(entry, StandardCharsets.UTF_8));
        return type.find() && fhir.getResourceTypes().contains(type.group(1)) ? type.group(1) : "Bundle";
    }
}
