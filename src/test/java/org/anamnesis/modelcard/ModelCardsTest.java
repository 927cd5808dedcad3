package org.anamnesis.modelcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.modelcard.ModelCard.Element;
import org.anamnesis.prompt.PromptFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model card says everything that is asked of one, or why it cannot. */
class ModelCardsTest {

    private static final ModelCard.Model MODEL =
            new ModelCard.Model("ward", "mistral-large", "openai", "models.example", "temperature 0.0");

    private static final String RESULTS = """
            {"product": {"name": "Anamnesis", "version": "0.1.0", "build": "b"}, "date": "2026-01-02T03:04:05Z",
             "data": "charts-of-ours", "model": null,
             "sets": {"charts": {"status": "run", "items": 3, "figures": [
               {"name": "a", "what": "Active problems in the digest", "value": 0.975, "unit": "share", "n": 120,
                "interval_95": {"low": 0.9, "high": 0.99, "method": "Wilson"}, "met": true},
               {"name": "b", "what": "Kappa for men and women by sex", "value": 0.61, "unit": "kappa"},
               {"name": "c", "what": "Not counted", "value": null, "unit": "share"}]},
              "other": {"status": "not-run"}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void hasAllThirtyOneSourceAttributesAndEachIsAnsweredOrSaysWhyNot() {
        ModelCard card = ModelCards.of("0.1.0", List.of(MODEL), List.of(), Optional.empty(), Map.of());
        assertThat(card.elements())
                .filteredOn(element -> element.framework().equals("hti-1"))
                .extracting(Element::id)
                .hasSize(31)
                .doesNotHaveDuplicates()
                .startsWith("1.i", "1.ii", "1.iii", "1.iv")
                .endsWith("9.i", "9.ii");
        assertThat(card.elements())
                .filteredOn(element -> element.framework().equals("chai"))
                .hasSizeGreaterThan(30);
        assertThat(element(card, "hti-1", "7.iii").because())
                .hasValueSatisfying(why -> assertThat(why).contains("anamnesis.card.evaluation"));
        assertThat(Markdown.of(card)).contains("not available, because").contains("mistral-large");
    }

    @Test
    void takesItsFiguresFromTheLastEvaluation() throws IOException {
        Path file = Files.writeString(folder.resolve("results.json"), RESULTS);
        ModelCard card = ModelCards.of("0.1.0", List.of(), List.of(), Optional.of(EvaluationFile.read(file)), Map.of());
        assertThat(element(card, "hti-1", "7.iii").answer())
                .hasValueSatisfying(figures -> assertThat(figures)
                        .contains("Active problems in the digest 97.50 % (95 % interval 90 to 99), n = 120")
                        .doesNotContain("Not counted"));
        assertThat(element(card, "hti-1", "7.iv").answer())
                .hasValueSatisfying(
                        figures -> assertThat(figures).contains("Kappa").doesNotContain("Active"));
        assertThat(element(card, "hti-1", "8.ii").answer()).isPresent();
        assertThat(element(card, "chai", "model-type").answer()).hasValue("Rules; no language model is configured.");
        assertThat(Markdown.of(card)).contains("| charts | Active problems in the digest | 97.50 %");
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> EvaluationFile.read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void theHospitalsOwnAnswerTakesThePlaceOfAReason() {
        ModelCard card = ModelCards.of(
                "0.1.0",
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of("hti-1.1.i", "Clinical informatics, ext. 4711"));
        assertThat(element(card, "hti-1", "1.i").answer()).hasValue("Clinical informatics, ext. 4711");
    }

    @Test
    void namesEveryPromptThatTheProductHas() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/anamnesis/prompt"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".txt", ""))
                            .filter(name -> !name.startsWith("rules-"))
                            .sorted()
                            .toList())
                    .isEqualTo(PromptFile.NAMES);
        }
    }

    private static Element element(ModelCard card, String framework, String id) {
        return card.elements().stream()
                .filter(element ->
                        element.framework().equals(framework) && element.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
