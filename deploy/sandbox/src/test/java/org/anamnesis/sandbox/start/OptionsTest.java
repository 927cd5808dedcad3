package org.anamnesis.sandbox.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.anamnesis.sandbox.fault.Fault;
import org.anamnesis.sandbox.fault.FaultKind;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutArgumentsEverythingIsAtItsUsualPlace() {
        Options options = Options.read(List.of());

        assertThat(options.ports()).isEqualTo(new Options.Ports(8090, 8091, 8080, 9990));
        assertThat(options.algorithm()).isEqualTo("RS384");
        assertThat(options.check() || options.big() || options.rules()).isFalse();
        assertThat(options.productBase()).hasToString("http://localhost:8080");
    }

    @Test
    void everyArgumentIsHeard() {
        Options options = Options.read(List.of(
                "--root",
                "/p",
                "--check",
                "--big",
                "--rules",
                "--charts",
                "/c",
                "--algorithm",
                "ES384",
                "--max-page-size",
                "1000",
                "--fault",
                "{\"kind\":\"truncate\",\"size\":3,\"total\":true}",
                "--fault",
                "{\"kind\":\"down\"}",
                "--personality",
                "oracle-like",
                "--ehr-port",
                "1",
                "--model-port",
                "2",
                "--http-port",
                "3",
                "--management-port",
                "4"));

        assertThat(options.check() && options.big() && options.rules()).isTrue();
        assertThat(options.ports()).isEqualTo(new Options.Ports(1, 2, 3, 4));
        assertThat(options.algorithm()).isEqualTo("ES384");
        assertThat(options.ehr().largestPage()).hasValue(1000);
        assertThat(options.ehr().personality().name()).isEqualTo("oracle-like");
        assertThat(options.ehr().faults())
                .containsExactly(
                        new Fault(FaultKind.TRUNCATE, null, null, null, null, 3, true, null), Fault.of(FaultKind.DOWN));
        assertThat(options.chartDirectories())
                .containsExactly(
                        Path.of("/p/deploy/sandbox/charts"),
                        Path.of("/p/deploy/sandbox/target/charts/big"),
                        Path.of("/c"));
    }

    @Test
    void aWrongArgumentIsNamed() {
        assertThatThrownBy(() -> Options.read(List.of("--fast"))).hasMessageContaining("--fast");
        assertThatThrownBy(() -> Options.read(List.of("--http-port"))).hasMessageContaining("--http-port");
        assertThatThrownBy(() -> Options.read(List.of("--http-port", "70000"))).hasMessageContaining("--http-port");
        assertThatThrownBy(() -> Options.read(List.of("--algorithm", "HS256"))).hasMessageContaining("RS384 or ES384");
        assertThatThrownBy(() -> Options.read(List.of("--max-page-size", "0"))).hasMessageContaining("--max-page-size");
        assertThatThrownBy(() -> Options.read(List.of("--fault", "down"))).hasMessageContaining("--fault");
        assertThatThrownBy(() -> Options.read(List.of("--fault", "{\"kind\":\"truncate\"}")))
                .hasMessageContaining("--fault");
    }
}
