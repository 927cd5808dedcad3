package org.anamnesis.sandbox.authorization;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The scopes of a request, a client or a token.
 *
 * @param names as written
 */
public record Scopes(Set<String> names) {

    /** Context from an EHR launch. */
    public static final String LAUNCH = "launch";

    /** A patient to be chosen at authorization (standalone launch). */
    public static final String LAUNCH_PATIENT = "launch/patient";

    /** Who the user is. */
    public static final String FHIR_USER = "fhirUser";

    /** A refresh token for as long as the user is there. */
    public static final String ONLINE_ACCESS = "online_access";

    /** A refresh token for longer. */
    public static final String OFFLINE_ACCESS = "offline_access";

    /** Keeps its own copy, in the order given. */
    public Scopes {
        names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    /** Scopes separated by spaces, as in requests and tokens. */
    public static Scopes of(String text) {
        return new Scopes(new LinkedHashSet<>(List.of(text.strip().split("\\s+"))));
    }

    /** Scopes given one by one. */
    public static Scopes of(Collection<String> names) {
        return new Scopes(new LinkedHashSet<>(names));
    }

    /** Whether a scope was given in just these words. */
    public boolean has(String name) {
        return names.contains(name);
    }

    /** The scopes about resources. */
    public List<SmartScope> resourceScopes() {
        return names.stream().map(SmartScope::of).flatMap(Optional::stream).toList();
    }

    /** Whether these scopes give a requested one: by the same words, or by a resource scope at least as wide. */
    public boolean cover(String requested) {
        return has(requested)
                || SmartScope.of(requested)
                        .map(asked -> resourceScopes().stream().anyMatch(held -> held.covers(asked)))
                        .orElse(false);
    }

    /** Whether some scope permits an act on a type of resource, for any context. */
    public boolean permit(String resourceType, Permission permission) {
        return resourceScopes().stream()
                .anyMatch(scope ->
                        scope.concerns(resourceType) && scope.permissions().contains(permission));
    }

    /** Separated by spaces. */
    public String text() {
        return String.join(" ", names);
    }
}
