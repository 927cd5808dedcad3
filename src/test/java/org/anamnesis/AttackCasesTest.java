package org.anamnesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of {@code docs/attack-cases.md} to the tests: each case has its tests, and each of these stands there. */
class AttackCasesTest {

    /** What is read and parsed, addresses and sign-in, then what models do, then the audit trail. */
    private static final Set<Integer> CASES = Stream.concat(
                    IntStream.rangeClosed(1, 40).boxed(), IntStream.rangeClosed(47, 61).boxed())
            .collect(Collectors.toCollection(TreeSet::new));

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|.*\\| ([^|]+) \\|$");
    private static final Pattern NAMED = Pattern.compile("`(\\w+\\.case(\\d\\d)\\w+)`");
    private static final Pattern IN_A_BROWSER = Pattern.compile("test\\('(case(\\d\\d)[A-Z]\\w*)'");
    private static final Pattern METHOD = Pattern.compile("(?:void|Stream<DynamicTest>) (case(\\d\\d)[A-Z]\\w*)\\(");

    @Test
    void everyCaseHasExactlyTheTestsThatItsRowNames() throws IOException {
        Map<Integer, Set<String>> rows = rows();
        assertThat(rows.keySet()).isEqualTo(CASES);
        assertThat(rows).isEqualTo(tests());
    }

    private static Map<Integer, Set<String>> rows() throws IOException {
        Map<Integer, Set<String>> rows = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("docs/attack-cases.md")));
        while (row.find()) {
            rows.put(
                    Integer.valueOf(row.group(1)),
                    NAMED.matcher(row.group(2))
                            .results()
                            .map(test -> test.group(1))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return rows;
    }

    private static Map<Integer, Set<String>> tests() throws IOException {
        Map<Integer, Set<String>> tests = new TreeMap<>();
        add(Path.of("src/test/java"), ".java", METHOD, tests);
        add(Path.of("smart-app/e2e/pages"), ".test.mjs", IN_A_BROWSER, tests);
        return tests;
    }

    private static void add(Path folder, String end, Pattern named, Map<Integer, Set<String>> tests)
            throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(end)).forEach(file -> {
                String type = file.getFileName().toString().replace(end, "");
                named.matcher(read(file))
                        .results()
                        .filter(method -> CASES.contains(Integer.valueOf(method.group(2))))
                        .forEach(method -> tests.computeIfAbsent(
                                        Integer.valueOf(method.group(2)), number -> new TreeSet<>())
                                .add(type + "." + method.group(1)));
            });
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
