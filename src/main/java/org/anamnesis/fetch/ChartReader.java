package org.anamnesis.fetch;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Coverage.Outcome;
import org.anamnesis.exchange.Deadline;
import org.anamnesis.exchange.EhrDoor;
import org.anamnesis.exchange.EhrOrigin;
import org.anamnesis.reading.ChartAssembly;
import org.anamnesis.reading.VisitReader;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads one patient's chart from an EHR, within fixed limits.
 *
 * <p>The patient comes first; without a patient there is no chart. Then the searches of the plan run side by side, each
 * with an outcome of its own: what fails, is refused or is cut off stands in the coverage, and the rest goes on. One
 * instance serves all charts and all EHRs; it keeps a pool of connections until it is closed.
 */
public final class ChartReader implements AutoCloseable {

    private static final Pattern FHIR_ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private final FhirContext fhir;
    private final SearchPlan plan;
    private final ReadLimits limits;
    private final EhrDoor door;

    /**
     * A reader with its own pool of connections.
     *
     * @param fhir an R4 context for this reader alone: its client factory and parser errors become the reader's
     */
    public ChartReader(FhirContext fhir, SearchPlan plan, ReadLimits limits) {
        this.fhir = fhir;
        this.plan = plan;
        this.limits = limits;
        this.door = new EhrDoor(fhir, limits.perRequest());
    }

    /** A chart from wherever it is to come. */
    public ReadOutcome read(ChartSource source, String patientId, ClinicalTime asOf) {
        return switch (source) {
            case ChartSource.FromEhr ehr -> read(ehr.access(), patientId, asOf);
            case ChartSource.Given given when given.chart().patient().equals(patientId) ->
                new ReadOutcome.Read(given.chart().chart(asOf), given.chart().resources());
            case ChartSource.Given ignored -> new ReadOutcome.UnknownPatient();
        };
    }

    /** Reads one encounter, to know whose it is and when it was. */
    public VisitOutcome visit(EhrAccess access, String encounterId) {
        if (!isId(encounterId)) {
            return new VisitOutcome.Unknown();
        }
        if (!access.mayRead().test("Encounter")) {
            return new VisitOutcome.NotPermitted();
        }
        EhrOrigin origin = new EhrOrigin(access.fhirBase());
        Deadline deadline = Deadline.in(limits.perRequest());
        Requests requests = new Requests(fhir, door, origin, access.bearer().get(), limits, deadline);
        return switch (requests.read(Encounter.class, encounterId)) {
            case Answer.Arrived arrived -> visit(arrived.resource(), origin, encounterId);
            case Answer.Absent ignored -> new VisitOutcome.Unknown();
            case Answer.Refused ignored -> new VisitOutcome.NotPermitted();
            case Answer.Broken broken -> new VisitOutcome.EhrUnavailable(broken.reason());
        };
    }

    private static VisitOutcome visit(Resource answered, EhrOrigin origin, String encounterId) {
        if (!(answered instanceof Encounter encounter)
                || !encounterId.equals(encounter.getIdElement().getIdPart())) {
            return new VisitOutcome.EhrUnavailable("unreadable-answer");
        }
        return VisitReader.read(encounter, origin.base().toString())
                .<VisitOutcome>map(VisitOutcome.Read::new)
                .orElseGet(VisitOutcome.Unknown::new);
    }

    /**
     * Reads a chart. Returns shortly after the deadline at the latest, with what was there by then.
     *
     * @param patientId the logical id of the Patient
     * @param asOf the moment that counts as "now" for this chart
     */
    public ReadOutcome read(EhrAccess access, String patientId, ClinicalTime asOf) {
        if (!isId(patientId)) {
            return new ReadOutcome.UnknownPatient();
        }
        if (!access.mayRead().test("Patient")) {
            return new ReadOutcome.NotPermitted();
        }
        EhrOrigin origin = new EhrOrigin(access.fhirBase());
        Deadline deadline = Deadline.in(limits.deadline());
        Requests requests = new Requests(fhir, door, origin, access.bearer().get(), limits, deadline);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Answer answer = Waiting.until(deadline, threads.submit(() -> requests.patient(patientId)))
                    .orElseGet(() -> new Answer.Broken("timeout"));
            return switch (answer) {
                case Answer.Arrived arrived -> {
                    if (!(arrived.resource() instanceof Patient patient) || !isCalled(patient, patientId)) {
                        yield new ReadOutcome.EhrUnavailable("unreadable-answer");
                    }
                    ParallelSearches searches = new ParallelSearches(threads, limits.parallel(), deadline);
                    yield read(
                            patient,
                            searches.run(plan, access.mayRead(), new Compartment(origin, patientId), requests),
                            asOf);
                }
                case Answer.Absent absent -> new ReadOutcome.UnknownPatient();
                case Answer.Refused refused -> new ReadOutcome.NotPermitted();
                case Answer.Broken broken -> new ReadOutcome.EhrUnavailable(broken.reason());
            };
        } finally {
            threads.shutdownNow();
        }
    }

    /** Whether a text can be the logical id of a resource; one made of dots would be a path. */
    public static boolean isId(String text) {
        return FHIR_ID.matcher(text).matches() && !text.chars().allMatch(character -> character == '.');
    }

    /** An EHR that answers with somebody else is not believed. */
    private static boolean isCalled(Patient patient, String id) {
        return id.equals(patient.getIdElement().getIdPart());
    }

    private ReadOutcome read(Patient patient, List<ParallelSearches.Result> results, ClinicalTime asOf) {
        List<Coverage.Entry> coverage = new ArrayList<>();
        coverage.add(new Coverage.Entry("Patient", "this patient", new Outcome.Found(1, 0)));
        List<Resource> resources = new ArrayList<>();
        for (ParallelSearches.Result result : results) {
            coverage.add(result.entry());
            resources.addAll(result.resources());
        }
        plan.notAsked()
                .forEach(left -> coverage.add(
                        new Coverage.Entry(left.type(), left.asked(), new Outcome.NotAsked(left.reason()))));
        Chart chart = ChartAssembly.of(patient, resources, new Coverage(coverage), asOf);
        return new ReadOutcome.Read(
                chart, Stream.concat(Stream.of(patient), resources.stream()).toList());
    }

    /** Closes the pool of connections. */
    @Override
    public void close() throws IOException {
        door.close();
    }
}
