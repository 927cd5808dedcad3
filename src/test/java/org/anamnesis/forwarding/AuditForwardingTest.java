package org.anamnesis.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.anamnesis.audit.AuditEvent.Kind;
import org.anamnesis.audit.ForwardedTrail;
import org.anamnesis.audit.TrailDatabase;
import org.anamnesis.background.BackgroundWork.Next;
import org.anamnesis.balp.Parties;
import org.anamnesis.ehr.WrongSetting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The trail at a FHIR audit repository: every record, in order, each under one id however often it is sent. */
class AuditForwardingTest {

    private static final Instant NOON = Instant.parse("2025-03-04T12:00:00Z");

    private final List<String> put = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(201);
    private TrailDatabase database;
    private HttpServer server;

    @BeforeEach
    void begin() throws Exception {
        database = new TrailDatabase();
        for (String patient : List.of("p1", "p2", "p3")) {
            database.trail()
                    .record(new org.anamnesis.audit.AuditEvent(
                            Kind.CHART_READ, "ward", Optional.of(patient), "client user", "a summary"));
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            put.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(put.size() == 2 ? status.get() : 201, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
        database.close();
    }

    @Test
    void sendsEachRecordInOrderAndAgainUnderTheSameIdWhereItWasNotTaken() {
        status.set(503);
        AuditForwarding forwarding = forwarding();
        assertThat(forwarding.run("")).isEqualTo(new Next.Again(NOON.plusSeconds(60)));
        assertThat(forwarding.run("")).isEqualTo(new Next.Again(NOON.plusSeconds(10)));
        assertThat(forwarding.run("")).isEqualTo(new Next.Again(NOON.plusSeconds(10)));
        assertThat(put)
                .extracting(line -> line.replaceAll("^PUT /fhir/AuditEvent/[0-9a-f-]{36}-(\\d) Bearer secret$", "$1"))
                .containsExactly("1", "2", "2", "3");
    }

    @Test
    void withoutARepositoryNothingIsSent() {
        AuditForwarding off = new AuditForwarding(
                Optional.empty(), null, Clock.fixed(NOON, ZoneOffset.UTC), new Parties("https://a", Map.of()));
        assertThat(off.isOn()).isFalse();
        assertThat(off.run("")).isEqualTo(new Next.Done());
    }

    @Test
    void anAddressWithoutEncryptionStopsTheDeployment() {
        assertThatThrownBy(() -> AuditForwarding.repository(Optional.of("http://audit.example/fhir"), Optional.empty()))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("anamnesis.audit.repository");
        assertThat(AuditForwarding.repository(Optional.of("https://audit.example/fhir/"), Optional.of("secret"))
                        .orElseThrow()
                        .toString())
                .doesNotContain("secret");
    }

    private AuditForwarding forwarding() {
        return new AuditForwarding(
                AuditForwarding.repository(
                        Optional.of("http://localhost:" + server.getAddress().getPort() + "/fhir"),
                        Optional.of("secret")),
                new ForwardedTrail(database.source()),
                Clock.fixed(NOON, ZoneOffset.UTC),
                new Parties("https://anamnesis.example", Map.of()));
    }
}
