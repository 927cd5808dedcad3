package org.anamnesis.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.anamnesis.ehr.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSettingsTest {

    private static final Pattern NAMED = Pattern.compile("`(anamnesis\\.[a-z-]+(?:\\.[a-z-]+)*)`");

    @ParameterizedTest
    @ValueSource(
            strings = {"anamnesis.ehrz", "anamnesis.audit.repositry", "anamnesis.filing.settel", "anamnesis.base-url.x"
            })
    void aMistypedSettingStopsTheDeployment(String name) {
        assertThatThrownBy(() -> KnownSettings.refuseOthers(List.of("anamnesis.ehrs", name)))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("Setting " + name + " is unknown; expected one of anamnesis.async.at-once")
                .hasMessageContaining("anamnesis.filing.settle");
    }

    @Test
    void settingsOfOthersAreNoneOfOurs() {
        assertThatNoException()
                .isThrownBy(() -> KnownSettings.refuseOthers(
                        List.of("java.home", "ANAMNESIS_EHRZ", "anamnesis.ehr.ward.issuer", "anamnesis.model.name")));
    }

    @Test
    void namesOfEnvironmentVariablesHaveNoHyphens() {
        assertThatNoException()
                .isThrownBy(() -> KnownSettings.refuseOthers(List.of(
                        "anamnesis.base.url", "anamnesis.data.keys", "anamnesis.db.url", "anamnesis.audit.retention")));
    }

    @Test
    void everySettingOfTheManualIsKnown() throws IOException {
        TreeSet<String> named = new TreeSet<>(NAMED.matcher(Files.readString(Path.of("docs/configuration.md")))
                .results()
                .map(MatchResult::group)
                .map(name -> name.replace("`", ""))
                .toList());

        assertThat(named).hasSizeGreaterThan(15);
        assertThatNoException().isThrownBy(() -> KnownSettings.refuseOthers(named));
    }
}
