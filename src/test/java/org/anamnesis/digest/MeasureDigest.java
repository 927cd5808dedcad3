package org.anamnesis.digest;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.course.Courses;
import org.anamnesis.course.ProblemThreads;
import org.anamnesis.focus.Choice;
import org.anamnesis.focus.Focus;
import org.anamnesis.focus.Question;
import org.anamnesis.focus.SharedCharts;

/** Measures digests of the charts beside the project: {@code MeasureDigest OUT}. */
public final class MeasureDigest {

    private static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    private static final List<String> QUESTIONS = List.of(
            "What was the last potassium?",
            "Which antibiotics were prescribed during the last hospital stay?",
            "What procedures has the patient had?",
            "How many medications were prescribed?",
            "When was the last hospital admission?");

    private MeasureDigest() {}

    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[0]));
        Map<String, Chart> charts = new TreeMap<>();
        SharedCharts.gold().forEach((name, chart) -> charts.put("gold-" + name, chart));
        SharedCharts.synthea().forEach((name, chart) -> charts.put("synthea-" + name, chart));
        SharedCharts.mimic().forEach((name, chart) -> charts.put("mimic-" + name, chart));
        List<Integer> whole = new ArrayList<>();
        List<Integer> focused = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        int beyond = 0;
        int missing = 0;
        for (Map.Entry<String, Chart> entry : charts.entrySet()) {
            Chart chart = entry.getValue();
            long start = System.nanoTime();
            Digest digest = Digester.digest(chart, Digester.DEFAULT_BUDGET_TOKENS);
            long ms = (System.nanoTime() - start) / 1_000_000;
            Files.write(out.resolve(entry.getKey() + ".txt"), digest.lines());
            int real = ENCODING.countTokens(String.join("\n", digest.lines()));
            whole.add(real);
            ratios.add((double) digest.tokens() / real);
            missing += missing(chart, digest);
            Focus focus = new Focus(chart);
            int most = 0;
            for (String question : QUESTIONS) {
                if (focus.choose(new Question(question, chart.asOf())) instanceof Choice.Chosen chosen) {
                    Digest few = Digester.digest(chart, chosen.ids(), Digester.FOCUSED_BUDGET_TOKENS);
                    int tokens = ENCODING.countTokens(String.join("\n", few.lines()));
                    focused.add(tokens);
                    ratios.add((double) few.tokens() / tokens);
                    beyond += few.beyondBudget() ? 1 : 0;
                    missing += missing(chart, few);
                    if (tokens > most) {
                        most = tokens;
                        Files.write(out.resolve(entry.getKey() + "-focused.txt"), few.lines());
                    }
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-50s facts %5d whole %5d (estimate %5d) focused at most %5d, %d ms, missing %d, %s%n",
                    entry.getKey().substring(0, Math.min(50, entry.getKey().length())),
                    chart.facts().size(),
                    real,
                    digest.tokens(),
                    most,
                    ms,
                    missing(chart, digest),
                    digest.leftOut());
        }
        System.out.printf("whole: median %d, p95 %d, max %d%n", at(whole, 0.5), at(whole, 0.95), at(whole, 1));
        System.out.printf(
                "focused: median %d, p95 %d, max %d of %d; beyond budget %d%n",
                at(focused, 0.5), at(focused, 0.95), at(focused, 1), focused.size(), beyond);
        ratios.sort(null);
        System.out.printf(
                Locale.ROOT,
                "estimate / real: min %.3f, median %.3f, max %.3f%n",
                ratios.getFirst(),
                ratios.get(ratios.size() / 2),
                ratios.getLast());
        System.out.println("missing current problems, allergies, medications: " + missing);
    }

    /** Current facts neither cited themselves nor by their thread's or course's line. */
    private static int missing(Chart chart, Digest digest) {
        Set<CitationId> there = new HashSet<>(digest.included());
        int missing = 0;
        missing += (int) chart.facts(FactKind.ALLERGY)
                .filter(fact -> !there.contains(fact.id()))
                .count();
        missing += (int) ProblemThreads.of(chart).stream()
                .filter(thread ->
                        thread.facts().stream().anyMatch(fact -> fact.standing().isCurrent()) && thread.isCurrent())
                .filter(thread -> thread.facts().stream().noneMatch(fact -> there.contains(fact.id())))
                .count();
        missing += (int) Courses.of(chart).stream()
                .filter(course ->
                        course.facts().stream().anyMatch(fact -> isCurrent(chart, fact)) && course.isCurrent())
                .filter(course -> course.facts().stream().noneMatch(fact -> there.contains(fact.id())))
                .count();
        return missing;
    }

    private static boolean isCurrent(Chart chart, Fact fact) {
        return fact.standing().isCurrent()
                && fact.attribute(Attribute.Role.ENDED)
                        .flatMap(Attribute::time)
                        .filter(end -> end.local().isBefore(chart.asOf().local()))
                        .isEmpty();
    }

    private static int at(List<Integer> numbers, double share) {
        List<Integer> sorted = numbers.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
