package org.anamnesis.fetch;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.anamnesis.chart.Coverage.Outcome;

/**
 * The searches of a plan, side by side, those of one batch in one request. At the deadline the rest is given up, and what its
 * first pages brought is kept.
 */
final class ParallelSearches {

    private final Lanes lanes;
    private final Requests requests;
    private final Experience experience;
    private final Map<PagedSearch, Outcome> outcomes = new IdentityHashMap<>();
    private final List<Job> jobs = new ArrayList<>();
    private final ReadingProgress progress;
    private final AtomicInteger resources = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private int planned;

    ParallelSearches(Lanes lanes, Requests requests, Experience experience, ReadingProgress progress) {
        this.progress = progress;
        this.lanes = lanes;
        this.requests = requests;
        this.experience = experience;
    }

    /** A search, and whether it may be sent and with which others. */
    record Planned(PagedSearch search, boolean permitted, String batch) {}

    /** What came of each search, in their order; what is not permitted is not sent. */
    List<SearchResult> run(List<Planned> plan) {
        Map<String, List<PagedSearch>> batches = new LinkedHashMap<>();
        for (Planned planned : plan) {
            if (!planned.permitted()) {
                outcomes.put(planned.search(), new Outcome.NotPermitted());
            } else if (!planned.batch().isEmpty()) {
                batches.computeIfAbsent(planned.batch(), name -> new ArrayList<>())
                        .add(planned.search());
            }
        }
        planned = (int) plan.stream().filter(Planned::permitted).count();
        // The batches first: they take longest.
        batches.values().forEach(this::start);
        plan.stream()
                .filter(planned -> planned.permitted() && planned.batch().isEmpty())
                .forEach(planned -> start(List.of(planned.search())));
        jobs.forEach(this::await);
        return plan.stream()
                .map(Planned::search)
                .map(search -> new SearchResult(search, Objects.requireNonNull(outcomes.get(search))))
                .toList();
    }

    /** Searches that are worked off together, and their outcomes in the same order. */
    private record Job(List<PagedSearch> searches, Future<List<Outcome>> outcomes) {}

    private void start(List<PagedSearch> searches) {
        BatchedSearches together = new BatchedSearches(searches, requests, experience);
        jobs.add(new Job(searches, lanes.submit(() -> {
            List<Outcome> came = together.run();
            int brought = came.stream().mapToInt(Outcome::read).sum();
            progress.searched(done.addAndGet(searches.size()), planned, resources.addAndGet(brought));
            return came;
        })));
    }

    private void await(Job job) {
        List<Outcome> came = lanes.await(job.outcomes())
                .orElseGet(() -> job.searches().stream().map(PagedSearch::late).toList());
        for (int index = 0; index < came.size(); index++) {
            outcomes.put(job.searches().get(index), came.get(index));
        }
    }
}
