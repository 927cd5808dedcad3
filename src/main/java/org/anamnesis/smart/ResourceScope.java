package org.anamnesis.smart;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One clinical scope, e.g. {@code patient/Observation.rs?category=laboratory} (SMART App Launch 2.2, "Scopes for
 * requesting FHIR Resources"; the older spelling {@code .read}, {@code .write}, {@code .*} is read too).
 *
 * @param context whose data it is about
 * @param type the resource type, or {@code *}
 * @param interactions what may be done, never empty
 * @param query the search parameters that narrow it, each {@code name=value} as written; empty where nothing does
 */
public record ResourceScope(Context context, String type, Set<Interaction> interactions, Set<String> query) {

    private static final Pattern FORM = Pattern.compile("(patient|user|system)/([A-Z][A-Za-z]{0,63}|\\*)"
            + "\\.(read|write|\\*|(?=[cruds])c?r?u?d?s?)(?:\\?([^?\\s]+))?");
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z_][\\w:.-]*=[^&=]+");
    private static final String URI_PREFIX = "http://smarthealthit.org/fhir/scopes/";

    public ResourceScope {
        if (interactions.isEmpty()) {
            throw new IllegalArgumentException("a scope allows something");
        }
        interactions = Collections.unmodifiableSet(EnumSet.copyOf(interactions));
        query = Collections.unmodifiableSet(new TreeSet<>(query));
    }

    /** Whose data a scope is about. A wider context includes the narrower ones. */
    public enum Context {
        PATIENT,
        USER,
        SYSTEM;

        boolean includes(Context other) {
            return ordinal() >= other.ordinal();
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Reads a scope; empty for what is not a clinical scope of the grammar. */
    public static Optional<ResourceScope> parse(String text) {
        String plain = text.startsWith(URI_PREFIX) ? text.substring(URI_PREFIX.length()) : text;
        Matcher form = FORM.matcher(plain);
        if (!form.matches()) {
            return Optional.empty();
        }
        Set<String> query = form.group(4) == null
                ? Set.of()
                : new TreeSet<>(Arrays.asList(form.group(4).split("&", -1)));
        if (!query.stream().allMatch(parameter -> PARAMETER.matcher(parameter).matches())) {
            return Optional.empty();
        }
        Context context = Context.valueOf(form.group(1).toUpperCase(java.util.Locale.ROOT));
        return Optional.of(new ResourceScope(context, form.group(2), interactions(form.group(3)), query));
    }

    private static Set<Interaction> interactions(String permission) {
        return switch (permission) {
            case "read" -> EnumSet.of(Interaction.READ, Interaction.SEARCH);
            case "write" -> EnumSet.of(Interaction.CREATE, Interaction.UPDATE, Interaction.DELETE);
            case "*" -> EnumSet.allOf(Interaction.class);
            default -> Interaction.ofLetters(permission);
        };
    }

    /** Whether this allows all that the other does: as wide or wider in context, type, interactions and query. */
    public boolean covers(ResourceScope other) {
        return interactions.containsAll(other.interactions) && coversButInteractions(other);
    }

    boolean coversButInteractions(ResourceScope other) {
        return context.includes(other.context)
                && (type.equals("*") || type.equals(other.type))
                && other.query.containsAll(query);
    }

    /** The same scope with these interactions only. */
    ResourceScope with(Set<Interaction> only) {
        return new ResourceScope(context, type, only, query);
    }

    /**
     * As SMART 1 writes it, which knows no letters and no query: the least that holds this, in one scope or in two divided
     * by a blank.
     */
    String asVersionOne() {
        String start = context.word() + "/" + type + ".";
        boolean reads = interactions.contains(Interaction.READ) || interactions.contains(Interaction.SEARCH);
        boolean writes = interactions.contains(Interaction.CREATE)
                || interactions.contains(Interaction.UPDATE)
                || interactions.contains(Interaction.DELETE);
        return reads && writes ? start + "read " + start + "write" : start + (reads ? "read" : "write");
    }

    /** As SMART v2 writes it. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(context.word()).append('/').append(type).append('.');
        interactions.forEach(one -> text.append(one.letter()));
        if (!query.isEmpty()) {
            text.append('?').append(String.join("&", query));
        }
        return text.toString();
    }
}
