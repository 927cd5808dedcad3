package org.anamnesis.fetch;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Coverage.Outcome;
import org.anamnesis.reading.Attachments;
import org.anamnesis.reading.ChartAssembly;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** The reading of one chart, once its patient is known: the searches, what they refer to, the files of the notes. */
final class ChartReading {

    private final FhirContext fhir;
    private final ReadLimits limits;
    private final Compartment compartment;
    private final Requests requests;
    private final Lanes lanes;
    private final ReadingProgress progress;

    ChartReading(
            FhirContext fhir,
            ReadLimits limits,
            Compartment compartment,
            Requests requests,
            Lanes lanes,
            ReadingProgress progress) {
        this.progress = progress;
        this.fhir = fhir;
        this.limits = limits;
        this.compartment = compartment;
        this.requests = requests;
        this.lanes = lanes;
    }

    ReadOutcome.Read read(
            Patient patient, SearchPlan plan, Experience experience, Predicate<String> mayRead, ClinicalTime asOf) {
        List<ParallelSearches.Planned> searches = plan.searches().stream()
                .map(search -> new ParallelSearches.Planned(
                        new PagedSearch(
                                Wording.of(search, plan.understood(), asOf.date()),
                                compartment,
                                requests,
                                experience,
                                plan.understood().total()),
                        mayRead.test(search.type()),
                        plan.understood().batch() ? search.batch().orElse("") : ""))
                .toList();
        List<SearchResult> results = new ParallelSearches(lanes, requests, experience, progress).run(searches);

        List<Coverage.Entry> coverage = new ArrayList<>();
        coverage.add(new Coverage.Entry("Patient", "this patient", new Outcome.Found(1, 0)));
        coverage.addAll(SearchResult.entries(results));
        List<Resource> resources = new ArrayList<>();
        resources.add(patient);
        resources.addAll(SearchResult.resources(results));

        ReferencedMedications medications = new ReferencedMedications(compartment, requests, lanes);
        resources.addAll(medications.complete(resources, mayRead.test("Medication")));
        medications.entry().ifPresent(coverage::add);

        NoteFileReader reader = new NoteFileReader(fhir, compartment.origin(), requests, lanes, limits.files());
        List<NoteFile> files = NoteFile.of(resources);
        Attachments attachments = reader.read(files);
        reader.entry(files, attachments).ifPresent(coverage::add);

        plan.notAsked()
                .forEach(left -> coverage.add(
                        new Coverage.Entry(left.type(), left.asked(), new Outcome.NotAsked(left.reason()))));
        return new ReadOutcome.Read(
                ChartAssembly.of(patient, resources, attachments, new Coverage(coverage), asOf),
                resources,
                attachments);
    }
}
