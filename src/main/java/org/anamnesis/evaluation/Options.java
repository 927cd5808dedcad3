package org.anamnesis.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param data where the data lie
 * @param out where the results go
 * @param sets which sets; all that there are where empty
 * @param model the language model that writes the summaries; rules do where there is none
 */
record Options(Path data, Path out, List<String> sets, Optional<String> model) {

    /** The command line as options. */
    sealed interface Reading {

        record Understood(Options options) implements Reading {}

        /**
         * It is not understood.
         *
         * @param why in words for the one who typed it
         */
        record Wrong(String why) implements Reading {}
    }

    static Reading read(List<String> arguments) {
        Optional<Path> data = Optional.empty();
        Optional<Path> out = Optional.empty();
        List<String> sets = List.of();
        Optional<String> model = Optional.empty();
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (i + 1 == arguments.size()) {
                return new Reading.Wrong(option + " needs a value");
            }
            String value = arguments.get(i + 1);
            switch (option) {
                case "--data" -> data = Optional.of(Path.of(value));
                case "--out" -> out = Optional.of(Path.of(value));
                case "--sets" -> sets = List.of(value.split("\\s*,\\s*", -1));
                case "--model" -> model = Optional.of(value);
                default -> {
                    return new Reading.Wrong("unknown option " + option);
                }
            }
        }
        if (data.isEmpty() || out.isEmpty()) {
            return new Reading.Wrong("--data and --out are needed");
        }
        if (!Files.isDirectory(data.get())) {
            return new Reading.Wrong("--data: " + data.get() + " is no directory");
        }
        if (isBelow(out.get(), data.get())) {
            return new Reading.Wrong("--out may not lie below --data, or results would be read as data");
        }
        List<String> unknown =
                sets.stream().filter(set -> !Sets.NAMES.contains(set)).toList();
        return unknown.isEmpty()
                ? new Reading.Understood(new Options(data.get(), out.get(), sets, model))
                : new Reading.Wrong(
                        "unknown set " + unknown.getFirst() + ", known are " + String.join(", ", Sets.NAMES));
    }

    private static boolean isBelow(Path one, Path other) {
        return one.toAbsolutePath()
                .normalize()
                .startsWith(other.toAbsolutePath().normalize());
    }

    boolean wants(String set) {
        return sets.isEmpty() || sets.contains(set);
    }
}
