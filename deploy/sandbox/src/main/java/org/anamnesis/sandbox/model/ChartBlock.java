package org.anamnesis.sandbox.model;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The chart's lines of a prompt, between a line {@code <chart>} and a line {@code </chart>}.
 *
 * @param lines the facts in the prompt's order
 * @param raw the same text as it came
 */
record ChartBlock(List<ChartLine> lines, String raw) {

    private static final String BEGIN = "<chart>";
    private static final String END = "</chart>";

    ChartBlock {
        lines = List.copyOf(lines);
    }

    /** The chart in a prompt; without lines where the prompt holds none. */
    static ChartBlock in(String prompt) {
        List<String> all = prompt.lines().map(String::strip).toList();
        int begin = all.indexOf(BEGIN);
        int end = all.lastIndexOf(END);
        if (begin < 0 || end < begin) {
            return new ChartBlock(List.of(), "");
        }
        List<String> inside = all.subList(begin + 1, end);
        List<ChartLine> facts =
                inside.stream().flatMap(line -> ChartLine.parse(line).stream()).toList();
        return new ChartBlock(facts, String.join("\n", inside));
    }

    /** The facts of a kind that were or are so, in the prompt's order. */
    Stream<ChartLine> of(String kind) {
        return lines.stream().filter(line -> line.is(kind) && !line.isGone());
    }

    /** The facts of a kind that have a time, the newest first. */
    Stream<ChartLine> newest(String kind) {
        return of(kind).filter(line -> line.time().isPresent())
                .sorted(Comparator.comparing((ChartLine line) -> line.time().orElse(""))
                        .reversed());
    }

    /** Values of one test, the newest first; tests in the order of their newest value. */
    Map<String, List<ChartLine>> series(String kind) {
        return newest(kind)
                .filter(line -> line.content().isPresent() && !line.stands("planned"))
                .collect(Collectors.groupingBy(
                        line -> line.name().toLowerCase(Locale.ROOT), LinkedHashMap::new, Collectors.toList()));
    }

    /** The coverage lines of these types, where every one of them says that nothing is recorded; else empty. */
    Optional<List<ChartLine>> noneRecorded(String... types) {
        List<ChartLine> asked = lines.stream()
                .filter(line -> line.is("coverage")
                        && Stream.of(types)
                                .anyMatch(type ->
                                        line.name().equals(type) || line.name().startsWith(type + " ")))
                .toList();
        boolean none = asked.stream().allMatch(line -> line.fields().contains("none-recorded"));
        return asked.isEmpty() || !none ? Optional.empty() : Optional.of(asked);
    }
}
