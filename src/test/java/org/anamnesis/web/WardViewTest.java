package org.anamnesis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.anamnesis.triage.Tier;
import org.anamnesis.ward.Decision;
import org.anamnesis.ward.WardDesk;
import org.anamnesis.ward.WardEhr;
import org.anamnesis.ward.WardOutcome;
import org.anamnesis.ward.WardRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A ward as the page is told of it. */
class WardViewTest {

    private static final Names.At NAMES =
            reference -> reference.equals("Practitioner/ana") ? Optional.of("Dr. Ana Ruiz") : Optional.empty();

    private final WardDesk desk = new WardDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void tellsPlaceReasonsSourcesAgeAndWhatAPersonDecided() {
        desk.ehr.member("ill", WardEhr.set("i", "26", "2024-03-10T11:50:00Z"));
        desk.decisions.decideOnWard(
                WardRequest.now(desk.eyes(), WardDesk.WARD),
                new Decision("ill", Optional.of(Tier.STEADY), "as at home", 2, "Practitioner/ana"));

        JsonNode view = json(WardView.of(desk.list(), NAMES));
        JsonNode ill = view.path("patients").get(0);

        assertThat(view.path("asOf").asText()).isEqualTo("2024-03-10T12:00:00Z");
        assertThat(view.path("ward").path("name").asText()).isEqualTo("Ward 7");
        assertThat(ill.path("name").asText()).isEqualTo("Test ill");
        assertThat(ill.path("age").asInt()).isEqualTo(63);
        assertThat(ill.path("tier").asText()).isEqualTo("steady");
        assertThat(ill.path("computedTier").asText()).isEqualTo("urgent");
        assertThat(ill.path("override").path("reason").asText()).isEqualTo("as at home");
        assertThat(ill.path("override").path("by").asText()).isEqualTo("Practitioner/ana");
        assertThat(ill.path("reasons").toString())
                .contains("placed by Dr. Ana Ruiz at ")
                .doesNotContain("Practitioner/ana");
        assertThat(ill.path("override").path("byName").asText()).isEqualTo("Dr. Ana Ruiz");
        assertThat(ill.path("inputs").get(0).path("source").asText()).isEqualTo("Observation/i-rr");
        assertThat(ill.path("readAt").asText()).isEqualTo("2024-03-10T12:00:00Z");
        assertThat(ill.path("notRefreshed").isNull()).isTrue();
    }

    @Test
    void tellsWhoWasNotReadAndWhy() {
        desk.ehr.member("secret").trouble("Patient/secret", 403);
        JsonNode view = json(WardView.of(desk.list(), NAMES));
        assertThat(view.path("complete").asBoolean(true)).isFalse();
        assertThat(view.path("notRead").get(0).path("outcome").asText()).isEqualTo("not-permitted");
    }

    @Test
    void anUnchangedListTellsOfNobody() {
        desk.ehr.member("ill", WardEhr.set("i", "26", "2024-03-10T11:50:00Z"));
        String version = desk.list().version();
        JsonNode view = json(WardView.of((WardOutcome.Unchanged) desk.since(version)));
        assertThat(view.path("unchanged").asBoolean()).isTrue();
        assertThat(view.path("patients")).isEmpty();
        assertThat(view.path("oldestReading").asText()).isEqualTo("2024-03-10T12:00:00Z");
    }

    private static JsonNode json(WardView view) {
        return new ObjectMapper().valueToTree(view);
    }
}
