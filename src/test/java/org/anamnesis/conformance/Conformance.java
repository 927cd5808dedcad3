package org.anamnesis.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The requirements in our own words, and the tests that name them. */
public final class Conformance {

    /** Where the page is. */
    public static final Path PAGE = Path.of("docs/conformance.md");

    private static final Path TESTS = Path.of("src/test/java");
    private static final Path LIST = Path.of("src/test/resources/org/anamnesis/conformance/smart-client.tsv");
    private static final Pattern NAMED =
            Pattern.compile("@Requirement\\(\\{?([0-9,\\s]+)}?\\)(?:(?!@Requirement)[\\s\\S])*?void (\\w+)\\(");

    private Conformance() {}

    /**
     * One requirement.
     *
     * @param number in Inferno's list
     * @param level the standard's word, e.g. SHALL
     * @param whyNot why it does not apply to us; empty where it does
     * @param words what it asks, in short
     */
    public record Asked(int number, String level, String whyNot, String words) {

        /** Whether the product is held to it. */
        public boolean applies() {
            return whyNot.isEmpty();
        }
    }

    /** Every SHALL, SHOULD and their denials for clients, in order. */
    public static List<Asked> asked() throws IOException {
        List<Asked> all = new ArrayList<>();
        for (String line : Files.readAllLines(LIST)) {
            String[] parts = line.split("\t", -1);
            all.add(new Asked(Integer.parseInt(parts[0]), parts[1], parts[2], parts[3]));
        }
        return all;
    }

    /** The tests of each requirement, as {@code Class.method}. */
    public static Map<Integer, Set<String>> tests() throws IOException {
        Map<Integer, Set<String>> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                String type = file.getFileName().toString().replace(".java", "");
                Matcher named = NAMED.matcher(read(file));
                while (named.find()) {
                    for (String number : named.group(1).split(",")) {
                        tests.computeIfAbsent(Integer.valueOf(number.strip()), key -> new TreeSet<>())
                                .add(type + "." + named.group(2));
                    }
                }
            });
        }
        return tests;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
