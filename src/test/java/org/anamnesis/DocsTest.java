package org.anamnesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.conformance.Conformance;
import org.anamnesis.conformance.Conformance.Asked;
import org.junit.jupiter.api.Test;

/** What the documents say exists: the files they link to, the tests, settings, error codes and options they name. */
class DocsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
    private static final Pattern SETTING = Pattern.compile("`(anamnesis\\.(?!ehr\\.)[a-z.-]+[a-z])`");
    private static final Pattern CODE = Pattern.compile("(?m)^\\| [0-9, ]+ \\| (.*?) \\|");
    private static final Pattern QUOTED = Pattern.compile("`([a-z-]+)`");
    private static final Pattern OPTION = Pattern.compile("(?<!-)(--[a-z][a-z-]*)");

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        for (Path page : pages()) {
            Path folder = page.toAbsolutePath().getParent();
            assertThat(found(LINK, page))
                    .filteredOn(link -> !link.startsWith("https://"))
                    .allSatisfy(link -> assertThat(folder.resolve(link))
                            .as(page + ": " + link)
                            .exists());
        }
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        Set<String> tests = sources(Path.of("src/test/java"))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        for (Path page : pages()) {
            assertThat(tests).as(page.toString()).containsAll(found(TEST, page));
        }
    }

    @Test
    void everySettingIsReadSomewhereAndEverySettingThatIsReadIsDescribed() throws IOException {
        Set<String> described = found(SETTING, Path.of("docs/configuration.md"));
        String code = code();
        assertThat(described)
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(code).contains("\"" + setting + "\""));
        Set<String> read = Pattern.compile("\"(anamnesis\\.[a-z.-]+[a-z])\"")
                .matcher(code)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).containsAll(read);
    }

    @Test
    void everyErrorCodeIsInTheCode() throws IOException {
        String code = code();
        String page = Files.readString(Path.of("docs/operations.md"));
        Set<String> codes = CODE.matcher(page.substring(page.indexOf("## Errors")))
                .results()
                .flatMap(row -> QUOTED.matcher(row.group(1)).results())
                .map(match -> match.group(1))
                .filter(name -> !name.endsWith("-"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(codes)
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(code).contains("\"" + name + "\""));
    }

    @Test
    void everyOptionOfTheSandboxThatIsNamedIsInItsHelp() throws IOException {
        String help = Files.readString(Path.of("deploy/sandbox/start"));
        for (Path page : List.of(Path.of("README.md"), Path.of("docs/sandbox.md"))) {
            Set<String> options = Stream.of(Files.readString(page).split("\n"))
                    .filter(line -> !line.contains("[--port"))
                    .flatMap(line -> OPTION.matcher(line).results().map(match -> match.group(1)))
                    .collect(Collectors.toSet());
            assertThat(options).allSatisfy(option -> assertThat(help).contains(option));
        }
    }

    @Test
    void everyOptionOfTheEvaluationThatIsNamedIsInItsHelp() throws IOException {
        String help = Files.readString(Path.of("deploy/evaluate"));
        assertThat(found(OPTION, Path.of("docs/evaluation.md")))
                .isNotEmpty()
                .allSatisfy(option -> assertThat(help).contains("  " + option));
    }

    @Test
    void everyRequirementOnAClientThatAppliesHasATestAndThePageNamesThem() throws IOException {
        Map<Integer, Set<String>> tests = Conformance.tests();
        List<Asked> asked = Conformance.asked();
        Set<Integer> applying =
                asked.stream().filter(Asked::applies).map(Asked::number).collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).hasSize(149);
        assertThat(asked).filteredOn(one -> one.level().startsWith("SHALL")).hasSize(121);
        assertThat(tests.keySet()).isEqualTo(applying);
        String page = Files.readString(Conformance.PAGE);
        tests.forEach((number, named) -> assertThat(page)
                .as("deploy/conformance writes the page anew")
                .containsPattern("(?m)^\\| " + number + " \\| SH(?:ALL|OULD)(?: NOT)? \\| [^|]+ \\| "
                        + Pattern.quote(
                                named.stream().map(test -> "`" + test + "`").collect(Collectors.joining("<br>")))
                        + " \\| (passed|not run) \\|$"));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md"), Path.of("deploy/sandbox/charts/README.md")),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .toList();
        }
    }

    private static Set<String> found(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String code() throws IOException {
        return sources(Path.of("src/main/java")).map(DocsTest::read).collect(Collectors.joining("\n"));
    }

    private static Stream<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
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
