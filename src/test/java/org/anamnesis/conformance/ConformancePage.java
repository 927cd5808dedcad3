package org.anamnesis.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes {@code docs/conformance.md}: {@code deploy/conformance}, after the tests have run. Its arguments are the folders
 * with their reports.
 */
public final class ConformancePage {

    private static final String HEAD = """
            # Conformance
            The client half of SMART App Launch 2.2.0: every SHALL and SHOULD of Inferno's list for clients
            (`hl7.fhir.uv.smart-app-launch_2.2.0`), in our words, with the tests that show it. Made by `deploy/conformance` from the tests
            and the reports of their last run; `DocsTest` fails where one that applies has no test, or where this page is not of these tests.

            %d requirements; %d apply and %d of these are shown by tests that passed; %d do not apply, with why.

            | id | level | what is asked | tests | result |
            |---|---|---|---|---|
            """;

    private static final String TAIL = """

            ## What does not apply
            | id | what is asked | why it does not apply |
            |---|---|---|
            """;

    private ConformancePage() {}

    /** Writes the page. */
    public static void main(String... folders) throws IOException {
        TestResults results =
                TestResults.read(Arrays.stream(folders).map(Path::of).toList());
        Files.writeString(Conformance.PAGE, page(Conformance.asked(), Conformance.tests(), results));
    }

    static String page(List<Conformance.Asked> asked, Map<Integer, Set<String>> tests, TestResults results) {
        List<Conformance.Asked> applying =
                asked.stream().filter(Conformance.Asked::applies).toList();
        long shown = applying.stream()
                .filter(one ->
                        results.of(tests.getOrDefault(one.number(), Set.of())).equals(TestResults.PASSED))
                .count();
        StringBuilder page =
                new StringBuilder(HEAD.formatted(asked.size(), applying.size(), shown, asked.size() - applying.size()));
        for (Conformance.Asked one : applying) {
            Set<String> named = tests.getOrDefault(one.number(), Set.of());
            page.append("| %d | %s | %s | %s | %s |\n"
                    .formatted(
                            one.number(),
                            one.level(),
                            one.words(),
                            named.stream().map(test -> "`" + test + "`").collect(Collectors.joining("<br>")),
                            results.of(named)));
        }
        page.append(TAIL);
        asked.stream()
                .filter(one -> !one.applies())
                .forEach(one -> page.append("| %d | %s | %s |\n".formatted(one.number(), one.words(), one.whyNot())));
        return page.toString();
    }
}
