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
        assertThat(SettingsResource.read(
                        new SettingsResource.View("contrast", "compact", 130, 1, "handoff", List.of("plan", "plan"))))
                .hasValue(new PageSettings("contrast", "compact", 130, 1, "handoff", List.of("plan")));
    }

    @ParameterizedTest
    @CsvSource({
        "Mrs Marlow, compact, 100, 5, brief, plan",
        "dark, her heart, 100, 5, brief, plan",
        "dark, compact, 101, 5, brief, plan",
        "dark, compact, 100, 0, brief, plan",
        "dark, compact, 100, 16, brief, plan",
        "dark, compact, 100, 5, problem, plan",
        "dark, compact, 100, 5, brief, potassium 5.9",
    })
    void anythingElseIsRefused(String theme, String density, int font, int lock, String kind, String section) {
        assertThat(SettingsResource.read(new SettingsResource.View(theme, density, font, lock, kind, List.of(section))))
                .isEmpty();
    }

    @Test
    void whatIsNotWholeIsRefused() {
        assertThat(SettingsResource.read(null)).isEmpty();
        assertThat(SettingsResource.read(new SettingsResource.View("dark", "compact", 100, 5, "brief", null)))
                .isEmpty();
    }
}
