package org.anamnesis.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Coverage.Outcome;
import org.anamnesis.exchange.Deadline;
import org.hl7.fhir.r4.model.Resource;

/**
 * The searches of a plan, side by side, a few at a time, all under one deadline. At the deadline the rest is given up,
 * and what its first pages brought is kept.
 */
final class ParallelSearches {

    private final ExecutorService threads;
    private final Semaphore slots;
    private final Deadline deadline;

    ParallelSearches(ExecutorService threads, int parallel, Deadline deadline) {
        this.threads = threads;
        this.slots = new Semaphore(parallel);
        this.deadline = deadline;
    }

    /** What one search brought. */
    record Result(Coverage.Entry entry, List<Resource> resources) {}

    /** What the scopes do not cover is not sent. */
    List<Result> run(SearchPlan plan, Predicate<String> mayRead, Compartment compartment, Requests requests) {
        List<Job> jobs = new ArrayList<>();
        for (SearchPlan.Search search : plan.alone()) {
            Pending pending = Pending.of(search, compartment, requests);
            jobs.add(
                    mayRead.test(search.type())
                            ? new Job(
                                    List.of(pending),
                                    inTurn(() -> List.of(pending.paged().run())))
                            : Job.notPermitted(List.of(pending)));
        }
        List<Pending> permitted = new ArrayList<>();
        List<Pending> notPermitted = new ArrayList<>();
        for (SearchPlan.Search search : plan.together()) {
            (mayRead.test(search.type()) ? permitted : notPermitted).add(Pending.of(search, compartment, requests));
        }
        BatchedSearches batch =
                new BatchedSearches(permitted.stream().map(Pending::paged).toList(), requests);
        jobs.add(new Job(permitted, inTurn(batch::run)));
        jobs.add(Job.notPermitted(notPermitted));
        return jobs.stream().flatMap(job -> await(job).stream()).toList();
    }

    private record Pending(SearchPlan.Search search, Gathered gathered, PagedSearch paged) {

        static Pending of(SearchPlan.Search search, Compartment compartment, Requests requests) {
            Gathered gathered = new Gathered(search.type(), search.maxResources(), compartment);
            return new Pending(search, gathered, new PagedSearch(search, compartment, requests, gathered));
        }

        Outcome late() {
            return new Outcome.Failed("timeout", gathered.read());
        }

        Result result(Outcome outcome) {
            return new Result(new Coverage.Entry(search.type(), search.asked(), outcome), gathered.resources());
        }
    }

    /** Searches that are worked off together, and their outcomes in the same order. */
    private record Job(List<Pending> searches, Future<List<Outcome>> outcomes) {

        static Job notPermitted(List<Pending> searches) {
            List<Outcome> outcomes = searches.stream()
                    .<Outcome>map(search -> new Outcome.NotPermitted())
                    .toList();
            return new Job(searches, CompletableFuture.completedFuture(outcomes));
        }
    }

    private Future<List<Outcome>> inTurn(Callable<List<Outcome>> work) {
        return threads.submit(() -> {
            slots.acquire();
            try {
                return work.call();
            } finally {
                slots.release();
            }
        });
    }

    private List<Result> await(Job job) {
        List<Outcome> outcomes = Waiting.until(deadline, job.outcomes())
                .orElseGet(() -> job.searches().stream().map(Pending::late).toList());
        List<Result> results = new ArrayList<>(outcomes.size());
        for (int index = 0; index < outcomes.size(); index++) {
            results.add(job.searches().get(index).result(outcomes.get(index)));
        }
        return results;
    }
}
