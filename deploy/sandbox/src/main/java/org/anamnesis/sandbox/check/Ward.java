package org.anamnesis.sandbox.check;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anamnesis.sandbox.ehr.Ehr;

/** The ward's system: asks the product for summaries, and follows their citations into the EHR. */
final class Ward {

    private static final String READS_ALL = "system/*.rs";
    private static final int READERS = 4;

    private final Places places;
    private final Ehr ehr;
    private final Http http;
    private final Facade facade;

    Ward(Places places, Ehr ehr, Http http) {
        this.places = places;
        this.ehr = ehr;
        this.http = http;
        this.facade = new Facade(places.facade(), http);
    }

    /** A token for the facade, signed for with the ward's own key (private_key_jwt). */
    String token(String scopes) {
        return ehr.wardToken(scopes, places.facade());
    }

    Summary summarize(String patient, Map<String, String> codes) throws IOException, InterruptedException, Broken {
        return Summary.read(facade.summarize(patient, Optional.of(token(READS_ALL)), codes)
                .expect(200)
                .body());
    }

    /** Refuses a summary that shows an unsupported or uncited statement, or cites what the EHR does not have. */
    String judge(Summary summary) throws IOException, InterruptedException, Broken {
        List<Summary.Statement> shown = summary.shown();
        Broken.unless(shown.size() >= 5, "only " + shown.size() + " statements are shown");
        for (Summary.Statement statement : summary.statements()) {
            Broken.unless(
                    statement.shown() == statement.verdict().equals("supported"),
                    "a statement under " + statement.section() + " is " + statement.verdict() + " and "
                            + (statement.shown() ? "shown" : "withheld"));
        }
        Broken.unless(
                shown.stream().allMatch(statement -> statement.citations() > 0), "a shown statement cites nothing");
        coverage(summary);
        int followed = follow(summary);
        String whole = summary.complete() ? "" : ", called incomplete";
        return "%d statements shown, %d withheld, by %s%s, %d cited resources read from the EHR"
                .formatted(shown.size(), summary.withheld().size(), summary.composedBy(), whole, followed);
    }

    /** Nothing may have failed; a chart too large to be read whole is called incomplete, and no other one is. */
    private static void coverage(Summary summary) throws Broken {
        boolean allAnswered = summary.coverage().stream()
                .noneMatch(entry -> Set.of("failed", "not-permitted").contains(entry.outcome()));
        Broken.unless(allAnswered, "a search failed: " + outcomes(summary));
        boolean cutOff =
                summary.coverage().stream().anyMatch(entry -> entry.outcome().equals("cut-off"));
        Broken.unless(
                summary.complete() != cutOff,
                "called " + (summary.complete() ? "complete" : "incomplete") + ": " + outcomes(summary));
    }

    private static String outcomes(Summary summary) {
        return String.join(
                ", ",
                summary.coverage().stream()
                        .filter(entry -> !Set.of("found", "none-recorded").contains(entry.outcome()))
                        .map(entry -> entry.type() + " " + entry.outcome())
                        .toList());
    }

    /** Reads every cited resource from the EHR, a few at a time; gives how many. */
    private int follow(Summary summary) throws InterruptedException, Broken {
        Set<String> sources = new TreeSet<>();
        summary.statements().forEach(statement -> sources.addAll(statement.sources()));
        Broken.unless(!sources.isEmpty(), "no citation names its source");
        Optional<String> token = Optional.of(ehr.wardToken(READS_ALL, places.fhir()));
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            List<Callable<Integer>> reads = new ArrayList<>();
            for (String source : sources) {
                reads.add(() -> http.get(URI.create(places.fhir() + "/" + source), token)
                        .status());
            }
            int unread = 0;
            for (Future<Integer> status : readers.invokeAll(reads)) {
                unread += status.get() == 200 ? 0 : 1;
            }
            Broken.unless(unread == 0, unread + " of " + sources.size() + " citations lead nowhere in the EHR");
        } catch (ExecutionException e) {
            throw new Broken("a citation could not be followed");
        }
        return sources.size();
    }

    Facade facade() {
        return facade;
    }

    /** A resource or a search's answer from the EHR. */
    Http.Answer read(String path) throws IOException, InterruptedException {
        return http.get(URI.create(places.fhir() + "/" + path), Optional.of(ehr.wardToken(READS_ALL, places.fhir())));
    }
}
