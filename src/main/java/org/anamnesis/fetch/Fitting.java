package org.anamnesis.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.anamnesis.fetch.SearchPlan.Bounds;
import org.anamnesis.fetch.SearchPlan.NotAsked;
import org.anamnesis.fetch.SearchPlan.Order;
import org.anamnesis.fetch.SearchPlan.Part;
import org.anamnesis.fetch.SearchPlan.Search;
import org.anamnesis.fetch.SearchPlan.Understood;

/**
 * Fits a plan to what an EHR says it can: what it cannot search is not asked and said so, what it cannot sort has no newest,
 * and where it cannot tell the parts of a type apart, the type is asked for once and as a whole.
 */
final class Fitting {

    private static final String UNSUPPORTED = "unsupported";

    /** Other parameters that name the patient, best first (FHIR R4: subject of most, actor of an Appointment). */
    private static final List<String> PATIENT_BY = List.of("patient", "subject", "actor");

    private final Capability capability;
    private final Predicate<String> mayInclude;
    private final List<Search> searches = new ArrayList<>();
    private final List<NotAsked> notAsked = new ArrayList<>();

    private Fitting(Capability capability, Predicate<String> mayInclude) {
        this.capability = capability;
        this.mayInclude = mayInclude;
    }

    /** @param mayInclude whether the granted scopes cover what an include brings; for one they do not, a whole search is refused */
    static SearchPlan fit(SearchPlan plan, Capability capability, Predicate<String> mayInclude) {
        Fitting fitting = new Fitting(capability, mayInclude);
        plan.searches().forEach(fitting::take);
        Understood planned = plan.understood();
        Understood understood = new Understood(
                planned.batch() && capability.batch().orElse(true),
                planned.count() && capability.shapes("_count"),
                planned.sort() && capability.shapes("_sort"),
                planned.total() && (capability.shapes("_total") || capability.shapes("_summary")),
                planned.include() && capability.shapes("_include"));
        return new SearchPlan(
                plan.title(),
                understood,
                fitting.searches,
                Stream.concat(fitting.notAsked.stream(), plan.notAsked().stream())
                        .toList(),
                plan.bearing());
    }

    private void take(Search search) {
        String type = search.type();
        Optional<String> patientBy = Stream.concat(Stream.of(search.patientBy()), PATIENT_BY.stream())
                .filter(parameter -> capability.knows(type, parameter))
                .findFirst();
        if (!capability.searches(type) || patientBy.isEmpty()) {
            notAsked.add(new NotAsked(type, Wording.asked(search), UNSUPPORTED));
            return;
        }
        Optional<String> by =
                search.order() instanceof Order.Newest newest ? Optional.of(newest.by()) : Optional.empty();
        boolean sorts = by.stream().allMatch(parameter -> capability.knows(type, parameter));
        Part part = search.part();
        Search fitted = new Search(
                type,
                patientBy.get(),
                new Part(part.name(), part.where(), part.except(), part.within().filter(period -> sorts)),
                sorts ? search.order() : new Order.Unsorted(),
                search.includes().stream()
                        .filter(include -> capability.includes(type, include) && mayInclude.test(include))
                        .toList(),
                search.bounds(),
                search.batch());
        if (isPart(search, search.part().where())
                || isPart(search, search.part().except())) {
            takeWhole(fitted);
        } else {
            searches.add(fitted);
        }
    }

    /** Whether a condition makes it a part that this EHR cannot tell from the rest. */
    private boolean isPart(Search search, List<String> conditions) {
        return conditions.stream()
                .map(condition -> condition.split("[:=.]", 2)[0])
                .anyMatch(parameter -> !capability.knows(search.type(), parameter));
    }

    /** One search for the whole type in the place of all its parts, with their bounds together. */
    private void takeWhole(Search part) {
        for (int i = 0; i < searches.size(); i++) {
            Search before = searches.get(i);
            if (before.type().equals(part.type()) && before.part().where().isEmpty()) {
                Bounds together = before.bounds().plus(part.bounds());
                searches.set(i, before.with(together));
                return;
            }
        }
        searches.add(part.with(new Part("", List.of(), List.of(), part.part().within())));
    }
}
