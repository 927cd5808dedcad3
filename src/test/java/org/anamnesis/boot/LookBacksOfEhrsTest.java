package org.anamnesis.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.draft.LookBack;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.EhrSettings;
import org.anamnesis.ehr.WrongSetting;
import org.junit.jupiter.api.Test;

class LookBacksOfEhrsTest {

    private static final String KEY = "anamnesis.ehr.ward.summary-look-back";

    private static Map<String, LookBack> read(Map<String, String> chosen) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "anamnesis.base-url", "https://anamnesis.example.org",
                "anamnesis.ehrs", "ward",
                "anamnesis.ehr.ward.fhir-base", "https://ehr.example.org/ward",
                "anamnesis.ehr.ward.issuer", "https://ehr.example.org",
                "anamnesis.ehr.ward.backend-client-id", "backend"));
        settings.putAll(chosen);
        EhrRegistry registry = EhrSettings.read(settings.keySet(), key -> Optional.ofNullable(settings.get(key)));
        return LookBacksOfEhrs.read(registry, key -> Optional.ofNullable(settings.get(key)));
    }

    @Test
    void anEhrLooksBackAsItsSettingSaysAndElseAtAllThereIs() {
        assertThat(read(Map.of())).containsEntry("ward", LookBack.ALL);
        assertThat(read(Map.of(KEY, "P2Y")).get("ward").code()).isEqualTo("P2Y");
    }

    @Test
    void aWrongOneStopsTheStartWithTheNameOfTheSettingAndWhatIsExpected() {
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> read(Map.of(KEY, "2 years")))
                .withMessage("Setting " + KEY + " is no time to look back; expected " + LookBack.EXPECTED + ".");
    }
}
