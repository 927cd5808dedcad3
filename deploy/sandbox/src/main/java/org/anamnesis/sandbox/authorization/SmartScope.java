package org.anamnesis.sandbox.authorization;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One resource scope of SMART App Launch 2.2, e.g. {@code patient/Observation.rs}. Scopes restricted by a search
 * ({@code ?category=...}) are not understood by this server and therefore never granted.
 *
 * @param context whose records
 * @param type the resource type, or {@code *}
 * @param permissions at least one
 */
public record SmartScope(Context context, String type, Set<Permission> permissions) {

    private static final Pattern FORM = Pattern.compile("(patient|user|system)/([A-Z][A-Za-z]+|\\*)\\.(c?r?u?d?s?)");
    private static final String ANY_TYPE = "*";

    /** Whose records a scope opens. */
    public enum Context {
        /** The patient in context only. */
        PATIENT,
        /** What the user may see. */
        USER,
        /** What the client itself may see. */
        SYSTEM
    }

    /** Keeps its own copy of the permissions. */
    public SmartScope {
        permissions = Set.copyOf(permissions);
    }

    /** The scope so written; empty where it is none of a resource. */
    public static Optional<SmartScope> of(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches() || matcher.group(3).isEmpty()) {
            return Optional.empty();
        }
        var permissions = EnumSet.noneOf(Permission.class);
        matcher.group(3).chars().forEach(letter -> Permission.of((char) letter).ifPresent(permissions::add));
        return Optional.of(new SmartScope(
                Context.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)), matcher.group(2), permissions));
    }

    /** Whether this scope gives everything the other does. */
    public boolean covers(SmartScope other) {
        return context == other.context
                && (isForAnyType() || type.equals(other.type))
                && permissions.containsAll(other.permissions);
    }

    /** Whether this scope is about every type. */
    public boolean isForAnyType() {
        return type.equals(ANY_TYPE);
    }

    /** Whether this scope is about a type of resource. */
    public boolean concerns(String resourceType) {
        return isForAnyType() || type.equals(resourceType);
    }
}
