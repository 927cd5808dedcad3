package org.anamnesis.sandbox.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductFilesTest {

    @TempDir
    Path root;

    @Test
    void theServersOwnDirectoryIsCopiedAndForgetsEarlierRuns() throws IOException {
        provision();
        ProductFiles files = files();
        files.prepare();
        Files.writeString(files.base().resolve("left-over"), "of an earlier run");

        files.prepare();

        assertThat(files.base().resolve("deployments/ROOT.war")).hasContent("war");
        assertThat(files.base().resolve("left-over")).doesNotExist();
        assertThat(root.resolve("target/server/standalone/deployments/ROOT.war"))
                .hasContent("war");
    }

    @Test
    void theKeysAreOneOfEachAlgorithmAndReadableByTheOwnerOnly() throws Exception {
        provision();
        files().prepare();

        Path keys = Path.of(settings().getProperty("anamnesis.keys"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-------");
        List<JWK> pairs = JWKSet.load(keys.toFile()).getKeys();
        assertThat(pairs).allMatch(JWK::isPrivate).allMatch(key -> key.getKeyID() != null);
        assertThat(pairs.stream().map(key -> key.getAlgorithm().getName())).containsExactly("RS384", "ES384");
    }

    @Test
    void thePortsReachTheSettings() throws IOException {
        provision();
        files("--ehr-port", "18090", "--model-port", "18091", "--http-port", "18080")
                .prepare();

        assertThat(settings())
                .containsEntry("anamnesis.base-url", "http://localhost:18080")
                .containsEntry("jboss.http.port", "18080")
                .containsEntry("anamnesis.ehr.sandbox.issuer", "http://127.0.0.1:18090")
                .containsEntry("anamnesis.ehr.sandbox.fhir-base", "http://127.0.0.1:18090/fhir")
                .containsEntry("anamnesis.model.base-url", "http://127.0.0.1:18091/v1");
    }

    @Test
    void withoutAModelNoneIsConfigured() throws IOException {
        provision();
        files("--rules").prepare();

        assertThat(settings().stringPropertyNames()).noneMatch(name -> name.startsWith("anamnesis.model"));
    }

    @Test
    void aProductThatIsNotBuiltIsSaid() {
        assertThatThrownBy(() -> files().prepare())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not built");
    }

    private void provision() throws IOException {
        Path deployments = root.resolve("target/server/standalone/deployments");
        Files.createDirectories(deployments);
        Files.createDirectories(root.resolve("deploy/sandbox/target"));
        Files.writeString(deployments.resolve("ROOT.war"), "war");
    }

    private ProductFiles files(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of("--root", root.toString()));
        all.addAll(List.of(arguments));
        return new ProductFiles(Options.read(all));
    }

    private Properties settings() throws IOException {
        var settings = new Properties();
        try (Reader reader = Files.newBufferedReader(files().settings())) {
            settings.load(reader);
        }
        return settings;
    }
}
