package org.anamnesis.evaluation;

import static org.anamnesis.corpus.FilesOfATest.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.anamnesis.corpus.BundleCharts;
import org.anamnesis.corpus.DataFolder;
import org.anamnesis.corpus.Fields;
import org.anamnesis.corpus.Item;
import org.anamnesis.corpus.JsonLines;
import org.anamnesis.corpus.PatientCharts;
import org.anamnesis.fhirpath.FhirPaths;
import org.anamnesis.measure.SetResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run over a set: chart by chart, one broken item at its own cost, stopped and gone on with. */
class SetRunTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();

    @TempDir
    Path data;

    @TempDir
    Path out;

    private final List<String> seen = new ArrayList<>();

    @Test
    void runsTheItemsOfOneChartTogetherAndWritesThemInInputOrder() throws IOException {
        write(data, "quiz/a.jsonl", line("1", "anna"), line("2", "bert"), line("3", "anna"));
        run(new Quiz(""));
        assertThat(seen).extracting(text -> text.substring(7, 8)).containsExactly("1", "3", "2");
        assertThat(ids()).containsExactly("1", "2", "3");
    }

    @Test
    void whatIsRightIsNowhereInWhatARunnerIsGiven() throws IOException {
        write(data, "quiz/a.jsonl", line("1", "anna"));
        Scored scored = run(new Quiz(""));
        assertThat(seen).hasSize(1).allSatisfy(item -> assertThat(item).doesNotContain("PLANTED-ANSWER"));
        assertThat(scored.entries().getFirst().gold().text("answer")).contains("PLANTED-ANSWER");
        Method run = Arrays.stream(EvaluationSet.class.getDeclaredMethods())
                .filter(method -> method.getName().equals("run"))
                .findFirst()
                .orElseThrow();
        assertThat(run.getParameterTypes()).containsExactly(Item.class, ChartKey.class, ChartDesk.class);
    }

    @Test
    void aBrokenItemIsAnErrorInItsLineWithoutAnythingOfTheItem() throws IOException {
        write(data, "quiz/a.jsonl", line("1", "anna"), "{broken", line("2", "bert"), line("3", "anna"));
        Scored scored = run(new Quiz("2"));
        assertThat(scored.errors()).isEqualTo(2);
        List<String> lines = Files.readAllLines(out.resolve("items-quiz.jsonl"));
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).isEqualTo("{\"id\":null,\"line\":\"a.jsonl:2\",\"error\":\"unreadable-line\"}");
        assertThat(lines.get(2))
                .startsWith("{\"id\":\"2\",\"error\":\"internal-error IllegalStateException at ")
                .doesNotContain("SECRET");
        assertThat(lines.get(3)).isEqualTo("{\"id\":\"3\"}");
    }

    @Test
    void goesOnWhereItWasStopped() throws IOException {
        write(data, "quiz/a.jsonl", line("1", "anna"), line("2", "bert"), line("3", "anna"));
        assertThatThrownBy(() -> run(new Quiz("stop at 2"))).isInstanceOf(IOException.class);
        assertThat(seen).hasSize(3);
        seen.clear();
        run(new Quiz(""));
        assertThat(seen).hasSize(1);
        assertThat(ids()).containsExactly("1", "2", "3");
        seen.clear();
        run(new Quiz(""));
        assertThat(seen).isEmpty();
    }

    private Scored run(EvaluationSet set) throws IOException {
        DataFolder folder = new DataFolder(data);
        try (PatientCharts patients = PatientCharts.index(folder, R4, out.resolve("spill"))) {
            Corpus corpus = new Corpus(folder, patients, new BundleCharts(R4), R4, new FhirPaths(R4));
            Progress progress = new Progress(
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    InstantSource.system(),
                    false);
            return new SetRun(set, set.tasks(corpus), new ChartDesk(corpus), progress).run(out);
        }
    }

    private List<String> ids() throws IOException {
        return Files.readAllLines(out.resolve("items-quiz.jsonl")).stream()
                .map(line -> Json.read(line).orElseThrow().path("id").asText())
                .toList();
    }

    private static String line(String id, String patient) {
        return "{\"id\":\"" + id + "\",\"patient\":\"" + patient
                + "\",\"question\":\"SECRET\",\"answer\":\"PLANTED-ANSWER\"}";
    }

    /** A set whose runner writes down what it was given. */
    private final class Quiz implements EvaluationSet {

        private final String trouble;

        Quiz(String trouble) {
            this.trouble = trouble;
        }

        @Override
        public SetResult.Name name() {
            return new SetResult.Name("quiz", "Quiz", "A quiz.");
        }

        @Override
        public List<Task> tasks(Corpus corpus) throws IOException {
            Fields fields = new Fields("id", Set.of("patient", "question"));
            return Tasks.ofLines(JsonLines.read(corpus.data(), "quiz", fields), "id", "patient");
        }

        @Override
        public Output run(Item item, ChartKey key, ChartDesk charts) throws IOException {
            seen.add(item.toString());
            if (trouble.equals(item.id())) {
                throw new IllegalStateException(item.required("question"));
            }
            if (trouble.equals("stop at " + item.id())) {
                throw new IOException("the disk is full");
            }
            return new Output(Json.object().put("id", item.id()), Json.object());
        }

        @Override
        public SetResult result(Scored scored, Corpus corpus) {
            return new SetResult(name(), 0, 0, List.of(), List.of(), List.of(), List.of());
        }
    }
}
