package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Coverage;
import org.anamnesis.corpus.Item;
import org.anamnesis.digest.Digest;
import org.anamnesis.digest.Digester;
import org.anamnesis.draft.Draft;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.measure.SetResult;
import org.anamnesis.summary.Assignment;
import org.anamnesis.summary.Writer;

/**
 * Whole charts, without anything that is known to be right: each is digested and summarised as of the end of its last
 * encounter, and looked at for what may not be missing and for what is another patient's.
 */
final class ChartSummaries implements EvaluationSet {

    private static final String ABOUT =
            "Each chart is digested and summarised as of the end of its last encounter. Measured is whether active"
                    + " problems, allergies and current medications are all there, whether anything of another patient is,"
                    + " and what it costs.";
    private static final double NANOSECONDS = 1e6;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{5,63}");

    private final SetResult.Name name;
    private final Corpus corpus;
    private final Writer writer;

    ChartSummaries(String set, String title, Corpus corpus, Writer writer) {
        this.name = new SetResult.Name(set, title, ABOUT);
        this.corpus = corpus;
        this.writer = writer;
    }

    @Override
    public SetResult.Name name() {
        return name;
    }

    @Override
    public List<Task> tasks(Corpus data) throws IOException {
        return WholeCharts.tasks(data, name.id());
    }

    @Override
    public Output run(Item item, ChartKey key, ChartDesk charts) throws IOException {
        charts.close();
        HeapPeak heap = HeapPeak.begin();
        long begin = System.nanoTime();
        OpenChart open = charts.open(key);
        Chart chart = open.chart();
        Digest digest = Digester.digest(chart, Digester.DEFAULT_BUDGET_TOKENS);
        Draft draft = writer.write(Assignment.brief(chart), (model, host, prompt) -> {
            // what goes to a model in a local evaluation is no disclosure of the product's: the operator sends it
        });
        double milliseconds = (System.nanoTime() - begin) / NANOSECONDS;
        double megabytes = heap.megabytes();
        ObjectNode line = Json.object()
                .put("patient", open.source().patient().getIdPart())
                .put("resources", open.source().resources().size());
        line.set("statements", Statements.checked(draft));
        line.set("omissions", Statements.omissions(draft));
        line.set("coverage", coverage(chart.coverage()));
        line.put("tokens", Tokens.of(digest.lines()))
                .put("ms", Rounded.toTenth(milliseconds))
                .put("peak_heap_mb", Rounded.toTenth(megabytes));
        line.set("foreign_ids", Json.texts(foreign(key, open, digest, draft)));
        return new Output(line, measures(chart, digest));
    }

    @Override
    public SetResult result(Scored scored, Corpus data) {
        return ChartSummariesFigures.of(name, scored);
    }

    private static ArrayNode coverage(Coverage coverage) {
        ArrayNode lines = Json.array();
        coverage.entries().forEach(entry -> {
            ObjectNode line = Json.object()
                    .put("type", entry.type())
                    .put("outcome", entry.outcome().code());
            if (entry.outcome() instanceof Coverage.Outcome.Found found) {
                line.put("read", found.read()).put("unreadable", found.unreadable());
            }
            lines.add(line);
        });
        return lines;
    }

    /** How many of the facts that may not be missing stand in the digest, by kind. */
    private static ObjectNode measures(Chart chart, Digest digest) {
        Set<CitationId> included =
                digest.included().stream().map(CitationId::whole).collect(Collectors.toSet());
        ObjectNode measures = Json.object().put("facts", chart.facts().size());
        for (Statements.Matter matter : Statements.current(chart)) {
            String kind = matter.telling().kind().word();
            count(measures, kind + "_current");
            if (matter.isAmong(included)) {
                count(measures, kind + "_in_digest");
            }
        }
        return measures;
    }

    private static void count(ObjectNode measures, String name) {
        measures.put(name, measures.path(name).asInt() + 1);
    }

    /** Ids of other patients' resources in anything that was written of this one. */
    private Set<String> foreign(ChartKey key, OpenChart open, Digest digest, Draft draft) {
        List<String> written = new ArrayList<>(digest.lines());
        for (CheckedStatement statement : draft.statements()) {
            written.add(statement.text());
            written.addAll(Statements.references(draft.chart(), statement.evidence()));
        }
        Set<String> own = new HashSet<>();
        open.source().resources().forEach(resource -> own.add(resource.getIdPart()));
        open.source().patient().getIdentifier().forEach(identifier -> own.add(identifier.getValue()));
        Set<String> foreign = new TreeSet<>();
        for (String text : written) {
            Matcher word = WORD.matcher(text);
            while (word.find()) {
                if (!own.contains(word.group()) && isForeign(key, word.group())) {
                    foreign.add(word.group());
                }
            }
        }
        return foreign;
    }

    private boolean isForeign(ChartKey key, String word) {
        return switch (key) {
            case ChartKey.OfPatient ignored -> corpus.patients().isIdOfAPatientsResource(word);
            case ChartKey.InFile bundle -> corpus.bundles().isOfAnotherChart(word, bundle.file());
            case ChartKey.None ignored -> false;
        };
    }
}
