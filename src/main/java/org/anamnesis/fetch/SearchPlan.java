package org.anamnesis.fetch;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to ask an EHR for one patient's chart, as data: written in a file ({@link SearchPlanFile}), fitted to what the EHR
 * says it can ({@link Fitting}), and carried out within {@link ReadLimits}.
 *
 * <p>The shipped plan asks for the newest so many instead of a time window: a chart of long ago has no recent window.
 *
 * @param title for which EHRs it is meant, in words
 * @param understood what this EHR makes of the parameters that shape an answer
 * @param searches in the order of the coverage
 * @param notAsked left out on purpose
 * @param bearing what this EHR bears of requests, where the plan says so
 */
public record SearchPlan(
        String title, Understood understood, List<Search> searches, List<NotAsked> notAsked, Bearing bearing) {

    /** US Core and plain R4 servers. */
    public static final SearchPlan DEFAULT = SearchPlanFile.shipped();

    /** The little that a ward list needs of each patient. */
    public static final SearchPlan WARD = SearchPlanFile.shippedForWards();

    public SearchPlan {
        searches = List.copyOf(searches);
        notAsked = List.copyOf(notAsked);
    }

    /** The resource types it asks for. */
    public Set<String> types() {
        return searches.stream().map(Search::type).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What an EHR bears; what is not said is as usual.
     *
     * @param deadline for all requests of one chart together
     * @param parallel how many requests run at a time for one chart
     * @param files how many files of notes are fetched, the newest
     */
    public record Bearing(Optional<Duration> deadline, Optional<Integer> parallel, Optional<Integer> files) {

        /** As every other EHR. */
        public static final Bearing USUAL = new Bearing(Optional.empty(), Optional.empty(), Optional.empty());

        ReadLimits of(ReadLimits usual) {
            return new ReadLimits(
                    deadline.orElse(usual.deadline()),
                    usual.perRequest(),
                    parallel.orElse(usual.parallel()),
                    usual.answer(),
                    files.map(usual.files()::first).orElse(usual.files()));
        }
    }

    /**
     * What an EHR makes of the parameters that shape an answer and of batches. Where one is not understood, the search goes
     * without it.
     *
     * @param batch several searches in one request
     * @param count {@code _count}
     * @param sort {@code _sort}; without it nothing is the newest
     * @param total {@code _total} and {@code _summary=count}; without them nothing tells that all was read
     * @param include {@code _include}
     */
    public record Understood(boolean batch, boolean count, boolean sort, boolean total, boolean include) {

        /** All of it, until the EHR says otherwise. */
        public static final Understood ALL = new Understood(true, true, true, true, true);

        /** What is left for an EHR that refused a search: the search alone, in pages. */
        Understood plain() {
            return new Understood(batch, count, false, false, false);
        }
    }

    /**
     * One typed search.
     *
     * @param type the resource type
     * @param patientBy the search parameter that names the patient
     * @param part which part of the type
     * @param order all of it, or the newest
     * @param includes what comes along, as in {@code _include}
     * @param bounds more is not read
     * @param batch the name of the batch it is asked in; empty for a request of its own
     */
    public record Search(
            String type,
            String patientBy,
            Part part,
            Order order,
            List<String> includes,
            Bounds bounds,
            Optional<String> batch) {

        public Search {
            includes = List.copyOf(includes);
        }

        /** All of a type, up to so many. */
        public static Search all(String type, Bounds bounds) {
            return new Search(type, "patient", Part.WHOLE, new Order.All(), List.of(), bounds, Optional.empty());
        }

        Search with(Part other) {
            return new Search(type, patientBy, other, order, includes, bounds, batch);
        }

        Search with(Bounds others) {
            return new Search(type, patientBy, part, order, includes, others, batch);
        }

        /** Which search of the plan it is. */
        String key() {
            return type + "/" + part.name();
        }
    }

    /** Which ones are wanted where there are more than the search reads. */
    public sealed interface Order {

        /** All; the bound is for the worst. */
        record All() implements Order {}

        /** @param by the search parameter whose newest come first */
        record Newest(String by) implements Order {}

        /** The newest, of an EHR that cannot sort them: any. */
        record Unsorted() implements Order {}
    }

    /**
     * A part of what an EHR holds of a type.
     *
     * @param name in words, e.g. {@code laboratory}; empty for the whole type
     * @param where conditions, e.g. {@code category=laboratory}
     * @param except conditions of what other searches of the plan read; left out where the EHR cannot except them
     * @param within so long before the chart's "now"; empty for all times
     */
    public record Part(String name, List<String> where, List<String> except, Optional<Period> within) {

        /** All of the type. */
        public static final Part WHOLE = new Part("", List.of(), List.of(), Optional.empty());

        public Part {
            where = List.copyOf(where);
            except = List.copyOf(except);
        }
    }

    /**
     * @param resources more are not read
     * @param pageSize the {@code _count} asked for
     * @param pages more are not followed
     */
    public record Bounds(int resources, int pageSize, int pages) {

        public Bounds {
            if (resources < 1 || pageSize < 1 || pages < 1) {
                throw new IllegalArgumentException("a search reads something");
            }
        }

        Bounds plus(Bounds other) {
            return new Bounds(
                    resources + other.resources, Math.max(pageSize, other.pageSize), Math.max(pages, other.pages));
        }
    }

    /**
     * What the plan leaves out.
     *
     * @param type the resource type
     * @param asked what would have been asked
     * @param reason a stable word
     */
    public record NotAsked(String type, String asked, String reason) {}
}
