package org.anamnesis.acuity;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.score.Rows;

/**
 * What a model may name on a visit: the diagnoses to consider and the resources of our own list, in its words. Anything else
 * that it names is not passed on, so no order, address or reassurance comes through here.
 */
final class Nameable {

    static final Nameable STANDARD = new Nameable(Rows.of(Nameable.class, "nameable.txt"));

    private final Map<Advice.Kind, Map<String, String>> names = new HashMap<>();

    /** @throws IllegalArgumentException where a row is of no known kind, or two rows have the same name */
    Nameable(Rows rows) {
        for (Rows.Row row : rows.rows()) {
            Advice.Kind kind = switch (row.cell("kind")) {
                case "consider" -> Advice.Kind.CONSIDER;
                case "resource" -> Advice.Kind.RESOURCE;
                default -> throw new IllegalArgumentException("no kind of remark: " + row.cell("kind"));
            };
            add(kind, row.cell("name"), row.cell("name"));
            row.list("also").forEach(other -> add(kind, other, row.cell("name")));
        }
    }

    private void add(Advice.Kind kind, String word, String name) {
        String before = names.computeIfAbsent(kind, none -> new HashMap<>()).put(plain(word), name);
        if (before != null) {
            throw new IllegalArgumentException("named twice: " + word);
        }
    }

    /** The name as our list has it; empty where it does not. */
    Optional<String> of(Advice.Kind kind, String word) {
        return Optional.ofNullable(names.getOrDefault(kind, Map.of()).get(plain(word)));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    }
}
