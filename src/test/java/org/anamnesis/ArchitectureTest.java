package org.anamnesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the packages to the tables of {@code docs/architecture.md}: what is written there is what the code does. */
class ArchitectureTest {

    private static final String ROOT = "org.anamnesis";
    private static final Set<String> PURE = Set.of(
            "chart",
            "claims",
            "conflict",
            "course",
            "digest",
            "frame",
            "privacy",
            "deidentification",
            "injection",
            "prompt",
            "grounding",
            "draft",
            "rules",
            "prose",
            "measure",
            "score",
            "triage",
            "verify",
            "wordlist");

    /** Pure functions behind the door of a library; pure packages may use them. */
    private static final Set<String> PURE_BEHIND_A_DOOR = Set.of("units");

    /** Each library by the name of its row, and what its classes are called. */
    private static final Map<String, String> DOORS = Map.ofEntries(
            Map.entry("langchain4j", "dev.langchain4j."),
            Map.entry("resilience4j", "io.github.resilience4j."),
            Map.entry("nimbus", "com.nimbusds."),
            Map.entry("ucum", "org.fhir.ucum."),
            Map.entry("hapi_client", "ca.uhn.fhir.rest.client."),
            Map.entry("hapi_server", "ca.uhn.fhir.rest.server.RestfulServer"),
            Map.entry("persistence", "jakarta.persistence."),
            Map.entry("flyway", "org.flywaydb."),
            Map.entry("scheduler", "com.github.kagkarlsson."),
            Map.entry("lucene", "org.apache.lucene."),
            Map.entry("pdfbox", "org.apache.pdfbox."),
            Map.entry("jsoup", "org.jsoup."),
            Map.entry("rtf", "com.rtfparserkit."),
            Map.entry("jaxrs", "jakarta.ws.rs."));

    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| ([^|]*) \\|.*$");
    private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void everyPackageUsesExactlyThePackagesItsRowNames() throws IOException {
        assertThat(edges()).isEqualTo(table("## Packages"));
    }

    @Test
    void foreignLibrariesComeInByTheirDoorsOnly() throws IOException {
        Map<String, Set<String>> doors = new TreeMap<>();
        for (Map.Entry<String, String> library : DOORS.entrySet()) {
            doors.put(
                    library.getKey(),
                    CLASSES.stream()
                            .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                    .map(Dependency::getTargetClass)
                                    .anyMatch(target -> target.getName().startsWith(library.getValue())))
                            .map(ArchitectureTest::packageOf)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        assertThat(doors).isEqualTo(table("## Doors"));
    }

    @Test
    void purePackagesUseNothingButJavaAndEachOther() {
        Set<String> foreign = CLASSES.stream()
                .filter(type -> PURE.contains(packageOf(type)))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .filter(target -> !target.isPrimitive())
                .map(JavaClass::getName)
                .filter(name -> !name.startsWith("java.") && !name.startsWith("org.jspecify."))
                .filter(name -> !PURE.contains(packageOf(name)) && !PURE_BEHIND_A_DOOR.contains(packageOf(name)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(foreign).isEmpty();
        assertThat(CLASSES.stream().filter(type -> PURE.contains(packageOf(type))))
                .hasSizeGreaterThan(40);
    }

    @Test
    void purePackagesReadNoClockAndMakeNoIds() {
        Set<String> impure = CLASSES.stream()
                .filter(type -> PURE.contains(packageOf(type)))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .map(call -> call.getTargetOwner().getSimpleName() + "." + call.getName())
                .filter(call -> call.endsWith(".now") || call.equals("UUID.randomUUID"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(impure).isEmpty();
    }

    @Test
    void noPackagesGoInACircle() {
        Map<String, Set<String>> edges = edges();
        assertThat(edges.keySet())
                .allSatisfy(name -> assertThat(reachable(edges, name)).doesNotContain(name));
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIsFor() {
        assertThat(edges().keySet())
                .allSatisfy(name -> assertThat(Path.of("src/main/java/org/anamnesis", name, "package-info.java"))
                        .content()
                        .contains("@NullMarked")
                        .contains("/**"));
    }

    private static Map<String, Set<String>> edges() {
        Map<String, Set<String>> edges = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            Set<String> targets = edges.computeIfAbsent(packageOf(type), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getName().startsWith(ROOT + "."))
                    .map(ArchitectureTest::packageOf)
                    .filter(target -> !target.equals(packageOf(type)))
                    .forEach(targets::add);
        }
        return edges;
    }

    private static Set<String> reachable(Map<String, Set<String>> edges, String from) {
        Set<String> seen = new TreeSet<>();
        List<String> next = List.copyOf(edges.getOrDefault(from, Set.of()));
        while (!next.isEmpty()) {
            next = next.stream()
                    .filter(seen::add)
                    .flatMap(name -> edges.getOrDefault(name, Set.of()).stream())
                    .toList();
        }
        return seen;
    }

    private static Map<String, Set<String>> table(String heading) throws IOException {
        String page = Files.readString(Path.of("docs/architecture.md"));
        String section = page.substring(page.indexOf(heading) + heading.length());
        int end = section.indexOf("\n## ");
        Map<String, Set<String>> rows = new TreeMap<>();
        for (String line : (end < 0 ? section : section.substring(0, end)).split("\n")) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), new TreeSet<>(names(row.group(2))));
            }
        }
        return rows;
    }

    private static List<String> names(String cell) {
        Matcher name = NAME.matcher(cell);
        return name.results().map(found -> found.group(1)).toList();
    }

    private static String packageOf(JavaClass type) {
        return packageOf(type.getName());
    }

    private static String packageOf(String name) {
        return Arrays.stream(name.split("\\."))
                .skip(2)
                .findFirst()
                .filter(part -> name.startsWith(ROOT + "."))
                .orElse("");
    }
}
