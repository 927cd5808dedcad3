package org.anamnesis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.store.PageSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only choices out of lists are kept, so that nothing of a patient can be. */
class SettingsResourceTest {

    @Test
    void choicesOutOfTheListsAreTaken() {
        assertThat(SettingsResource.read(new SettingsResource.View(
                        "contrast", "compact", 130, 1, "handoff", "short", "P1Y", List.of("plan", "plan"))))
                .hasValue(new PageSettings("contrast", "compact", 130, 1, "handoff", "short", "P1Y", List.of("plan")));
    }

    @ParameterizedTest
    @CsvSource({
        "Mrs Marlow, compact, 100, 5, brief, usual, usual, plan",
        "dark, her heart, 100, 5, brief, usual, usual, plan",
        "dark, compact, 101, 5, brief, usual, usual, plan",
        "dark, compact, 100, 0, brief, usual, usual, plan",
        "dark, compact, 100, 16, brief, usual, usual, plan",
        "dark, compact, 100, 5, problem, usual, usual, plan",
        "dark, compact, 100, 5, brief, usual, usual, potassium 5.9",
        "dark, compact, 100, 5, brief, as long as her hair, usual, plan",
        "dark, compact, 100, 5, brief, usual, since her wedding, plan",
    })
    void anythingElseIsRefused(
            String theme,
            String density,
            int font,
            int lock,
            String kind,
            String length,
            String lookBack,
            String section) {
        assertThat(SettingsResource.read(new SettingsResource.View(
                        theme, density, font, lock, kind, length, lookBack, List.of(section))))
                .isEmpty();
    }

    @Test
    void whatIsNotWholeIsRefused() {
        assertThat(SettingsResource.read(null)).isEmpty();
        assertThat(SettingsResource.read(
                        new SettingsResource.View("dark", "compact", 100, 5, "brief", "usual", "usual", null)))
                .isEmpty();
    }
}
