package org.anamnesis.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.EhrSettings;
import org.anamnesis.ehr.WrongSetting;
import org.anamnesis.fetch.SearchPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search plans named in the configuration. */
class PlansOfEhrsTest {

    @TempDir
    private Path directory;

    @Test
    void anEhrWithAPlanOfItsOwnIsAskedByItAndTheOthersByTheShippedOne() throws IOException {
        Path file = Files.writeString(
                directory.resolve("plan.json"), "{\"version\":1,\"searches\":[{\"type\":\"Flag\",\"all\":9}]}");

        var plans = PlansOfEhrs.read(registry(file));

        assertThat(plans.of(URI.create("https://ehr.example.org/ward")).types()).containsExactly("Flag");
        assertThat(plans.of(URI.create("https://ehr.example.org/clinic"))).isEqualTo(SearchPlan.DEFAULT);
    }

    @Test
    void aPlanThatCannotBeUsedStopsTheStartWithTheNameOfTheSetting() throws IOException {
        Path file =
                Files.writeString(directory.resolve("plan.json"), "{\"version\":1,\"searches\":[{\"type\":\"Flag\"}]}");

        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> PlansOfEhrs.read(registry(file)))
                .withMessageContaining("anamnesis.ehr.ward.search-plan")
                .withMessageContaining("searches.0 needs either all or newest");
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> PlansOfEhrs.read(registry(directory.resolve("none.json"))))
                .withMessageContaining("the file cannot be read");
    }

    private static EhrRegistry registry(Path wardPlan) {
        Map<String, String> settings = new HashMap<>();
        settings.put("anamnesis.base-url", "https://anamnesis.example.org");
        settings.put("anamnesis.ehrs", "ward,clinic");
        for (String name : new String[] {"ward", "clinic"}) {
            settings.put("anamnesis.ehr." + name + ".fhir-base", "https://ehr.example.org/" + name);
            settings.put("anamnesis.ehr." + name + ".issuer", "https://ehr.example.org");
            settings.put("anamnesis.ehr." + name + ".backend-client-id", "backend");
        }
        settings.put("anamnesis.ehr.ward.search-plan", wardPlan.toString());
        return EhrSettings.read(settings.keySet(), key -> Optional.ofNullable(settings.get(key)));
    }
}
