package org.anamnesis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

    private static final String OLD = "old:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW =
            "new:" + Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());

    @Test
    void opensWhatItClosedForTheSameRowOnly() {
        Seal seal = SealKeys.parse(OLD);
        String sealed = seal.close("Potassium 5.9", "row-1");
        assertThat(sealed).doesNotContain("Potassium");
        assertThat(seal.open(sealed, "row-1")).isEqualTo("Potassium 5.9");
        assertThatThrownBy(() -> seal.open(sealed, "row-2")).hasMessageContaining("does not belong to its row");
    }

    @Test
    void noticesAnAlteredText() {
        Seal seal = SealKeys.parse(OLD);
        String sealed = seal.close("Potassium 5.9", "row-1");
        char last = sealed.charAt(sealed.length() - 5);
        String altered = sealed.substring(0, sealed.length() - 5)
                + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 4);
        assertThatThrownBy(() -> seal.open(altered, "row-1")).hasMessageContaining("altered");
    }

    @Test
    void neverSealsTheSameTextTheSameWay() {
        Seal seal = SealKeys.parse(OLD);
        assertThat(seal.close("x", "row-1")).isNotEqualTo(seal.close("x", "row-1"));
    }

    @Test
    void opensOldTextAfterTheKeyHasChanged() {
        String sealed = SealKeys.parse(OLD).close("x", "row-1");
        Seal rotated = SealKeys.parse(NEW + "," + OLD);
        assertThat(rotated.open(sealed, "row-1")).isEqualTo("x");
        assertThat(rotated.close("x", "row-1")).startsWith("new:");
        assertThatThrownBy(() -> SealKeys.parse(NEW).open(sealed, "row-1")).hasMessageContaining("not configured");
    }

    @Test
    void refusesKeysOfTheWrongFormByTheSettingsName() {
        assertThatThrownBy(() -> SealKeys.parse("secret")).hasMessageContaining("anamnesis.data-keys");
        assertThatThrownBy(() -> SealKeys.parse("short:AAAA")).hasMessageContaining("anamnesis.data-keys");
    }

    @Test
    void makesAKeyFileThatOnlyItsOwnerReadsWhereNoKeyIsConfigured(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("data").resolve("data.key");
        String sealed = SealKeys.read(Optional.empty(), file).close("x", "row-1");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(SealKeys.read(Optional.empty(), file).open(sealed, "row-1")).isEqualTo("x");
    }
}
