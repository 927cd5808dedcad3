package org.anamnesis.smart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scopes of a token or of a request.
 *
 * @param resources the clinical ones
 * @param others all the rest as written, e.g. {@code openid}, {@code launch/patient}, and what nobody understands
 */
public record Scopes(Set<ResourceScope> resources, Set<String> others) {

    /** No scope at all. */
    public static final Scopes NONE = new Scopes(Set.of(), Set.of());

    public Scopes {
        resources = Collections.unmodifiableSet(new LinkedHashSet<>(resources));
        others = Collections.unmodifiableSet(new TreeSet<>(others));
    }

    /** Reads scopes separated by blanks, as in a token's {@code scope}. */
    public static Scopes parse(String text) {
        return of(Stream.of(text.split(" ")).filter(one -> !one.isEmpty()).toList());
    }

    /** Reads scopes one by one. */
    public static Scopes of(Collection<String> texts) {
        Set<ResourceScope> resources = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (String text : texts) {
            Optional<ResourceScope> scope = ResourceScope.parse(text);
            scope.ifPresentOrElse(resources::add, () -> others.add(text));
        }
        return new Scopes(resources, others);
    }

    /** Whether these together allow all that the scope does; two that allow half each do. */
    public boolean covers(ResourceScope required) {
        return lacking(required).isEmpty();
    }

    /** Whether some context allows this on a resource type, the query of a narrowed scope left aside. */
    public boolean mayRead(String type) {
        return resources.stream()
                .filter(scope -> scope.type().equals(type) || scope.type().equals("*"))
                .anyMatch(scope -> scope.interactions().contains(Interaction.READ)
                        || scope.interactions().contains(Interaction.SEARCH));
    }

    /** What of the required scopes is not covered, each with just the interactions that lack; empty if all is. */
    public List<ResourceScope> missing(ResourceScope... required) {
        List<ResourceScope> missing = new ArrayList<>();
        for (ResourceScope one : required) {
            Set<Interaction> lacking = lacking(one);
            if (!lacking.isEmpty()) {
                missing.add(one.with(lacking));
            }
        }
        return missing;
    }

    /** What of the required scopes is not covered, see {@link #missing(ResourceScope...)}. */
    public List<ResourceScope> missing(Scopes required) {
        return missing(required.resources.toArray(ResourceScope[]::new));
    }

    /** Only the clinical scopes that pass, and all others. */
    public Scopes only(Predicate<ResourceScope> passes) {
        return new Scopes(resources.stream().filter(passes).collect(Collectors.toSet()), others);
    }

    /** Only the scopes that reach more than one patient; those of the {@code user/} context for practitioners alone. */
    public Scopes ofMany(boolean practitioner) {
        return only(scope -> switch (scope.context()) {
            case PATIENT -> false;
            case USER -> practitioner;
            case SYSTEM -> true;
        });
    }

    /** What both hold: the least of what was asked for and what was granted. */
    public Scopes within(Scopes asked) {
        Set<ResourceScope> resourcesWithin = resources.stream()
                .flatMap(granted -> asked.resources.stream().flatMap(one -> meet(granted, one).stream()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> othersWithin = new TreeSet<>(others);
        othersWithin.retainAll(asked.others);
        return new Scopes(resourcesWithin, othersWithin);
    }

    private static Optional<ResourceScope> meet(ResourceScope granted, ResourceScope asked) {
        EnumSet<Interaction> both = EnumSet.copyOf(granted.interactions());
        both.retainAll(asked.interactions());
        if (both.isEmpty()) {
            return Optional.empty();
        }
        if (asked.coversButInteractions(granted)) {
            return Optional.of(granted.with(both));
        }
        return granted.coversButInteractions(asked) ? Optional.of(asked.with(both)) : Optional.empty();
    }

    private Set<Interaction> lacking(ResourceScope required) {
        Set<Interaction> lacking = EnumSet.copyOf(required.interactions());
        for (ResourceScope granted : resources) {
            if (granted.coversButInteractions(required)) {
                lacking.removeAll(granted.interactions());
            }
        }
        return lacking;
    }

    /** Separated by blanks, as in a request. */
    @Override
    public String toString() {
        return Stream.concat(resources.stream().map(ResourceScope::toString), others.stream())
                .collect(Collectors.joining(" "));
    }
}
