package org.anamnesis.corpus;

import ca.uhn.fhir.context.FhirContext;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.anamnesis.corpus.Spill.Slice;
import org.hl7.fhir.r4.model.Patient;

/**
 * The charts in all NDJSON files of a folder, whatever the files are called and however the patients are spread over them.
 *
 * <p>One pass tells whose each resource is and keeps where it stands; a chart is read when it is wanted. A resource of no
 * patient (Medication, Location) is read with those that refer to it, or name it by its code. A resource that stands in
 * several files counts once.
 */
public final class PatientCharts implements Closeable {

    private static final String ENDING = ".ndjson";

    private final FhirContext fhir;
    private final Spill spill;
    private final IdSet seen = new IdSet();
    private final IdSet patientsIds = new IdSet();
    private final Map<String, Home> patients = new LinkedHashMap<>();
    private final Map<String, Slice> shared = new HashMap<>();
    private final Map<String, List<String>> medicationsByCode = new HashMap<>();
    private int unreadableLines;

    private PatientCharts(FhirContext fhir, Spill spill) {
        this.fhir = fhir;
        this.spill = spill;
    }

    /** Where the resources of one patient stand, the Patient first, and in which file the Patient itself does. */
    private record Home(List<Slice> slices, List<Path> file) {}

    /**
     * Makes the index.
     *
     * @param spill a file to write the unpacked resources to; it is deleted on closing
     */
    public static PatientCharts index(DataFolder data, FhirContext fhir, Path spill) throws IOException {
        PatientCharts charts = new PatientCharts(fhir, new Spill(spill));
        for (Path file : data.files(ENDING)) {
            charts.add(file);
        }
        charts.spill.finish();
        return charts;
    }

    /** The patients whose Patient resource stands in one of these files, in its order. */
    public List<String> patientsIn(Set<Path> files) {
        return patients.entrySet().stream()
                .filter(entry -> entry.getValue().file().stream().anyMatch(files::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The chart of one patient; empty where the files have none of this id. */
    public Optional<PatientResources> read(String patient) throws IOException {
        Home home = patients.get(patient);
        if (home == null) {
            return Optional.empty();
        }
        Parsing parsing = new Parsing(fhir);
        Set<String> wanted = new TreeSet<>();
        for (Slice slice : home.slices()) {
            wanted.addAll(read(slice, parsing));
        }
        Set<String> added = new HashSet<>();
        while (!wanted.isEmpty()) {
            added.addAll(wanted);
            Set<String> next = new TreeSet<>();
            for (String reference : wanted) {
                next.addAll(read(Objects.requireNonNull(shared.get(reference)), parsing));
            }
            next.removeAll(added);
            wanted = next;
        }
        return parsing.patient();
    }

    /** The Patient resource of one patient alone; empty where the files have none that can be read. */
    public Optional<Patient> patient(String id) throws IOException {
        Home home = patients.get(id);
        if (home == null || home.file().isEmpty()) {
            return Optional.empty();
        }
        Parsing parsing = new Parsing(fhir);
        parsing.add(spill.read(home.slices().getFirst()), "Patient");
        return parsing.patient().map(PatientResources::patient);
    }

    /** Whether a word is the id of a resource that is of some patient, or a number that a patient goes by. */
    public boolean isIdOfAPatientsResource(String word) {
        return patientsIds.contains(word);
    }

    /** How many lines could not even be told to be resources. */
    public int unreadableLines() {
        return unreadableLines;
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }

    private void add(Path file) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(DataFolder.open(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    add(file, line.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private void add(Path file, byte[] json) throws IOException {
        ResourceScan resource;
        try {
            resource = ResourceScan.of(json);
        } catch (IOException notAResource) {
            unreadableLines++;
            return;
        }
        if (!seen.add(resource.reference())) {
            return;
        }
        Slice slice = spill.add(json);
        if (resource.patient().isEmpty()) {
            share(resource, slice);
        } else {
            Home home = patients.computeIfAbsent(
                    resource.patient().get(), first -> new Home(new ArrayList<>(), new ArrayList<>(1)));
            boolean isPatient = resource.type().equals("Patient");
            home.slices().add(isPatient ? 0 : home.slices().size(), slice);
            patientsIds.add(resource.id());
            if (isPatient) {
                home.file().add(file);
                resource.identifiers().forEach(identifier -> patientsIds.add(value(identifier)));
            }
        }
    }

    private void share(ResourceScan resource, Slice slice) {
        shared.put(resource.reference(), slice);
        if (resource.type().equals("Medication")) {
            resource.identifiers()
                    .forEach(identifier -> medicationsByCode
                            .computeIfAbsent(identifier, first -> new ArrayList<>(1))
                            .add(resource.reference()));
        }
    }

    /** Parses a resource; what of the shared ones it names is left to be read. */
    private Set<String> read(Slice slice, Parsing parsing) throws IOException {
        byte[] json = spill.read(slice);
        ResourceScan resource = ResourceScan.of(json);
        parsing.add(json, resource.type());
        return named(resource);
    }

    private static String value(String identifier) {
        return identifier.substring(identifier.indexOf('|') + 1);
    }

    /** What of the shared resources a resource refers to, or names by a code as formularies do. */
    private Set<String> named(ResourceScan resource) {
        Set<String> named = new HashSet<>();
        resource.references().stream()
                .map(PatientCharts::relative)
                .filter(shared::containsKey)
                .forEach(named::add);
        resource.medicationCodes().forEach(code -> named.addAll(medicationsByCode.getOrDefault(code, List.of())));
        return named;
    }

    private static String relative(String reference) {
        String unversioned = reference.replaceFirst("/_history/.*$", "");
        int id = unversioned.lastIndexOf('/');
        int type = id < 0 ? -1 : unversioned.lastIndexOf('/', id - 1);
        return unversioned.substring(type + 1);
    }
}
