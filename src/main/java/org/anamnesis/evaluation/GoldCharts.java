package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Passage;
import org.anamnesis.chart.Standing;
import org.anamnesis.conflict.Conflict;
import org.anamnesis.conflict.Conflicts;
import org.anamnesis.conflict.Side;
import org.anamnesis.corpus.GoldFolders;
import org.anamnesis.corpus.Item;
import org.anamnesis.digest.Digest;
import org.anamnesis.digest.Digester;
import org.anamnesis.digest.FactLine;
import org.anamnesis.draft.Draft;
import org.anamnesis.focus.Question;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Verification;
import org.anamnesis.measure.SetResult;
import org.anamnesis.summary.Assignment;
import org.anamnesis.summary.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Charts written for the purpose, with notes, planted conflicts, statements and questions. What the product does not do yet
 * stands in a chart's line as empty: flagged passages.
 */
final class GoldCharts implements EvaluationSet {

    private static final SetResult.Name NAME = new SetResult.Name(
            "gold-charts",
            "Charts with notes, conflicts and an answer key",
            "Charts written for the purpose, with notes in several formats and planted conflicts. Measured is whether"
                    + " each quoted sentence can be cited, what the check says of true and false statements, and whether"
                    + " questions find their evidence.");
    private static final String ID = "chart";
    private static final Pattern RESUSCITATION = Pattern.compile(
            "\\b(full code|code status|resuscitat\\w*|dnr|dnar|dnacpr|cpr|respect|allow natural death)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Writer writer;

    GoldCharts(Writer writer) {
        this.writer = writer;
    }

    @Override
    public SetResult.Name name() {
        return NAME;
    }

    @Override
    public List<Task> tasks(Corpus corpus) throws IOException {
        return GoldFolders.read(corpus.data(), NAME.id()).entrySet().stream()
                .map(chart -> new Task(chart.getValue(), ID, new ChartKey.InFile(chart.getKey())))
                .toList();
    }

    @Override
    public Output run(Item item, ChartKey key, ChartDesk charts) throws IOException {
        OpenChart open = charts.open(key);
        long begin = System.nanoTime();
        Chart chart = open.chart();
        Digest digest = Digester.digest(chart, Digester.DEFAULT_BUDGET_TOKENS);
        Draft draft = writer.write(Assignment.brief(chart), (model, host, prompt) -> {
            // an evaluation's charts are the operator's own data
        });
        ObjectNode line = Json.object().put(ID, item.id());
        line.set("statements", statements(item.parts("statements"), open));
        line.set("summary", summary(draft));
        line.set("omissions", Statements.omissions(draft));
        line.set("conflicts", conflicts(chart));
        line.set("pending", pending(chart));
        line.set("code_status", codeStatus(chart));
        line.set("answers", answers(item.parts("questions"), open));
        line.set("triage", GoldScores.triage(chart));
        line.set("news2", GoldScores.news2(chart));
        line.set("flagged_passages", Json.array());
        line.put("tokens", Tokens.of(digest.lines())).put("ms", Rounded.toTenth((System.nanoTime() - begin) / 1e6));
        return new Output(line, measures(chart));
    }

    @Override
    public SetResult result(Scored scored, Corpus corpus) {
        return GoldChartsFigures.of(NAME, scored);
    }

    /** Each statement against the whole chart. */
    private static ArrayNode statements(List<Item> statements, OpenChart open) {
        Verification verification = new Verification(open.chart());
        ArrayNode lines = Json.array();
        for (Item statement : statements) {
            Verification.Verified verified =
                    verification.check(statement.text("claim").orElse(""));
            ObjectNode line = Json.object()
                    .put("id", statement.id())
                    .put("verdict", verified.verdict().code())
                    .put("reason", verified.verdict().reason());
            line.set("evidence", Json.texts(Statements.references(open.chart(), verified.evidence())));
            lines.add(line.put("quote", quote(open.chart(), verified.evidence()).orElse(null)));
        }
        return lines;
    }

    /** The first sentence of a note among the evidence. */
    private static Optional<String> quote(Chart chart, List<CitationId> evidence) {
        return evidence.stream()
                .flatMap(id -> chart.passage(id).stream())
                .map(Passage::text)
                .findFirst();
    }

    private static ArrayNode summary(Draft draft) {
        ArrayNode lines = Json.array();
        draft.statements().stream()
                .filter(CheckedStatement::isSupported)
                .forEach(statement -> lines.add(Statements.shown(draft.chart(), statement)));
        return lines;
    }

    /** Where the chart contradicts itself, with what cites either side. */
    private static ArrayNode conflicts(Chart chart) {
        ArrayNode lines = Json.array();
        for (Conflict conflict : Conflicts.of(chart)) {
            List<CitationId> cited = conflict.citations().map(CitationId::whole).toList();
            ObjectNode line = Statements.evidenced(conflict.words(), Statements.references(chart, cited));
            line.set("a", side(chart, conflict.a()));
            line.set("b", side(chart, conflict.b()));
            lines.add(line);
        }
        return lines;
    }

    private static ObjectNode side(Chart chart, Side side) {
        List<CitationId> cited =
                side.citations().stream().map(CitationId::whole).toList();
        return Statements.evidenced(side.words(), Statements.references(chart, cited));
    }

    /** What was planned or ordered and is not over, and results that are not final. */
    private static ArrayNode pending(Chart chart) {
        ArrayNode lines = Json.array();
        Stream.concat(
                        chart.facts(FactKind.PLAN)
                                .filter(fact -> fact.standing() == Standing.PLANNED
                                        || fact.standing() == Standing.ACTIVE
                                        || fact.standing() == Standing.ON_HOLD),
                        chart.facts(FactKind.RESULT)
                                .filter(fact ->
                                        fact.standing() == Standing.PRELIMINARY || fact.standing() == Standing.PLANNED))
                .forEach(fact -> lines.add(fact(fact)));
        return lines;
    }

    /** What is to be done when the heart stops, as the directives say; null where none of them says it. */
    private static @Nullable ObjectNode codeStatus(Chart chart) {
        List<Fact> said = chart.facts(FactKind.DIRECTIVE)
                .filter(fact -> fact.standing().isCurrent())
                .filter(fact -> RESUSCITATION.matcher(FactLine.words(fact)).find())
                .toList();
        return said.isEmpty()
                ? null
                : Statements.evidenced(
                        said.stream().map(FactLine::words).collect(Collectors.joining("; ")),
                        said.stream().map(fact -> fact.source().reference()).toList());
    }

    private static ObjectNode fact(Fact fact) {
        return Statements.evidenced(FactLine.words(fact), List.of(fact.source().reference()));
    }

    /** Answers are a model's; without one there are only the values that code computed, where it could. */
    private static ArrayNode answers(List<Item> questions, OpenChart open) {
        ArrayNode lines = Json.array();
        for (Item question : questions) {
            FocusedContext context = FocusedContext.of(
                    open,
                    new Question(
                            question.text("question").orElse("-"), open.chart().asOf()));
            ObjectNode line = Json.object().put("id", question.id());
            line.put("answer", context.isNoneFound() ? null : offered(context));
            line.set("evidence", Json.texts(context.ids()));
            lines.add(line);
        }
        return lines;
    }

    /** What code computed as the answer; null where it computed nothing. */
    private static @Nullable String offered(FocusedContext context) {
        String values = String.join("; ", context.choice().values());
        return values.isEmpty() ? null : values;
    }

    /** The sentences that can be cited, for the figures. */
    private static ObjectNode measures(Chart chart) {
        ObjectNode measures = Json.object();
        measures.set("passages", Json.texts(chart.passages().map(Passage::text).toList()));
        return measures;
    }
}
