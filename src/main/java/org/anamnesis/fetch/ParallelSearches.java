package org.anamnesis.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Coverage.Outcome;
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

    List<Result> run(
            List<SearchPlan.Search> searches, Predicate<String> mayRead, Compartment compartment, Requests requests) {
        List<Running> running = new ArrayList<>(searches.size());
        for (SearchPlan.Search search : searches) {
            Gathered gathered = new Gathered(search.type(), search.maxResources(), compartment);
            PagedSearch paged = new PagedSearch(search, compartment, requests, gathered);
            running.add(new Running(
                    search,
                    gathered,
                    threads.submit(() -> mayRead.test(search.type()) ? inTurn(paged) : new Outcome.NotPermitted())));
        }
        return running.stream().map(this::await).toList();
    }

    private record Running(SearchPlan.Search search, Gathered gathered, Future<Outcome> outcome) {}

    private Outcome inTurn(PagedSearch search) throws InterruptedException {
        slots.acquire();
        try {
            return search.run();
        } finally {
            slots.release();
        }
    }

    private Result await(Running running) {
        Outcome outcome = Waiting.until(deadline, running.outcome())
                .orElseGet(
                        () -> new Outcome.Failed("timeout", running.gathered().read()));
        SearchPlan.Search search = running.search();
        return new Result(
                new Coverage.Entry(search.type(), search.asked(), outcome),
                running.gathered().resources());
    }
}
