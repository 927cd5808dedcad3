package org.anamnesis.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Note;
import org.anamnesis.chart.Passage;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** The notes of charts kept beside the project, in all their formats: what is quoted of them can be cited. */
class SharedNotesTest {

    private static final Path GOLD = Path.of("..", "shared", "data", "gold-charts");

    @Test
    void everyNoteIsReadAndEverySentenceThatIsQuotedIsARunOfItsPassages() throws IOException {
        List<String> missing = new ArrayList<>();
        int quotes = 0;
        int single = 0;
        for (Path folder : charts()) {
            Chart chart = chart(folder.resolve("bundle.json"));
            assertThat(chart.notes()).hasSameSizeAs(chart.facts(FactKind.NOTE).toList());
            assertThat(chart.notes())
                    .as("notes of %s", folder)
                    .allSatisfy(note -> assertThat(note.body()).isInstanceOf(Note.Body.Text.class));
            for (String quote : quotes(folder)) {
                quotes++;
                int length = shortestRun(chart, quote);
                single += length == 1 ? 1 : 0;
                if (length == 0) {
                    missing.add(folder.getFileName() + ": " + quote);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(single).as("quotes within one passage, of %d", quotes).isGreaterThanOrEqualTo(quotes * 9 / 10);
    }

    @Test
    void everyVisibleCharacterOfANoteStandsInExactlyOnePassage() throws IOException {
        for (Path folder : charts()) {
            for (Note note : chart(folder.resolve("bundle.json")).notes()) {
                Note.Body.Text text = (Note.Body.Text) note.body();
                int before = 0;
                for (Passage passage : text.passages()) {
                    assertThat(text.plain().substring(before, passage.start())).isBlank();
                    before = passage.end();
                }
                assertThat(text.plain().substring(before)).isBlank();
            }
        }
    }

    /** How many passages on end hold the quoted words; none where there is no such run. */
    private static int shortestRun(Chart chart, String quote) {
        String words = quote.replaceAll("\\s+", " ").strip();
        return chart.notes().stream()
                .map(note -> ((Note.Body.Text) note.body()).passages())
                .mapToInt(passages -> shortestRun(passages, words))
                .filter(length -> length > 0)
                .min()
                .orElse(0);
    }

    private static int shortestRun(List<Passage> passages, String words) {
        for (int length = 1; length <= 6; length++) {
            for (int from = 0; from + length <= passages.size(); from++) {
                String run = String.join(
                        " ",
                        passages.subList(from, from + length).stream()
                                .map(Passage::text)
                                .toList());
                if (run.contains(words)) {
                    return length;
                }
            }
        }
        return 0;
    }

    private static List<Path> charts() throws IOException {
        assumeTrue(Files.isDirectory(GOLD), () -> "skipped: no " + GOLD + " beside the project");
        try (Stream<Path> folders = Files.list(GOLD)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<String> quotes(Path folder) throws IOException {
        List<String> quotes = new ArrayList<>();
        for (String file : List.of("statements.jsonl", "questions.jsonl")) {
            for (String line : Files.readAllLines(folder.resolve(file))) {
                JsonNode quote = new ObjectMapper().readTree(line).path("quote");
                if (quote.isTextual()) {
                    quotes.add(quote.asText());
                }
            }
        }
        return quotes;
    }

    private static Chart chart(Path file) throws IOException {
        Bundle bundle = (Bundle) ReadResources.resource(Files.readString(file));
        List<Resource> resources = bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .toList();
        Patient patient = resources.stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseThrow();
        return ChartAssembly.of(patient, resources, new Coverage(List.of()), ReadResources.AS_OF);
    }
}
