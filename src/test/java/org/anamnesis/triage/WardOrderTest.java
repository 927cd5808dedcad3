package org.anamnesis.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.score.Ward;
import org.junit.jupiter.api.Test;

/** The order of a ward: who is worse, who got worse, and who is not known to be well. */
class WardOrderTest {

    private static final WardPatient WELL = patient("well", Ward.aMan().well());
    private static final WardPatient RAISED = patient("raised", with("9279-1", "22", "/min"));
    private static final WardPatient MEDIUM = patient("medium", with("9279-1", "26", "/min", "8867-4", "115", "/min"));
    private static final WardPatient HIGH =
            patient("high", with("9279-1", "26", "/min", "8867-4", "135", "/min", "59408-5", "93", "%"));
    private static final WardPatient UNKNOWN = patient("unknown", Ward.aMan().measured("8867-4", "80", "/min"));
    private static final WardPatient UNKNOWN_AND_BAD = patient(
            "unknown-and-bad", Ward.aMan().measured("8867-4", "135", "/min").measured("9279-1", "30", "/min"));

    @Test
    void ordersByTierAndThePatientWithoutAScoreComesBeforeAllWhoAreWell() {
        assertThat(order(List.of(WELL, UNKNOWN, RAISED, HIGH, MEDIUM)))
                .containsExactly("high", "medium", "unknown", "raised", "well");
    }

    @Test
    void theKnownPartsDecideWhereTheyAloneAreWorse() {
        WardOrder.Place place = WardOrder.of(List.of(UNKNOWN_AND_BAD)).getFirst();
        assertThat(place.tier()).isEqualTo(Tier.URGENT);
        assertThat(place.reasons().getFirst()).isEqualTo("NEWS2 not computable: 5 values are missing or too old");
    }

    @Test
    void aScoreThatWasHighWhenLastSeenStaysHighUntilItIsMeasuredAgain() {
        Ward ward = Ward.aMan()
                .at("2024-03-10T04:00:00Z")
                .well()
                .measured("9279-1", "30", "/min")
                .measured("8867-4", "135", "/min")
                .measured("59408-5", "90", "%");
        WardOrder.Place place = WardOrder.of(List.of(patient("lost", ward))).getFirst();
        assertThat(place.tier()).isEqualTo(Tier.EMERGENCY);
        assertThat(place.reasons().getFirst()).startsWith("last score: NEWS2 9 (high)");
    }

    @Test
    void aFastRiseIsUrgentThoughTheScoreIsNot() {
        Ward ward = Ward.aMan()
                .at("2024-03-10T08:00:00Z")
                .well()
                .at("2024-03-10T11:30:00Z")
                .measured("8867-4", "105", "/min")
                .measured("59408-5", "93", "%");
        WardOrder.Place place = WardOrder.of(List.of(patient("rising", ward))).getFirst();
        assertThat(place.tier()).isEqualTo(Tier.URGENT);
        assertThat(place.reasons().getFirst()).isEqualTo("NEWS2 0 -> 3 in 4 h");
    }

    @Test
    void ofEqualScoresTheFasterRiseAndThenTheOlderObservationsComeFirst() {
        Ward rising = Ward.aMan()
                .at("2024-03-10T08:00:00Z")
                .well()
                .at("2024-03-10T11:30:00Z")
                .well()
                .measured("9279-1", "22", "/min");
        Ward old = with("9279-1", "22", "/min");
        Ward fresh = Ward.aMan().at("2024-03-10T11:55:00Z").well().measured("9279-1", "22", "/min");
        assertThat(order(List.of(patient("fresh", fresh), patient("old", old), patient("rising", rising))))
                .containsExactly("rising", "old", "fresh");
    }

    @Test
    void aTriageLevelCountsBesideTheScore() {
        assertThat(order(List.of(HIGH, WELL.atLevel(Level.IMMEDIATE), MEDIUM))).startsWith("high", "well");
        assertThat(WardOrder.of(List.of(WELL.atLevel(Level.EMERGENT)))
                        .getFirst()
                        .tier())
                .isEqualTo(Tier.URGENT);
    }

    @Test
    void aPersonCanPutAPatientElsewhereWithAReasonAndTheRulesPlaceStaysVisible() {
        WardPatient.Override override =
                new WardPatient.Override(Tier.STEADY, "palliative care, comfortable", "charge nurse", Ward.NOON);
        WardOrder.Place place =
                WardOrder.of(List.of(HIGH.overriddenBy(override))).getFirst();
        assertThat(place.tier()).isEqualTo(Tier.STEADY);
        assertThat(place.computed()).isEqualTo(Tier.EMERGENCY);
        assertThat(place.reasons().getFirst()).contains("charge nurse").contains("palliative care");
        assertThat(place.reasons()).anySatisfy(reason -> assertThat(reason).contains("NEWS2"));
    }

    @Test
    void anOverrideWithoutAReasonOrAPersonIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WardPatient.Override(Tier.STEADY, " ", "charge nurse", Ward.NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WardPatient.Override(Tier.STEADY, "why", "", Ward.NOON));
    }

    @Test
    void theOrderDoesNotDependOnTheOrderGiven() {
        List<WardPatient> patients = new ArrayList<>(List.of(WELL, UNKNOWN, RAISED, HIGH, MEDIUM, UNKNOWN_AND_BAD));
        List<String> expected = order(patients);
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(patients, random);
            assertThat(order(patients)).isEqualTo(expected);
        }
    }

    private static List<String> order(List<WardPatient> patients) {
        return WardOrder.of(patients).stream()
                .map(place -> place.patient().patient().id())
                .toList();
    }

    private static WardPatient patient(String name, Ward ward) {
        WardPatient read = WardPatient.of(ward.chart(), Ward.NOON);
        return new WardPatient(
                new ResourceId("Patient", name),
                read.warning(),
                read.last(),
                read.change(),
                read.level(),
                read.override());
    }

    private static Ward with(String... measured) {
        Ward ward = Ward.aMan().well();
        for (int part = 0; part < measured.length; part += 3) {
            ward.measured(measured[part], measured[part + 1], measured[part + 2]);
        }
        return ward;
    }
}
