package org.anamnesis.boot;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.EhrSettings;
import org.anamnesis.ehr.WrongSetting;
import org.anamnesis.model.Routes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedRoutesTest {

    private static final List<String> MODELS = List.of("local");

    private static EhrRegistry registry() {
        Map<String, String> settings = Map.of(
                "anamnesis.base-url", "https://anamnesis.example.org",
                "anamnesis.ehrs", "north",
                "anamnesis.ehr.north.fhir-base", "https://ehr.example.org/north",
                "anamnesis.ehr.north.issuer", "https://ehr.example.org",
                "anamnesis.ehr.north.backend-client-id", "backend");
        return EhrSettings.read(settings.keySet(), key -> Optional.ofNullable(settings.get(key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"brief", "since-last-visit", "ask", "triage", "opinion"})
    void everyPurposeForWhichAModelIsAskedCanHaveItsOwnOrder(String purpose) {
        assertThatCode(() -> NamedRoutes.check(
                        new Routes(MODELS, Map.of(purpose, MODELS), Map.of("north", List.of())), registry()))
                .doesNotThrowAnyException();
    }

    @Test
    void aLimitOfAnEhrThatIsNotThereStopsTheStart() {
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() ->
                        NamedRoutes.check(new Routes(MODELS, Map.of(), Map.of("norht", List.of())), registry()))
                .withMessage(
                        "Setting anamnesis.model.ehr.norht is of an EHR that is not configured; expected one of north.");
    }

    @Test
    void anOrderForNoPurposeStopsTheStart() {
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(
                        () -> NamedRoutes.check(new Routes(MODELS, Map.of("opinoin", MODELS), Map.of()), registry()))
                .withMessageStartingWith(
                        "Setting anamnesis.model.order.opinoin is for no purpose; expected one of ask, brief");
    }
}
