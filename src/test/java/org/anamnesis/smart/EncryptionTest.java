package org.anamnesis.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.anamnesis.conformance.Requirement;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.Registration;
import org.anamnesis.ehr.SigningAlgorithm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wire to an authorization server whose certificate nobody vouches for. */
class EncryptionTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path directory;

    private final AtomicInteger asked = new AtomicInteger();
    private final EhrHttp http = new EhrHttp();
    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(selfSigned(), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop(0);
    }

    @Test
    @Requirement({1, 230, 232, 318})
    void saysNothingToAServerWhoseCertificateNobodyVouchesFor() {
        Ehr ehr = ehr("https://127.0.0.1:" + server.getAddress().getPort());
        Bearer bearer = new Bearer("secret", Scopes.NONE, java.time.Instant.MAX);
        assertThat(catchThrowableOfType(AuthorizationFailed.class, () -> http.getResource(ehr, "Patient/p1", bearer))
                        .reason())
                .isEqualTo(AuthorizationFailed.Reason.UNREACHABLE);
        assertThat(asked).hasValue(0);
    }

    @Test
    @Requirement({1, 230, 232, 318})
    void saysNothingWithoutEncryptionToWhoIsNotThisMachineByItsOwnSetting() {
        Ehr ehr = ehr("http://127.0.0.1:" + server.getAddress().getPort());
        assertThat(catchThrowableOfType(
                                AuthorizationFailed.class,
                                () -> http.get(ehr, URI.create(ehr.fhirBase() + "/metadata")))
                        .reason())
                .isEqualTo(AuthorizationFailed.Reason.ELSEWHERE);
    }

    private static Ehr ehr(String origin) {
        return new Ehr(
                new EhrId("ward"),
                "Ward",
                URI.create(origin + "/fhir"),
                URI.create(origin),
                new Registration("backend", SigningAlgorithm.RS384, Set.of()),
                Optional.empty(),
                new Ehr.Network(List.of(), Set.of(), false, Duration.ofSeconds(5)));
    }

    private KeyStore selfSigned() throws Exception {
        Path file = directory.resolve("server.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        made.getInputStream().readAllBytes();
        if (made.waitFor() != 0) {
            throw new IOException("no certificate");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
