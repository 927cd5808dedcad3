package org.anamnesis.model;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads single settings; every failure names the key, says what is expected and leaves the value out. */
final class Keys {

    private final Function<String, Optional<String>> source;
    private final List<String> prefixes;

    /** @param prefixes where a key is looked up, the first one that has it wins */
    Keys(Function<String, Optional<String>> source, String... prefixes) {
        this.source = source;
        this.prefixes = List.of(prefixes);
    }

    Optional<String> find(String key) {
        return prefixes.stream()
                .flatMap(prefix -> source.apply(prefix + key).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    Optional<List<String>> list(String key) {
        return find(key)
                .map(value -> Arrays.stream(value.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty() && !name.equals("none"))
                        .toList());
    }

    Duration duration(String key, Duration otherwise) {
        try {
            return find(key).map(Duration::parse).orElse(otherwise);
        } catch (DateTimeParseException e) {
            throw wrong(key, "is not a duration", "an ISO 8601 duration, e.g. " + otherwise);
        }
    }

    int number(String key, int otherwise) {
        return optionalNumber(key).orElse(otherwise);
    }

    OptionalInt optionalNumber(String key) {
        try {
            return find(key).map(Integer::valueOf).map(OptionalInt::of).orElse(OptionalInt.empty());
        } catch (NumberFormatException e) {
            throw wrong(key, "is not a whole number", "a whole number");
        }
    }

    /** A number, or {@code none}. */
    OptionalDouble decimal(String key, double otherwise) {
        Optional<String> value = find(key);
        if (value.isEmpty() || value.get().equals("none")) {
            return value.isEmpty() ? OptionalDouble.of(otherwise) : OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(value.get()));
        } catch (NumberFormatException e) {
            throw wrong(key, "is not a number", "a number, or none");
        }
    }

    boolean flag(String key, boolean otherwise) {
        return switch (find(key).orElse(String.valueOf(otherwise))) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(key, "is neither true nor false", "true or false");
        };
    }

    IllegalArgumentException wrong(String key, String what, String expected) {
        return wrongSetting(prefixes.get(0) + key, what, expected);
    }

    static IllegalArgumentException wrongSetting(String key, String what, String expected) {
        return new IllegalArgumentException("Setting " + key + " " + what + "; expected " + expected + ".");
    }
}
