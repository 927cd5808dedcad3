package org.anamnesis.fetch;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.exchange.Deadline;
import org.anamnesis.exchange.EhrDoor;
import org.anamnesis.exchange.EhrOrigin;
import org.anamnesis.fetch.KnownEhrs.Known;
import org.anamnesis.reading.VisitReader;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads one patient's chart from an EHR, within fixed limits.
 *
 * <p>The patient comes first; without a patient there is no chart. Then the searches of the EHR's plan, fitted to what the EHR
 * says it can, run side by side, each with an outcome of its own: what fails, is refused or is cut off stands in the coverage,
 * and the rest goes on. One instance serves all charts and all EHRs; it keeps a pool of connections until it is closed.
 */
public final class ChartReader implements AutoCloseable {

    private static final Pattern FHIR_ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    /** Longer no chart waits for what its EHR says it can. */
    private static final Duration PATIENCE_FOR_CAPABILITY = Duration.ofSeconds(3);

    private final FhirContext fhir;
    private final SearchPlans plans;
    private final ReadLimits limits;
    private final EhrDoor door;
    private final KnownEhrs known = new KnownEhrs(Ticker.systemTicker());

    /**
     * A reader with its own pool of connections.
     *
     * @param fhir an R4 context for this reader alone: its client factory and parser errors become the reader's
     */
    public ChartReader(FhirContext fhir, SearchPlans plans, ReadLimits limits) {
        this.fhir = fhir;
        this.plans = plans;
        this.limits = limits;
        this.door = new EhrDoor(fhir, limits.perRequest());
    }

    /** A chart from wherever it is to come. */
    public ReadOutcome read(ChartSource source, String patientId, ClinicalTime asOf) {
        return read(source, patientId, asOf, new Journal(), ReadingProgress.NONE);
    }

    /** The same, told how far it is while it reads. */
    public ReadOutcome read(ChartSource source, String patientId, ClinicalTime asOf, ReadingProgress progress) {
        return read(source, patientId, asOf, new Journal(), progress);
    }

    /** The same; each request for it is noted. */
    public ReadOutcome read(
            ChartSource source, String patientId, ClinicalTime asOf, Journal journal, ReadingProgress progress) {
        return switch (source) {
            case ChartSource.FromEhr ehr -> read(ehr.access(), patientId, asOf, journal, progress);
            case ChartSource.Given given -> given(given, patientId, asOf);
        };
    }

    private static ReadOutcome given(ChartSource.Given given, String patientId, ClinicalTime asOf) {
        return given.chart().patient().equals(patientId)
                ? new ReadOutcome.Read(
                        given.chart().chart(asOf),
                        given.chart().resources(),
                        given.chart().attachments())
                : new ReadOutcome.UnknownPatient();
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
        ChartToken token = new ChartToken(access, deadline);
        Requests requests = new Requests(fhir, door, origin, token, limits, deadline);
        return switch (token.unlessEnded(requests.read(Encounter.class, encounterId))) {
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
        return read(access, patientId, asOf, new Journal(), ReadingProgress.NONE);
    }

    private ReadOutcome read(
            EhrAccess access, String patientId, ClinicalTime asOf, Journal journal, ReadingProgress progress) {
        if (!isId(patientId)) {
            return new ReadOutcome.UnknownPatient();
        }
        if (!access.mayRead().test("Patient")) {
            return new ReadOutcome.NotPermitted();
        }
        EhrOrigin origin = new EhrOrigin(access.fhirBase());
        SearchPlan planned = plans.of(access.fhirBase());
        ReadLimits bounds = planned.bearing().of(limits);
        Deadline deadline = Deadline.in(bounds.deadline());
        ChartToken token = new ChartToken(access, deadline);
        Requests requests = new Requests(fhir, door, origin, Optional.of(token), bounds, deadline, journal);
        try (Lanes lanes = new Lanes(bounds.parallel(), deadline)) {
            Future<Answer> asked = lanes.submit(() -> requests.patient(patientId));
            CompletableFuture<Known> ehr = known(access.fhirBase());
            Answer answer = lanes.await(asked).orElseGet(() -> new Answer.Broken("timeout"));
            return token.unlessEnded(
                    switch (answer) {
                        case Answer.Arrived arrived -> {
                            if (!(arrived.resource() instanceof Patient patient) || !isCalled(patient, patientId)) {
                                yield new ReadOutcome.EhrUnavailable("unreadable-answer");
                            }
                            Known knows = Waiting.until(deadline.orSooner(PATIENCE_FOR_CAPABILITY), ehr.copy())
                                    .orElseGet(Known::untold);
                            Compartment compartment = new Compartment(origin, patientId);
                            ChartReading reading =
                                    new ChartReading(fhir, bounds, compartment, requests, lanes, progress);
                            SearchPlan plan = Fitting.fit(
                                    planned, knows.capability(), include -> mayInclude(include, access.mayRead()));
                            yield reading.read(patient, plan, knows.experience(), access.mayRead(), asOf);
                        }
                        case Answer.Absent absent -> new ReadOutcome.UnknownPatient();
                        case Answer.Refused refused -> new ReadOutcome.NotPermitted();
                        case Answer.Broken broken -> new ReadOutcome.EhrUnavailable(broken.reason());
                    });
        }
    }

    /** Whether the scopes cover the types that an include such as {@code Encounter:location} brings. */
    private boolean mayInclude(String include, Predicate<String> mayRead) {
        String[] parts = include.split(":", 2);
        RuntimeSearchParam parameter = fhir.getResourceDefinition(parts[0]).getSearchParam(parts[1]);
        return parameter != null && parameter.getTargets().stream().allMatch(mayRead);
    }

    /** Asks an EHR what it can before the first chart is read, so that no chart waits for it; returns at once. */
    public void getToKnow(URI fhirBase) {
        known(fhirBase);
    }

    private CompletableFuture<Known> known(URI fhirBase) {
        return known.of(
                fhirBase,
                () -> Requests.withoutToken(fhir, door, new EhrOrigin(fhirBase), limits)
                        .capabilities());
    }

    /** Whether a text can be the logical id of a resource; one made of dots would be a path. */
    public static boolean isId(String text) {
        return FHIR_ID.matcher(text).matches() && !text.chars().allMatch(character -> character == '.');
    }

    /** An EHR that answers with somebody else is not believed. */
    private static boolean isCalled(Patient patient, String id) {
        return id.equals(patient.getIdElement().getIdPart());
    }

    /** Closes the pool of connections. */
    @Override
    public void close() throws IOException {
        door.close();
    }
}
