package org.anamnesis.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;

/**
 * Folds the problem facts of a chart into threads: the same code or the same name, at the same site.
 *
 * <p>What the status of an entry on the problem list says holds now; what a visit's diagnosis says held then. So an entry
 * that is active keeps its thread active, whatever a visit says; without such an entry the newest word counts.
 */
public final class ProblemThreads {

    private static final Pattern SEMANTIC_TAG = Pattern.compile("\\((?:disorder|finding|situation|event)\\)$");
    private static final Set<String> PROBLEM_CODES =
            Set.of("http://snomed.info/sct", "http://hl7.org/fhir/sid/icd-10-cm", "http://hl7.org/fhir/sid/icd-10");
    private static final Pattern OF_A_VISIT = Pattern.compile("encounter[- ]diagnosis", Pattern.CASE_INSENSITIVE);

    /** An entry's last word is its end, where it has one. Of two of one time the one that is current counts. */
    private static final Comparator<Fact> IN_TIME = Comparator.comparing(
                    (Fact fact) -> lastWord(fact).orElse(null),
                    Comparator.nullsFirst(Comparator.<ClinicalTime>naturalOrder()))
            .thenComparing(fact -> fact.standing().isCurrent())
            .thenComparing(Fact::id);

    private ProblemThreads() {}

    private record Key(String problem, List<String> sites) {}

    /** The threads, in the order of their first facts in the chart. */
    public static List<ProblemThread> of(Chart chart) {
        List<Fact> problems = chart.facts(FactKind.PROBLEM).toList();
        Map<String, String> codes = new LinkedHashMap<>();
        problems.forEach(problem -> code(problem.concept())
                .ifPresent(code -> codes.merge(name(problem), code, (one, other) -> one.equals(other) ? one : "")));
        Map<Key, List<Fact>> threads = new LinkedHashMap<>();
        for (Fact problem : problems) {
            String known = code(problem.concept())
                    .or(() -> Optional.ofNullable(codes.get(name(problem))).filter(code -> !code.isEmpty()))
                    .orElseGet(() -> name(problem));
            threads.computeIfAbsent(new Key(known, sites(problem)), first -> new ArrayList<>())
                    .add(problem);
        }
        return threads.values().stream().map(ProblemThreads::thread).toList();
    }

    private static ProblemThread thread(List<Fact> facts) {
        List<Fact> newestFirst = facts.stream().sorted(IN_TIME.reversed()).toList();
        Predicate<Fact> active = fact -> fact.standing().isCurrent() && !isOfAVisit(fact);
        Fact deciding = newestFirst.stream().filter(active).findFirst().orElseGet(newestFirst::getFirst);
        return new ProblemThread(newestFirst.reversed(), deciding);
    }

    private static Optional<ClinicalTime> lastWord(Fact problem) {
        return problem.attribute(Attribute.Role.ENDED).flatMap(Attribute::time).or(problem::time);
    }

    /** Whether it is the diagnosis of a visit, not an entry of the problem list. */
    public static boolean isOfAVisit(Fact problem) {
        return problem.attributes(Attribute.Role.CATEGORY)
                .anyMatch(category -> OF_A_VISIT.matcher(category.text()).find());
    }

    private static Optional<String> code(Concept problem) {
        return problem.codings().stream()
                .filter(coding -> PROBLEM_CODES.contains(coding.system()))
                .findFirst()
                .map(coding -> coding.system() + "|" + coding.code());
    }

    private static String name(Fact problem) {
        return SEMANTIC_TAG
                .matcher(problem.concept().text().toLowerCase(Locale.ROOT).strip())
                .replaceFirst("")
                .replaceAll("[^\\p{L}\\d]+", " ")
                .strip();
    }

    private static List<String> sites(Fact problem) {
        return problem.attributes(Attribute.Role.BODY_SITE)
                .map(site -> site.text().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }
}
