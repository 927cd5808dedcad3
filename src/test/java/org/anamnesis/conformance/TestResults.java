package org.anamnesis.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What came of tests, from the XML reports of Surefire and Failsafe.
 *
 * @param byTest whether each {@code Class.method} passed in all its rounds
 */
record TestResults(Map<String, Boolean> byTest) {

    static final String PASSED = "passed";

    private static final Pattern CASE = Pattern.compile("<testcase ([^>]*?)(/>|>([\\s\\S]*?)</testcase>)");
    private static final Pattern NAME = Pattern.compile("\\bname=\"(\\w+)");
    private static final Pattern TYPE = Pattern.compile("\\bclassname=\"(?:[\\w.]*\\.)?(\\w+)\"");

    static TestResults read(List<Path> folders) throws IOException {
        Map<String, Boolean> all = new HashMap<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.filter(
                                    one -> one.getFileName().toString().matches("TEST-.*\\.xml"))
                            .toList()) {
                        add(Files.readString(file), all);
                    }
                }
            }
        }
        return new TestResults(all);
    }

    private static void add(String report, Map<String, Boolean> all) {
        Matcher one = CASE.matcher(report);
        while (one.find()) {
            Matcher name = NAME.matcher(one.group(1));
            Matcher type = TYPE.matcher(one.group(1));
            String inside = one.group(3) == null ? "" : one.group(3);
            if (name.find() && type.find() && !inside.contains("<skipped")) {
                boolean passed = !inside.contains("<failure") && !inside.contains("<error");
                all.merge(type.group(1) + "." + name.group(1), passed, Boolean::logicalAnd);
            }
        }
    }

    /** In one word for several tests: the worst. */
    String of(Collection<String> tests) {
        if (tests.isEmpty() || tests.stream().anyMatch(test -> !byTest.containsKey(test))) {
            return "not run";
        }
        return tests.stream().allMatch(byTest::get) ? PASSED : "failed";
    }
}
