package org.anamnesis.benchmark;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.digest.Digester;
import org.anamnesis.fetch.ChartReader;
import org.anamnesis.fetch.EhrAccess;
import org.anamnesis.fetch.ReadLimits;
import org.anamnesis.fetch.ReadOutcome;
import org.anamnesis.fetch.SearchPlans;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;

/** One patient's chart by three ways, side by side in one run: our reader, {@code $everything}, {@code $summary}. */
final class Side {

    private static final int WARM_RUNS = 5;
    private static final ClinicalTime AS_OF = ClinicalTime.day(LocalDate.of(2025, 1, 1));

    private final SandboxEhr ehr;
    private final String patient;
    private final FhirContext fhir = FhirContext.forR4();
    private final HttpClient http = HttpClient.newHttpClient();

    private Side(SandboxEhr ehr, String patient) {
        this.ehr = ehr;
        this.patient = patient;
    }

    /**
     * One way, once.
     *
     * @param way which
     * @param state first or warm
     * @param resources how many were read
     * @param requests how many requests, by the EHR's own record
     * @param bytes how many bytes the EHR sent, packed
     * @param seconds from the first request to facts and digest, or to the parsed resources
     * @param ehrSeconds the processor time the EHR used meanwhile
     */
    record Run(String way, String state, int resources, int requests, long bytes, double seconds, double ehrSeconds) {}

    /** All runs, and the coverage that our reader gave. */
    record Measured(List<Run> runs, Coverage coverage) {}

    static Measured bySide(SandboxEhr ehr) throws IOException {
        Side side = new Side(ehr, biggestPatient(ehr));
        List<Run> runs = new ArrayList<>();
        Coverage coverage;
        // Our reader goes first: it is the one that meets an EHR that has just started.
        try (ChartReader reader = new ChartReader(FhirContext.forR4(), SearchPlans.SHIPPED, ReadLimits.DEFAULT)) {
            ReadOutcome.Read[] read = new ReadOutcome.Read[1];
            for (int run = 0; run <= WARM_RUNS; run++) {
                String token = ehr.token();
                runs.add(side.timed("this product", run, () -> {
                    read[0] = side.read(reader, token);
                    Digester.digest(read[0].chart(), Digester.DEFAULT_BUDGET_TOKENS);
                    return read[0].resources().size();
                }));
            }
            coverage = read[0].chart().coverage();
        }
        for (String operation : List.of("$everything?_count=1000", "$summary")) {
            for (int run = 0; run <= 2; run++) {
                String token = ehr.token();
                runs.add(side.timed("`" + operation + "`", run, () -> side.pages(operation, token)));
            }
        }
        return new Measured(runs, coverage);
    }

    private interface Work {
        int run() throws IOException;
    }

    private Run timed(String way, int run, Work work) throws IOException {
        int before = ehr.requests().size();
        Duration processor = ehr.processorTime();
        long begin = System.nanoTime();
        int resources = work.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        double ehrSeconds = ehr.processorTime().minus(processor).toMillis() / 1e3;
        List<String> requests = ehr.requests();
        List<String> own = requests.subList(before, requests.size());
        long bytes = own.stream()
                .mapToLong(line -> Long.parseLong(line.split(" ")[1]))
                .sum();
        Run measured = new Run(way, run == 0 ? "first" : "warm", resources, own.size(), bytes, seconds, ehrSeconds);
        System.out.println(measured);
        return measured;
    }

    private ReadOutcome.Read read(ChartReader reader, String token) {
        ReadOutcome outcome = reader.read(new EhrAccess(ehr.fhir(), () -> token), patient, AS_OF);
        if (outcome instanceof ReadOutcome.Read read) {
            return read;
        }
        throw new IllegalStateException("the chart was not read: " + outcome);
    }

    /** Follows the pages of an operation, each parsed as it comes. */
    private int pages(String operation, String token) throws IOException {
        Optional<URI> next = Optional.of(URI.create(ehr.fhir() + "/Patient/" + patient + "/" + operation));
        int resources = 0;
        while (next.isPresent()) {
            Bundle page = get(next.get(), token);
            resources += page.getEntry().size();
            next = Optional.ofNullable(page.getLink(Bundle.LINK_NEXT))
                    .map(BundleLinkComponent::getUrl)
                    .map(URI::create);
        }
        return resources;
    }

    private Bundle get(URI address, String token) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/fhir+json")
                .header("Accept-Encoding", "gzip")
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            boolean packed =
                    answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
            InputStream body = new ByteArrayInputStream(answer.body());
            return fhir.newJsonParser().parseResource(Bundle.class, packed ? new GZIPInputStream(body) : body);
        } catch (InterruptedException givenUp) {
            throw new IOException(givenUp);
        }
    }

    /** The one patient there is besides what the sandbox's staff brings. */
    private static String biggestPatient(SandboxEhr ehr) throws IOException {
        Side side = new Side(ehr, "");
        Bundle patients = side.get(URI.create(ehr.fhir() + "/Patient?_count=1"), ehr.token());
        return patients.getEntryFirstRep().getResource().getIdPart();
    }
}
