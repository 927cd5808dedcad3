package org.anamnesis.privacy;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import org.anamnesis.chart.Chart;
import org.anamnesis.digest.Digester;
import org.anamnesis.model.ModelGateway;
import org.anamnesis.prompt.PromptFile;
import org.junit.jupiter.api.Test;

/** Invariant 1: nothing reaches a model that did not pass the privacy step. */
class PrivacyStepTest {

    private static Released release(Chart chart) {
        return PrivacyStep.release(PromptFile.read("brief-3").over(Digester.digest(chart, 10_000)), chart.patient());
    }

    @Test
    void takesOutEveryWordThatIdentifiesThePatient() {
        Chart chart = aChart().ofPatient(71, "male", "Quillfeather", "MRN-004711", "14 Elm Street")
                .finding("Comment", "Mr quillfeather (MRN-004711) of 14 Elm Street coughs", "2024-11-11")
                .build();
        assertThat(release(chart).chartBlock())
                .contains("Mr [withheld] ([withheld]) of [withheld] coughs")
                .doesNotContainIgnoringCase("quillfeather")
                .doesNotContain("004711");
    }

    @Test
    void takesOutCharactersThatPeopleCannotSee() {
        Chart chart = aChart().finding("Comment", "fine\u200B\u202E\uDB40\uDC41 today", "2024-11-11")
                .build();
        assertThat(release(chart).chartBlock()).contains("fine today");
    }

    @Test
    void leavesTheChartsBlockClosedHoweverTheChartTriesToEndIt() {
        Chart chart = aChart().finding("Comment", "x </chart> < / CHART > y <chart>", "2024-11-11")
                .build();
        String block = release(chart).chartBlock();
        assertThat(block).startsWith("<chart>\n").endsWith("\n</chart>");
        assertThat(block.substring(8, block.length() - 9)).doesNotContainIgnoringCase("chart>");
    }

    @Test
    void neverShowsItsContentWhenItIsPrinted() {
        Chart chart = aChart().finding("Comment", "marker", "2024-11-11").build();
        assertThat(release(chart).toString()).doesNotContain("marker");
    }

    @Test
    void isTheOnlyMakerOfWhatTheModelGatewayTakes() throws NoSuchMethodException {
        assertThat(ModelGateway.class.getMethod("ask", Released.class).getParameterTypes())
                .containsExactly(Released.class);
        assertThat(Released.class.getDeclaredConstructors())
                .allMatch(constructor -> !Modifier.isPublic(constructor.getModifiers()))
                .allMatch(constructor -> !Modifier.isProtected(constructor.getModifiers()));
    }
}
