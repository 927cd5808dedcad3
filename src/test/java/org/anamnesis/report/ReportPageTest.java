package org.anamnesis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.Figure.Unit;
import org.anamnesis.measure.Plot;
import org.anamnesis.measure.SetResult;
import org.anamnesis.measure.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The results as a page for people and a file for programs. */
class ReportPageTest {

    private static final RunFacts RUN = new RunFacts(
            "1.2.3", "abc", Instant.parse("2024-11-20T09:00:00Z"), "charts", Optional.empty(), List.of("medec"), 2);

    @TempDir
    Path out;

    @Test
    void saysAtTheTopWhatIsNotAsWanted() throws IOException {
        String page = ReportPage.html(RUN, List.of(result()));
        assertThat(page).contains("1 of the 2 figures for which a bound is set are as wanted, 1 is not.");
        assertThat(page.indexOf("Not as wanted")).isBetween(0, page.indexOf("As wanted</h3>"));
        assertThat(page)
                .contains("80.0 %", "at least 95 %", "58.4 % to 91.9 %", "not reached")
                .contains("this version of the product does not run them: medec")
                .contains("2 lines of chart files are no FHIR resources")
                .contains("nothing to measure");
    }

    @Test
    void asksForNothingFromElsewhereAndRunsNoScript() throws IOException {
        String page = ReportPage.html(RUN, List.of(result()));
        assertThat(page).doesNotContain("<script", "@import", "url(", "src=", "<link", "<img");
        assertThat(Pattern.compile("https?://[^\"]*").matcher(page).results().map(found -> found.group()))
                .allMatch("http://www.w3.org/2000/svg"::equals);
    }

    @Test
    void whatComesFromTheDataIsTextAndNeverMarkup() throws IOException {
        String hostile = "</title><script>alert(1)</script>\"'&";
        SetResult result = new SetResult(
                new SetResult.Name("quiz", hostile, hostile),
                1,
                0,
                List.of(Figure.number("x", hostile, 1, Unit.COUNT, 1)),
                List.of(new SetResult.Table(hostile, List.of(hostile), List.of(List.of(hostile)))),
                List.of(
                        new Plot.Groups(hostile, List.of(new Plot.Group(hostile, 0.5, 1)), hostile),
                        new Plot.Histogram(hostile, List.of(1.0), hostile, Optional.empty()),
                        new Plot.Curve(hostile, List.of(new Plot.Point(1, 1)), hostile, hostile, Optional.empty())),
                List.of(hostile));
        assertThat(ReportPage.html(RUN, List.of(result)))
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
    }

    @Test
    void everyFigureInTheFileCarriesItsItemsTheDataTheDateAndTheVersion() throws IOException {
        Path file = out.resolve("results.json");
        ResultsFile.write(file, RUN, List.of(result()));
        JsonNode results = new ObjectMapper().readTree(file.toFile());
        JsonNode figures = results.path("sets").path("quiz").path("figures");
        assertThat(figures).hasSize(3).allSatisfy(figure -> {
            assertThat(figure.path("data").asText()).isEqualTo("quiz");
            assertThat(figure.path("date").asText()).isEqualTo("2024-11-20T09:00:00Z");
            assertThat(figure.path("version").asText()).isEqualTo("1.2.3");
            assertThat(figure.path("n").isInt()).isTrue();
        });
        assertThat(figures.get(0).path("value").asDouble()).isEqualTo(0.8);
        assertThat(figures.get(0).path("met").asBoolean()).isFalse();
        assertThat(figures.get(2).path("value").isNull()).isTrue();
        assertThat(results.path("sets").path("medec").path("status").asText()).isEqualTo("not run in this version");
    }

    @ParameterizedTest
    @CsvSource({
        "0.9996, SHARE, 99.9 %",
        "1, SHARE, 100 %",
        "0, SHARE, 0 %",
        "0.0004, SHARE, 0.0 %",
        "1, RESOURCES, 1 resource",
        "22.32, RESOURCES, 22.3 resources",
        "12345, MILLISECONDS, 12.3 s",
        "1.23, MILLISECONDS, 1.2 ms"
    })
    void numbersAreWrittenWithTheDigitsThatSaySomething(double value, Unit unit, String expected) {
        assertThat(Words.number(value, unit)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"7, 8, 2", "10, 10, 2", "11, 15, 5", "0.3, 0.3, 0.1", "1200, 1500, 500", "95, 100, 20"})
    void anAxisEndsAtARoundNumber(double value, double top, double step) {
        assertThat(Scale.upTo(value).top()).isCloseTo(top, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(Scale.upTo(value).step()).isCloseTo(step, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void linesAreToldApartByTheirNamesAndNotByColourAlone() {
        String file = PlotFile.of(new Plot.Lines(
                "cost",
                List.of(
                        new Plot.Series("low", List.of(new Plot.Point(0, 1), new Plot.Point(10, 1))),
                        new Plot.Series("a bit more", List.of(new Plot.Point(0, 1), new Plot.Point(10, 2)))),
                "size",
                "time"));
        assertThat(file).startsWith("<svg").contains("<style>", ">low</text>", ">a bit more</text>");
        assertThat(file.split("<polyline", -1)).hasSize(3);
        assertThat(height(file, "low") - height(file, "a bit more")).isGreaterThan(12);
    }

    private static double height(String file, String name) {
        String before = file.substring(0, file.indexOf(">" + name + "</text>"));
        return Double.parseDouble(
                before.substring(before.lastIndexOf(" y=\"") + 4).split("\"", 2)[0]);
    }

    @Test
    void noValueFallsOutOfAHistogram() {
        List<Double> values = new ArrayList<>(Collections.nCopies(99, 2.0));
        values.add(5_000.0);
        String drawing = Drawing.of(new Plot.Histogram("sizes", values, "resources", Optional.of(60.0)));
        int items = Pattern.compile("(\\d+) items?, ")
                .matcher(drawing)
                .results()
                .mapToInt(bar -> Integer.parseInt(bar.group(1)))
                .sum();
        assertThat(items).isEqualTo(100);
        assertThat(drawing).contains("1 item, more than").contains("wanted: at most 60");
    }

    private static SetResult result() {
        return new SetResult(
                new SetResult.Name("quiz", "A quiz", "Questions."),
                20,
                0,
                List.of(
                        Figure.share("found", "What was found", 16, 20).wanted(Target.atLeast(0.95)),
                        Figure.number("size", "Size", 12, Unit.RESOURCES, 20).wanted(Target.atMost(60)),
                        Figure.share("empty", "Of nothing", 0, 0).wanted(Target.atLeast(1))),
                List.of(),
                List.of(),
                List.of("It is a quiz."));
    }
}
