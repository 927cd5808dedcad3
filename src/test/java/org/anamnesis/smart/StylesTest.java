package org.anamnesis.smart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StylesTest {

    private static final String STYLE = "/styles/v1.json";

    @TempDir
    private Path directory;

    private final SteppedClock clock = new SteppedClock();
    private final StrictEhr ehr = new StrictEhr(clock);
    private final EhrHttp http = new EhrHttp();
    private final Styles styles = new Styles(http);

    @AfterEach
    void stop() {
        http.close();
        ehr.close();
    }

    @Test
    void takesOverLettersAndCornersAndNoColours() throws Exception {
        ehr.style.putAll(Map.of(
                "color_background", "#ffffff",
                "font_family_body", "Georgia, 'Times New Roman', serif",
                "font_family_heading", "Verdana",
                "dim_border_radius", "6px"));
        assertThat(style())
                .isEqualTo(new Style(
                        Optional.of("Georgia, 'Times New Roman', serif"), Optional.of("Verdana"), Optional.of("6px")));
    }

    @Test
    void readsAnAddressOnceAndSendsItNoToken() throws Exception {
        ehr.style.put("dim_border_radius", "2px");
        OpenedChart chart = chart();
        styles.of(chart);
        styles.of(chart);
        assertThat(ehr.asked(STYLE)).isEqualTo(1);
        assertThat(ehr.asked.stream()
                        .filter(asked -> asked.path().equals(STYLE))
                        .map(StrictEhr.Asked::headers))
                .allSatisfy(headers -> assertThat(headers).doesNotContainKey("Authorization"));
    }

    @Test
    void takesOverNothingThatIsMoreThanAName() throws Exception {
        ehr.style.putAll(Map.of(
                "font_family_body", "x; background: url(https://evil.example/)",
                "font_family_heading", "url(https://evil.example/font)",
                "dim_border_radius", "calc(1px + 100vw)"));
        assertThat(style()).isEqualTo(Style.OURS);
    }

    @Test
    void isOurOwnWhereTheEhrNamesNoneOrDoesNotGiveIt() throws Exception {
        assertThat(styles.of(new Launched(ehr, http, clock, directory).chart(ehr)))
                .isEqualTo(Style.OURS);
        assertThat(ehr.asked(STYLE)).isZero();
        assertThat(style()).isEqualTo(Style.OURS);
    }

    private Style style() throws Exception {
        return styles.of(chart());
    }

    private OpenedChart chart() throws Exception {
        ehr.context.put("smart_style_url", ehr.issuer() + STYLE);
        return new Launched(ehr, http, clock, directory).chart(ehr);
    }
}
