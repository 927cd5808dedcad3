package org.anamnesis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.junit.jupiter.api.Test;

/** All scores together, and how they change. */
class ScoresTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final ClinicalTime EVENING =
            ClinicalTime.minute(LocalDateTime.of(2024, 3, 9, 18, 0), ZoneOffset.UTC);

    @Test
    void everyScoreNamesItsVersionItsPublicationAndWhomItIsMadeFor() {
        assertThat(Scores.ALL).hasSize(15).allSatisfy(score -> {
            assertThat(score.definition().version()).isNotBlank();
            assertThat(score.definition().citation()).containsPattern("(19|20)\\d\\d");
            assertThat(score.definition().appliesTo()).isNotBlank();
        });
        assertThat(Scores.ALL.stream().map(score -> score.definition().name()).distinct())
                .hasSize(15);
    }

    @Test
    void anEmptyChartHasNoScoreAtAll() {
        assertThat(Scores.at(Ward.aMan().chart(), Ward.NOON))
                .noneSatisfy(scored -> assertThat(scored.outcome()).isInstanceOf(Outcome.Computed.class));
    }

    @Test
    void choosesTheEarlyWarningScoreThatIsMadeForThePatient() {
        assertThat(Scores.of(Ward.aMan().chart()).earlyWarning(Ward.NOON)).isSameAs(Scores.NEWS2);
        assertThat(Scores.of(Ward.aMan().born("2020-01-01").chart()).earlyWarning(Ward.NOON))
                .isSameAs(Scores.PEWS);
        assertThat(Scores.of(Ward.aWoman().has("Pregnancy", "2024-01-01").chart())
                        .earlyWarning(Ward.NOON))
                .isSameAs(Scores.MEOWS);
    }

    @Test
    void theSeriesHasAScoreAtEveryTimeVitalSignsWereWrittenAndGapsStayGaps() {
        List<Scored> series = Scores.of(worsening()
                        .at("2024-03-09T20:00:00Z")
                        .measured("8867-4", "80", "/min")
                        .chart())
                .series(Scores.NEWS2, EVENING, Ward.NOON);
        assertThat(series).hasSize(3);
        assertThat(series.get(0).outcome()).isInstanceOf(Outcome.NotComputable.class);
        assertThat(series.get(1).sentence()).isEqualTo("NEWS2 0 (low)");
        assertThat(series.get(2).sentence()).isEqualTo("NEWS2 7 (high)");
    }

    @Test
    void saysHowMuchAScoreRoseInWhichTime() {
        Change change = Scores.of(worsening().chart())
                .change(Scores.NEWS2, Ward.NOON, DAY)
                .orElseThrow();
        assertThat(change.sentence()).isEqualTo("NEWS2 0 -> 7 in 4 h");
        assertThat(change.isDeterioration()).isTrue();
    }

    @Test
    void comparesWithTheLowestOfTheTimeBeforeNotWithTheLastAlone() {
        Ward ward = worsening().at("2024-03-10T11:50:00Z").measured("8310-5", "39.5", "Cel");
        assertThat(Scores.of(ward.chart())
                        .change(Scores.NEWS2, Ward.NOON, DAY)
                        .orElseThrow()
                        .sentence())
                .isEqualTo("NEWS2 0 -> 9 in 4 h");
    }

    @Test
    void nothingIsComparedWithWhatCouldNotBeComputed() {
        assertThat(Scores.of(Ward.aMan().well().chart()).change(Scores.NEWS2, Ward.NOON, DAY))
                .isEqualTo(Optional.empty());
        Scored lacking = Scores.of(Ward.aMan().chart()).at(Scores.NEWS2, Ward.NOON);
        assertThatIllegalArgumentException().isThrownBy(() -> new Change(lacking, lacking));
    }

    @Test
    void aNotComputableScoreSaysWhatIsMissingSinceWhen() {
        Ward ward = Ward.aMan().at("2024-03-10T04:00:00Z").well();
        assertThat(Scores.of(ward.chart()).at(Scores.SHOCK_INDEX, Ward.NOON).sentence())
                .isEqualTo(
                        "Shock Index not computable: heart rate: older than 6 h, last seen 70 per minute (10 Mar 2024 04:00, V5);"
                                + " systolic blood pressure: older than 6 h, last seen 120 mmHg (10 Mar 2024 04:00, V4)");
    }

    @Test
    void tellsTimeInWords() {
        assertThat(Elapsed.words(Duration.ofMinutes(40))).isEqualTo("40 min");
        assertThat(Elapsed.words(Duration.ofMinutes(230))).isEqualTo("4 h");
        assertThat(Elapsed.words(Duration.ofHours(71))).isEqualTo("71 h");
        assertThat(Elapsed.words(Duration.ofDays(5))).isEqualTo("5 days");
    }

    private static Ward worsening() {
        return Ward.aMan()
                .at("2024-03-10T08:00:00Z")
                .well()
                .at("2024-03-10T11:45:00Z")
                .measured("9279-1", "26", "/min")
                .measured("59408-5", "93", "%")
                .told("Supplemental oxygen", "Nasal cannula");
    }
}
