package org.anamnesis.sandbox.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Results and vital signs in sentences: a change where the lines bear one out, else what was measured together, together. */
final class Measurements {

    private static final String SECTION = "results";
    private static final int MOST_TESTS = 18;
    private static final int MOST_VITALS = 8;
    private static final int MOST_TOGETHER = 6;
    private static final int LONGEST_QUOTE_CHARACTERS = 300;
    private static final Pattern QUANTITY = Pattern.compile("(-?\\d+(?:\\.\\d+)?) ?(\\S*)");

    private Measurements() {}

    static List<Statement> of(ChartBlock chart) {
        List<Statement> changes = new ArrayList<>();
        List<ChartLine> single = new ArrayList<>();
        List<Statement> worded = new ArrayList<>();
        chart.series("result").values().stream().limit(MOST_TESTS).forEach(series -> {
            ChartLine newest = series.getFirst();
            Optional<Statement> change = change(series);
            if (change.isPresent()) {
                changes.add(change.get());
            } else if (isNumber(newest)) {
                single.add(newest);
            } else {
                said(newest).ifPresent(worded::add);
            }
        });
        List<ChartLine> vitals = chart.series("vital").values().stream()
                .limit(MOST_VITALS)
                .map(List::getFirst)
                .toList();
        List<Statement> statements = new ArrayList<>(changes);
        statements.addAll(together("", single));
        statements.addAll(worded);
        statements.addAll(together("Vital signs: ", vitals));
        return statements;
    }

    private static boolean isNumber(ChartLine line) {
        return QUANTITY.matcher(line.content().orElse("")).lookingAt();
    }

    /** "Blood culture on 4 Sep 2025: No growth." A questionnaire's or a report's many sentences are left to be read there. */
    private static Optional<Statement> said(ChartLine line) {
        return line.content()
                .filter(text -> text.length() <= LONGEST_QUOTE_CHARACTERS)
                .map(text -> Statement.of(SECTION, line.name() + line.on() + ": " + text, line));
    }

    /** "Creatinine rose from 1.0 mg/dL on ... to 3.4 mg/dL on ...": first and last value of one unit on different days. */
    private static Optional<Statement> change(List<ChartLine> newestFirst) {
        ChartLine last = newestFirst.getFirst();
        ChartLine first = newestFirst.getLast();
        Matcher now = QUANTITY.matcher(last.content().orElse(""));
        Matcher then = QUANTITY.matcher(first.content().orElse(""));
        boolean comparable = now.matches() && then.matches() && now.group(2).equals(then.group(2));
        if (!comparable || first.day().equals(last.day())) {
            return Optional.empty();
        }
        int direction = new BigDecimal(now.group(1)).compareTo(new BigDecimal(then.group(1)));
        if (direction == 0) {
            return Optional.empty();
        }
        String flag = last.flag().map(word -> " (" + word + ")").orElse("");
        return Optional.of(Statement.of(
                SECTION,
                last.name() + (direction > 0 ? " rose" : " fell") + " from "
                        + first.content().orElse("") + first.on() + " to "
                        + last.content().orElse("") + flag + last.on(),
                last,
                first));
    }

    private static List<Statement> together(String before, List<ChartLine> lines) {
        Map<String, List<ChartLine>> byDay =
                lines.stream().collect(Collectors.groupingBy(ChartLine::on, LinkedHashMap::new, Collectors.toList()));
        List<Statement> statements = new ArrayList<>();
        byDay.forEach((on, sameDay) -> {
            for (int from = 0; from < sameDay.size(); from += MOST_TOGETHER) {
                List<ChartLine> group = sameDay.subList(from, Math.min(sameDay.size(), from + MOST_TOGETHER));
                String values = group.stream().map(Measurements::measured).collect(Collectors.joining(", "));
                statements.add(Statement.of(SECTION, before + values + on, group));
            }
        });
        return statements;
    }

    private static String measured(ChartLine line) {
        String flag = line.flag().map(word -> " (" + word + ")").orElse("");
        return line.inSentence() + " " + line.content().orElse("") + flag;
    }
}
