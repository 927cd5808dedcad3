package org.anamnesis.evaluation;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.corpus.BundleCharts;
import org.anamnesis.corpus.DataFolder;
import org.anamnesis.corpus.PatientCharts;
import org.anamnesis.fhirpath.FhirPaths;
import org.anamnesis.measure.SetResult;
import org.anamnesis.model.ModelGateway;
import org.anamnesis.report.ReportPage;
import org.anamnesis.report.ResultsFile;
import org.anamnesis.report.RunFacts;
import org.anamnesis.summary.Writer;

/** The program behind {@code deploy/evaluate}. */
public final class Evaluate {

    private static final int WRONG_USE = 2;

    private final Options options;
    private final Progress progress;
    private final Clock clock;

    Evaluate(Options options, Progress progress, Clock clock) {
        this.options = options;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Runs an evaluation.
     *
     * @param arguments as {@code deploy/evaluate --help} says
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        switch (Options.read(List.of(arguments))) {
            case Options.Reading.Wrong wrong -> {
                System.err.println("evaluate: " + wrong.why());
                System.exit(WRONG_USE);
            }
            case Options.Reading.Understood understood -> {
                boolean isTerminal = Boolean.getBoolean("terminal");
                Clock clock = Clock.systemUTC();
                new Evaluate(understood.options(), new Progress(out, clock, isTerminal), clock).run();
            }
        }
    }

    /** Runs all wanted sets and writes the results. */
    void run() throws IOException {
        Path out = Files.createDirectories(options.out());
        DataFolder data = new DataFolder(options.data());
        FhirContext fhir = FhirContext.forR4Cached();
        progress.say("reading which charts there are below " + options.data());
        try (PatientCharts patients = PatientCharts.index(data, fhir, out.resolve("charts.tmp"))) {
            Corpus corpus = new Corpus(data, patients, new BundleCharts(fhir), fhir, new FhirPaths(fhir));
            List<SetResult> results = results(corpus, out);
            RunFacts facts = facts(data, patients.unreadableLines());
            ResultsFile.write(out.resolve("results.json"), facts, results);
            ReportPage.write(out.resolve("report.html"), facts, results);
        }
        progress.say("wrote " + out.resolve("results.json") + " and " + out.resolve("report.html"));
    }

    private List<SetResult> results(Corpus corpus, Path out) throws IOException {
        RunStamp stamp = new RunStamp(
                out,
                String.join(
                        " ",
                        Build.fingerprint(),
                        corpus.data().fingerprint(),
                        options.model().orElse("rules")));
        List<SetResult> results = new ArrayList<>();
        for (EvaluationSet set : Sets.of(corpus, writer())) {
            List<Task> tasks = options.wants(set.name().id()) ? set.tasks(corpus) : List.of();
            if (!tasks.isEmpty()) {
                if (stamp.claim(set.name().id())) {
                    progress.say(
                            set.name().id() + ": the lines there were of another build, data or model; starting anew");
                }
                Scored scored = new SetRun(set, tasks, new ChartDesk(corpus), progress).run(out);
                results.add(set.result(scored, corpus));
            }
        }
        return results;
    }

    private Writer writer() {
        return new Writer(options.model().map(LocalModel::named).map(ModelGateway::new));
    }

    private RunFacts facts(DataFolder data, int unreadableLines) throws IOException {
        List<String> notRun = new ArrayList<>();
        for (String set : Sets.NOT_RUN) {
            if (options.wants(set) && data.has(set)) {
                notRun.add(set);
            }
        }
        return new RunFacts(
                Optional.ofNullable(System.getProperty("product.version")).orElse("of unknown version"),
                Build.fingerprint(),
                clock.instant(),
                String.valueOf(options.data().toAbsolutePath().normalize().getFileName()),
                options.model(),
                notRun,
                unreadableLines);
    }
}
